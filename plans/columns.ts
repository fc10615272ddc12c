import { fold } from '../domain/fold.ts'
import type { Square } from './document.ts'
import { meaningOf, type ReadName } from './table-column-names.ts'
import { type Columns, columnsOf, namesOtherTable } from './table-columns.ts'
import { meaningLike } from './table-damaged-names.ts'
import { type Period, periodsOf } from './table-periods.ts'

export interface Header {
  readonly columns: Columns
  /** Columns that are months, quarters or weeks. */
  readonly periods: readonly Period[]
  /** The year that the header states for its times ("Thời gian thực hiện năm 2026"); null when it states none. */
  readonly year: number | null
  /** What bare numbers in the column of times count: "tháng", "quý"; '' when it does not say. */
  readonly unit: string
  /** How many rows it takes. */
  readonly rows: number
}

type Squares = readonly Square[]

const maxRows = 3
const code = /^[\s(]*(?:\d{1,5}(?:[.,]\d{1,3})*|[IVX]{1,5}|\p{L})[\s.)]*$/u

/** Whether the first thing in a row is a number: rows of tasks begin so, headers do not. */
export const isNumbered = (row: Squares): boolean => code.test(row.find(({ text }) => text !== '')?.text ?? '')

/** The name over a column in one row; where nothing is merged, a blank belongs to the name at its left. */
const groupAt = (row: Squares, column: number): string => {
  const square = row[column]
  if (square?.from === 'above') return ''
  const own = square?.text ?? ''
  return own === '' ? (row.slice(0, column).findLast(({ text }) => text !== '')?.text ?? '') : own
}

/** A column's own name in the last row of a header; '' where it has none there. */
const ownAt = (row: Squares | undefined, column: number): string => {
  const square = row?.[column]
  return square?.from === 'here' ? square.text : ''
}

/** From the topmost name to the column's own, for each column. */
const pathsOf = (rows: readonly Squares[]): string[][] =>
  (rows[0] ?? []).map((_, column) => {
    const own = ownAt(rows.at(-1), column)
    if (rows.length === 1) return own === '' ? [] : [own]
    // What no lower row divides is called by the lowest name that begins over it.
    if (own === '') return pathsOf(rows.slice(0, -1))[column] ?? []
    const groups = rows.slice(0, -1).map((row) => groupAt(row, column))
    return [...groups, own].filter((name, at, all) => name !== '' && name !== all[at - 1])
  })

const nameOf = (path: readonly string[], read: ReadName): string => {
  const own = path.at(-1) ?? ''
  return path.length > 1 && read(own) === null ? path.join(' ') : own
}

const yearIn = (text: string): number | null => {
  const stated = /năm\s+(20\d\d)(?!\s*[-–]\s*20)/iu.exec(text)?.[1]
  return stated === undefined ? null : Number(stated)
}

const unitOf = (name: string): string => {
  const unit =
    /^(?:thoi (?:gian|han|diem)|tien do|hoan thanh)?(?: \w+){0,3}? ?\b(thang|quy)(?: hoan thanh| thuc hien)?$/.exec(
      fold(name),
    )?.[1]
  if (unit === undefined) return ''
  return unit === 'thang' ? 'tháng' : 'quý'
}

const headerOf = (rows: readonly Squares[], read: ReadName): Header | null => {
  const paths = pathsOf(rows)
  const periods = periodsOf(paths)
  const timed = new Set(periods.map(({ column }) => column))
  const names = paths.map((path, at) => (timed.has(at) ? '' : nameOf(path, read)))
  const columns = columnsOf(names, periods.length > 0, read)
  if (columns === null) return null
  const time = columns.get('time')
  const timeNames = [...timed, ...(time === undefined ? [] : [time])].map((at) => (paths[at] ?? []).join(' '))
  const years = timeNames.map(yearIn).filter((year) => year !== null)
  return {
    columns,
    periods,
    year: new Set(years).size === 1 ? (years[0] ?? null) : null,
    unit: time === undefined ? '' : unitOf((paths[time] ?? []).join(' ')),
    rows: rows.length,
  }
}

