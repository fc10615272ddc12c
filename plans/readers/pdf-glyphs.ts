import { mapped, type Matrix, times } from './pdf-matrix.ts'

/** A letter on the page: where its baseline begins and ends, in points from the upper left corner. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
  readonly size: number
  /** Letter-spacing on top of the letter's own width: gaps of it part no words. */
  readonly spacing: number
  /** Quarter turns from upright, clockwise; null when it is slanted. */
  readonly turns: number | null
  readonly fontName: string
  /** Drawn, but not to be seen: the text behind a scanned page. */
  readonly isInvisible: boolean
  /** Belongs to a stamp, a signature or a form field. */
  readonly isAside: boolean
}

export interface TextState {
  readonly matrix: Matrix
  readonly font: { readonly name: string; readonly vertical: boolean; readonly unit: number }
  readonly size: number
  readonly charSpacing: number
  readonly wordSpacing: number
  readonly scale: number
  readonly leading: number
  readonly rise: number
  readonly mode: number
  readonly line: Matrix
  readonly text: Matrix
}

/** Text drawn in this mode leaves no mark. */
const invisibleMode = 3

interface ShownGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly originalCharCode?: number
}

const isShown = (item: unknown): item is ShownGlyph =>
  typeof item === 'object' &&
  item !== null &&
  'unicode' in item &&
  typeof item.unicode === 'string' &&
  'width' in item &&
  typeof item.width === 'number'

/** In old Vietnamese fonts the place of the soft hyphen holds a letter; pdf.js takes both hyphens for one. */
const softHyphen = 0xad
const textOf = (item: ShownGlyph): string =>
  item.unicode === '-' && item.originalCharCode === softHyphen ? '\u00AD' : item.unicode

const turnsOf = ([a, b]: Matrix): number | null => {
  if (Math.abs(b) < 0.05 * Math.abs(a)) return a > 0 ? 0 : 2
  if (Math.abs(a) < 0.05 * Math.abs(b)) return b > 0 ? 1 : 3
  return null
}

/** One letter, and how far the next one stands from it in the text's own units. */
const placed = (
  state: TextState,
  text: Matrix,
  item: ShownGlyph,
  isAside: boolean,
): { glyph: Glyph; advance: number } => {
  const direction = state.size < 0 ? -1 : 1
  const own = item.width * state.font.unit * Math.abs(state.size)
  const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0)
  const whole = times(state.matrix, text)
  const from = mapped(whole, 0, state.rise)
  const to = mapped(whole, own * state.scale * direction, state.rise)
  const height = Math.hypot(whole[2], whole[3])
  return {
    glyph: {
      text: textOf(item),
      x: Math.min(from.x, to.x),
      y: from.y,
      right: Math.max(from.x, to.x),
      size: height * Math.abs(state.size),
      spacing: Math.max(0, state.charSpacing * state.scale * Math.hypot(whole[0], whole[1])),
      turns: turnsOf(whole),
      fontName: state.font.name,
      isInvisible: state.mode === invisibleMode,
      isAside,
    },
    advance: (own + spacing) * state.scale * direction,
  }
}

/** The letters that one operator shows, and where the text stands after them. Numbers between them are kerning. */
export const glyphsOf = (state: TextState, items: unknown, isAside: boolean): { glyphs: Glyph[]; text: Matrix } => {
  const glyphs: Glyph[] = []
  let { text } = state
  const advance = (by: number): void => {
    text = times(text, state.font.vertical ? [1, 0, 0, 1, 0, by] : [1, 0, 0, 1, by, 0])
  }
  for (const item of Array.isArray(items) ? (items as unknown[]) : []) {
    if (typeof item === 'number') advance((-item / 1000) * Math.abs(state.size) * state.scale)
    if (!isShown(item)) continue
    const { glyph, advance: by } = placed(state, text, item, isAside)
    glyphs.push(glyph)
    advance(by)
  }
  return { glyphs, text }
}
