import { around, type Box, middleOf, quantile, type Word } from './page.ts'

/** Words on one line, from left to right. */
export interface TextLine extends Box {
  readonly words: readonly Word[]
  readonly size: number
  readonly text: string
}

const lineOf = (words: readonly Word[]): TextLine => {
  const ordered = [...words].sort((one, other) => one.left - other.left)
  return {
    ...around(ordered),
    words: ordered,
    size: quantile(
      ordered.map((word) => word.size),
      0.5,
    ),
    text: ordered.map((word) => word.text).join(' '),
  }
}

/** How much two boxes share of the lower one's height, 0 to 1. */
const sharedHeight = (one: Box, other: Box): number => {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return shared / Math.max(0.1, Math.min(one.bottom - one.top, other.bottom - other.top))
}

/**
 * Words as lines from top to bottom. Words stand on one line when their heights overlap by the given share: a half for
 * running text, less to find what stands side by side in columns whose lines are not at the same height.
 */
export const linesOf = (words: readonly Word[], share = 0.5): TextLine[] => {
  const lines: { box: Box; readonly words: Word[] }[] = []
  for (const word of [...words].sort((one, other) => middleOf(one) - middleOf(other))) {
    // Raised and lowered letters come out of order, but never further than a few lines back.
    const line = lines.slice(-3).findLast(({ box }) => sharedHeight(box, word) >= share)
    if (line === undefined) lines.push({ box: word, words: [word] })
    else {
      line.words.push(word)
      // A tall bracket must not make the line swallow the next one: its height stays that of its larger words.
      if (word.size > (line.words[0]?.size ?? 0)) line.box = { ...line.box, top: word.top, bottom: word.bottom }
    }
  }
  return lines.map((line) => lineOf(line.words)).sort((one, other) => middleOf(one) - middleOf(other))
}
