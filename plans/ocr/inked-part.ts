import { ink } from './paper.ts'
import { type Picture, type Region, white } from './picture.ts'

/** Less ink than this is dust, in pixels. */
const dust = 24

/**
 * The part of a region that has ink, without the white around it; null when it has none to speak of. A number alone in a
 * cell is read reliably when it is cut out so, and easily missed in the middle of much white.
 */
export const inkedPart = ({ width, pixels }: Picture, region: Region, least = dust): Region | null => {
  let [left, right, top, bottom, dark] = [Infinity, 0, Infinity, 0, 0]
  for (let y = region.top; y < region.top + region.height; y += 1) {
    for (let x = region.left; x < region.left + region.width; x += 1) {
      if ((pixels[y * width + x] ?? white) >= ink) continue
      dark += 1
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  }
  return dark < least ? null : { left, top, width: right - left, height: bottom - top }
}
