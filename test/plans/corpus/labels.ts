import { oneLine, splitMarker, type TableRow, type TaskLabel } from './sample.ts'

/**
 * A label as it is written under its line: `@ code; lead: A + B; sup: C; on: 2026-03-31; c: ongoing; due: words;
 * out: words; title: words`. What is left out is what stands in the row's own cell.
 */
type Said = Readonly<Record<string, string>>
export type Place = { readonly section: string; readonly line: number; readonly prefix: string }

const KEY = /^(lead|sup|on|c|due|out|title):\s*(.*)$/u
const namesIn = (words: string | undefined): string[] =>
  (words ?? '').split('+').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]))

const writtenOut = (words: string, about: Said): string =>
  namesIn(words)
    .map((name) => about[`alias.${name}`] ?? name)
    .join(' + ')
/** Where the words of a label divide: at a semicolon that a key follows. */
const PARTS = /;\s*(?=(?:lead|sup|on|c|due|out|title):|$)/u

/** The words of a label by key; agencies written short are written out by `about` ("alias.SBN"). */
export const readLabel = (words: string, about: Said): Said => {
  const said: Record<string, string> = {}
  for (const part of words.split(PARTS)) {
    const [, key, value = ''] = KEY.exec(part.trim()) ?? []
    const text = key === 'lead' || key === 'sup' ? writtenOut(value, about) : value
    if (key !== undefined) said[key] = text
    else if (part.trim() !== '') said['code'] = part.trim()
  }
  return said
}

const datesOf = (said: Said): string[] => (said['on'] ?? '').split(',').flatMap((day) => day.trim() || [])
const cadenceOf = (said: Said, dates: readonly string[]): string =>
  said['c'] ?? (dates.length === 0 ? 'unscheduled' : dates.length === 1 ? 'once' : 'periodic')
const quoteOf = (words: string): string => words.slice(0, 60).trim()

/** The label of a paragraph. */
export const lineLabel = (said: Said, text: string, place: Place): TaskLabel => {
  const [marker, words] = splitMarker(text)
  const dates = datesOf(said)
  return {
    code: said['code'] ?? marker.replaceAll(/[.)(]+$|^\(/gu, ''),
    section: place.section,
    title: said['title'] ?? words,
    lead: namesIn(said['lead']),
    support: namesIn(said['sup']),
    deadlineText: said['due'] ?? '',
    occurrences: dates,
    cadence: cadenceOf(said, dates),
    output: said['out'] ?? '',
    quote: quoteOf(words),
  }
}

// Names that hold a comma or "và" and are one body, or one group, all the same.
const WHOLE = new RegExp(
  `^(?:${[
    'Các [Ss]ở, (?:ban, )?ngành',
    'UBND (?:các )?(?:xã, (?:phường|thị trấn)|quận, huyện)',
    'Các cơ quan, đơn vị(?: (?:có )?liên quan)?',
    'Các phòng, ban(?:, đơn vị)?',
    'Thôn, tổ dân phố',
    'Phòng Kinh tế, Hạ tầng và Đô thị',
    'Phòng Văn hóa và Thông tin',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Trung tâm Văn hóa, Th[^;]*',
    'Văn phòng HĐND và UBND (?:quận|huyện|xã|phường)',
  ].join('|')})$`,
  'u',
)
const INSIDE = /[,;/+]| và (?!Truyền|Công|Đầu|Môi|Đào|Xã)/u
/** The cell as one agency; throws where only a person can say how many it holds. */
const agencyIn = (cell: string, place: Place): string[] => {
  if (cell === '') return []
  if (!WHOLE.test(cell) && INSIDE.test(cell)) throw new Error(`line ${place.line}: say who "${cell}" is`)
  return [cell]
}
const agenciesOf = (said: string | undefined, cell: string, place: Place): string[] =>
  said === undefined ? agencyIn(cell, place) : namesIn(said)

const cellOf = (row: TableRow, roles: readonly string[], role: string): string =>
  oneLine(row.cells[roles.indexOf(role)] ?? '').replaceAll(/^[<^]$/gu, '')
const titlesOf = (row: TableRow, roles: readonly string[]): string[] =>
  ['crit', 'task'].flatMap((role) => {
    const words = splitMarker(cellOf(row, roles, role))[1]
    return words === '' ? [] : [words]
  })

/** The label of a row; throws where its time is not labelled, because no reader may say it. */
export const rowLabel = (said: Said, row: TableRow, roles: readonly string[], place: Place): TaskLabel => {
  const time = cellOf(row, roles, 'time')
  if (time !== '' && said['on'] === undefined && said['c'] === undefined)
    throw new Error(`line ${place.line}: say when "${time}" is`)
  const dates = datesOf(said)
  const titles = titlesOf(row, roles)
  const code = place.prefix + cellOf(row, roles, 'stt').replace(/\.$/u, '')
  const standing = { code, title: titles.join(': '), due: time, out: cellOf(row, roles, 'out'), ...said }
  return {
    code: standing.code,
    section: place.section,
    title: standing.title,
    lead: agenciesOf(said['lead'], cellOf(row, roles, 'lead'), place),
    support: agenciesOf(said['sup'], cellOf(row, roles, 'sup'), place),
    deadlineText: standing.due,
    occurrences: dates,
    cadence: cadenceOf(said, dates),
    output: standing.out,
    quote: quoteOf(titles[0] ?? ''),
  }
}
