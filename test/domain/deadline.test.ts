import { expect, test } from 'vitest'
import { readDeadline } from '../../domain/deadline.ts'
import { stripMarks } from '../../domain/fold.ts'
import { everyMonth, plan, quarterEnds, readings } from './deadline-readings.ts'

test.each(readings)('%j', (text, occurrences, cadence, warning) => {
  expect(readDeadline(text, plan)).toMatchObject({
    occurrences,
    cadence,
    warnings: warning === undefined ? [] : [warning],
  })
})

test.each(readings)('%j without its diacritics', (text, occurrences, cadence, warning) => {
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
