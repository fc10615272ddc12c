/** A picture in grey, a byte for each pixel, row by row: 0 is black. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Part of a picture, in pixels. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const white = 255

/** Colours with their opacity, four bytes for each pixel, as grey on white paper. */
export const greyOf = (width: number, height: number, rgba: Uint8Array | Uint8ClampedArray): Picture => {
  const pixels = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < pixels.length; at += 1, from += 4) {
    const opacity = (rgba[from + 3] ?? white) / white
    const grey = 0.299 * (rgba[from] ?? 0) + 0.587 * (rgba[from + 1] ?? 0) + 0.114 * (rgba[from + 2] ?? 0)
    pixels[at] = Math.round(grey * opacity + white * (1 - opacity))
  }
  return { width, height, pixels }
}

/** A part of the picture, with a margin of white around it. */
export const cropped = (picture: Picture, region: Region, margin = 0): Picture => {
  const width = region.width + 2 * margin
  const height = region.height + 2 * margin
  const pixels = new Uint8Array(width * height).fill(white)
  for (let row = 0; row < region.height; row += 1) {
    const from = (region.top + row) * picture.width + region.left
    pixels.set(picture.pixels.subarray(from, from + region.width), (row + margin) * width + margin)
  }
  return { width, height, pixels }
}

/** The picture as a file that needs no packing (PGM). */
export const asFile = ({ width, height, pixels }: Picture): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels])

const mix = (one: number, other: number, share: number): number => one + (other - one) * share

/** The grey between four pixels; white beyond the edges. */
const between = (picture: Picture, x: number, y: number): number => {
  const { width, height, pixels } = picture
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return white
  const at = top * width + left
  const pixel = (step: number): number => pixels[at + step] ?? white
  return mix(mix(pixel(0), pixel(1), x - left), mix(pixel(width), pixel(width + 1), x - left), y - top)
}

/** The picture larger or smaller by a factor. */
export const scaled = (picture: Picture, factor: number): Picture => {
  const width = Math.max(1, Math.round(picture.width * factor))
  const height = Math.max(1, Math.round(picture.height * factor))
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      pixels[y * width + x] = between(picture, (x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5)
  }
  return { width, height, pixels }
}

/** The picture turned about its middle, clockwise, by a small angle in radians; its size stays. */
export const turned = (picture: Picture, angle: number): Picture => {
  const { width, height } = picture
  const pixels = new Uint8Array(width * height)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [middleX, middleY] = [width / 2, height / 2]
  for (let y = 0; y < height; y += 1) {
    const [up, across] = [(y - middleY) * sin + middleX, (y - middleY) * cos + middleY]
    for (let x = 0; x < width; x += 1) {
      pixels[y * width + x] = between(picture, (x - middleX) * cos + up, across - (x - middleX) * sin)
    }
  }
  return { width, height, pixels }
}

/** The picture turned by quarters, clockwise. */
export const quarterTurned = (picture: Picture, turns: number): Picture => {
  if (turns % 4 === 0) return picture
  const { width, height } = picture
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels[x * height + height - 1 - y] = picture.pixels[y * width + x] ?? white
  }
  return quarterTurned({ width: height, height: width, pixels }, turns - 1)
}
