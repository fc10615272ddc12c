import { lineLabel, type Place, readLabel, rowLabel } from './labels.ts'
import { type Block, type LineBlock, type Sample, splitMarker, type TableBlock, type TaskLabel } from './sample.ts'

type Reading = {
  readonly about: Readonly<Record<string, string>>
  readonly blocks: Block[]
  readonly tasks: TaskLabel[]
  readonly rowTasks: TaskLabel[]
  table: TableBlock | null
  pageBefore: boolean
  section: string
  prefix: string
  line: number
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\|+/u, '')
    .split('|')
    .map((cell) => cell.trim())
const placeOf = ({ section, line, prefix }: Reading): Place => ({ section, line, prefix })

const labelRow = (words: string, table: TableBlock, reading: Reading): void => {
  const row = table.rows.at(-1)
  if (!row) throw new Error(`line ${reading.line}: a label without a row`)
  const label = rowLabel(readLabel(words, reading.about), row, table.roles, placeOf(reading))
  reading.tasks.push(label)
  reading.rowTasks.push(label)
}

const tableLine = (line: string, table: TableBlock, reading: Reading): void => {
  if (line === '[end]') reading.table = null
  else if (line === '~~~') reading.pageBefore = true
  else if (line.startsWith('|')) {
    table.rows.push({ cells: cellsOf(line), head: line.startsWith('||'), pageBefore: reading.pageBefore })
    reading.pageBefore = false
  } else if (line.startsWith('@')) labelRow(line.slice(1), table, reading)
  else if (line.startsWith('%')) reading.section = line.slice(1).trim()
  else throw new Error(`line ${reading.line}: "${line}" in a table`)
}

const STYLES: Readonly<Record<string, LineBlock['style']>> = { '>': 'title', '#': 'head' }
const lineBlock = (line: string): LineBlock => {
  const found = /^([>#~]) (.*)$/u.exec(line)
  const text = found?.[2] ?? line
  return { kind: 'line', text, style: STYLES[found?.[1] ?? ''] ?? 'body', auto: found?.[1] === '~' }
}

const looseTable = (words: string): TableBlock => {
  const rows = [{ cells: cellsOf(words), head: false, pageBefore: false }]
  return { kind: 'table', roles: ['', ''], rows, border: false }
}
/** [table …], [letterhead] …, [page], [landscape], [portrait]. */
const openBracket = (line: string, reading: Reading): Block => {
  const table = /^\[table ([^/\]]*)\/? ?([^\]]*)\]/u.exec(line)
  if (table) {
    reading.prefix = table[2]?.trim() ?? ''
    const roles = table[1]?.trim().split(/\s+/u) ?? []
    reading.table = { kind: 'table', roles, rows: [], border: true }
    return reading.table
  }
  if (line === '[page]') return { kind: 'page' }
  if (/^\[(?:landscape|portrait)\]$/u.test(line)) return { kind: 'turn', landscape: line === '[landscape]' }
  return looseTable(line.replace(/^\[\w+\] /u, ''))
}

const plainLine = (line: string, reading: Reading): void => {
  const last = reading.blocks.at(-1)
  if (line.startsWith('[')) reading.blocks.push(openBracket(line, reading))
  else if (!line.startsWith('@')) {
    const block = lineBlock(line)
    if (block.style === 'head') reading.section = splitMarker(block.text)[1]
    reading.blocks.push(block)
  } else if (last?.kind === 'line')
    reading.tasks.push(lineLabel(readLabel(line.slice(1), reading.about), last.text, placeOf(reading)))
  else throw new Error(`line ${reading.line}: a label without a line`)
}

const aboutOf = (head: string): Record<string, string> =>
  Object.fromEntries(
    head
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]),
  )

/**
 * Reads a sample plan: a plain text with its labels beside the lines they belong to. The marks:
 *
 *     key: value … ---     about the document, then a line of dashes
 *     > words              a centred bold line; `# words` a heading; `~ a) words` numbered by the word processor
 *     [letterhead] l | r   a table without borders, `¶` between its lines; [sign] likewise
 *     [page] [landscape] [portrait]
 *     [table stt task …]   columns by what they hold, `/ PL2-` what stands before their codes; then `||` header
 *                          rows, `|` rows; `<` joined to the cell on the left, `^` to the one above, `¶` a new
 *                          line, `⏎` where a page breaks the row; `~~~` a page ends; `%` the section; [end]
 *     @ …                  the line above is a task, see labels.ts
 *
 * Throws with the line's number where a label lacks something only a person can say.
 */
export const readSample = (source: string): Sample => {
  const [head = '', ...rest] = source.split(/^---$/mu)
  const reading: Reading = {
    about: aboutOf(head),
    blocks: [],
    tasks: [],
    rowTasks: [],
    table: null,
    pageBefore: false,
    section: '',
    prefix: '',
    line: head.split('\n').length,
  }
  for (const raw of rest.join('---').split('\n')) {
    const line = raw.trim()
    if (line !== '' && reading.table) tableLine(line, reading.table, reading)
    else if (line !== '') plainLine(line, reading)
    reading.line++
  }
  const { about, blocks, tasks, rowTasks } = reading
  return { about, blocks, tasks, rowTasks }
}