const longestName = 60

/** Whether a row under a header's first line names parts of what stands above: "Chủ trì | Phối hợp", "T1 | T2 | …". */
const goesOn = (above: readonly Squares[], row: Squares, read: ReadName): boolean => {
  const upper = above.at(-1) ?? []
  // Where merged cells were written out, the same name stands in both lines.
  const isOwn = ({ from, text }: Square, at: number): boolean =>
    from === 'here' && text !== '' && text !== upper[at]?.text
  const own = row.flatMap((square, at) => (isOwn(square, at) ? [{ square, at }] : []))
  if (own.length === 0 || own.some(({ square }) => square.text.length > longestName)) return false
  const paths = pathsOf([...above, row])
  const periods = new Set(periodsOf(paths).map(({ column }) => column))
  const named = own.filter(({ square, at }) => periods.has(at) || read(square.text) !== null)
  const isUnderGroup = own.every(({ at }) => {
    const over = upper[at]
    return over?.from === 'left' || over?.text === '' || isGroup(upper, at)
  })
  return named.length * 2 >= own.length && named.length > 0 && isUnderGroup
}

/** A name that reaches over the column at its right, merged or with a blank there. */
const isGroup = (row: Squares, at: number): boolean => {
  const next = row[at + 1]
  return next !== undefined && (next.from === 'left' || next.text === '')
}

/** The first line of a header alone says what at least so many columns hold. */
const fewestNames = 2

const headerBy = (row: Squares, below: readonly (Squares | undefined)[], read: ReadName): Header | null => {
  const rows = [row]
  for (const next of below.slice(0, maxRows - 1)) {
    if (next === undefined || !goesOn(rows, next, read)) break
    rows.push(next)
  }
  for (let count = rows.length; count > 0; count -= 1) {
    const header = headerOf(rows.slice(0, count), read)
    if (header !== null) return header
  }
  return null
}

const begun = (row: Squares): string[] =>
  row.flatMap(({ text, from }) => (from === 'here' && text !== '' ? [text] : []))

const isNamed = (row: Squares, read: ReadName): boolean =>
  begun(row).filter((text) => read(text) !== null).length >= fewestNames

/** Reads the header that begins with a row, by the meaning of its names and of those below; null when none begins there. */
export const readHeader = (row: Squares, ...below: readonly (Squares | undefined)[]): Header | null =>
  isNumbered(row) || !isNamed(row, meaningOf) ? null : headerBy(row, below, meaningOf)

const remembering = (read: ReadName): ReadName => {
  const known = new Map<string, ReturnType<ReadName>>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const meaning = read(name)
    known.set(name, meaning)
    return meaning
  }
}

const isShort = (text: string): boolean => text.length <= longestName

/** The same for names of which scanning damaged some; for the first rows of a table alone. */
export const readDamagedHeader = (row: Squares, ...below: readonly (Squares | undefined)[]): Header | null => {
  const texts = begun(row)
  if (isNumbered(row) || texts.length <= fewestNames || !texts.every(isShort)) return null
  // Looking for likenesses takes long, and of five names one comes through undamaged.
  if (!texts.some((text) => meaningOf(text) !== null)) return null
  const read = remembering(meaningLike)
  return isNamed(row, read) ? headerBy(row, below, read) : null
}

/** Whether a row is the header of a table of something else: a budget, marks, a list of people. */
export const isOtherHeader = (row: Squares): boolean => {
  const texts = begun(row)
  return texts.length >= 3 && !isNumbered(row) && texts.every(isShort) && namesOtherTable(texts, meaningOf)
}

const longestNumbering = 8

/** "(1) (2) (3)" under a header. */
export const isNumbering = (row: Squares): boolean => {
  const written = row.filter((square) => square.from === 'here' && square.text !== '')
  if (written.some(({ text }) => text.length > longestNumbering)) return false
  const texts = written.map(({ text }) => fold(text))
  return texts.length >= 3 && texts.every((text, at) => text === String(at + 1) || /^[a-h]$/.test(text))
}
