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

interface CodeInChapters {
  readonly code: string
  /** The codes of the headings above, from the outermost. */
  readonly chapters: readonly string[]
}

const isDistinct = (codes: readonly string[]): boolean => new Set(codes).size === codes.length

/** "II.1" where numbering starts again in every chapter; figures over figures ("1" over "1.2") say it already. */
const withChapters = ({ code, chapters }: CodeInChapters, count: number): string => {
  const named = chapters.filter((chapter) => !/^\d/.test(chapter)).slice(-count)
  return [...named, code].join('.')
}

/** The codes of a table: with as many chapters' codes before all of them as it takes to tell them apart, two at most. */
export const codesInChapters = (found: readonly CodeInChapters[]): string[] => {
  const plain = found.map(({ code }) => code)
  if (isDistinct(plain)) return plain
  const inOne = found.map((one) => withChapters(one, 1))
  return isDistinct(inOne) ? inOne : found.map((one) => withChapters(one, 2))
}

/** Tells equal codes apart by a count ("2.3", "2.3-2"): a number that the document gives twice is still two tasks. */
export const distinctCodes = (codes: readonly string[]): string[] => {
  const taken = new Set<string>()
  const reached = new Map<string, number>()
  return codes.map((code) => {
    let again = reached.get(code) ?? 1
    let distinct = again === 1 ? code : `${code}-${again}`
    while (taken.has(distinct)) {
      again += 1
      distinct = `${code}-${again}`
    }
    reached.set(code, again)
    taken.add(distinct)
    return distinct
  })
}
