import { describe, expect, test } from 'vitest'
import type { OfficeCell } from '../../examples/office-files.ts'
import { cells, readOffice, readRows, withoutLines } from './support.ts'

const months = Array.from({ length: 12 }, (_, at) => at + 1)
const monthHeader: OfficeCell[][] = [
  [
    { text: 'TT', rows: 2 },
    { text: 'Nội dung', rows: 2 },
    { text: 'Đơn vị thực hiện', rows: 2 },
    { text: 'Thời gian thực hiện năm 2027 (tháng)', columns: 12 },
  ],
  cells(...months.map(String)),
]

const marked = (marks: Readonly<Record<number, string>>): OfficeCell[] =>
  cells('1', 'Rà soát', 'Sở Nội vụ', ...months.map((month) => marks[month] ?? ''))

describe('months as columns', () => {
  test.each<readonly [Readonly<Record<number, string>>, readonly string[], string, string]>([
    [{ 3: 'x' }, ['2027-03-31'], 'once', 'Tháng 3'],
    [{ 3: 'X', 9: 'X' }, ['2027-03-31', '2027-09-30'], 'periodic', 'Tháng 3; Tháng 9'],
    [{ 2: '✓', 3: '✓', 4: '✓' }, ['2027-04-30'], 'once', 'Tháng 2 - Tháng 4'],
    [{ 1: '●', 2: '●', 6: '●' }, ['2027-02-28', '2027-06-30'], 'periodic', 'Tháng 1 - Tháng 2; Tháng 6'],
    [{ 5: '15/5' }, ['2027-05-15'], 'once', 'Tháng 5: 15/5'],
    [{ 5: 'trước ngày 20' }, ['2027-05-19'], 'once', 'Tháng 5: trước ngày 20'],
    [{ 5: 'Hội nghị' }, ['2027-05-31'], 'once', 'Tháng 5'],
    [Object.fromEntries(months.map((month) => [month, 'x'])), ['2027-12-31'], 'ongoing', 'Tháng 1 - Tháng 12'],
    [{ 4: '-', 7: '0' }, [], 'unscheduled', ''],
  ])('%j', async (marks, occurrences, cadence, deadlineText) => {
    const { xlsx, docx } = await readOffice([...monthHeader, marked(marks)])
    expect(xlsx.tasks).toMatchObject([{ occurrences, cadence, deadlineText }])
    expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
  })

  test('one cell merged over several months is a range, due at its end', async () => {
    const { xlsx, docx } = await readOffice([
      ...monthHeader,
      [
        ...cells('1', 'Rà soát', 'Sở Nội vụ', ''),
        { text: 'x', columns: 3 },
        ...cells(...months.slice(4).map(() => '')),
      ],
    ])
    expect(xlsx.tasks).toMatchObject([{ occurrences: ['2027-04-30'], cadence: 'once' }])
    expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
  })

  test('each date has the name of its month', async () => {
    const { xlsx } = await readOffice([...monthHeader, marked({ 3: 'x', 9: 'x' })])
    expect(xlsx.tasks[0]?.occurrenceLabels).toEqual(['Tháng 3', 'Tháng 9'])
  })

  test('a row without a mark says that it has no time', async () => {
    const { xlsx } = await readOffice([...monthHeader, marked({ 3: 'x' }), marked({})])
    expect(xlsx.tasks[1]?.warnings.map(({ code }) => code)).toEqual(['no-deadline'])
  })
})

test('quarters as columns, in text and with their year', async () => {
  const { tasks } = await readRows(
    'TT | Nhiệm vụ | Quý I/2027 | Quý II/2027 | Quý III/2027 | Quý IV/2027 | Chủ trì',
    '1 | Rà soát | x | | x | | Sở Nội vụ',
    '2 | Tổng kết | | | | x | Sở Nội vụ',
  )
  expect(tasks.map(({ occurrences }) => occurrences)).toEqual([['2027-03-31', '2027-09-30'], ['2027-12-31']])
})

test('months under quarters, and weeks under months', async () => {
  const { tasks } = await readRows(
    'TT | Nhiệm vụ | Chủ trì | Quý I | | | Quý II | | ',
    ' | | | T1 | T2 | T3 | T4 | T5 | T6',
    '1 | Rà soát | Sở Nội vụ | | x | | | | x',
  )
  const weeks = await readRows(
    'TT | Nhiệm vụ | Chủ trì | Tháng 10 | | | ',
    ' | | | Tuần 1 | Tuần 2 | Tuần 3 | Tuần 4',
    '1 | Rà soát | Sở Nội vụ | | x | | ',
  )
  expect(tasks[0]?.occurrences).toEqual(['2026-02-28', '2026-06-30'])
  expect(weeks.tasks[0]?.occurrences).toEqual(['2026-10-14'])
})

test('a quarter that scanning damaged is known by the quarters beside it', async () => {
  const { tasks } = await readRows(
    'S ố TT | Nội dung | Cơ quan chuẩn bị | Quý I | Quý H | Quý III | Quý IV',
    '1 | Kế hoạch phòng, chống dịch | Sở Y tế | | X | |',
    '2 | Rà soát hộ nghèo | Sở Nông nghiệp và Môi trường | | | | X',
  )
  expect(tasks).toMatchObject([
    { lead: ['Sở Y tế'], occurrences: ['2026-06-30'] },
    { lead: ['Sở Nông nghiệp và Môi trường'], occurrences: ['2026-12-31'] },
  ])
})

test('a strange name between weeks, or between quarters that leave none out, is no period', async () => {
  const { tasks } = await readRows(
    'TT | Nội dung | Cơ quan chủ trì | Quý I | Loại | Quý II',
    '1 | Rà soát | Sở Y tế | | B | X',
  )
  expect(tasks).toMatchObject([{ occurrences: ['2026-06-30'] }])
})
