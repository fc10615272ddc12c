/** A box on a page, in points (1/72 inch) from the upper left corner of the upright page. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Word extends Box {
  readonly text: string
  /** Size of the font, or an estimate of it from the letters' height. */
  readonly size: number
}

/** A straight line drawn on the page; `at` is its y when it runs across, its x when it runs down. */
export interface Ruling {
  readonly direction: 'across' | 'down'
  readonly at: number
  readonly from: number
  readonly to: number
}

/** One page as a PDF or the recognition of a picture gives it: words and ruled lines, and where they are. */
export interface Page {
  readonly width: number
  readonly height: number
  readonly words: readonly Word[]
  readonly rulings: readonly Ruling[]
}

export const middleOf = (box: Box): number => (box.top + box.bottom) / 2
export const centreOf = (box: Box): number => (box.left + box.right) / 2

/** The smallest box around all of them. */
export const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map((box) => box.left)),
  top: Math.min(...boxes.map((box) => box.top)),
  right: Math.max(...boxes.map((box) => box.right)),
  bottom: Math.max(...boxes.map((box) => box.bottom)),
})

/** The value below which this share of the values lies; 0 of none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
