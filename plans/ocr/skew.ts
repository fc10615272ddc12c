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

/** Whether lines of text run down the picture instead of across: it then has to be turned by a quarter. */
export const isSideways = (coarse: Coarse): boolean => {
  const { width, height, counts } = coarse
  const counted = new Uint16Array(counts.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) counted[x * height + y] = counts[y * width + x] ?? 0
  }
  const turned = { width: height, height: width, counts: counted }
  return sharpness(turned, 0) / height > 1.5 * (sharpness(coarse, 0) / width)
}
