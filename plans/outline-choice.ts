import type { Item, Stack } from './outline-item.ts'
import { isCapitalLine, isDamagedRoman, type Marker, readMarkers, romanLabel, type Style } from './outline-markers.ts'
import type { Line } from './task-tables.ts'

export const sameKind = (item: Item, marker: Marker): boolean =>
  item.style === marker.style && item.ordinals.length === marker.ordinals.length

export const openIndex = (stack: Stack, marker: Marker): number => stack.findLastIndex((item) => sameKind(item, marker))

/** Letters that lists leave out. */
const skipped = new Set([6, 11, 24, 27])
const isNext = (before: number, after: number, style: Style): boolean =>
  after === before + 1 || (style === 'letter' && after === before + 2 && (skipped.has(before + 1) || before + 1 === 5))

export const prefixOf = (marker: Marker): string => marker.ordinals.slice(0, -1).join('.')

/** How well a place in a list fits after the last open one there: 3 it is the next, 2 it opens a list, 1 it comes later, 0 not. */
const fitAfter = (before: number | undefined, last: number, style: Style): number => {
  if (before === undefined) return last <= 1 ? 2 : 0
  if (last === 0) return 2
  if (isNext(before, last, style)) return 3
  return last > before ? 1 : 0
}

const fitOf = (marker: Marker, stack: Stack): number => {
  if (marker.style === 'decimal' && stack.some(({ label }) => label === prefixOf(marker))) return 3
  return fitAfter(stack[openIndex(stack, marker)]?.ordinals.at(-1), marker.ordinals.at(-1) ?? 0, marker.style)
}

/** The next Roman figure of an open list: scanning made "1." of "II.". */
const asNextRoman = (marker: Marker, stack: Stack): Marker => {
  const open = stack.findLast(({ style }) => style === 'roman')
  if (open === undefined) return marker
  const ordinal = (open.ordinals[0] ?? 0) + 1
  return { ...marker, ordinals: [ordinal], label: romanLabel(ordinal) }
}

const isFigure = (text: string): boolean => /^\P{L}*1+\s*[.:)]/u.test(text)

const candidatesFor = (text: string, stack: Stack, figures: FiguresInCapitals): Marker[] =>
  readMarkers(text).flatMap((marker) => {
    if (marker.style !== 'roman' || !isDamagedRoman(text)) return [marker]
    if (figures === 'numbers' && isFigure(text)) return []
    return figures === 'whole' ? [] : [isFigure(text) ? asNextRoman(marker, stack) : marker]
  })

/** The marker that a paragraph opens with, by what is open before it; null without one. */
export const choose = (text: string, stack: Stack, figures: FiguresInCapitals): Marker | null => {
  const ranked = candidatesFor(text, stack, figures).map((marker) => ({ marker, fit: fitOf(marker, stack) }))
  const best = Math.max(...ranked.map(({ fit }) => fit))
  return ranked.find(({ fit }) => fit === best)?.marker ?? null
}

/** "1." over capitals: in scanned text without a "2." like it, it is a damaged Roman figure. */
export type FiguresInCapitals = 'whole' | 'numbers' | 'romans'

export const figuresIn = (lines: readonly Line[], scanned: boolean): FiguresInCapitals => {
  if (!scanned) return 'whole'
  const counts = lines.some(({ text }) => /^\P{L}*[2-9]\s*\./u.test(text) && isCapitalLine(text))
  return counts ? 'numbers' : 'romans'
}
