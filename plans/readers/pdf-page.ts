import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { looksScanned } from '../../domain/likeness.ts'
import type { Page } from '../layout/page.ts'
import { inUnicode } from './legacy-fonts.ts'
import { type UprightPage, uprightPage } from './pdf-file.ts'
import { stretchesOf, wordsOf } from './pdf-words.ts'

/** What a page of a PDF is: text, a picture to be recognised, or nothing. */
export interface SeenPage {
  readonly kind: 'text' | 'picture' | 'blank'
  readonly page: Page
  /** Stamps, signatures and slanted watermarks. */
  readonly asides: readonly string[]
  /** How the page stands upright, in degrees clockwise. */
  readonly rotation: number
}

/** Fewer letters over a picture are a scanner's stamp, not the page's text. */
const leastLetters = 200

/** So many shapes without any letter are letters drawn as outlines. */
const outlined = 60

/** Letters that a font gives no meaning: it was embedded without a table to Unicode. */
const meaningless = /[\p{Co}\p{Cn}\uFFFD\u0000-\u0008\u000E-\u001F]/gu

const isMeaningless = (text: string): boolean => (text.match(meaningless) ?? []).length > 0.1 * text.length

/** Text behind the picture of a page is what a scanner made of it: it is used when it reads as Vietnamese. */
const kindOf = (seen: UprightPage, text: string): SeenPage['kind'] => {
  const covered = seen.pictureArea / (seen.width * seen.height)
  const letters = text.replace(/\s/gu, '').length
  if (letters === 0) return covered > 0.05 || seen.shapes > outlined ? 'picture' : 'blank'
  if (isMeaningless(text)) return 'picture'
  return covered > 0.5 && (letters < leastLetters || looksScanned(text)) ? 'picture' : 'text'
}

/** Reads what a page says of itself. */
export const seePage = async (proxy: PDFPageProxy): Promise<SeenPage> => {
  const seen = await uprightPage(proxy)
  const isText = (glyph: UprightPage['glyphs'][number]): boolean => glyph.turns === 0 && !glyph.isAside
  const words = wordsOf(seen.glyphs.filter(isText), inUnicode)
  const asides = stretchesOf(
    seen.glyphs.filter((glyph) => !isText(glyph)),
    inUnicode,
  )
  const page = { width: seen.width, height: seen.height, words, rulings: seen.rulings }
  return { kind: kindOf(seen, words.map((word) => word.text).join(' ')), page, asides, rotation: seen.rotation }
}
