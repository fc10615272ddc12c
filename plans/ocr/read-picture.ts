import { gridsOf } from '../layout/grid.ts'
import { type Page, quantile, type Ruling, type Word } from '../layout/page.ts'
import { inkedPart } from './inked-part.ts'
import { coarsely, onWhitePaper } from './paper.ts'
import { type Picture, quarterTurned, type Region, turned, white } from './picture.ts'
import type { ReadWord, Recogniser } from './recogniser.ts'
import { withStrokesCounted } from './roman-numbers.ts'
import { isShort, readShort } from './short-parts.ts'
import { withSetPhrases } from './set-phrases.ts'
import { withoutSpecks } from './specks.ts'
import { withoutLines } from './ruled-lines.ts'
import { isSideways, skewOf } from './skew.ts'
import { textBlocksOf } from './text-blocks.ts'

/** Pixels to the inch of the pictures that are read. */
export const dotsPerInch = 300
const pointsPerPixel = 72 / dotsPerInch

/** Nearer to level than this nothing is gained by turning, in radians. */
const levelEnough = 0.0006

/** Words that the recognition itself doubts so much are dirt; below the first whatever they are, below the second signs. */
const worthless = 10
const doubtful = 25

/** What is lower than this is left of a line or a dot, in pixels. */
const lowestText = 16

const straightened = (picture: Picture): Picture => {
  const upright = isSideways(coarsely(picture, 6)) ? quarterTurned(picture, 1) : picture
  const skew = skewOf(coarsely(upright, 4))
  return Math.abs(skew) < levelEnough ? upright : turned(upright, skew)
}

/** The inside of a cell, without what is left of its borders. */
const inside = (cell: { left: number; top: number; right: number; bottom: number }, picture: Picture): Region => {
  const left = Math.max(0, Math.round(cell.left) + 1)
  const top = Math.max(0, Math.round(cell.top) + 1)
  return {
    left,
    top,
    width: Math.min(picture.width, Math.round(cell.right) - 1) - left,
    height: Math.min(picture.height, Math.round(cell.bottom) - 1) - top,
  }
}

const blank = (picture: Picture, region: Region): void => {
  for (let y = region.top; y < region.top + region.height; y += 1) {
    const from = y * picture.width + region.left
    picture.pixels.fill(white, from, from + region.width)
  }
}

/** The cells of ruled tables one by one, then what stands outside them block by block. */
const regionsOf = (picture: Picture, rulings: readonly Ruling[]): Region[] => {
  const cells = gridsOf(rulings.map((ruling) => scaledRuling(ruling, pointsPerPixel)))
    .flatMap((grid) => grid.cells)
    .map((cell) =>
      inside(
        {
          left: cell.left / pointsPerPixel,
          top: cell.top / pointsPerPixel,
          right: cell.right / pointsPerPixel,
          bottom: cell.bottom / pointsPerPixel,
        },
        picture,
      ),
    )
    .filter((region) => region.width > 8 && region.height > 8)
  const rest = { ...picture, pixels: picture.pixels.slice() }
  for (const cell of cells) blank(rest, cell)
  const blocks = textBlocksOf(rest).filter((region) => region.height >= lowestText)
  return [...cells, ...blocks]
}

const scaledRuling = (ruling: Ruling, by: number): Ruling => ({
  ...ruling,
  at: ruling.at * by,
  from: ruling.from * by,
  to: ruling.to * by,
})

/** A word of one letter that is none of dirt: "Sở Y tế". */
const oneLetter = /^[YÝ]$/u

const isDirt = ({ text, confidence }: ReadWord): boolean =>
  text.trim() === '' ||
  confidence < worthless ||
  (confidence < doubtful && !/[\p{L}\p{N}]{2}/u.test(text) && !oneLetter.test(text)) ||
  /^[|¦¡!_.,:;~"'`‘’°·«»]+$/u.test(text)

/** Words as they are kept: dots of dust before a word are none of it, and a dash before a capital stands alone. */
const cleaned = (word: ReadWord): ReadWord => ({
  ...word,
  text: word.text.replace(/^[|¦¡_.,~'`‘’°·«»]+(?=[\p{L}\p{N}])/u, '').replace(/^-(?=\p{Lu}\p{Ll})/u, '- '),
})

/** Sizes near the usual one are the usual one: lines without accents or tails only look lower, dust only makes higher. */
const levelled = (words: readonly ReadWord[]): Word[] => {
  const usual = quantile(
    words.map((word) => word.size),
    0.5,
  )
  return words.map(({ text, left, right, top, size }) => {
    const own = size > 0.6 * usual && size < 1.6 * usual ? usual : size
    const baseline = top + 0.78 * size
    return { text, left, right, top: baseline - 0.78 * own, bottom: baseline + 0.2 * own, size: own }
  })
}

const inPoints = (word: Word): Word => ({
  text: word.text,
  left: word.left * pointsPerPixel,
  right: word.right * pointsPerPixel,
  top: word.top * pointsPerPixel,
  bottom: word.bottom * pointsPerPixel,
  size: word.size * pointsPerPixel,
})

/** Set phrases in what one region gave; they do not reach from line to line often enough to matter. */
const inSetPhrases = (words: readonly ReadWord[]): ReadWord[] => {
  const texts = withSetPhrases(words.map((word) => word.text))
  return words.map((word, at) => ({ ...word, text: texts[at] ?? word.text }))
}

/** Everything that can be read on a page without its ruled lines. */
const wordsOf = async (picture: Picture, rulings: readonly Ruling[], recogniser: Recogniser): Promise<ReadWord[]> => {
  const parts = regionsOf(picture, rulings).map((region) => inkedPart(picture, region))
  const read = await Promise.all(
    parts
      .filter((part) => part !== null)
      .map((part) =>
        isShort(part) ? readShort(picture, part, recogniser) : recogniser.read({ picture, region: part }),
      ),
  )
  return read.flatMap((words) =>
    inSetPhrases(
      words
        .map((word, at) => cleaned(withStrokesCounted(picture, word, words[at - 1]?.text ?? '')))
        .filter((word) => !isDirt(word)),
    ),
  )
}

/**
 * Reads the picture of a page, 300 pixels to the inch: makes its paper white, turns it level, takes the ruled lines out
 * and keeps them as those of its tables, and has the rest read.
 */
export const readPicture = async (picture: Picture, recogniser: Recogniser): Promise<Page> => {
  const level = onWhitePaper(straightened(picture))
  const { picture: letters, rulings } = withoutLines(level)
  const words = await wordsOf(withoutSpecks(letters), rulings, recogniser)
  return {
    width: level.width * pointsPerPixel,
    height: level.height * pointsPerPixel,
    words: levelled(words).map(inPoints),
    rulings: rulings.map((ruling) => scaledRuling(ruling, pointsPerPixel)),
  }
}
