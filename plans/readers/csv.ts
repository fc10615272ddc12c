import { CsvError, parse } from 'csv-parse/sync'
import { type Cell, type PlanDocument, type Row, tidy } from '../document.ts'
import { sheetBlocks } from './sheet.ts'
import { namesTaskColumns } from './task-header.ts'

interface Parsed {
  readonly fields: readonly string[]
  /** Line of the file on which it begins. */
  readonly line: number
}

/** Characters looked at to find out what separates the fields. */
const sampleLength = 64 * 1024
const delimiters = [';', ',', '\t', '|'] as const

/** "sep=;", which Excel writes and understands in the first line. */
const statedDelimiter = /^\uFEFF?sep=(.)\n/u

const parsed = (text: string, delimiter: string, quote: '"' | false): Parsed[] => {
  const records: Parsed[] = []
  parse(text, {
    delimiter,
    record_delimiter: '\n',
    quote,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (fields: string[], { lines }) => {
      const breaks = fields.reduce((sum, field) => sum + field.split('\n').length - 1, 0)
      records.push({ fields, line: Math.max(1, lines - breaks) })
      return null
    },
  })
  return records
}

/** A quote that is never closed would swallow the rest: then quotes are letters. */
const recordsOf = (text: string, delimiter: string): Parsed[] => {
  try {
    return parsed(text, delimiter, '"')
  } catch (error) {
    if (error instanceof CsvError) return parsed(text, delimiter, false)
    throw error
  }
}

/** A table's rows are as wide as its header, or are a heading alone; sentences that are cut at their commas are not. */
const leastShare = 0.8

/** How many records below a header by meaning are as wide as it; 0 without a header, or when too many are not. */
const rowsUnderHeader = (records: readonly Parsed[]): number => {
  const at = records.findIndex(({ fields }) => namesTaskColumns(fields))
  const width = records[at]?.fields.length
  const under = records.slice(at + 1)
  const fitting = under.filter(({ fields }) => fields.length === width).length
  return at !== -1 && fitting >= under.length * leastShare ? fitting : 0
}

const sampleOf = (text: string): string => {
  if (text.length <= sampleLength) return text
  return text.slice(0, text.lastIndexOf('\n', sampleLength))
}

/** The delimiter under which a text is a table of tasks, each row as wide as its header; null when none is. */
export const tableDelimiter = (text: string): string | null => {
  const sample = sampleOf(text).replaceAll(/\r\n?/gu, '\n')
  const found = delimiters
    .filter((delimiter) => sample.split(delimiter).length > 3)
    .map((delimiter) => ({ delimiter, rows: rowsUnderHeader(recordsOf(sample, delimiter)) }))
    .toSorted((a, b) => b.rows - a.rows)[0]
  return found === undefined || found.rows === 0 ? null : found.delimiter
}

const mostCommonDelimiter = (text: string): string => {
  const sample = sampleOf(text)
  const [first] = delimiters.toSorted((a, b) => sample.split(b).length - sample.split(a).length)
  return first ?? ','
}

const rowOf = ({ fields, line }: Parsed): Row => ({
  line,
  cells: fields.flatMap((field, column): Cell[] => {
    const text = tidy(field)
    return text === '' ? [] : [{ text, column, columns: 1, rows: 1 }]
  }),
})

/** Reads a file of fields between commas, semicolons, tabs or bars; quoted fields may hold line breaks. */
export const readCsv = (text: string): PlanDocument => {
  const plain = text.replaceAll(/\r\n?/gu, '\n')
  const stated = statedDelimiter.exec(plain)
  const body = stated === null ? plain : plain.slice(stated[0].length)
  const delimiter = stated?.[1] ?? tableDelimiter(body) ?? mostCommonDelimiter(body)
  const before = stated === null ? 0 : 1
  const rows = recordsOf(body, delimiter).map(rowOf)
  return { blocks: sheetBlocks(rows.map((row) => ({ ...row, line: row.line + before }))), margins: [] }
}
