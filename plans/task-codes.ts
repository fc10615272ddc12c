/** Where a code stands in the outline: letters over roman figures over "1" over "1.1"; what has no number is a heading. */
const depthOf = (code: string | null): number => {
  if (code === null) return 0
  if (/^\d/.test(code)) return 2 + code.split('.').length
  if (/^[IVX]+$/u.test(code)) return 2
  return /^\p{Lu}$/u.test(code) ? 1 : 10
}

/** Whether one code is above another: "1.2" above "1.2.3", "II" above "5"; figures only by what they begin with. */
export const isAbove = (above: string | null, code: string | null): boolean => {
  if (depthOf(above) >= depthOf(code)) return false
  const figures = above !== null && code !== null && /^\d/.test(above) && /^\d/.test(code)
  return !figures || code.startsWith(`${above}.`)
}

interface CodeInSection {
  readonly code: string
  /** The code of the heading above; null when it has none. */
  readonly section: string | null
}

/** "II.1" where numbering starts again in every chapter; figures under figures ("1.2" under "1") say it already. */
const inChapter = ({ code, section }: CodeInSection): string =>
  section === null || /^\d/.test(section) ? code : `${section}.${code}`

/** The codes of a table: with the chapter's number before all of them when some would otherwise be the same. */
export const codesInChapters = (codes: readonly CodeInSection[]): string[] => {
  const repeats = new Set(codes.map(({ code }) => code)).size < codes.length
  return codes.map((found) => (repeats ? inChapter(found) : found.code))
}

/** Tells equal codes apart by a count ("2.3", "2.3-2"): a number that the document gives twice is still two tasks. */
export const distinctCodes = (codes: readonly string[]): string[] => {
  const taken = new Set<string>()
  return codes.map((code) => {
    let distinct = code
    for (let again = 2; taken.has(distinct); again += 1) distinct = `${code}-${again}`
    taken.add(distinct)
    return distinct
  })
}
