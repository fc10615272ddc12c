import { coarsely } from './paper.ts'
import type { Picture, Region } from './picture.ts'

/** A coarse square is this many pixels of a picture with 300 to the inch. */
const square = 6

/** A square with fewer dark pixels is dust. */
const dust = 2

/** In squares: white this wide from top to bottom of a strip parts columns, and lines this far apart are two blocks. */
const columnGap = 11
const blockGap = 12

/** Blocks of at most about this height are read at a time, in squares, so that several readers share a page. */
const blockHeight = 110

interface Strip {
  readonly top: number
  readonly bottom: number
}

interface Mask {
  readonly width: number
  readonly height: number
  readonly at: (x: number, y: number) => boolean
}

const maskOf = (picture: Picture): Mask => {
  const { width, height, counts } = coarsely(picture, square)
  return { width, height, at: (x, y) => (counts[y * width + x] ?? 0) >= dust }
}

/** Stretches of one kind in a row of yes and no. */
const stretches = (length: number, isFull: (at: number) => boolean): { from: number; to: number }[] => {
  const found: { from: number; to: number }[] = []
  for (let at = 0; at < length; at += 1) {
    if (!isFull(at)) continue
    const last = found.at(-1)
    if (last?.to === at) last.to = at + 1
    else found.push({ from: at, to: at + 1 })
  }
  return found
}

const isInked = (mask: Mask, y: number): boolean => {
  for (let x = 0; x < mask.width; x += 1) if (mask.at(x, y)) return true
  return false
}

/** The columns of a strip: where ink stands, joined over gaps too narrow to part them. */
const columnsOf = (mask: Mask, { top, bottom }: Strip): { from: number; to: number }[] => {
  const inked = stretches(mask.width, (x) => {
    for (let y = top; y < bottom; y += 1) if (mask.at(x, y)) return true
    return false
  })
  const columns: { from: number; to: number }[] = []
  for (const { from, to } of inked) {
    const last = columns.at(-1)
    if (last !== undefined && from - last.to < columnGap) last.to = to
    else columns.push({ from, to })
  }
  return columns
}

/** Whether two strips stand in the same columns, so that each column can be read in one piece. */
const isAligned = (mask: Mask, one: Strip, other: Strip): boolean => {
  const joined = columnsOf(mask, { top: one.top, bottom: other.bottom })
  const counts = [columnsOf(mask, one).length, columnsOf(mask, other).length]
  return (
    joined.length === Math.max(...counts) &&
    Math.min(...counts) > 0 &&
    (joined.length > 1 || counts.every((count) => count === 1))
  )
}

/** Lines that follow closely, as blocks: running text, or lines in the same columns. */
const blocksOf = (mask: Mask): Strip[] => {
  const blocks: { top: number; bottom: number }[] = []
  for (const { from, to } of stretches(mask.height, (y) => isInked(mask, y))) {
    const line = { top: from, bottom: to }
    const last = blocks.at(-1)
    const isNear = last !== undefined && from - last.bottom < blockGap && to - last.top < blockHeight
    if (last !== undefined && isNear && isAligned(mask, last, line)) last.bottom = to
    else blocks.push(line)
  }
  return blocks
}

/**
 * The blocks of text on a picture with 300 pixels to the inch and without ruled lines, in pixels, from top to bottom.
 * Columns beside each other are blocks of their own, so that their lines are not read as one.
 */
export const textBlocksOf = (picture: Picture): Region[] => {
  const mask = maskOf(picture)
  return blocksOf(mask).flatMap((block) =>
    columnsOf(mask, block).map(({ from, to }) => ({
      left: from * square,
      top: block.top * square,
      width: (to - from) * square,
      height: (block.bottom - block.top) * square,
    })),
  )
}
