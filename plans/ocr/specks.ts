import { type Picture, white } from './picture.ts'

/** Dust is darker than this, and no more than so many pixels together: the dots of letters are larger. */
const dark = 185
const largest = 9

/** The dark pixels that hang together with this one, until there are more than dust has. */
const patchAt = ({ width, pixels }: Picture, start: number): number[] => {
  const patch = [start]
  for (const at of patch) {
    for (const next of [
      at - width - 1,
      at - width,
      at - width + 1,
      at - 1,
      at + 1,
      at + width - 1,
      at + width,
      at + width + 1,
    ]) {
      if ((pixels[next] ?? white) < dark && !patch.includes(next)) patch.push(next)
    }
    if (patch.length > largest) return patch
  }
  return patch
}

/** The picture without dust: single dark pixels and small patches of them. */
export const withoutSpecks = (picture: Picture): Picture => {
  const pixels = picture.pixels.slice()
  for (let at = 0; at < pixels.length; at += 1) {
    const isEdge = (picture.pixels[at] ?? white) < dark && (picture.pixels[at - 1] ?? white) >= dark
    if (!isEdge) continue
    const patch = patchAt(picture, at)
    if (patch.length <= largest) for (const pixel of patch) pixels[pixel] = white
  }
  return { ...picture, pixels }
}
