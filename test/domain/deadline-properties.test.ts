import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDeadline } from '../../domain/deadline.ts'
import { daysInMonth } from '../../domain/deadlines/calendar.ts'
import { stripMarks } from '../../domain/fold.ts'
import { addDays } from '../../domain/time.ts'

const context = { planYear: 2026, issuedOn: null } as const

const days = fc
  .record({ year: fc.integer({ min: 2020, max: 2039 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc.record({
      year: fc.constant(year),
      month: fc.constant(month),
      day: fc.integer({ min: 1, max: daysInMonth(year, month) }),
    }),
  )

const two = (number: number): string => String(number).padStart(2, '0')
const iso = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  `${year}-${two(month)}-${two(day)}`

const prints = [
  (d: { year: number; month: number; day: number }) => `${d.day}/${d.month}/${d.year}`,
  (d: { year: number; month: number; day: number }) => `${two(d.day)}/${two(d.month)}/${d.year}`,
  (d: { year: number; month: number; day: number }) => `${two(d.day)}.${two(d.month)}.${d.year}`,
  (d: { year: number; month: number; day: number }) => `${d.day}-${d.month}-${d.year}`,
  (d: { year: number; month: number; day: number }) => `${d.day} tháng ${d.month} năm ${d.year}`,
  (d: { year: number; month: number; day: number }) => `${two(d.day)} / ${two(d.month)} / ${d.year}`,
]
const leads = [
  'ngày ',
  'Chậm nhất ngày ',
  'Đến hết ngày ',
  'Hoàn thành xong ngày ',
  'Trước 17h00 ngày ',
  'Gửi báo cáo về Sở Nội vụ chậm nhất là ngày ',
]

test('a date printed in any supported form reads back, with diacritics or without', () => {
  fc.assert(
    fc.property(
      days,
      fc.constantFrom(...prints),
      fc.constantFrom(...leads),
      fc.boolean(),
      (date, print, lead, stripped) => {
        const text = lead + print(date)
        const reading = readDeadline(stripped ? stripMarks(text) : text, context)
        expect(reading).toEqual({ occurrences: [iso(date)], cadence: 'once', warnings: [] })
      },
    ),
  )
})

test('"trước ngày" is always the day before', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...prints), (date, print) => {
      expect(readDeadline(`Trước ngày ${print(date)}`, context).occurrences).toEqual([addDays(iso(date), -1)])
    }),
  )
})

test('several dates come back sorted and none twice, however they are joined', () => {
  fc.assert(
    fc.property(
      fc.array(days, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(', ', '; ', ' và ', '\n'),
      (dates, joint) => {
        const text = dates.map((date) => `ngày ${two(date.day)}/${two(date.month)}/${date.year}`).join(joint)
        expect(readDeadline(text, context).occurrences).toEqual([...new Set(dates.map(iso))].sort())
      },
    ),
  )
})

const plainWords = [
  'sở',
  'nội',
  'vụ',
  'ban',
  'hành',
  'kế',
  'hoạch',
  'báo',
  'cáo',
  'kết',
  'quả',
  'kịp',
  'thời',
  'theo',
  'quy',
  'định',
  'đúng',
  'hạn',
  'hồ',
  'sơ',
  '100%',
  '05',
  'nhiệm',
  'vụ,',
  '(TTHC)',
  '12',
  'tiến',
  'độ;',
]

test('text with no date and no period yields none', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...plainWords), { maxLength: 12 }), (words) => {
      expect(readDeadline(words.join(' '), context).occurrences).toEqual([])
    }),
  )
})

test('whatever the text, every date is a real day, in order, and nothing fails', () => {
  const bits = [
    'ngày',
    'trước',
    'tháng',
    'quý',
    'năm',
    'hằng',
    'đầu',
    'cuối',
    'từ',
    'đến',
    'IV',
    'I',
    '3',
    '15/6',
    '31/2',
    '2026',
    '/',
    '-',
    ',',
    ';',
    ':',
    '6 tháng',
    'và',
    'lần',
  ]
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...bits), { maxLength: 12 }).map((list) => list.join(' ')),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const { occurrences } = readDeadline(text, context)
      expect([...occurrences].sort()).toEqual(occurrences)
      for (const day of occurrences) expect(addDays(addDays(day, 1), -1)).toBe(day)
    }),
  )
})
