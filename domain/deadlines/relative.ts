import type { PlanWarningCode } from '../plan-document.ts'
import { addDays, type LocalDate } from '../time.ts'
import { addMonths, addWorkingDays } from './calendar.ts'
import type { Reckoning } from './mention.ts'

/** A deadline counted from the document's own date. */
export interface Duration {
  readonly start: number
  readonly end: number
  readonly day: LocalDate | null
  readonly problem?: PlanWarningCode
}

const pattern =
  /(?:\b(?<lead>trong vong|trong thoi han|thoi han|cham nhat(?: la)?|khong qua|toi da|sau|trong|truoc)\s+)?(?<![\d/])(?<count>\d{1,3})\s+(?<unit>ngay(?<working>\s+lam viec)?|tuan|thang)\b(?!\s*(?:dau|cuoi|\d|\/|mot lan|lan))(?<after>[^;]*)/
const anchorPattern = /\b(?:ke tu|tinh tu|tu|sau)\s+(?:khi\s+|ngay\s+)*(?<what>.*)$/
const document = '(?:ke hoach|van ban|quyet dinh|cong van|thong bao|chuong trinh)(?:\\s+nay)?'
const ofIssue = new RegExp(
  `^(?:duoc\\s+)?(?:(?:ky|ky ban hanh|ban hanh|phat hanh)(?:\\s+${document})?|${document}\\s+(?:duoc\\s+)?(?:ky|ban hanh|phat hanh|co hieu luc)\\b.*)\\s*(?:$|[,.)])`,
)

/** What is counted from: the issue of this document, something else that nobody can date, or nothing said. */
const anchorOf = (after: string): 'issue' | 'other' | 'unsaid' => {
  const what = anchorPattern.exec(after)?.groups?.['what']
  if (what === undefined) return 'unsaid'
  return ofIssue.test(what.trim()) ? 'issue' : 'other'
}

const countFrom = (date: LocalDate, count: number, unit: string, working: boolean): LocalDate => {
  if (working) return addWorkingDays(date, count)
  if (unit === 'thang') return addMonths(date, count)
  return addDays(date, unit === 'tuan' ? count * 7 : count)
}

/** "trong 6 tháng" may be the first half of a year or six months from now: only days are counted without an anchor. */
const counts = (lead: string | undefined, unit: string, anchor: 'issue' | 'other' | 'unsaid'): boolean => {
  if (lead === undefined) return anchor !== 'unsaid'
  return unit.startsWith('ngay') || anchor !== 'unsaid' || /vong|thoi han|khong qua/.test(lead)
}

/** A duration ("trong vòng 10 ngày kể từ ngày ban hành") in a text in its plain form; null when it has none. */
export const findDuration = (text: string, reckoning: Reckoning): Duration | null => {
  const match = pattern.exec(text)
  if (match === null) return null
  const { lead, count, unit = '', working, after = '' } = match.groups ?? {}
  const anchor = anchorOf(after)
  if (!counts(lead, unit, anchor)) return null
  const at = { start: match.index, end: match.index + match[0].length, day: null }
  if (anchor === 'other' || lead === 'truoc') return { ...at, problem: 'deadline-not-understood' }
  if (reckoning.issuedOn === null) return { ...at, problem: 'no-issue-date' }
  return { ...at, day: countFrom(reckoning.issuedOn, Number(count), unit, working !== undefined) }
}
