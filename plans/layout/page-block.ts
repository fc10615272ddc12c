import type { LineGroup, Measure } from './paragraphs.ts'

/** A cell of a table on one page; its paragraphs are separated by line breaks. */
export interface PageCell {
  readonly text: string
  readonly column: number
  readonly columns: number
  readonly rows: number
  /** Its printed lines and where they run, to see whether they go on on the next page. */
  readonly lines: LineGroup
  readonly measure: Measure
}

/** A table on one page, with the places where its columns begin and end. */
export interface PageTable {
  readonly kind: 'table'
  readonly xs: readonly number[]
  readonly rows: readonly (readonly PageCell[])[]
}

/** What stands on a page, in reading order. */
export type PageBlock =
  | { readonly kind: 'text'; readonly paragraphs: readonly LineGroup[]; readonly measure: Measure }
  | PageTable
