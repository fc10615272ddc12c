import type { PlanWarningCode } from '../plan-document.ts'
import type { LocalDate } from '../time.ts'
import { findDays } from './days.ts'
import { blot, type Mention, type Reckoning, settle } from './mention.ts'
import { findMonthsAndQuarters } from './periods.ts'
import { findRecurring, type Recurrence } from './recurring.ts'
import { type Duration, findDuration } from './relative.ts'
import { findParts, findYears } from './years.ts'

/** What one clause of a deadline says. */
export interface ClauseReading {
  readonly days: readonly LocalDate[]
  readonly repeats: boolean
  readonly ongoing: boolean
  readonly problems: readonly PlanWarningCode[]
  /** Whether its words are known to set no date: "theo chỉ đạo", "kịp thời". */
  readonly undated: boolean
}

const allAlong = /\b(?:thuong xuyen|lien tuc|hang ngay|trong suot|24\/24|24\/7)\b/
const weekly = /\b(?:hang|moi) tuan\b/
const undatedWords =
  /\b(?:theo|kip thoi|dot xuat|khi co|khi phat sinh|khi can|theo yeu cau|neu co|khong|tuy theo|ngay khi co chi dao)\b|^-*$/
const vagueWords = /\b(?:dau|giua) (?:nam|quy|thang)\b|\bngay sau\b|\bsau khi\b|\btruoc khi\b/

const order: Readonly<Record<Mention['level'], number>> = { day: 0, month: 1, quarter: 2, half: 3, year: 4 }

/** "Quý I: tháng 3" and "Quý I (tháng 3)": what stands before is only the label of what follows. */
const isLabel = (text: string, mention: Mention, others: readonly Mention[]): boolean => {
  const after = text.slice(mention.end)
  const later = others.filter((other) => other.start >= mention.end)
  if (/^\s*:/.test(after)) return later.length > 0
  return /^\s*\(/.test(after) && later.some((other) => order[other.level] < order[mention.level])
}

/** Coarser mentions, without labels, and without a "trong năm" that a finer one makes precise. */
const coarseMentions = (text: string, reckoning: Reckoning): Mention[] => {
  const periods = findMonthsAndQuarters(text, reckoning)
  const rest = blot(text, periods)
  const parts = findParts(rest, reckoning)
  const all = [...periods, ...parts, ...findYears(blot(rest, parts), reckoning)].sort((a, b) => a.start - b.start)
  const finer = all.some((mention) => mention.ongoing !== true && mention.day !== null && mention.startOnly !== true)
  const settled = settle(text, all, reckoning)
  return settled.filter((mention) => !isLabel(text, mention, settled) && !(finer && mention.ongoing === true))
}

const mentionsIn = (text: string, reckoning: Reckoning): Mention[] => {
  const days = settle(text, findDays(text, reckoning), reckoning)
  return days.length > 0 ? days : coarseMentions(text, reckoning)
}

const isDate = (day: LocalDate | null | undefined): day is LocalDate => day !== null && day !== undefined
const isProblem = (problem: PlanWarningCode | undefined): problem is PlanWarningCode => problem !== undefined

/** Everything in a clause that tells the time. */
interface Found {
  readonly recurring: readonly Recurrence[]
  readonly duration: readonly Duration[]
  readonly mentions: readonly Mention[]
}

/** A date in every quarter makes the quarters beside it mere labels; only days stand beside it. */
const findAll = (clause: string, reckoning: Reckoning): Found => {
  const recurring = findRecurring(clause, reckoning)
  const duration = findDuration(blot(clause, recurring), reckoning)
  const rest = blot(clause, duration === null ? recurring : [...recurring, duration])
  const named = mentionsIn(rest, reckoning)
  const stated = recurring.some((one) => one.general !== true)
  return {
    recurring,
    duration: duration === null ? [] : [duration],
    mentions: stated ? named.filter((mention) => mention.level === 'day') : named,
  }
}

/** The days that are meant; "hằng quý" gives its own only when none are stated. */
const daysOf = ({ recurring, duration, mentions }: Found): LocalDate[] => {
  const stated = recurring.filter((one) => one.general !== true).flatMap((one) => one.days)
  const ends = mentions.filter((mention) => mention.startOnly !== true)
  const exact = [...stated, ...[...duration, ...ends].map((found) => found.day).filter(isDate)]
  return exact.length > 0 ? exact : recurring.flatMap((one) => one.days)
}

/** Words about time that name no day: a start without an end, "đầu năm", "hằng tuần". */
const isVague = (clause: string, { mentions }: Found): boolean =>
  mentions.some((mention) => mention.startOnly === true) || weekly.test(clause) || vagueWords.test(clause)

/** "Trong năm", or "thường xuyên" without a day that ends it. */
const isOngoing = (clause: string, { mentions }: Found): boolean =>
  mentions.some((mention) => mention.ongoing === true) ||
  (allAlong.test(clause) && !mentions.some((mention) => mention.level === 'day'))

/** Reads one clause in its plain form. Days go before months, months before quarters: the coarser are then labels. */
export const readClause = (clause: string, reckoning: Reckoning): ClauseReading => {
  const found = findAll(clause, reckoning)
  const days = daysOf(found)
  const problems = [...found.recurring, ...found.duration, ...found.mentions]
    .map((one) => one.problem)
    .filter(isProblem)
  return {
    days,
    repeats: found.recurring.length > 0 || weekly.test(clause),
    ongoing: isOngoing(clause, found),
    problems: days.length === 0 && isVague(clause, found) ? [...problems, 'deadline-not-understood'] : problems,
    undated: undatedWords.test(clause),
  }
}
