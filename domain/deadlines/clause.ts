import type { PlanWarningCode } from '../plan-document.ts'
import { findDays } from './days.ts'
import { findEvery } from './every.ts'
import { labelled } from './labels.ts'
import { blot, type Dated, isList, type Mention, nearAfter, type Reckoning, settle } from './mention.ts'
import { namesSomething } from './naming.ts'
import { findMonthsAndQuarters } from './periods.ts'
import type { Recurrence } from './recurrence.ts'
import { findStatedRecurring } from './recurring.ts'
import { type Duration, findDuration } from './relative.ts'
import { findParts, findYears } from './years.ts'

/** What one clause of a deadline says. */
export interface ClauseReading {
  readonly days: readonly Dated[]
  readonly repeats: boolean
  readonly ongoing: boolean
  readonly problems: readonly PlanWarningCode[]
  /** Whether its words are known to set no date: "theo chỉ đạo", "kịp thời". */
  readonly undated: boolean
  /** "trước ngày 15/3": bare dates in the clauses that follow are "before" too. */
  readonly before: boolean
}

const allAlong = /\b(?:thuong xuyen|lien tuc|hang ngay|hang gio|trong suot|24\/24|24\/7)\b/
const weekly = /\b(?:hang|moi|theo) tuan\b|\btuan\s*\/\s*lan\b/
const periodically = /^\s*(?:bao cao\s+)?dinh ky\b/
const undatedWords =
  /\b(?:theo|kip thoi|dot xuat|khi co|khi phat sinh|khi can|theo yeu cau|neu co|khong|tuy theo|ngay khi co chi dao)\b|^-*$/
const vagueWords = /\b(?:dau|giua) (?:nam|quy|thang|ky)\b|\bngay sau\b|\bsau khi\b|\btruoc khi\b|\btet\b/

const order: Readonly<Record<Mention['level'], number>> = { day: 0, month: 1, quarter: 2, half: 3, year: 4 }

