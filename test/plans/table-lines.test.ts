import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPlan } from '../../plans/read-plan.ts'
import { letterhead, readText } from './support.ts'

/** A row with each cell in a line of its own. */
const printed = (...texts: readonly string[]): string[] => [...texts.map((text) => `\t${text}`), '']

const read = (...rows: readonly (readonly string[])[]) => readText([...letterhead, '', ...rows.flat()].join('\n'))

describe('a table with one cell a line', () => {
  const rows = [
    printed('1', 'Học tập kinh nghiệm của tỉnh bạn', 'Sở Nội vụ', 'Các Sở, ban, ngành', 'Cả năm 2026', 'Báo cáo'),
    printed(...Array.from({ length: 6 }, () => 'II. Cải cách thể chế')),
    printed('2', 'Rà soát văn bản quy phạm pháp luật', 'Sở Tư pháp', 'Sở Tài chính', 'Quý I 2026', 'Quyết định'),
    printed('3', 'Ban hành kế hoạch kiểm soát thủ tục', ' ', ' ', ' ', ' '),
    printed('', 'a) Kế hoạch của thành phố', 'Văn phòng\nUBND thành phố', 'Sở Y tế', 'Quý II/2026', 'Kế hoạch'),
    printed('', 'b) Kế hoạch của các sở', 'Các Sở, ban, ngành', 'Sở Y tế', 'Theo chỉ đạo của UBND', 'Kế hoạch'),
  ]

  test('comes out row by row, though its header is missing', async () => {
    const { tasks } = await read(...rows)
    expect(tasks).toMatchObject([
      { code: '1', section: '', lead: ['Sở Nội vụ'], occurrences: ['2026-12-31'], cadence: 'ongoing' },
      { code: '2', section: 'Cải cách thể chế', support: ['Sở Tài chính'], occurrences: ['2026-03-31'] },
      { code: '3.a', lead: ['Văn phòng UBND thành phố'], occurrences: ['2026-06-30'], output: 'Kế hoạch' },
      { code: '3.b', lead: ['Các Sở, ban, ngành'], occurrences: [], cadence: 'unscheduled' },
    ])
    expect(tasks).toHaveLength(4)
  })

  test('a row that has lost its first cells is a warning, not a task', async () => {
    const { tasks, warnings } = await read(printed('Sở Y tế', 'Cả năm 2026', 'Kế hoạch'), ...rows)
    expect(tasks).toHaveLength(4)
    expect(warnings.map(({ code }) => code)).toEqual(['row-not-understood'])
  })

  test('its header decides where it is there', async () => {
    const { tasks } = await read(
      printed('TT', 'Nội dung', 'Thời hạn', 'Chủ trì'),
      printed('1', 'Rà soát', 'Quý I', 'Sở Y tế'),
      printed('2', 'Tổng kết', 'Quý IV', 'Sở Y tế'),
    )
    expect(tasks.map(({ title, lead, occurrences }) => [title, ...lead, ...occurrences])).toEqual([
      ['Rà soát', 'Sở Y tế', '2026-03-31'],
      ['Tổng kết', 'Sở Y tế', '2026-12-31'],
    ])
  })

  test('indented lines of a signature are none', async () => {
    const { tasks } = await read(
      printed('TT', 'Nội dung', 'Thời hạn', 'Chủ trì'),
      printed('1', 'Rà soát', 'Quý I', 'Sở Y tế'),
      printed('2', 'Tổng kết', 'Quý IV', 'Sở Y tế'),
      ['', '', '', ''],
      ['\t', 'Nơi nhận:', '- Như trên;', '- Lưu: VT.'],
    )
    expect(tasks).toHaveLength(2)
  })
})

const file = join(import.meta.dirname, '../../../shared/plans/3818-QD-UBND-2021.txt')

describe.skipIf(!existsSync(file))('the annex of 3818/QĐ-UBND (skipped without ../shared)', async () => {
  const bytes = existsSync(file) ? readFileSync(file) : new Uint8Array()
  const plan = bytes.length === 0 ? null : await readPlan({ name: '3818.txt', bytes })
  const tasks = (plan?.tasks ?? []).filter(({ line }) => line > 127)
  const of = (code: string) => tasks.find((task) => task.code === code)

  test('every row is there by its number, and the rest of the row that was cut off is a warning', () => {
    const numbers = [7, 8, 9, 10, 11, 12, '13.a', '13.b', 14, 15, 16, 17, '18.a', '18.b', 19, 20, 21]
    const after = [24, 25, 26, 27, 28, 29, 30, 31, 32, 33, '34.a', '34.b', 35, 36, 37, 38, 39]
    expect(tasks.map(({ code }) => code)).toEqual([...numbers, ...after].map(String))
    expect(plan?.warnings.filter(({ line }) => line > 127).map(({ code, line }) => [code, line])).toEqual([
      ['row-not-understood', 128],
    ])
  })

  test('times are what their words say', () => {
    const days = new Map([
      ['10', '2022-03-31'],
      ['11', '2022-09-30'],
      ['15', '2022-06-30'],
      ['18.a', '2022-03-31'],
    ])
    const byDirection = new Set(['24', '25', '26', '27'])
    for (const { code, occurrences, cadence } of tasks) {
      const day = days.get(code)
      const whole = byDirection.has(code) ? [[], 'unscheduled'] : [['2022-12-31'], 'ongoing']
      expect([code, occurrences, cadence]).toEqual([code, ...(day === undefined ? whole : [[day], 'once'])])
    }
  })

  test('everybody is where the columns put them', () => {
    expect(of('7')).toMatchObject({ lead: ['Sở Nội vụ'], output: 'Báo cáo của Sở Nội vụ', section: '' })
    expect(of('13.a')).toMatchObject({
      lead: ['Văn phòng UBND thành phố'],
      support: ['Các Sở, ban, ngành', 'UBND các quận, huyện'],
    })
    expect(of('21')?.lead).toEqual(['Văn phòng UBND thành phố'])
    expect(of('33')?.lead).toEqual(['Sở Tài chính', 'Cục Thuế thành phố'])
    expect(of('34.b')?.lead).toEqual(['Các Sở, ban, ngành', 'UBND cấp huyện', 'UBND cấp xã'])
    expect(of('39')?.section).toBe('Xây dựng Chính quyền điện tử, Chính quyền số')
    for (const { lead, support } of tasks) expect([lead.length > 0, support.length > 0]).toEqual([true, true])
  })
})
