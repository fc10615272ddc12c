import { quantile } from '../layout/page.ts'
import { type Picture, white } from './picture.ts'

/** Squares in which the paper is taken to be equally bright, in pixels. */
const square = 48

/** Darker than this on even paper is ink. */
export const ink = 150

/** How bright the paper is in each square: its brightest tenth, and never darker than a shadow is. */
const brightness = (picture: Picture, columns: number, rows: number): Float32Array => {
  const levels = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const seen: number[] = []
      const bottom = Math.min(picture.height, (row + 1) * square)
      const right = Math.min(picture.width, (column + 1) * square)
      for (let y = row * square; y < bottom; y += 4) {
        for (let x = column * square; x < right; x += 4) seen.push(picture.pixels[y * picture.width + x] ?? white)
      }
      levels[row * columns + column] = Math.max(70, quantile(seen, 0.9))
    }
  }
  return levels
}

/** A square full of ink must not make its letters paler: the brightest of its neighbours counts. */
const spread = (levels: Float32Array, columns: number, rows: number): Float32Array =>
  levels.map((_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns]
    let best = 0
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
        best = Math.max(best, levels[y * columns + x] ?? 0)
      }
    }
    return best
  })

/** The picture as if its paper were white everywhere: shadows, yellowed paper and grey scans become even. */
export const onWhitePaper = (picture: Picture): Picture => {
  const columns = Math.ceil(picture.width / square)
  const rows = Math.ceil(picture.height / square)
  const levels = spread(brightness(picture, columns, rows), columns, rows)
  const pixels = new Uint8Array(picture.pixels.length)
  for (let y = 0; y < picture.height; y += 1) {
    const row = Math.floor(y / square) * columns
    for (let x = 0; x < picture.width; x += 1) {
      const at = y * picture.width + x
      const level = levels[row + Math.floor(x / square)] ?? white
      pixels[at] = Math.min(white, ((picture.pixels[at] ?? white) * white) / level)
    }
  }
  return { ...picture, pixels }
}

/** Rows and columns of squares with a share of ink in each: a picture seen from far, for questions of layout. */
export interface Coarse {
  readonly width: number
  readonly height: number
  /** How many pixels of each square are ink. */
  readonly counts: Uint16Array
}

/** The picture as squares of this many pixels. */
export const coarsely = (picture: Picture, size: number): Coarse => {
  const width = Math.floor(picture.width / size)
  const height = Math.floor(picture.height / size)
  const counts = new Uint16Array(width * height)
  for (let y = 0; y < height * size; y += 1) {
    const to = Math.floor(y / size) * width
    const from = y * picture.width
    for (let x = 0; x < width * size; x += 1) {
      if ((picture.pixels[from + x] ?? white) < ink) {
        const at = to + Math.floor(x / size)
        counts[at] = (counts[at] ?? 0) + 1
      }
    }
  }
  return { width, height, counts }
}
