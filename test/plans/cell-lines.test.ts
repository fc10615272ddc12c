import { expect, test } from 'vitest'
import { letterhead, readText } from './support.ts'

const header = ['STT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Ghi chú']
const read = (...rows: readonly (readonly string[])[]) =>
  readText([...letterhead, '', ...header, ...rows.flat(), 'TỔ CHỨC THỰC HIỆN', ...after].join('\n'))
const after = ['1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện, báo cáo trước ngày 15/12/2026.']

const whole = [
  ['I', 'Công tác chỉ đạo'],
  ['1', 'Rà soát quy trình', 'Sở Nội vụ', 'Sở Tài chính', 'Quý I', ''],
  ['2', 'Bồi dưỡng công chức', 'Sở Y tế', '', '30/6/2026', 'Chuyển tiếp'],
  ['II', 'Công tác kiểm tra'],
  ['3', 'Kiểm tra công vụ', 'Chủ trì: Sở Nội vụ', 'Phối hợp: Thanh tra tỉnh', 'Trước ngày 20/11/2026', ''],
] as const

test('a table saved as text, a cell in each line, keeps its rows, sections and blanks', async () => {
  const { tasks } = await read(...whole)
  expect(tasks).toMatchObject([
    { title: expect.stringContaining('theo dõi') as string, occurrences: ['2026-12-14'] },
    { title: 'Rà soát quy trình', section: 'Công tác chỉ đạo', lead: ['Sở Nội vụ'], support: ['Sở Tài chính'] },
    { code: '2', lead: ['Sở Y tế'], support: [], occurrences: ['2026-06-30'] },
    { code: '3', section: 'Công tác kiểm tra', occurrences: ['2026-11-19'] },
  ])
})

test('a row under merged cells follows without a number, with its blanks or without them', async () => {
  const below = ['Cập nhật danh mục', 'Sở Tư pháp', 'Sở Y tế', 'Quý IV', 'Mới']
  for (const more of [below, ['', ...below]]) {
    const { tasks } = await read(...whole, ['4', 'Công bố danh mục', 'Sở Tư pháp', '', 'Quý II', ''], more)
    expect(tasks.slice(-2)).toMatchObject([
      { title: 'Công bố danh mục', occurrences: ['2026-06-30'] },
      { title: 'Cập nhật danh mục', lead: ['Sở Tư pháp'], occurrences: ['2026-12-31'] },
    ])
  }
})

test('crosses in columns of quarters are no numbers of rows', async () => {
  const names = ['TT', 'Nội dung', 'Đơn vị thực hiện', 'Quý I', 'Quý II', 'Quý III', 'Quý IV']
  const rows = [
    ['1', 'Rà soát hộ nghèo', 'Sở Nội vụ', '', '', '', 'X'],
    ['2', 'Báo cáo', 'Sở Y tế', '', 'X', '', 'X'],
    ['3', 'Tổng kết', 'Sở Tư pháp', '', '', 'X', ''],
  ]
  const { tasks } = await readText([...letterhead, ...names, ...rows.flat()].join('\n'))
  expect(tasks.map(({ occurrences }) => occurrences)).toEqual([
    ['2026-12-31'],
    ['2026-06-30', '2026-12-31'],
    ['2026-09-30'],
  ])
})

test('where blank cells were left out nothing is put into columns by guess', async () => {
  const rows = whole.map((row) => row.filter((cell) => cell !== ''))
  const { tasks } = await read(...rows)
  expect(tasks.flatMap(({ occurrences }) => occurrences)).toEqual(['2026-12-14'])
})
