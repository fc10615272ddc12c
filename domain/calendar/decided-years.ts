import { addDays, daysBetween, type LocalDate } from '../time.ts'
import type { Basis, Holiday, KnownDay } from './known-day.ts'
import { cultureResolution, labourCode } from './statutory.ts'

// The days off and the swapped days of work of public offices, year by year, with the document that says so. The
// number of a document is given where it was found in print; where it was not, the letter that it rests on.

const notice2022 = 'Công văn 245/VPCP-KGVX ngày 11/01/2022, Thông báo 119/TB-LĐTBXH'
const notice2023 = 'Công văn 8056/VPCP-KGVX ngày 01/12/2022, Thông báo 5034/TB-LĐTBXH'
const notice2024 = 'Công văn 8662/VPCP-KGVX ngày 03/11/2023, Thông báo 5015/TB-LĐTBXH ngày 22/11/2023'
const swapOfMay2024 = 'Công văn 2450/VPCP-KGVX ngày 12/04/2024'
const notice2025 = 'Công văn 8726/VPCP-KGVX ngày 26/11/2024, Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024'
const notice2026 = 'Thông báo 9441/TB-BNV ngày 16/10/2025'
const swapOfNewYear2026 = 'Công văn 12729/VPCP-KGVX ngày 25/12/2025'

interface Stretch {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly kind: KnownDay['kind']
  readonly name: Holiday
  readonly basis: Basis
  readonly source: string
}

const off = (days: LocalDate | readonly [LocalDate, LocalDate], name: Holiday, source: string): Stretch => {
  const [from, to] = typeof days === 'string' ? [days, days] : days
  const basis = source === labourCode || source === cultureResolution ? 'law' : 'notice'
  return { from, to, kind: 'off', name, basis, source }
}

/** A day of work given off, and the day of rest that is worked instead. */
const swap = (given: LocalDate, worked: LocalDate, source: string): readonly Stretch[] => [
  { from: given, to: given, kind: 'off', name: 'swap', basis: 'notice', source },
  { from: worked, to: worked, kind: 'working', name: 'swap', basis: 'notice', source },
]

/** Not announced when this was written: chosen by the rule that the years before follow. */
const expected = (days: LocalDate | readonly [LocalDate, LocalDate], name: Holiday): Stretch => ({
  ...off(days, name, labourCode),
  basis: 'forecast',
})

const stretches: Readonly<Record<number, readonly Stretch[]>> = {
  2022: [
    off('2022-01-01', 'new-year', labourCode),
    off('2022-01-03', 'in-lieu', labourCode),
    off(['2022-01-31', '2022-02-04'], 'tet', notice2022),
    off('2022-04-10', 'hung-kings', labourCode),
    off('2022-04-11', 'in-lieu', labourCode),
    off('2022-04-30', 'victory', labourCode),
    off('2022-05-01', 'labour', labourCode),
    off(['2022-05-02', '2022-05-03'], 'in-lieu', labourCode),
    off(['2022-09-01', '2022-09-02'], 'national', notice2022),
  ],
  2023: [
    off('2023-01-01', 'new-year', labourCode),
    off('2023-01-02', 'in-lieu', labourCode),
    off(['2023-01-20', '2023-01-26'], 'tet', notice2023),
    off('2023-04-29', 'hung-kings', labourCode),
    off('2023-04-30', 'victory', labourCode),
    off('2023-05-01', 'labour', labourCode),
    off(['2023-05-02', '2023-05-03'], 'in-lieu', labourCode),
    off(['2023-09-01', '2023-09-04'], 'national', notice2023),
  ],
  2024: [
    off('2024-01-01', 'new-year', labourCode),
    off(['2024-02-08', '2024-02-14'], 'tet', notice2024),
    off('2024-04-18', 'hung-kings', labourCode),
    ...swap('2024-04-29', '2024-05-04', swapOfMay2024),
    off('2024-04-30', 'victory', labourCode),
    off('2024-05-01', 'labour', labourCode),
    off(['2024-09-02', '2024-09-03'], 'national', notice2024),
  ],
  2025: [
    off('2025-01-01', 'new-year', labourCode),
    off(['2025-01-27', '2025-01-31'], 'tet', notice2025),
    off('2025-04-07', 'hung-kings', labourCode),
    off('2025-04-30', 'victory', labourCode),
    off('2025-05-01', 'labour', labourCode),
    ...swap('2025-05-02', '2025-04-26', notice2025),
    off(['2025-09-01', '2025-09-02'], 'national', notice2025),
  ],
  // A swap of 23 for 28 November was proposed; that it was decided could not be confirmed, and so it is not here.
  2026: [
    off('2026-01-01', 'new-year', labourCode),
    ...swap('2026-01-02', '2026-01-10', swapOfNewYear2026),
    off(['2026-02-16', '2026-02-20'], 'tet', notice2026),
    off('2026-04-26', 'hung-kings', labourCode),
    off('2026-04-27', 'in-lieu', labourCode),
    off('2026-04-30', 'victory', labourCode),
    off('2026-05-01', 'labour', labourCode),
    ...swap('2026-08-31', '2026-08-22', notice2026),
    off(['2026-09-01', '2026-09-02'], 'national', notice2026),
    off('2026-11-24', 'culture', cultureResolution),
  ],
  2027: [
    off('2027-01-01', 'new-year', labourCode),
    expected(['2027-02-04', '2027-02-08'], 'tet'),
    expected(['2027-02-09', '2027-02-10'], 'in-lieu'),
    off('2027-04-16', 'hung-kings', labourCode),
    off('2027-04-30', 'victory', labourCode),
    off('2027-05-01', 'labour', labourCode),
    off('2027-05-03', 'in-lieu', labourCode),
    off('2027-09-02', 'national', labourCode),
    expected('2027-09-03', 'national'),
    off('2027-11-24', 'culture', cultureResolution),
  ],
}

const daysOf = ({ from, to, ...what }: Stretch): readonly KnownDay[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => ({ date: addDays(from, at), ...what }))

/** What ships with the program for a year, in the order of the days; null for years it knows only the law of. */
export const decidedDays = (year: number): readonly KnownDay[] | null =>
  stretches[year]?.flatMap(daysOf).toSorted((a, b) => a.date.localeCompare(b.date)) ?? null
