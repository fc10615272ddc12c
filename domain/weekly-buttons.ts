import type { Figures } from './figures.ts'
import type { Button } from './message.ts'
import type { ListName } from './ports/assignments.ts'
import { shorten } from './shorten.ts'
import { inRows } from './task-buttons.ts'
import type { LocalDate } from './time.ts'
import type { WeeklySummary } from './weekly.ts'

// The buttons under a weekly summary. They carry what it said, so that whoever presses one a week later is told what is
// different now. An action has 64 bytes: days and moments are written short.

/** The numbers that open from a summary. */
export type WeekNumber = Extract<
  ListName,
  'late' | 'due-soon' | 'in-time' | 'undated' | 'obstacles' | 'silent' | 'done' | 'done-late' | 'all'
>

export const weekNumbers: Readonly<Record<WeekNumber, keyof Figures>> = {
  late: 'late',
  'due-soon': 'dueSoon',
  'in-time': 'inTime',
  undated: 'undated',
  obstacles: 'obstacles',
  silent: 'silent',
  done: 'done',
  'done-late': 'doneLate',
  all: 'total',
}

export interface WeekButtonLabels {
  /** "Quá hạn (5)" */
  number(name: WeekNumber, count: number): string
  /** "Im lặng (2 đơn vị)" */
  silentAgencies(count: number): string
  /** "Phòng Nội vụ (3)" */
  agency(name: string, late: number): string
}

/** "2026-03-06" as "260306". */
const writeDay = (day: LocalDate): string => day.slice(2).replaceAll('-', '')

/** Null for what is no day. */
export const readDay = (written: string): LocalDate | null => {
  const [, year, month, day] = /^(\d\d)(\d\d)(\d\d)$/u.exec(written) ?? []
  return year === undefined || month === undefined || day === undefined ? null : `20${year}-${month}-${day}`
}

const writeMoment = (at: Date): string => Math.floor(at.getTime() / 1000).toString(36)

/** Null for what is no moment. */
export const readMoment = (written: string): Date | null =>
  /^[0-9a-z]{5,7}$/u.test(written) ? new Date(Number.parseInt(written, 36) * 1000) : null

const nameLength = 24

/** Who presses: a whole group, whoever oversees everything, or the head of some agencies. */
export type WeekReaders = 'group' | 'all' | 'headed'

export const readersOfWeek = (inGroup: boolean, scope: 'all' | readonly string[]): WeekReaders => {
  if (inGroup) return 'group'
  return scope === 'all' ? 'all' : 'headed'
}

/** Opens what stands behind the numbers: to whoever oversees them, list by list; to a whole group, plan by plan. */
export const weekButtons = (
  summary: WeeklySummary,
  readers: WeekReaders,
  labels: WeekButtonLabels,
): readonly (readonly Button[])[] => {
  const { totals, agencies, week } = summary
  const day = writeDay(week.to)
  const names = (Object.keys(weekNumbers) as WeekNumber[]).filter((name) => totals[weekNumbers[name]] > 0)
  const open = (name: WeekNumber, of: string, label: string, count: number): Button => ({
    label,
    action: `${of === 'group' ? 'wkg' : 'wk'}:${name}:${of === 'group' ? '' : `${of}:`}${day}:${count}`,
  })
  const numbers = names.map((name) => {
    const count = totals[weekNumbers[name]]
    return open(name, readers, labels.number(name, count), count)
  })
  if (agencies === null || readers === 'group') return inRows(numbers, 2)
  const silent = agencies.silent.length
  const quiet: Button[] =
    silent > 0 ? [{ label: labels.silentAgencies(silent), action: `wks:${readers}:${writeMoment(week.since)}` }] : []
  const worst = agencies.worst.map(({ agencyId, agencyName, late }) =>
    open('late', agencyId, labels.agency(shorten(agencyName, nameLength), late), late),
  )
  return [...inRows([...numbers, ...quiet], 2), ...inRows(worst, 2)]
}
