import { expect, test } from 'vitest'
import { readDeadline } from '../../domain/deadline.ts'
import { stripMarks } from '../../domain/fold.ts'
import type { Cadence, PlanWarningCode } from '../../domain/plan-document.ts'

const plan = { planYear: 2026, issuedOn: '2026-01-05' } as const

const monthEnds = ['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31'].map(
  (day, month) => `2026-${String(month + 1).padStart(2, '0')}-${day}`,
)
const everyMonth = (day: string): string[] => monthEnds.map((end) => `${end.slice(0, 8)}${day}`)
const quarterEnds = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']

/** Phrase, dates, cadence, warnings. */
const phrases: readonly [text: string, days: readonly string[], cadence: Cadence, warning?: PlanWarningCode][] = [
  // One day
  ['Trước ngày 21/3/2026', ['2026-03-20'], 'once'],
  ['Trước ngày 21/3', ['2026-03-20'], 'once'],
  ['Trước ngày bầu cử 15/3/2026', ['2026-03-14'], 'once'],
  ['Chậm nhất ngày khai mạc Đại hội 20/10', ['2026-10-20'], 'once'],
  ['trước 21/3', ['2026-03-20'], 'once'],
  ['Trước ngày 01/3/2026', ['2026-02-28'], 'once'],
  ['Trước ngày 21 tháng 3 năm 2026', ['2026-03-20'], 'once'],
  ['Hoàn thành trước ngày 15.12.2026', ['2026-12-14'], 'once'],
  ['Chậm nhất ngày 15/6', ['2026-06-15'], 'once'],
  ['Chậm nhất là ngày 15-6-2026', ['2026-06-15'], 'once'],
  ['Đến ngày 30/11/2026', ['2026-11-30'], 'once'],
  ['Ngày 15/6', ['2026-06-15'], 'once'],
  ['15/6/2026', ['2026-06-15'], 'once'],
  ['30/6/26', ['2026-06-30'], 'once'],
  ['2026-06-15', ['2026-06-15'], 'once'],
  ['Trước và trong ngày 15/6', ['2026-06-15'], 'once'],
  ['Trong hoặc trước ngày 15/6', ['2026-06-15'], 'once'],
  ['Trước 17h00 ngày 25/9', ['2026-09-25'], 'once'],
  ['Trước 17 giờ 00 ngày 25/9/2026', ['2026-09-25'], 'once'],
  ['Trước 0h00 ngày 25/9/2026', ['2026-09-24'], 'once'],
  ['Trước ngày 10/01 năm sau', ['2027-01-09'], 'once'],
  ['Trong năm 2026, hoàn thành trước ngày 30/11', ['2026-11-29'], 'once'],
  ['Xong trước 30/4/2026 (trước kỳ nghỉ lễ)', ['2026-04-29'], 'once'],
  // Months
  ['Trong tháng 8/2026', ['2026-08-31'], 'once'],
  ['Tháng 8 năm 2026', ['2026-08-31'], 'once'],
  ['Chậm nhất trong tháng 11', ['2026-11-30'], 'once'],
  ['Tháng 02/2026', ['2026-02-28'], 'once'],
  ['Tháng 02/2028', ['2028-02-29'], 'once'],
  ['02/2026', ['2026-02-28'], 'once'],
  ['Cuối tháng 9', ['2026-09-30'], 'once'],
  ['Trước tháng 8/2026', ['2026-07-31'], 'once'],
  ['Tuần 2 tháng 10', ['2026-10-14'], 'once'],
  ['Tuần cuối tháng 10/2026', ['2026-10-31'], 'once'],
  ['Tháng 6 và tháng 12', ['2026-06-30', '2026-12-31'], 'periodic'],
  ['Tháng 3, 6, 9, 12/2026', quarterEnds, 'periodic'],
  // Quarters
  ['Quý IV/2026', ['2026-12-31'], 'once'],
  ['Trong quý I', ['2026-03-31'], 'once'],
  ['Quý 2 năm 2026', ['2026-06-30'], 'once'],
  ['Trong quý IV năm trước liền kề năm kế hoạch', ['2025-12-31'], 'once', 'date-before-issue'],
  ['Quý I năm sau', ['2027-03-31'], 'once'],
  ['Quý III, IV/2026', ['2026-09-30', '2026-12-31'], 'periodic'],
  ['Quý II và Quý IV', ['2026-06-30', '2026-12-31'], 'periodic'],
  ['Quý I-II/2026', ['2026-06-30'], 'once'],
  ['Từ quý II đến quý IV năm 2026', ['2026-12-31'], 'once'],
  ['Quý I (tháng 3)', ['2026-03-31'], 'once'],
  ['Quý I (tháng 02)', ['2026-02-28'], 'once'],
  ['Quý I: tháng 02', ['2026-02-28'], 'once'],
  ['Tháng đầu quý II/2026', ['2026-04-30'], 'once'],
  ['Quý I/2026: xây dựng; Quý III/2026: triển khai', ['2026-03-31', '2026-09-30'], 'periodic'],
  // Parts of the year and years
  ['Trong năm 2026', ['2026-12-31'], 'ongoing'],
  ['Cả năm 2026', ['2026-12-31'], 'ongoing'],
  ['Cả năm', ['2026-12-31'], 'ongoing'],
  ['Năm 2026', ['2026-12-31'], 'ongoing'],
  ['Trong năm', ['2026-12-31'], 'ongoing'],
  ['Cuối năm 2026', ['2026-12-31'], 'once'],
  ['Đến hết năm 2027', ['2027-12-31'], 'once'],
  ['6 tháng đầu năm', ['2026-06-30'], 'once'],
  ['06 tháng cuối năm 2026', ['2026-12-31'], 'once'],
  ['3 tháng cuối năm 2025', ['2025-12-31'], 'once', 'date-before-issue'],
  ['6 tháng, năm', ['2026-06-30', '2026-12-31'], 'periodic'],
  ['6 tháng, 9 tháng và cả năm', ['2026-06-30', '2026-09-30', '2026-12-31'], 'periodic'],
  ['Quý I, 6 tháng, Quý III, cả năm', quarterEnds, 'periodic'],
  ['Giai đoạn 2026-2030', ['2030-12-31'], 'ongoing'],
  ['Từ năm 2026 đến năm 2028', ['2028-12-31'], 'ongoing'],
  // Several stated days
  [
    '- Quý I: Trước ngày 21/3; - 6 tháng: Trước ngày 21/6; - Quý III: Trước ngày 21/9; - Cả năm: Trước ngày 21/12.',
    ['2026-03-20', '2026-06-20', '2026-09-20', '2026-12-20'],
    'periodic',
  ],
  ['Quý I: 21/3 - 6 tháng: 21/6', ['2026-03-21', '2026-06-21'], 'periodic'],
  ['10/6 và 10/12', ['2026-06-10', '2026-12-10'], 'periodic'],
  ['Trước ngày 15/3, 15/6 và 15/9/2026', ['2026-03-14', '2026-06-14', '2026-09-14'], 'periodic'],
  // Every month or quarter
  ['Hằng tháng', monthEnds, 'periodic'],
  ['Trước ngày 20 hằng tháng', everyMonth('19'), 'periodic'],
  ['Ngày 25 hàng tháng', everyMonth('25'), 'periodic'],
  ['Hằng tháng, trước ngày 20', everyMonth('19'), 'periodic'],
  ['Ngày 31 hằng tháng', monthEnds, 'periodic'],
  ['Hàng quý', quarterEnds, 'periodic'],
  ['Ngày 25 tháng cuối quý', ['2026-03-25', '2026-06-25', '2026-09-25', '2026-12-25'], 'periodic'],
  ['Hằng quý (trước ngày 15 của tháng cuối quý)', ['2026-03-14', '2026-06-14', '2026-09-14', '2026-12-14'], 'periodic'],
  ['Quý I, Quý III gửi trước ngày 10 tháng cuối của quý', ['2026-03-09', '2026-09-09'], 'periodic'],
  ['Trước ngày 05 tháng đầu quý sau', ['2026-04-04', '2026-07-04', '2026-10-04', '2027-01-04'], 'periodic'],
  ['6 tháng/lần', ['2026-06-30', '2026-12-31'], 'periodic'],
  ['Định kỳ hằng năm', ['2026-12-31'], 'periodic'],
  // Ranges: due at their end
  ['Từ tháng 3 đến tháng 5', ['2026-05-31'], 'once'],
  ['Tháng 3 - tháng 5/2026', ['2026-05-31'], 'once'],
  ['Tháng 3-5/2026', ['2026-05-31'], 'once'],
  ['Từ tháng 11 đến tháng 2', ['2027-02-28'], 'once'],
  ['Từ tháng 11/2026 đến tháng 02/2027', ['2027-02-28'], 'once'],
  ['Từ ngày 1/7 đến 15/8', ['2026-08-15'], 'once'],
  ['Từ ngày 01/7/2026 đến hết ngày 15/8/2026', ['2026-08-15'], 'once'],
  ['15/3 - 20/3', ['2026-03-20'], 'once'],
  // Counted from the issue of the document
  ['Trong vòng 10 ngày kể từ ngày ban hành', ['2026-01-15'], 'once'],
  ['Sau 05 ngày làm việc', ['2026-01-12'], 'once'],
  ['Chậm nhất 07 ngày làm việc kể từ ngày Kế hoạch này được ban hành', ['2026-01-14'], 'once'],
  ['Trong thời hạn 02 tháng kể từ ngày ký', ['2026-03-05'], 'once'],
  // No date, and rightly so
  ['Thường xuyên', [], 'ongoing'],
  ['Thường xuyên, liên tục', [], 'ongoing'],
  ['Theo chỉ đạo của UBND thành phố', [], 'unscheduled'],
  ['Theo quy định', [], 'unscheduled'],
  ['Kịp thời', [], 'unscheduled'],
  ['Theo Kế hoạch năm 2026', [], 'unscheduled'],
  ['Theo Quyết định số 123/QĐ-UBND ngày 05/3/2025', [], 'unscheduled'],
  ['Theo Nghị định số 59/2012/NĐ-CP ngày 23/7/2012 của Chính phủ', [], 'unscheduled'],
  ['Khi có yêu cầu', [], 'unscheduled'],
  ['', [], 'unscheduled'],
  ['-', [], 'unscheduled'],
  // Doubtful: asked, not guessed
  ['Đầu năm', [], 'unscheduled', 'deadline-not-understood'],
  ['Đầu năm 2026', [], 'unscheduled', 'deadline-not-understood'],
  ['Giữa quý III', [], 'unscheduled', 'deadline-not-understood'],
  ['Đầu tháng 9/2026', [], 'unscheduled', 'deadline-not-understood'],
  ['Ngay sau khi được phê duyệt', [], 'unscheduled', 'deadline-not-understood'],
  ['Trong vòng 05 ngày kể từ ngày nhận đủ hồ sơ', [], 'unscheduled', 'deadline-not-understood'],
  ['Trước 10 ngày so với ngày họp', [], 'unscheduled', 'deadline-not-understood'],
  ['Từ ngày 01/7/2026', [], 'unscheduled', 'deadline-not-understood'],
  ['Hằng tuần', [], 'periodic', 'deadline-not-understood'],
  ['Hoàn thành 1/3 khối lượng', [], 'unscheduled', 'deadline-not-understood'],
  ['Trực 24/7', [], 'ongoing'],
  ['Ngày 24/7', ['2026-07-24'], 'once'],
  ['Thường xuyên, báo cáo trước ngày 15/12', ['2026-12-14'], 'once'],
  ['Thường xuyên, trong năm 2026', ['2026-12-31'], 'ongoing'],
  ['Ba tháng', [], 'unscheduled', 'deadline-not-understood'],
  ['31/02/2026', [], 'unscheduled', 'impossible-date'],
  ['Trước ngày 31/6', [], 'unscheduled', 'impossible-date'],
  ['Tháng 13/2026', [], 'unscheduled', 'impossible-date'],
  ['12/31/2026', [], 'unscheduled', 'impossible-date'],
  ['Trước ngày 20/12/2025', ['2025-12-19'], 'once', 'date-before-issue'],
]