/** "Quý I: tháng 3" and "Quý I (tháng 3)": what stands before is only the label of what follows. */
const isLabel = (text: string, mention: Mention, next: Mention | undefined): boolean => {
  const after = nearAfter(text, mention.end)
  if (/^\s*:/.test(after)) return next !== undefined
  return /^\s*\(/.test(after) && next !== undefined && order[next.level] < order[mention.level]
}

/** "Kế hoạch công tác quý I, quý II": all of a list names what its first member names. */
const withoutNames = (text: string, mentions: readonly Mention[]): Mention[] => {
  const kept: Mention[] = []
  let dropped: Mention | null = null
  for (const mention of mentions) {
    const listed = dropped !== null && isList(text.slice(dropped.end, mention.start))
    if (listed || namesSomething(text, mention)) dropped = mention
    else kept.push(mention)
  }
  return kept
}

/** Most clauses are of one kind: what cannot be there is not looked for. */
const coarseWords = /thang|qu[yi]|nam|nua|20\d\d|(?<![a-z])[qt]\.?\s?[\div]/
const recurringWords = /thang|quy|\b(?:thu|chu nhat)\b/
const everyWords = /hang|moi|tung|dinh ky|lan|(?:cac|bon|4) quy|quy *(?:,|va)/

/** Months, quarters, halves and years, in order, as they stand. */
const allCoarse = (text: string, reckoning: Reckoning): Mention[] => {
  if (!coarseWords.test(text)) return []
  const periods = findMonthsAndQuarters(text, reckoning)
  const rest = blot(text, periods)
  const parts = findParts(rest, reckoning)
  const all = [...periods, ...parts, ...findYears(blot(rest, parts), reckoning)]
  return all.sort((a, b) => a.start - b.start)
}

/** Coarser mentions, without labels, and without a "trong năm" that a finer one makes precise. */
const coarseMentions = (text: string, reckoning: Reckoning): Mention[] => {
  const all = withoutNames(text, allCoarse(text, reckoning))
  const finer = all.some((mention) => mention.ongoing !== true && mention.day !== null && mention.startOnly !== true)
  const settled = settle(text, all, reckoning)
  // "Cuối quý III, đầu quý IV": what ends on a day that nobody can tell has no other end either.
  const untold = settled.find(({ problem }) => problem === 'deadline-not-understood')
  if (untold !== undefined) return [untold]
  return settled.filter(
    (mention, at) => !isLabel(text, mention, settled[at + 1]) && !(finer && mention.ongoing === true),
  )
}

/** Days go before months, months before quarters: what is coarser is then only the label of what is finer. */
const mentionsIn = (text: string, reckoning: Reckoning): Mention[] => {
  const days = /\d/.test(text) ? settle(text, findDays(text, reckoning), reckoning) : []
  if (days.length === 0) return labelled(text, coarseMentions(text, reckoning), [])
  return labelled(text, days, allCoarse(blot(text, days), reckoning))
}

/** Everything in a clause that tells the time. */
interface Found {
  readonly recurring: readonly Recurrence[]
  readonly duration: readonly Duration[]
  readonly mentions: readonly Mention[]
}

/** A date in every quarter makes the quarters beside it mere labels; only days stand beside it. */
const findAll = (clause: string, reckoning: Reckoning): Found => {
  const stated = recurringWords.test(clause) ? findStatedRecurring(clause, reckoning) : []
  const afterStated = blot(clause, stated)
  const duration = findDuration(afterStated, reckoning)
  const afterDuration = duration === null ? afterStated : blot(afterStated, [duration])
  const every = everyWords.test(afterDuration) ? findEvery(afterDuration, reckoning) : []
  const named = mentionsIn(blot(afterDuration, every), reckoning)
  return {
    recurring: [...stated, ...every],
    duration: duration === null ? [] : [duration],
    mentions: stated.length > 0 ? named.filter((mention) => mention.level === 'day') : named,
  }
}

const datedOf = ({ day, label }: Mention): Dated[] => (day === null ? [] : [{ day, label }])

/**
 * The days that are meant; "hằng quý" gives its own only when none are stated. Beside it a half of the year is one more
 * date ("hằng quý, 6 tháng"), a year only says how long it goes on ("hằng quý trong năm 2025").
 */
const daysOf = ({ recurring, duration, mentions }: Found): readonly Dated[] => {
  const stated = recurring.filter((one) => one.general !== true).flatMap((one) => one.days)
  const general = recurring.filter((one) => one.general === true).flatMap((one) => one.days)
  const ends = mentions.filter(({ startOnly }) => startOnly !== true)
  const counted = duration.flatMap(({ day }) => (day === null ? [] : [{ day, label: '' }]))
  if (
    general.length > 0 &&
    stated.length + counted.length === 0 &&
    ends.every(({ level }) => order[level] >= order.half)
  ) {
    return [...general, ...ends.filter(({ level }) => level === 'half').flatMap(datedOf)]
  }
  const exact = [...stated, ...counted, ...ends.flatMap(datedOf)]
  return exact.length > 0 ? exact : general
}

/** Words about time that name no day: a start without an end, "đầu năm", "hằng tuần". */
const isVague = (clause: string, { mentions }: Found): boolean =>
  mentions.some((mention) => mention.startOnly === true) ||
  weekly.test(clause) ||
  periodically.test(clause) ||
  vagueWords.test(clause)

/** "Trong năm", or "thường xuyên" without a day that ends it. */
const isOngoing = (clause: string, { mentions }: Found): boolean =>
  mentions.some((mention) => mention.ongoing === true) ||
  (allAlong.test(clause) && !mentions.some((mention) => mention.level === 'day'))

const comesBack = (clause: string, { recurring }: Found): boolean =>
  recurring.some((one) => one.listed !== true) || weekly.test(clause) || periodically.test(clause)

const problemsOf = ({ recurring, duration, mentions }: Found): PlanWarningCode[] =>
  [...recurring, ...duration, ...mentions].flatMap(({ problem }) => (problem === undefined ? [] : [problem]))

const illegible: ClauseReading = {
  days: [],
  repeats: false,
  ongoing: false,
  problems: ['deadline-not-understood'],
  undated: false,
  before: false,
}

/** Reads one clause in its plain form. Of one that cannot be read in part nothing is taken for sure. */
export const readClause = (clause: string, reckoning: Reckoning): ClauseReading => {
  if (clause.includes('?')) return illegible
  const found = findAll(clause, reckoning)
  const days = daysOf(found)
  const problems = problemsOf(found)
  return {
    days,
    repeats: comesBack(clause, found),
    ongoing: isOngoing(clause, found),
    problems: days.length === 0 && isVague(clause, found) ? [...problems, 'deadline-not-understood'] : problems,
    undated: undatedWords.test(clause),
    before: found.mentions.at(-1)?.before === true,
  }
}
