import { choose, figuresIn, openIndex, prefixOf, sameKind } from './outline-choice.ts'
import { endsOpen, type Item, type Stack } from './outline-item.ts'
import { isCapitalLine, type Marker } from './outline-markers.ts'
import type { Line } from './task-tables.ts'

/** From chapters down to dashes: what has a higher rank stands under what has a lower one. */
const ranks: Readonly<Record<Item['style'], number>> = {
  root: -1,
  part: 0,
  heading: 1,
  capital: 1,
  article: 2,
  roman: 2,
  number: 3,
  decimal: 3.5,
  bracketed: 4.5,
  letter: 5,
  star: 5.5,
  stem: 5.8,
  dash: 6,
  bullet: 6.2,
  plus: 7,
  plain: 8,
}

export interface OutlineOptions {
  /** In scanned text "1." in capitals may be "I." or "II.". */
  readonly scanned: boolean
  /** Whether a paragraph without a marker tells somebody by name what to do: then it is no part of the item before it. */
  readonly addresses: (text: string) => boolean
}

const itemOf = (style: Item['style'], found: Partial<Marker>, text: string, line: number): Item => ({
  style,
  ordinals: found.ordinals ?? [],
  label: found.label ?? '',
  text,
  line,
  children: [],
})

const endsSentence = (text: string): boolean => /[.;!?…/]["”’)\s]*$/u.test(text)

const topOf = (stack: Stack): Item | undefined => stack.at(-1)
const popTo = (stack: Stack, length: number): void => {
  stack.length = Math.max(1, length)
}

const popRank = (stack: Stack, rank: number): void => {
  while (stack.length > 1 && ranks[topOf(stack)?.style ?? 'root'] >= rank) stack.pop()
}

const headingStyles: readonly Item['style'][] = ['part', 'capital', 'roman', 'article', 'heading']
const opensList = (marker: Marker): boolean =>
  (marker.ordinals.at(-1) ?? 0) <= 1 && !headingStyles.includes(marker.style)

/** The item whose number a decimal goes on with: "1.2" over "1.2.3". */
const prefixIndex = (stack: Stack, marker: Marker): number =>
  marker.style === 'decimal' ? stack.findLastIndex(({ label }) => label === prefixOf(marker)) : -1

/** Whether a list opens right under the item before it, which ends with a colon. */
const opensUnderColon = (stack: Stack, marker: Marker, open: number): boolean => {
  const top = topOf(stack)
  if (!opensList(marker) || top === undefined || sameKind(top, marker)) return false
  return endsOpen(top.text) ? open === -1 || marker.style !== 'dash' : open === -1 && top.style === 'stem'
}

/** Closes what a marker does not stand under. */
const makeRoom = (stack: Stack, marker: Marker): void => {
  const open = openIndex(stack, marker)
  const above = prefixIndex(stack, marker)
  if (above !== -1) popTo(stack, above + 1)
  else if (opensUnderColon(stack, marker, open)) return
  else if (open !== -1) popTo(stack, open)
  else popRank(stack, ranks[marker.style])
}

const add = (stack: Stack, item: Item): void => {
  topOf(stack)?.children.push(item)
  if (item.style !== 'plain') stack.push(item)
}

const addHeading = (stack: Stack, { text, line }: Line): void => {
  const top = topOf(stack)
  if (top !== undefined && top.text === '' && top.style !== 'root') top.text = text
  else {
    popRank(stack, ranks.heading)
    add(stack, itemOf('heading', {}, text, line))
  }
}

const isShort = (text: string): boolean => text.length <= 100 && !endsSentence(text)

/** A stem stands where the list under it does: beside an open list of the same kind, or under the last item. */
const addStem = (stack: Stack, { text, line }: Line, next: Marker): void => {
  const open = openIndex(stack, next)
  if (open !== -1) popTo(stack, open)
  if (topOf(stack)?.style === 'stem') stack.pop()
  add(stack, itemOf('stem', {}, text, line))
}

/** Who is addressed anew is not part of the list before, nor of an item that is a sentence of its own. */
const closeTasks = (stack: Stack): void => {
  popRank(stack, ranks.stem)
  while (stack.length > 1 && endsSentence(topOf(stack)?.text ?? '')) stack.pop()
}

const addPlain = (stack: Stack, line: Line, next: Marker | null, options: OutlineOptions): void => {
  const { text } = line
  if (next !== null && opensList(next) && (endsOpen(text) || isShort(text))) addStem(stack, line, next)
  else {
    if (options.addresses(text)) closeTasks(stack)
    add(stack, itemOf('plain', {}, text, line.line))
  }
}

/** The tree of a document's paragraphs, by the markers they open with. */
export const outlineOf = (lines: readonly Line[], options: OutlineOptions): Item => {
  const root = itemOf('root', {}, '', 0)
  const stack: Stack = [root]
  const figures = figuresIn(lines, options.scanned)
  lines.forEach((line, at) => {
    const marker = choose(line.text, stack, figures)
    if (marker !== null) {
      makeRoom(stack, marker)
      add(stack, itemOf(marker.style, marker, marker.rest, line.line))
    } else if (isCapitalLine(line.text)) addHeading(stack, line)
    else addPlain(stack, line, choose(lines[at + 1]?.text ?? '', stack, figures), options)
  })
  return root
}