test.each(phrases)('%j', (text, occurrences, cadence, warning) => {
  expect(readDeadline(text, plan)).toMatchObject({
    occurrences,
    cadence,
    warnings: warning === undefined ? [] : [warning],
  })
})

test.each(phrases)('%j without its diacritics', (text, occurrences, cadence, warning) => {
  expect(readDeadline(stripMarks(text), plan)).toMatchObject({
    occurrences,
    cadence,
    warnings: warning === undefined ? [] : [warning],
  })
})

test('without a plan year a date without a year is missing, and that is said', () => {
  expect(readDeadline('Trước ngày 21/3', { planYear: null, issuedOn: null })).toMatchObject({
    occurrences: [],
    cadence: 'unscheduled',
    warnings: ['no-plan-year'],
  })
  expect(readDeadline('Quý III, IV/2026', { planYear: null, issuedOn: null }).occurrences).toEqual([
    '2026-09-30',
    '2026-12-31',
  ])
})

test('without a date of issue nothing is counted from it', () => {
  expect(readDeadline('Trong vòng 10 ngày', { planYear: 2026, issuedOn: null }).warnings).toEqual(['no-issue-date'])
})

test('a workspace can read "trước ngày" as that day', () => {
  const inclusive = { ...plan, beforeIncludesDay: true }
  expect(readDeadline('Trước ngày 21/3', inclusive).occurrences).toEqual(['2026-03-21'])
  expect(readDeadline('Trước ngày 20 hằng tháng', inclusive).occurrences).toEqual(everyMonth('20'))
  expect(readDeadline('Trước tháng 8', inclusive).occurrences).toEqual(['2026-07-31'])
})

