import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDeadline } from '../../domain/deadline.ts'
import { daysInMonth } from '../../domain/deadlines/calendar.ts'
import { stripMarks } from '../../domain/fold.ts'
import { addDays } from '../../domain/time.ts'
import { damaged } from './deadline-phrases/damage.ts'
import { days as dayPhrases } from './deadline-phrases/days.ts'
import { further } from './deadline-phrases/further.ts'
import { periods } from './deadline-phrases/periods.ts'
import { plan } from './deadline-phrases/phrase.ts'
import { recurring } from './deadline-phrases/recurring.ts'
import { counted, undated, vague } from './deadline-phrases/undated.ts'

const context = { planYear: 2026, issuedOn: null } as const

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const days = fc
  .record({ year: fc.integer({ min: 2021, max: 2039 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc.record({
      year: fc.constant(year),
      month: fc.constant(month),
      day: fc.integer({ min: 1, max: daysInMonth(year, month) }),
    }),
  )

const two = (number: number): string => String(number).padStart(2, '0')
const iso = ({ year, month, day }: Day): string => `${String(year)}-${two(month)}-${two(day)}`

const prints: readonly ((d: Day) => string)[] = [
  (d) => `${String(d.day)}/${String(d.month)}/${String(d.year)}`,
  (d) => `${two(d.day)}/${two(d.month)}/${String(d.year)}`,
  (d) => `${two(d.day)}/${two(d.month)}/${String(d.year).slice(2)}`,
  (d) => `${two(d.day)}.${two(d.month)}.${String(d.year)}`,
  (d) => `${String(d.day)}.${String(d.month)}.${String(d.year).slice(2)}`,
  (d) => `${String(d.day)}-${String(d.month)}-${String(d.year)}`,
  (d) => `${two(d.day)} - ${two(d.month)} - ${String(d.year)}`,
  (d) => `${String(d.day)} tháng ${String(d.month)} năm ${String(d.year)}`,
  (d) => `${two(d.day)} tháng ${two(d.month)}, năm ${String(d.year)}`,
  (d) => `${two(d.day)} / ${two(d.month)} / ${String(d.year)}`,
  iso,
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
      (date, print, lead, bare) => {
        const text = lead + print(date)
        const reading = readDeadline(bare ? stripMarks(text) : text, context)
        expect(reading).toMatchObject({ occurrences: [iso(date)], cadence: 'once', warnings: [] })
      },
    ),
  )
})

test('damage that leaves the figures leaves the date', () => {
  const letters = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 20 })
  fc.assert(
    fc.property(
      days,
      fc.constantFrom(...prints.slice(0, 6)),
      fc.constantFrom('trước ngày ', 'Chậm nhất ngày '),
      letters,
      (date, print, lead, how) => {
        const expected = readDeadline(lead + print(date), context).occurrences
        expect(readDeadline(damaged(lead, how) + print(date), context).occurrences).toEqual(expected)
      },
    ),
    { seed: 30_9_2025, numRuns: 400 },
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
        const text = dates.map((date) => `ngày ${two(date.day)}/${two(date.month)}/${String(date.year)}`).join(joint)
        expect(readDeadline(text, context).occurrences).toEqual([...new Set(dates.map(iso))].sort())
      },
    ),
  )
})

const phrases = [...dayPhrases, ...periods, ...recurring, ...counted, ...undated, ...vague, ...further]

test('a phrase that a scan has damaged is read as it was meant or not at all, and nearly always read', () => {
  let read = 0
  let meant = 0
  const choices = fc.array(
    fc.oneof({ arbitrary: fc.constant(0), weight: 2 }, { arbitrary: fc.integer({ min: 1, max: 4 }), weight: 1 }),
    { minLength: 11, maxLength: 29 },
  )
  fc.assert(
    fc.property(fc.constantFrom(...phrases), choices, (phrase, how) => {
      const { occurrences } = readDeadline(damaged(phrase.text, how), plan)
      expect(occurrences.filter((day) => !phrase.days.includes(day))).toEqual([])
      meant += 1
      read += occurrences.length === phrase.days.length ? 1 : 0
    }),
    { seed: 14_08_2025, numRuns: 4_000 },
  )
  expect(read / meant).toBeGreaterThan(0.97)
})

const plainWords =
  'sở nội vụ ban hành kế hoạch báo cáo kết quả kịp thời theo quy định đúng hạn hồ sơ 100% 05 nhiệm vụ, (TTHC) 12 tiến độ; số 3 mức tổ chức thực hiện giao phường, xã. Ủy ban nhân dân ISO 9001:2015 63/63 – "một cửa" và các đơn vị liên quan'.split(
    // "quy" alone is how "quý" is written without marks, and "quy 3" is a period then.
    / (?!định)/u,
  )

test('text with no date and no period yields none', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...plainWords), { maxLength: 14 }), fc.boolean(), (words, bare) => {
      const text = words.join(' ')
      expect(readDeadline(bare ? stripMarks(text) : text, context).occurrences).toEqual([])
    }),
  )
})

const bits =
  'ngày trước tháng quý năm hằng đầu cuối từ đến IV I 3 15/6 31/2 2026 / - , ; : và lần ? … O1 l5 thdng trwéc cùng việc kể ban hành T9 trong vòng'.split(
    ' ',
  )
const anything = fc.oneof(
  fc.array(fc.constantFrom(...bits), { maxLength: 14 }).map((list) => list.join(' ')),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
)

test('whatever the text, every date is a real day, in order and with its label, and nothing fails', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { occurrences, labels } = readDeadline(text, context)
      expect([...occurrences].sort()).toEqual(occurrences)
      expect(labels).toHaveLength(occurrences.length)
      for (const day of occurrences) {
        const [year = 0, month = 0, number = 0] = day.split('-').map(Number)
        expect(number >= 1 && number <= daysInMonth(year, month)).toBe(true)
      }
    }),
  )
})

test('tidying a text first changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 14 }), (list) => {
      const tidied = list.join(' ')
      expect(readDeadline(`  ${list.join('  ')} `.normalize('NFD'), context)).toEqual(readDeadline(tidied, context))
    }),
  )
})

/** Backtracking over any of these would take minutes, not the seconds that a test has. */
test.each([
  '1/1 ',
  'quý I, ',
  '3, 6, 9, ',
  'ngày 15 và ',
  '?',
  'tháng 3 đến ',
  'số 1/KH-UBND ',
  '2025-',
  ' ',
  '\n',
  'O1',
  'ngày 10 tháng cuối quý ',
])('a hundred thousand letters of %j are read in time that grows with them alone', (bit) => {
  const text = bit.repeat(100_000 / bit.length)
  expect(readDeadline(text, context).labels.length).toBeGreaterThanOrEqual(0)
})
