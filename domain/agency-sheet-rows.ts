import type { AgencyKind } from './agency-kinds.ts'
import { kindOfName } from './agency-kinds.ts'
import type { SheetProblem, SheetRow } from './agency-sheet.ts'
import type { DatedAlias } from './ports/agencies.ts'
import type { LocalDate } from './time.ts'

/** A row that was understood; null and empty mean that the file says nothing about it. */
export interface ReadRow {
  readonly line: number
  readonly name: string
  readonly kind: AgencyKind | null
  /** What its name tells, for an agency that is new. */
  readonly probableKind: AgencyKind
  readonly shortName: string
  readonly aliases: readonly DatedAlias[]
  readonly parent: string
  readonly groups: readonly string[]
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
}

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Entries of a cell: names have commas of their own, so only semicolons and lines separate them. */
const listed = (cell: string): string[] =>
  cell
    .split(/[;\n]/u)
    .map((name) => tidy(name.replace(/^\s*[-•+]\s+/u, '')))
    .filter((name) => name !== '')

const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/

const isoOf = (text: string): string => {
  const turned = text.replace(dayFirst, '$3-$2-$1')
  return turned.replace(yearFirst, (_all, year: string, month: string, day: string) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  )
}

/** "01/07/2025" and "2025-07-01"; null for anything else. */
const dayOf = (text: string): LocalDate | null => {
  const iso = isoOf(text)
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** Words that should be a day and are none. */
const isNoDay = (text: string): boolean => text !== '' && dayOf(text) === null

/** "Sở Kế hoạch và Đầu tư (đến 28/02/2025)": a name that held, or holds, for a time. */
const datedName = /^(.*?)\s*\(\s*(?:từ\s+(?<from>[^()]*?))?\s*(?:đến\s+(?<to>[^()]*?))?\s*\)$/iu

const aliasOf = (text: string): DatedAlias | null => {
  const { from = '', to = '' } = datedName.exec(text)?.groups ?? {}
  if (from + to === '') return { name: text, validFrom: null, validTo: null }
  if (isNoDay(from) || isNoDay(to)) return null
  return { name: tidy(text.replace(datedName, '$1')), validFrom: dayOf(from), validTo: dayOf(to) }
}

/** The first thing wrong with a row, in the order of its columns. */
const problemOf = (row: SheetRow, kind: AgencyKind | null): SheetProblem | null => {
  const problem = (code: SheetProblem['code'], detail: string): SheetProblem => ({ line: row.line, code, detail })
  if (!/\p{L}{2}/u.test(row.name)) return problem('no-name', row.kind || row.aliases || row.parent)
  if (row.kind !== '' && kind === null) return problem('kind-unknown', row.kind)
  const wrongDay = [row.validFrom, row.validTo].find(isNoDay)
  if (wrongDay !== undefined) return problem('bad-date', wrongDay)
  const wrongAlias = listed(row.aliases).find((text) => aliasOf(text) === null)
  return wrongAlias === undefined ? null : problem('bad-date', wrongAlias)
}

/** Reads one row, or says why not. `kindOf` knows the words for kinds in the languages of the product. */
export const readSheetRow = (row: SheetRow, kindOf: (word: string) => AgencyKind | null): ReadRow | SheetProblem => {
  const { line } = row
  const kind = row.kind === '' ? null : kindOf(row.kind)
  const problem = problemOf(row, kind)
  if (problem !== null) return problem
  const [validFrom, validTo] = [dayOf(row.validFrom), dayOf(row.validTo)]
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    return { line, code: 'ends-before-it-begins', detail: `${row.validFrom} – ${row.validTo}` }
  }
  const name = tidy(row.name)
  return {
    ...{ line, name, kind, probableKind: kindOfName(name), shortName: tidy(row.shortName), parent: tidy(row.parent) },
    ...{ aliases: listed(row.aliases).flatMap((text) => aliasOf(text) ?? []), groups: listed(row.groups) },
    ...{ validFrom, validTo },
  }
}
