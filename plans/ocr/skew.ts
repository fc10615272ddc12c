import type { Coarse } from './paper.ts'

const degree = Math.PI / 180

/** How sharply rows of ink and of white follow each other when the picture is sheared by this slope. */
const sharpness = ({ width, height, counts }: Coarse, slope: number): number => {
  const rows = new Float64Array(height)
  for (let x = 0; x < width; x += 1) {
    const shift = Math.round((x - width / 2) * slope)
    for (let y = Math.max(0, -shift); y < Math.min(height, height - shift); y += 1) {
      const row = y + shift
      rows[row] = (rows[row] ?? 0) + Math.min(1, counts[y * width + x] ?? 0)
    }
  }
  let sum = 0
  for (let row = 1; row < height; row += 1) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2
  return sum
}

const best = (coarse: Coarse, angles: readonly number[]): number =>
  angles.reduce(
    (found, angle) => {
      const value = sharpness(coarse, Math.tan(angle * degree))
      return value > found.value ? { angle, value } : found
    },
    { angle: 0, value: sharpness(coarse, 0) * 1.001 },
  ).angle

const around = (middle: number, step: number, count: number): number[] =>
  Array.from({ length: 2 * count + 1 }, (_, at) => middle + (at - count) * step)

/** By how many radians, clockwise, the picture must be turned for its lines to run level; up to 8 degrees. */
export const skewOf = (coarse: Coarse): number => {
  const rough = best(coarse, around(0, 0.5, 16))
  return best(coarse, around(best(coarse, around(rough, 0.1, 5)), 0.03, 3)) * degree
}

/** No word is as long, in squares of 6 pixels: longer runs of ink are ruled lines. */
const longestWord = 50

/** Letters of a word stand nearer to each other than lines, in the same squares. */
const bridged = 1

/** How long runs of ink along a row are: letters make words. */
const runsOf = ({ width, counts }: Coarse, row: number): number[] => {
  const runs: number[] = []
  let run = { from: 0, last: -width }
  for (let x = 0; x < width; x += 1) {
    if ((counts[row * width + x] ?? 0) === 0) continue
    if (x - run.last > bridged + 1) {
      runs.push(run.last + 1 - run.from)
      run = { from: x, last: x }
    }
    run.last = x
  }
  return [...runs, run.last + 1 - run.from].filter((long) => long > 1 && long < longestWord)
}

/** Fewer are a page number or dust and have no direction. */
const fewest = 100

/** How long they are along all rows, ruled lines left out; 0 where there are too few. */
const runLength = (coarse: Coarse): number => {
  const runs = Array.from({ length: coarse.height }, (_, row) => runsOf(coarse, row)).flat()
  return runs.length < fewest ? 0 : runs.reduce((sum, long) => sum + long, 0) / runs.length
}

const quarterTurned = ({ width, height, counts }: Coarse): Coarse => {
  const turned = new Uint16Array(counts.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) turned[x * height + y] = counts[y * width + x] ?? 0
  }
  return { width: height, height: width, counts: turned }
}

/**
 * Whether lines of text run down the picture instead of across: it then has to be turned by a quarter. Words are longer
 * than they are high, also in a table of many narrow columns and few words.
 */
export const isSideways = (coarse: Coarse): boolean => {
  return runLength(quarterTurned(coarse)) > 1.2 * runLength(coarse)
}
