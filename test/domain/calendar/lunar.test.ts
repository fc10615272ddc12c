import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lunarDate } from '../../../domain/calendar/lunar.ts'
import { addDays, daysBetween } from '../../../domain/time.ts'

const beijing = 8

describe('the first day of the lunar year', () => {
  test.each([
    ['2022-02-01', 'Nhâm Dần'],
    ['2023-01-22', 'Quý Mão'],
    ['2024-02-10', 'Giáp Thìn'],
    ['2025-01-29', 'Ất Tỵ'],
    ['2026-02-17', 'Bính Ngọ'],
    ['2027-02-06', 'Đinh Mùi'],
    ['2028-01-26', 'Mậu Thân'],
    ['2029-02-13', 'Kỷ Dậu'],
    ['2031-01-23', 'Tân Hợi'],
    ['2032-02-11', 'Nhâm Tý'],
    ['2033-01-31', 'Quý Sửu'],
  ])('is %s in %s', (day) => {
    expect(lunarDate(Number(day.slice(0, 4)), 1, 1)).toBe(day)
  })

  test.each([
    ['1968-01-29', '1968-01-30'],
    ['1985-01-21', '1985-02-20'],
    ['2007-02-17', '2007-02-18'],
    ['2030-02-02', '2030-02-03'],
  ])('is %s at UTC+7, although %s at UTC+8', (vietnamese, chinese) => {
    const year = Number(vietnamese.slice(0, 4))
    expect([lunarDate(year, 1, 1), lunarDate(year, 1, 1, beijing)]).toEqual([vietnamese, chinese])
  })

  test('at UTC+8 is the Chinese New Year, as almanacs print it', () => {
    const printed =
      '0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 ' +
      '0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208 0128 0215 0204 0124 ' +
      '0212 0201 0122 0210 0130 0217 0206 0126 0214 0202'
    const computed = Array.from({ length: 50 }, (_, at) =>
      lunarDate(2000 + at, 1, 1, beijing)
        .slice(5)
        .replace('-', ''),
    )
    expect(computed.join(' ')).toBe(printed)
  })
})

test.each(['2022-04-10', '2023-04-29', '2024-04-18', '2025-04-07', '2026-04-26', '2027-04-16', '2028-04-04'])(
  'Giỗ Tổ Hùng Vương, the tenth of the third month, is %s',
  (day) => {
    expect(lunarDate(Number(day.slice(0, 4)), 3, 10)).toBe(day)
  },
)

// ICU has astronomy of its own, which is some hours off now and then: a day's difference is its, a month's is ours.
test('agrees with the calendar that the runtime has', () => {
  const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
  const read = (day: string) => chinese.format(new Date(`${day}T00:00:00Z`))
  const years = Array.from({ length: 101 }, (_, at) => 1990 + at)
  const differing = years.filter((year) => read(addDays(lunarDate(year, 3, 10, beijing), 0)) !== '3/10')
  expect(differing.length).toBeLessThan(3)
  for (const year of differing) expect(read(lunarDate(year, 3, 10, beijing))).toMatch(/^3\/(?:9|11)$/)
})

describe('in any year', () => {
  const years = fc.integer({ min: 1900, max: 2099 })

  test('months follow one another by 29 or 30 days, or by two months where one is doubled', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 9 }), (year, month) => {
        const length = daysBetween(lunarDate(year, month, 1), lunarDate(year, month + 1, 1))
        expect([29, 30, 58, 59, 60]).toContain(length)
      }),
    )
  })

  test('the year begins between 20 January and 21 February and has twelve or thirteen months', () => {
    fc.assert(
      fc.property(years, (year) => {
        const first = lunarDate(year, 1, 1)
        expect(first >= `${year}-01-20` && first <= `${year}-02-21`).toBe(true)
        const length = daysBetween(first, lunarDate(year + 1, 1, 1))
        expect([353, 354, 355, 383, 384, 385]).toContain(length)
      }),
    )
  })
})
