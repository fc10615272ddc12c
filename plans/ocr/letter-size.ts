import { quantile } from '../layout/page.ts'
import { coarsely, onWhitePaper } from './paper.ts'
import { type Picture, scaled } from './picture.ts'

/** Height of small letters in text of 13 points on a picture with 300 dots to the inch, in pixels. */
const readingHeight = 25

/** Larger and smaller pictures are brought no further than this: what is lost cannot be found again. */
const largest = 3
const smallest = 0.4

/** Heights of the vertical strokes of ink that could be small letters, in pixels. */
const strokesOf = (picture: Picture): number[] => {
  const { width, height, counts } = coarsely(picture, 1)
  const heights: number[] = []
  for (let x = 0; x < width; x += 3) {
    for (let y = 0, start = 0; y <= height; y += 1) {
      if (y < height && (counts[y * width + x] ?? 0) > 0) continue
      if (y - start >= 4 && y - start < 120) heights.push(y - start)
      start = y + 1
    }
  }
  return heights
}

/** A picture of unknown size, brought to where its letters are as large as on a page with 300 dots to the inch. */
export const atReadingSize = (picture: Picture): Picture => {
  const heights = strokesOf(onWhitePaper(picture))
  if (heights.length < 50) return picture
  const factor = Math.min(largest, Math.max(smallest, readingHeight / quantile(heights, 0.75)))
  return Math.abs(factor - 1) < 0.15 ? picture : scaled(picture, factor)
}