test.each([
  [
    'Quý I: trước ngày 21/3; 6 tháng: trước ngày 21/6; Quý III: trước ngày 21/9; Cả năm: trước ngày 21/12',
    ['Quý I', '6 tháng', 'Quý III', 'Cả năm'],
  ],
  ['Quy 1: trwéc ngay 21/3; 6 thdng: trwéc ngay 21/6', ['Quý I', '6 tháng']],
  ['Quý I, 6 tháng, 9 tháng và năm 2026', ['Quý I', '6 tháng', '9 tháng', 'Cả năm']],
  ['Báo cáo quý I gửi trước ngày 15/3, báo cáo 6 tháng gửi trước ngày 15/6', ['Quý I', '6 tháng']],
  ['25/3 (Quý I); 25/9 (Quý III)', ['Quý I', 'Quý III']],
  ['Tháng 3, 6/2026', ['Tháng 3', 'Tháng 6']],
  ['Hằng quý', ['Quý I', 'Quý II', 'Quý III', 'Quý IV']],
  ['Quý I, Quý III trước ngày 10 tháng cuối quý', ['Quý I', 'Quý III']],
  ['Báo cáo 6 tháng gửi trước ngày 10/6; báo cáo năm gửi trước ngày 05/12', ['6 tháng', 'Cả năm']],
  ['Đợt 1: 30/4; đợt 2: 30/10', ['Đợt 1', 'đợt 2']],
  ['10/6 và 10/12', ['', '']],
  ['Quý IV/2026', ['']],
])('the dates of %j are called %j', (text, labels) => {
  expect(readDeadline(text, plan).labels).toEqual(labels)
})

