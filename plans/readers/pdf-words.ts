import type { Word } from '../layout/page.ts'
import type { Glyph } from './pdf-glyphs.ts'

/** In sizes of the letters: a gap from which on letters are of two words, and how far a letter may step back. */
const wordGap = 0.16
const stepBack = 0.45

/** Above and below the baseline, in sizes: what a line of text takes up. */
const ascent = 0.78
const descent = 0.2

/** Turns the letters of a font into Unicode. */
type Write = (text: string, fontName: string) => string

const isSpace = (text: string): boolean => /^\s*$/u.test(text)

const belongsTo = (last: Glyph, glyph: Glyph): boolean => {
  const size = Math.max(last.size, glyph.size)
  const gap = glyph.x - last.right - last.spacing
  return Math.abs(glyph.y - last.y) < 0.25 * size && gap < wordGap * size && gap > -stepBack * size
}

/** Square metres and the like. */
const unit = /^[ckm]?m$/u

/** A raised number at a word is the mark of a footnote and not part of the text. */
const isFootnoteMark = (word: readonly Glyph[], glyph: Glyph): boolean => {
  const last = word.findLast((other) => other.size > 1.2 * glyph.size)
  if (last === undefined || !/^\d+$/u.test(glyph.text)) return false
  const rise = last.y - glyph.y
  return rise > 0.15 * last.size && rise < 0.8 * last.size && !unit.test(word.map((other) => other.text).join(''))
}

/** The same letter drawn twice, a hair apart, looks bold. */
const isShadow = (word: readonly Glyph[], glyph: Glyph): boolean =>
  word
    .slice(-2)
    .some(
      (last) =>
        last.text === glyph.text &&
        Math.abs(last.x - glyph.x) < 0.1 * glyph.size &&
        Math.abs(last.y - glyph.y) < 0.1 * glyph.size,
    )

const wordOf = (glyphs: readonly Glyph[], write: Write): Word => {
  const size = Math.max(...glyphs.map((glyph) => glyph.size))
  const baseline = glyphs[0]?.y ?? 0
  const runs: { fontName: string; text: string }[] = []
  for (const { text, fontName } of glyphs) {
    const run = runs.at(-1)
    if (run?.fontName === fontName) run.text += text
    else runs.push({ fontName, text })
  }
  return {
    text: runs
      .map((run) => write(run.text, run.fontName))
      .join('')
      .normalize('NFC')
      .trim(),
    left: Math.min(...glyphs.map((glyph) => glyph.x)),
    right: Math.max(...glyphs.map((glyph) => glyph.right)),
    top: baseline - ascent * size,
    bottom: baseline + descent * size,
    size,
  }
}

/** Words without those that were drawn a second time over themselves. */
const withoutShadows = (words: readonly Word[]): Word[] => {
  const seen = new Set<string>()
  const keyAt = (word: Word, step: number): string =>
    `${Math.round(word.left) + step} ${Math.round(word.bottom / 2)} ${word.text}`
  return words.filter((word) => {
    if ([-1, 0, 1].some((step) => seen.has(keyAt(word, step)))) return false
    seen.add(keyAt(word, 0))
    return true
  })
}

/** What is drawn letter by letter in any direction, such as a slanted watermark: one text for each stretch. */
export const stretchesOf = (glyphs: readonly Glyph[], write: Write): string[] => {
  const stretches: { text: string }[] = []
  glyphs.forEach((glyph, at) => {
    const before = glyphs[at - 1]
    const isNear = before !== undefined && Math.hypot(glyph.x - before.x, glyph.y - before.y) < 1.6 * glyph.size
    const text = write(glyph.text, glyph.fontName)
    const open = isNear ? stretches.at(-1) : undefined
    if (open === undefined) stretches.push({ text })
    else open.text += text
  })
  return stretches.map(({ text }) => text.normalize('NFC').trim()).filter((text) => text !== '')
}

/**
 * Letters in the order they were drawn, as words. Spaces part words, and so do gaps where none was drawn. `write` turns
 * the letters of a font into Unicode.
 */
export const wordsOf = (glyphs: readonly Glyph[], write: Write): Word[] => {
  const words: Glyph[][] = []
  let open: Glyph[] = []
  const close = (): void => {
    if (open.length > 0) words.push(open)
    open = []
  }
  for (const glyph of glyphs) {
    const last = open.at(-1)
    if (isSpace(glyph.text)) close()
    else if (last !== undefined && (isShadow(open, glyph) || isFootnoteMark(open, glyph))) continue
    else {
      if (last !== undefined && !belongsTo(last, glyph)) close()
      open.push(glyph)
    }
  }
  close()
  return withoutShadows(words.map((word) => wordOf(word, write)).filter((word) => word.text !== ''))
}
