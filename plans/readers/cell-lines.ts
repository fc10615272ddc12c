import { fold } from '../../domain/fold.ts'
import type { Cell, Row } from '../document.ts'
import { namesTaskColumns } from './task-header.ts'

/** Lines of a text that are a table written cell by cell. */
export interface CellLines {
  readonly rows: readonly Row[]
  /** How many lines it takes. */
  readonly lines: number
}

const numberName = /^(?:stt|tt|so tt|so thu tu)$/
const code = /^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-ZĐ]|[a-zđ])[.)]?$/u
const widest = 12
const longestCell = 600

/** A cross marks a month; a tenth section is rarer. */
const isCode = (line: string): boolean => code.test(line.trim()) && !/^[Xx]$/.test(line.trim())
const isBlank = (line: string): boolean => line.trim() === ''

/** What can stand below a table and is no cell: a numbered sentence, a heading in capitals, the signatures. */
const isOutside = (line: string): boolean =>
  /^(?:[IVX]{1,5}|\d{1,2}|[A-Z])[.)]\s+\p{Lu}/u.test(line) ||
  (/\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line) && line.includes(' ')) ||
  /^(?:noi nhan|tm uy ban|tm ubnd|kt chu tich)\b/.test(fold(line)) ||
  line.length > longestCell

/** The names of the columns from this line on, the number's first; empty when none begin here. */
const headerAt = (lines: readonly string[], at: number): readonly string[] => {
  if (!numberName.test(fold(lines[at] ?? ''))) return []
  const body = lines.slice(at + 1, at + 1 + widest).findIndex(isCode)
  const names = lines.slice(at, at + 1 + body)
  return body >= 2 && names.every((name) => !isBlank(name)) && namesTaskColumns(names) ? names : []
}

/** A line that goes on with the cell before it: in lower case, a dash, "Phối hợp: …" under "Chủ trì: …". */
const goesOn = (line: string, before: string): boolean =>
  /^(?:[\p{Ll}(]|[-–+•]\s)/u.test(line) || (/^Phối hợp\s*:/iu.test(line) && /^Chủ trì\s*:/iu.test(before))

const joined = (texts: readonly string[]): string[] => {
  const cells: string[] = []
  texts.forEach((text, at) => {
    const before = cells.at(-1) ?? ''
    if (at > 1 && before !== '' && goesOn(text, before)) cells[cells.length - 1] = `${before}\n${text}`
    else cells.push(text)
  })
  return cells
}

interface Item {
  readonly line: number
  readonly cells: readonly Cell[]
  /** Whether it has as many cells as the header, or only its section's name. */
  readonly fits: boolean
}

const placed = (texts: readonly string[], from: number): Cell[] =>
  texts.map((text, at) => ({ text: text.trim(), column: from + at, columns: 1, rows: 1 }))

const section = ([number = '', name = '']: readonly string[], width: number): Cell[] => [
  { text: number, column: 0, columns: 1, rows: 1 },
  { text: name, column: 1, columns: width - 1, rows: 1 },
]

/** Rows below, under merged cells: without a number, and without the blanks of those cells where they were left out. */
const unnumbered = (texts: readonly string[], line: number, width: number): Item[] => {
  const own = texts.slice(0, width)
  const others = texts.slice(width)
  return [
    { line, cells: placed(own, width - own.length), fits: true },
    ...(others.length > 2 ? unnumbered(others, line + width, width) : []),
  ]
}

/** Whether more than one row stands between two numbers. */
const isSeveral = (texts: readonly string[], width: number): boolean => {
  const rest = texts.length - width
  return rest > 2 && (rest < width || isBlank(texts[width] ?? ''))
}

/** What stands between two numbers, as rows: one of the header's width, a section's name, or one that fits neither. */
const itemsOf = (texts: readonly string[], line: number, width: number): Item[] => {
  const filled = texts.filter((text) => !isBlank(text))
  if (filled.length === 2 && texts.length < width) return [{ line, cells: section(filled, width), fits: true }]
  const whole = texts.length > width ? joined(texts) : texts
  if (whole.length === width) return [{ line, cells: placed(whole, 0), fits: true }]
  if (isSeveral(texts, width))
    return [
      { line, cells: placed(texts.slice(0, width), 0), fits: true },
      ...unnumbered(texts.slice(width), line + width, width),
    ]
  // Nobody can tell which columns its cells are of: all of it is the task's words.
  const [number = '', ...words] = filled
  return [{ line, cells: placed([number, words.join('\n')], 0), fits: false }]
}

const isShorterRow = (texts: readonly string[], width: number): boolean =>
  texts.length > 2 && texts.length < width && !texts.some(isBlank)

/** Below the last numbered row may stand rows under its merged cells: whole ones with blanks, or one without. */
const lastEnd = (lines: readonly string[], from: number, width: number, outside: number): number => {
  const whole = from + width
  if (outside === -1) return Math.min(lines.length, whole)
  const below = lines.slice(whole, outside)
  const rows = Math.floor(below.length / width)
  if (rows > 0 && isBlank(below[0] ?? '') && below.slice(rows * width).every(isBlank)) return whole + rows * width
  return isShorterRow(below, width) ? outside : Math.min(whole, outside)
}

/** How many rows under one number's merged cells are looked through. */
const mostRows = 8

/** The first such line of those that can belong to a row; -1 when there is none. */
const firstOf = (lines: readonly string[], from: number, width: number, is: (line: string) => boolean): number => {
  const found = lines.slice(from, from + mostRows * width).findIndex(is)
  return found === -1 ? -1 : from + found
}

/** Where the row that begins with this number ends: at the next number, or below the last row. */
const endOf = (lines: readonly string[], from: number, width: number): number => {
  if (isCode(lines[from + width] ?? '')) return from + width
  const next = firstOf(lines, from + 2, width, isCode)
  const outside = firstOf(lines, from + 2, width, isOutside)
  if (next !== -1 && (outside === -1 || outside > next)) return next
  return lastEnd(lines, from, width, outside)
}

const fewestRows = 3
/** More rows than this share that fit nothing: the blanks were left out, and what fits does so by chance. */
const mostStrays = 0.25

/**
 * The table that begins with this line and has each cell in a line of its own, as word processors save one as text: the
 * names of its columns, the number's first, then its rows, each from its number on. Null when none begins here.
 */
export const cellLines = (lines: readonly string[], at: number): CellLines | null => {
  const names = headerAt(lines, at)
  if (names.length === 0) return null
  const body = lines.slice(at + names.length)
  const items: Item[] = []
  let from = 0
  while (isCode(body[from] ?? '')) {
    const end = endOf(body, from, names.length)
    items.push(...itemsOf(body.slice(from, end), at + names.length + from + 1, names.length))
    from = end
  }
  const fitting = items.filter(({ fits, cells }) => fits && cells.length > 2).length
  const strays = items.filter(({ fits }) => !fits).length
  if (fitting < fewestRows || strays > mostStrays * fitting) return null
  const header = { line: at + 1, cells: placed(names, 0) }
  return { rows: [header, ...items.map(({ line, cells }) => ({ line, cells }))], lines: names.length + from }
}