test('monthly dates are called by their month', () => {
  expect(readDeadline('Trước ngày 20 hằng tháng', plan).labels.slice(0, 2)).toEqual(['Tháng 1', 'Tháng 2'])
})

test('working days are those of the calendar that is given', () => {
  const days = (text: string, isWorkingDay?: (day: string) => boolean): string[] =>
    readDeadline(text, isWorkingDay === undefined ? plan : { ...plan, isWorkingDay }).occurrences
  const noTuesdays = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() !== 2
  expect(days('Sau 02 ngày làm việc')).toEqual(['2026-01-07'])
  expect(days('Sau 02 ngày làm việc', noTuesdays)).toEqual(['2026-01-08'])
  expect(days('Ngày làm việc cuối cùng của quý II')).toEqual(['2026-06-30'])
  expect(days('Ngày làm việc cuối cùng của quý II', noTuesdays)).toEqual(['2026-06-29'])
  expect(days('Ngày làm việc cuối cùng của tháng 5', () => false)).toHaveLength(1)
})

test('a plan issued late asks for the whole year, unless only what can still be done is wanted', () => {
  const late = { planYear: 2026, issuedOn: '2026-08-15' } as const
  const all = readDeadline('Hằng quý', late)
  expect(all.occurrences).toEqual(quarterEnds)
  expect(all.warnings).toEqual(['date-before-issue'])
  const left = readDeadline('Hằng quý', { ...late, recurringFromIssue: true })
  expect(left).toMatchObject({ occurrences: ['2026-09-30', '2026-12-31'], warnings: [] })
  expect(readDeadline('Quý I, quý III', { ...late, recurringFromIssue: true }).occurrences).toHaveLength(2)
})

test.each([
  ['QUYẾT ĐỊNH', ['2026-01-15']],
  ['KẾ HOẠCH', []],
])('what is counted from "ban hành Quyết định" in a %s', (kind, occurrences) => {
  const words = 'Trong vòng 10 ngày kể từ ngày ban hành Quyết định'
  expect(readDeadline(words, { ...plan, kind }).occurrences).toEqual(occurrences)
})
