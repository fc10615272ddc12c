import { annexOf, isCapitals, isNumberedHeading, yearInTitle, yearOverTable } from './table-annexes.ts'

/** A heading and the line it stands in. */
interface HeadingLine {
  readonly text: string
  readonly line: number
}

/** What the lines before a table say of it. */
export interface Surroundings {
  /** 1 for the first annex, and before any. */
  readonly annex: number
  /** How many annexes have opened. */
  readonly annexes: number
  /** The year in the title of the annex. */
  readonly year: number | null
  /** The last year that a title names. */
  readonly titleYear: number | null
  /** The heading above, numbered or in capitals. */
  readonly heading: HeadingLine | null
  /** How many lines ago it stood. */
  readonly sinceHeading: number
}

export const nothingAbove: Surroundings = {
  annex: 1,
  annexes: 0,
  year: null,
  titleYear: null,
  heading: null,
  sinceHeading: 0,
}

/** Lines between a heading and the table under it, at most. */
const nearHeading = 4

const openedBy = (before: Surroundings, number: number): Surroundings => ({
  ...before,
  annexes: before.annexes + 1,
  annex: number === 0 ? before.annexes + 1 : number,
  year: null,
  heading: null,
})

/** The heading that holds after a line without an annex. */
const headingAfter = (
  before: Surroundings,
  text: string,
  line: number,
): Pick<Surroundings, 'heading' | 'sinceHeading'> => {
  if (isNumberedHeading(text) || isCapitals(text)) return { heading: { text, line }, sinceHeading: 0 }
  const sinceHeading = before.sinceHeading + 1
  return { heading: sinceHeading > nearHeading ? null : before.heading, sinceHeading }
}

/** The surroundings after one more line. */
export const afterLine = (before: Surroundings, text: string, line: number): Surroundings => {
  const number = annexOf(text)
  if (number !== null) return openedBy(before, number)
  return {
    ...before,
    ...headingAfter(before, text, line),
    titleYear: yearOverTable(text) ?? before.titleYear,
    year: before.annexes > 0 ? (yearInTitle(text) ?? before.year) : null,
  }
}
