import type { Style } from './outline-markers.ts'

/**
 * A paragraph and what stands under it. Besides items with markers there are headings without one (a line in capitals),
 * stems (a paragraph that ends with a colon, or a short one over a list) and plain paragraphs.
 */
export interface Item {
  readonly style: Style | 'root' | 'heading' | 'stem' | 'plain'
  readonly ordinals: readonly number[]
  /** Its own number as codes show it; '' for what has none. */
  readonly label: string
  text: string
  readonly line: number
  readonly children: Item[]
}

/** The items that are open, the deepest last. */
export type Stack = Item[]

export const endsOpen = (text: string): boolean => /:\s*$/u.test(text)
