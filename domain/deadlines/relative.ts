import type { PlanWarningCode } from '../plan-document.ts'
import { addDays, type LocalDate } from '../time.ts'
import { addMonths, addWorkingDays, type IsWorkingDay } from './calendar.ts'
import type { Reckoning } from './mention.ts'

interface Due {
  readonly day: LocalDate | null
  readonly problem?: PlanWarningCode
}

/** A deadline counted from the document's own date. */
export interface Duration extends Due {
  readonly start: number
  readonly end: number
}

const pattern =
  /(?:\b(?<lead>trong vong|trong thoi han|thoi han|cham nhat(?: la)?|khong qua|toi da|sau|trong|truoc)\s+)?(?<![\d/])(?<count>\d{1,3})\s+(?<unit>ngay(?<working>\s+lam viec)?|tuan|thang)\b(?!\s*(?:dau|cuoi|\d|\/|mot lan|lan))(?<after>[^;]*)/
const anchorPattern = /\b(?:ke tu|tinh tu|tu|sau)\s+(?:khi\s+|ngay\s+)*(?<what>.*)$/
/** "văn bản được ban hành" is any that is to come; "văn bản này" is this one. */
const document = '(?:ke hoach(?:\\s+nay)?|(?:van ban|quyet dinh|cong van|thong bao|chuong trinh)\\s+nay)'
const ofIssue = new RegExp(
  `^(?:duoc\\s+)?(?:(?:ky|ky ban hanh|ban hanh|phat hanh)(?:\\s+${document})?|${document}\\s+(?:duoc\\s+)?(?:ky|ban hanh|phat hanh|co hieu luc)\\b.*)\\s*(?:$|[,.)])`,
)

/** What is counted from: the issue of this document, something else that nobody can date, or nothing said. */
type Anchor = 'issue' | 'other' | 'unsaid'

/** "kể từ ngày ban hành Quyết định" in a decision is its own date; in a plan it is that of a decision to come. */
const isOwnIssue = (what: string, kind: string): boolean =>
  kind !== '' && new RegExp(`^(?:duoc )?(?:ky |ky ban hanh |ban hanh )${kind}$`).test(what)

const anchorOf = (after: string, kind: string): Anchor => {
  const what = anchorPattern.exec(after)?.groups?.['what']
  if (what === undefined) return /\b(?:khi|ke|tinh|nhan)\b/.test(after) ? 'other' : 'unsaid'
  return ofIssue.test(what.trim()) || isOwnIssue(what.trim(), kind) ? 'issue' : 'other'
}

const countFrom = (date: LocalDate, count: number, unit: string, isWorkingDay: IsWorkingDay | null): LocalDate => {
  if (isWorkingDay !== null) return addWorkingDays(date, count, isWorkingDay)
  if (unit === 'thang') return addMonths(date, count)
  return addDays(date, unit === 'tuan' ? count * 7 : count)
}

/** "trong 6 tháng" may be the first half of a year or six months from now: only days are counted without an anchor. */
const counts = (lead: string | undefined, unit: string, anchor: Anchor): boolean => {
  if (lead === undefined) return anchor !== 'unsaid'
  return unit.startsWith('ngay') || anchor !== 'unsaid' || /vong|thoi han|khong qua/.test(lead)
}

type Found = Readonly<Record<string, string | undefined>>

/** "chậm nhất 05 ngày trước khi họp" counts back from a day that nobody knows. */
const countsBack = /^\s*(?:lam viec\s+)?,?\s*(?:truoc|so voi)\b/

const dueAfter = (found: Found, anchor: Anchor, { issuedOn, isWorkingDay }: Reckoning): Due => {
  const { lead, count, unit = '', working, after = '' } = found
  if (anchor === 'other' || lead === 'truoc' || countsBack.test(after))
    return { day: null, problem: 'deadline-not-understood' }
  if (issuedOn === null) return { day: null, problem: 'no-issue-date' }
  return { day: countFrom(issuedOn, Number(count), unit, working === undefined ? null : isWorkingDay) }
}

/** A duration ("trong vòng 10 ngày kể từ ngày ban hành") in a text in its plain form; null when it has none. */
export const findDuration = (text: string, reckoning: Reckoning): Duration | null => {
  const match = pattern.exec(text)
  const found: Found = match?.groups ?? {}
  if (match === null) return null
  const anchor = anchorOf(found['after'] ?? '', reckoning.kind)
  if (!counts(found['lead'], found['unit'] ?? '', anchor)) return null
  return { start: match.index, end: match.index + match[0].length, ...dueAfter(found, anchor, reckoning) }
}
