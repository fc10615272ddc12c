import { isAgencyName } from '../domain/agency-lists.ts'
import { fold } from '../domain/fold.ts'
import type { Square } from './document.ts'
import type { Columns, Role } from './table-columns.ts'

type Squares = readonly Square[]

const timely =
  /^(?:truoc|trong|quy|thang|ca nam|nam|thuong xuyen|hang|dinh ky|theo (?:chi dao|quy dinh|tien do|ke hoach)|\d+ thang|den|cham nhat|ngay|tu thang|tu ngay|sau khi|tuan|giua|cuoi|dau|het|\d{1,2} \d{1,2}( \d{4})?$)/

const isTime = (text: string): boolean => text.length <= 120 && timely.test(fold(text.replace(/^[-–+•\s]+/u, '')))
const isCode = (text: string): boolean => /^(?:\d{1,3}(?:[.,]\d{1,3})*|[IVX]{1,5})[.)]?$/u.test(text)
const isAgency = (text: string): boolean =>
  text.length <= 400 && isAgencyName(text.replace(/^[-–+•\s]+/u, '')) && !isTime(text)

/** What the cells of one column are, as shares of those that hold anything. */
interface Nature {
  readonly at: number
  readonly filled: number
  readonly codes: number
  readonly agencies: number
  readonly times: number
  /** Letters in a cell on average. */
  readonly length: number
}

const own = (row: Squares): Squares => row.filter(({ from, text }) => from === 'here' && text !== '')

const natureOf = (rows: readonly Squares[], at: number): Nature => {
  const texts = rows.flatMap((row) => (row[at]?.from === 'here' && row[at].text !== '' ? [row[at].text] : []))
  const share = (is: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(is).length / texts.length
  const letters = texts.reduce((sum, text) => sum + text.length, 0)
  return {
    at,
    filled: texts.length / Math.max(1, rows.length),
    codes: share(isCode),
    agencies: share(isAgency),
    times: share(isTime),
    length: texts.length === 0 ? 0 : letters / texts.length,
  }
}

/** Rows that are looked at: what the columns hold shows early. */
const sample = 60
const fewestRows = 3
const longTexts = 20

/** Rows of several different texts; a section's row says nothing about columns. */
const tellingRows = (grid: readonly Squares[]): Squares[] =>
  grid.filter((row) => new Set(own(row).map(({ text }) => text)).size >= 3).slice(0, sample)

interface Found {
  readonly lead: number
  readonly time: number
  readonly support: number | undefined
  readonly task: number
}

const mostly = (share: number): boolean => share >= 0.7

/** Who, when and, left of both, the longer texts; null unless each is sure. */
const foundIn = (natures: readonly Nature[]): Found | null => {
  const [lead, support] = natures.filter((one) => mostly(one.agencies))
  const time = natures.find((one) => mostly(one.times))
  if (lead === undefined || time === undefined) return null
  const task = natures.findLast((one) => one.at < Math.min(lead.at, time.at) && one.length >= longTexts)
  return task === undefined ? null : { lead: lead.at, time: time.at, support: support?.at, task: task.at }
}

/**
 * The columns of a table without a header, by what stands in them: a column of agencies, one of times and, left of both,
 * the longer texts of the tasks. Null unless all of these are sure.
 */
export const columnsByContent = (grid: readonly Squares[]): Columns | null => {
  const rows = tellingRows(grid)
  if (rows.length < fewestRows) return null
  const natures = (rows[0] ?? []).map((_, at) => natureOf(rows, at)).filter(({ filled }) => filled >= 0.5)
  const found = foundIn(natures)
  if (found === null) return null
  const { lead, time, support, task } = found
  const last = Math.max(lead, time, support ?? 0)
  const number = natures.find((one) => mostly(one.codes) && one.at < task)?.at
  const output = natures.find((one) => one.at > last)?.at
  const places: readonly (readonly [Role, number | undefined])[] = [
    ['number', number],
    ['task', task],
    ['lead', lead],
    ['support', support],
    ['time', time],
    ['output', output],
  ]
  return new Map(places.flatMap(([role, at]) => (at === undefined ? [] : [[role, at]])))
}

/** Whether rows without a header hold in these columns what they should: they go on with the table before. */
export const fitsColumns = (grid: readonly Squares[], columns: Columns): boolean => {
  const rows = grid.filter((row) => own(row).length >= 2).slice(0, sample)
  const holds = (role: 'number' | 'lead' | 'time', is: (text: string) => boolean): number => {
    const at = columns.get(role)
    return at === undefined ? 0 : rows.filter((row) => is(row[at]?.text ?? '')).length
  }
  return rows.length > 0 && holds('number', isCode) + holds('lead', isAgency) + holds('time', isTime) >= rows.length
}
