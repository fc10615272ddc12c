import { expect, test } from 'vitest'
import { cells, readOffice, readRows, withoutLines } from './support.ts'

test('of a beginning and an end the end is due', async () => {
  const { xlsx, docx } = await readOffice([
    [
      { text: 'STT', rows: 2 },
      { text: 'Nội dung công việc', rows: 2 },
      { text: 'Thời gian', columns: 2 },
      { text: 'Phân công', columns: 2 },
    ],
    cells('Bắt đầu', 'Kết thúc', 'Chủ trì', 'Phối hợp'),
    cells('1', 'Rà soát', '01/3/2026', '30/4/2026', 'Sở Nội vụ', 'Sở Tài chính'),
  ])
  expect(xlsx.tasks).toMatchObject([
    { lead: ['Sở Nội vụ'], support: ['Sở Tài chính'], occurrences: ['2026-04-30'], cadence: 'once' },
  ])
  expect(xlsx.tasks[0]?.deadlineText).toBe('01/3/2026 - 30/4/2026')
  expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
})

test('a cell merged over the beginning and the end says when, one over both agencies says who', async () => {
  const { xlsx, docx } = await readOffice([
    [
      { text: 'TT', rows: 2 },
      { text: 'Nhiệm vụ', rows: 2 },
      { text: 'Thời gian', columns: 2 },
      { text: 'Phân công', columns: 2 },
    ],
    cells('Bắt đầu', 'Hoàn thành', 'Phối hợp', 'Chủ trì'),
    [...cells('1', 'Rà soát'), { text: 'Cả năm', columns: 2 }, { text: 'Sở Nội vụ', columns: 2 }],
  ])
  expect(xlsx.tasks).toMatchObject([{ lead: ['Sở Nội vụ'], support: [], cadence: 'ongoing', deadlineText: 'Cả năm' }])
  expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
})

test('a beginning without an end is no deadline, "Cả năm" there is for both', async () => {
  const { tasks } = await readRows(
    'TT | Nhiệm vụ | Chủ trì | Bắt đầu | Kết thúc',
    '1 | Rà soát | Sở Nội vụ | 01/3/2026 | ',
    '2 | Tuyên truyền | Sở Nội vụ | Cả năm | ',
  )
  expect(tasks.map(({ occurrences, cadence }) => [cadence, ...occurrences])).toEqual([
    ['unscheduled'],
    ['ongoing', '2026-12-31'],
  ])
  expect(tasks[0]?.warnings.map(({ code }) => code)).toEqual(['no-deadline'])
})

test('bare numbers in a column of months or quarters are months and quarters', async () => {
  const months = await readRows('TT | Nhiệm vụ | Chủ trì | Tháng', '1 | Rà soát | Sở Nội vụ | 3')
  const quarters = await readRows(
    'TT | Nhiệm vụ | Chủ trì | Thời gian hoàn thành (quý)',
    '1 | Rà soát | Sở Nội vụ | II',
  )
  expect(months.tasks[0]?.occurrences).toEqual(['2026-03-31'])
  expect(quarters.tasks[0]?.occurrences).toEqual(['2026-06-30'])
})

test('dates that Excel keeps as numbers read as they are printed', async () => {
  const date = new Date(Date.UTC(2026, 2, 9))
  const { xlsx } = await readOffice([
    cells('TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'),
    [...cells('1', 'Rà soát', 'Sở Nội vụ'), { text: '09/3/2026', date }],
  ])
  expect(xlsx.tasks).toMatchObject([{ deadlineText: '09/03/2026', occurrences: ['2026-03-09'] }])
})

test('a table without a column for the time reads deadlines from the words, and says so once', async () => {
  const plan = await readRows(
    'TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp',
    '1 | Lập danh sách, hoàn thành trước ngày 15/4/2026 | Sở Y tế |',
    '2 | - Rà soát. - Thường xuyên kiểm tra | Sở Y tế |',
    '3 | Bảo đảm thường xuyên việc cấp nước | Sở Xây dựng |',
  )
  expect(plan.tasks.map(({ deadlineText, occurrences, cadence }) => [deadlineText, occurrences, cadence])).toEqual([
    ['trước ngày 15/4/2026', ['2026-04-14'], 'once'],
    ['Thường xuyên', [], 'ongoing'],
    ['', [], 'unscheduled'],
  ])
  expect(plan.warnings).toEqual([{ code: 'no-deadline', detail: '1 – 3', line: 8 }])
})

test('where a table has no column for times, a note may say when', async () => {
  const { tasks } = await readRows(
    'TT | Nhiệm vụ | Chủ trì | Ghi chú',
    '1 | Rà soát | Sở Nội vụ | Hoàn thành trước ngày 30/6/2026',
    '2 | Tổng kết | Sở Nội vụ | Theo Kế hoạch năm 2025',
  )
  expect(tasks.map(({ deadlineText, occurrences }) => [deadlineText, occurrences])).toEqual([
    ['trước ngày 30/6/2026', ['2026-06-29']],
    ['', []],
  ])
})
