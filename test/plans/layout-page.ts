import type { PlanDocument } from '../../plans/document.ts'
import type { Page, Ruling, Word } from '../../plans/layout/page.ts'

// Pages of A4 in points, set in letters half as wide as they are high.
export const size = 12
export const letter = size / 2

/** A line of words from x on, its baseline at y; `right` stretches it to a margin as justified text is. */
export const set = (text: string, x: number, y: number, right?: number): Word[] => {
  const words = text.split(' ')
  const natural = text.length * letter
  const extra = right === undefined ? 0 : (right - x - natural) / Math.max(1, words.length - 1)
  let left = x
  return words.map((word) => {
    const box = { left, right: left + word.length * letter, top: y - 0.78 * size, bottom: y + 0.2 * size }
    left = box.right + letter + extra
    return { text: word, size, ...box }
  })
}

export const across = (at: number, from: number, to: number): Ruling => ({ direction: 'across', at, from, to })
export const down = (at: number, from: number, to: number): Ruling => ({ direction: 'down', at, from, to })

export const page = (words: readonly (readonly Word[])[], rulings: readonly Ruling[] = []): Page => ({
  width: 595,
  height: 842,
  words: words.flat(),
  rulings,
})

export const textsOf = ({ blocks }: PlanDocument): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.map((row) => row.cells.map((cell) => cell.text).join(' | ')),
  )

export const left = 85
export const right = 540

/** Running text that tells where the margins are. */
export const filler = [
  set('Các cơ quan, đơn vị căn cứ kế hoạch này để tổ chức thực hiện', left + 36, 600, right),
  set('và báo cáo kết quả theo đúng thời hạn.', left, 615),
]
export const fillerText =
  'Các cơ quan, đơn vị căn cứ kế hoạch này để tổ chức thực hiện và báo cáo kết quả theo đúng thời hạn.'
