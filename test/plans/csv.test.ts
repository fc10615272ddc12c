import { expect, test } from 'vitest'
import { readPlan } from '../../plans/read-plan.ts'
import { textKind } from '../../plans/text-kind.ts'
import { readCsv } from '../../plans/readers/csv.ts'
import { letterhead } from './support.ts'

const cellsOf = (text: string): string[][] =>
  readCsv(text).blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [[block.text]] : block.rows.map(({ cells }) => cells.map((cell) => cell.text)),
  )

const linesOf = (text: string): number[] =>
  readCsv(text).blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.line] : block.rows.map(({ line }) => line),
  )

const header = ['STT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời hạn']
const rows = [header, ['1', 'Rà soát; sửa đổi, bổ sung', 'Sở Nội vụ', 'Quý I']]
const quoted = (delimiter: string): string =>
  rows.map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter)).join('\r\n')

test.each([',', ';', '\t', '|'])('fields between %j', (delimiter) => {
  expect(cellsOf(quoted(delimiter))).toEqual(rows)
})

test('quoted fields hold line breaks and doubled quotes; lines are those of the file', () => {
  const text = 'KẾ HOẠCH;;;\n\nSTT;"Nhiệm\nvụ";Đơn vị chủ trì;Hạn\n1;"Rà ""soát""\n- a\n- b";Sở Y tế;Quý I\n2;x;y;z\n'
  expect(cellsOf(text)).toEqual([
    ['KẾ HOẠCH'],
    ['STT', 'Nhiệm\nvụ', 'Đơn vị chủ trì', 'Hạn'],
    ['1', 'Rà "soát"\n- a\n- b', 'Sở Y tế', 'Quý I'],
    ['2', 'x', 'y', 'z'],
  ])
  expect(linesOf(text)).toEqual([1, 3, 5, 8])
})

test('a quote that is never closed is a letter, not the rest of the file', () => {
  expect(cellsOf('STT;Nhiệm vụ;Đơn vị chủ trì\n1;"Rà soát;Sở Y tế\n2;Báo cáo;Sở Nội vụ\n')).toEqual([
    ['STT', 'Nhiệm vụ', 'Đơn vị chủ trì'],
    ['1', '"Rà soát', 'Sở Y tế'],
    ['2', 'Báo cáo', 'Sở Nội vụ'],
  ])
})

test('the line by which Excel states the delimiter is no content', () => {
  expect(cellsOf('sep=;\na;b\n')).toEqual([['a', 'b']])
  expect(linesOf('sep=;\na;b\n')).toEqual([2])
})

test('a table between commas or semicolons is one whatever its name, sentences with commas are not', async () => {
  const text = `${letterhead.join('\n')}\n\n${quoted(';')}\n`
  for (const name of ['a.txt', 'a.csv', 'a']) {
    const { tasks } = await readPlan({ name, bytes: new TextEncoder().encode(text) })
    expect(tasks).toMatchObject([{ code: '1', title: 'Rà soát; sửa đổi, bổ sung', lead: ['Sở Nội vụ'] }])
  }
  const prose =
    'Kế hoạch gồm: nội dung công việc, đơn vị chủ trì, thời hạn, sản phẩm.\nCác đơn vị, địa phương thực hiện.\n1. Sở Nội vụ theo dõi, đôn đốc, tổng hợp.'
  expect(textKind(prose, 'a.txt')).toBe('text')
})
