import { middleOf, type Page, type Word } from './page.ts'
import { linesOf, type TextLine } from './text-lines.ts'

/** A line in a margin and its page, counted from 0. */
interface Edge {
  readonly page: number
  readonly line: TextLine
  readonly isTop: boolean
}

/** Headers and footers stand in this share of a page's height, at its top and bottom. */
const zone = 0.09

/** As many pages must bear the same words before they are a header: two letterheads in one file are not. */
const leastRepeats = { top: 3, bottom: 2 }

const pageNumber = /^(?:[-–—]\s*)?(?:(?:trang|page)\s*)?(\d{1,4})(?:\s*[/|]\s*\d{1,4})?(?:\s*[-–—])?$/iu

/** What a viewer of digitally signed files prints at the top: it is no part of the text. */
const signature =
  /^(?:người ký|ký bởi|ký số bởi|thời gian ký|ngày ký|cơ quan|email|tổ chức|signature|signed by|digitally signed)\b.*:/iu

/** Letters of footnotes are this much smaller than those of the text. */
const footnoteSize = 0.86

const edgesOf = (page: Page, at: number): Edge[] =>
  linesOf(page.words).flatMap((line) => {
    const isTop = middleOf(line) < zone * page.height
    return isTop || middleOf(line) > (1 - zone) * page.height ? [{ page: at, line, isTop }] : []
  })

/** The outermost lines of a page; a number further in belongs to the text. */
const isOutermost = (page: Page, { line, isTop }: Edge): boolean =>
  page.words.every((word) => (isTop ? middleOf(word) >= line.top : middleOf(word) <= line.bottom))

const sideOf = ({ isTop }: Edge): 'top' | 'bottom' => (isTop ? 'top' : 'bottom')
const keyOf = (edge: Edge): string => `${sideOf(edge)} ${edge.line.text.replace(/\d+/gu, '#')}`

/** Words that so many pages bear at the same edge, whatever numbers stand in them. */
const repeated = (edges: readonly Edge[]): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const [key, own] of Map.groupBy(edges, keyOf)) {
    const on = [...new Set(own.map((edge) => edge.page))]
    const least = Math.max(...own.map((edge) => leastRepeats[sideOf(edge)]))
    // A header may stand on every second page, but not on three of a hundred.
    if (on.length >= least && on.length > (Math.max(...on) - Math.min(...on)) / 2) found.add(key)
  }
  return found
}

const usualSize = (pages: readonly Page[]): number => {
  const letters = new Map<number, number>()
  for (const { words } of pages) {
    for (const word of words) {
      const size = Math.round(word.size)
      letters.set(size, (letters.get(size) ?? 0) + word.text.length)
    }
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0
}

/** Footnotes stand in small letters under a short stroke at the left, at the foot of the page. */
const footnotesOf = (page: Page, size: number): Word[] => {
  const stroke = page.rulings.find(
    ({ direction, at, from, to }) =>
      direction === 'across' && at > page.height / 2 && from < page.width / 4 && to - from > 90 && to - from < 220,
  )
  if (stroke === undefined) return []
  const below = page.words.filter((word) => middleOf(word) > stroke.at && middleOf(word) < (1 - zone / 2) * page.height)
  const isSmall = below.filter((word) => word.size < footnoteSize * size).length > 0.8 * below.length
  const closed = page.rulings.some(({ direction, to }) => direction === 'down' && to > stroke.at)
  return isSmall && !closed ? below : []
}

/** Pages without what stands in their margins, and that as lines, each once. */
export const withoutMargins = (
  pages: readonly Page[],
): { readonly pages: readonly Page[]; readonly margins: readonly string[] } => {
  const edges = pages.flatMap(edgesOf)
  const headers = repeated(edges)
  const size = usualSize(pages)
  const margins = new Set<string>()
  const cleaned = pages.map((page, at) => {
    const isFurniture = (edge: Edge): boolean =>
      headers.has(keyOf(edge)) ||
      signature.test(edge.line.text) ||
      (pageNumber.test(edge.line.text) && isOutermost(page, edge))
    const lines = edges.filter((edge) => edge.page === at && isFurniture(edge)).map((edge) => edge.line)
    const footnotes = linesOf(footnotesOf(page, size))
    const dropped = new Set([...lines, ...footnotes].flatMap((line) => line.words))
    for (const line of [...lines, ...footnotes]) margins.add(line.text)
    return { ...page, words: page.words.filter((word) => !dropped.has(word)) }
  })
  return { pages: cleaned, margins: [...margins] }
}
