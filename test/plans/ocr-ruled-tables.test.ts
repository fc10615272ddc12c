import { expect, test } from 'vitest'
import { coarsely } from '../../plans/ocr/paper.ts'
import { type Picture, quarterTurned, white } from '../../plans/ocr/picture.ts'
import type { ReadWord } from '../../plans/ocr/recogniser.ts'
import { withStrokesCounted } from '../../plans/ocr/roman-numbers.ts'
import { withoutLines } from '../../plans/ocr/ruled-lines.ts'
import { isSideways } from '../../plans/ocr/skew.ts'

/** White paper that boxes are painted on. */
const paper = (width: number, height: number) => {
  const picture: Picture = { width, height, pixels: new Uint8Array(width * height).fill(white) }
  const box = (x: number, y: number, w: number, h: number, grey = 0): void => {
    for (let row = y; row < y + h; row += 1) picture.pixels.fill(grey, row * width + x, row * width + x + w)
  }
  return { picture, box }
}

/** A table with many narrow columns and a short word at the top of some cells. */
const narrowTable = (): Picture => {
  const { picture, box } = paper(1800, 1200)
  for (let x = 100; x <= 1700; x += 80) box(x, 100, 3, 1000)
  for (let y = 100; y <= 1100; y += 250) box(100, y, 1600, 3)
  for (let y = 120; y < 1100; y += 250) {
    for (let line = 0; line < 4; line += 1) for (let x = 110; x < 900; x += 80) box(x, y + line * 50, 58, 24)
  }
  return picture
}

test('a table of narrow columns is not taken for a page on its side, and one on its side is', () => {
  const table = narrowTable()
  expect(isSideways(coarsely(table, 6))).toBe(false)
  expect(isSideways(coarsely(quarterTurned(table, 1), 6))).toBe(true)
})

test('an almost empty page lies as it lies', () => {
  const { picture, box } = paper(1200, 1800)
  box(600, 100, 8, 40)
  expect(isSideways(coarsely(picture, 6))).toBe(false)
})

test('grey lines of a table are found as black ones are', () => {
  const { picture, box } = paper(900, 600)
  for (const y of [50, 250, 450]) box(100, y, 700, 3, 180)
  for (const x of [100, 400, 797]) box(x, 50, 3, 403, 180)
  box(150, 100, 40, 3, 180)
  const { picture: letters, rulings } = withoutLines(picture)
  expect(rulings.map(({ direction }) => direction)).toEqual(['across', 'across', 'across', 'down', 'down', 'down'])
  expect([...letters.pixels].filter((pixel) => pixel < white)).toHaveLength(40 * 3)
})

/** Upright strokes with feet, then a slash that reaches below them, then round figures. */
const quarterAndYear = (strokes: number): Picture => {
  const { picture, box } = paper(240, 100)
  for (let at = 0; at < strokes; at += 1) {
    box(14 + at * 16, 30, 5, 34)
    box(11 + at * 16, 62, 11, 2)
  }
  for (let step = 0; step < 44; step += 1) box(14 + strokes * 16 + Math.round((44 - step) / 4), 30 + step, 4, 1)
  for (let at = 0; at < 4; at += 1) {
    box(40 + strokes * 16 + at * 24, 30, 18, 4)
    box(40 + strokes * 16 + at * 24, 60, 18, 4)
  }
  return picture
}

const wordAt = (text: string): ReadWord => ({
  text,
  confidence: 60,
  left: 10,
  right: 210,
  top: 26,
  bottom: 80,
  size: 54,
})

test.each([
  ['I1/2026', 3, 'Quý', 'III/2026'],
  ['II/2026,', 3, 'quý', 'III/2026,'],
  ['H/2026', 2, 'Quý', 'II/2026'],
  ['11/2026', 2, 'tháng', '11/2026'],
  ['11/2026', 2, '', '11/2026'],
])('%s with %d strokes behind "%s" is %s', (seen, strokes, previous, meant) => {
  expect(withStrokesCounted(quarterAndYear(strokes), wordAt(seen), previous).text).toBe(meant)
})
