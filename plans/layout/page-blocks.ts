import { type Area, areasOf, columnsOf } from './columns-of-space.ts'
import { type Grid, type GridCell, gridsOf } from './grid.ts'
import { around, centreOf, middleOf, type Page, quantile, type Word } from './page.ts'
import type { PageBlock } from './page-block.ts'
import { type Measure, paragraphsOf, textOfCell } from './paragraphs.ts'
import { rowsOfSpace } from './rows-of-space.ts'
import { linesOf, type TextLine } from './text-lines.ts'

/** The space between a cell's border and its text, when no cell shows it. */
const usualPadding = 5.4

const wordsIn = (words: readonly Word[], cell: GridCell): Word[] =>
  words.filter(
    (word) =>
      centreOf(word) >= cell.left &&
      centreOf(word) < cell.right &&
      middleOf(word) >= cell.top &&
      middleOf(word) < cell.bottom,
  )

/** Text keeps this distance from the borders: seen at the left, where most cells are filled up to it. */
const paddingOf = (cells: readonly { readonly cell: GridCell; readonly words: readonly Word[] }[]): number => {
  const distances = cells
    .filter(({ words }) => words.length > 0)
    .map(({ cell, words }) => around(words).left - cell.left)
    .filter((distance) => distance > 0)
  return distances.length === 0 ? usualPadding : Math.min(usualPadding, quantile(distances, 0.1))
}

const tableOf = (grid: Grid, words: readonly Word[]): PageBlock => {
  const cells = grid.cells.map((cell) => ({ cell, words: wordsIn(words, cell) }))
  const padding = paddingOf(cells)
  const rows = grid.ys.slice(1).map((_, row) =>
    cells
      .filter(({ cell }) => cell.row === row)
      .sort((one, other) => one.cell.column - other.cell.column)
      .map(({ cell, words: own }) => {
        const lines = linesOf(own)
        const measure = { left: cell.left + padding, right: cell.right - padding }
        const { column, columns, rows: down } = cell
        return { text: textOfCell(lines, measure), column, columns, rows: down, lines, measure }
      }),
  )
  return { kind: 'table', xs: grid.xs, rows }
}

const textBlock = (words: readonly Word[], measure: Measure): PageBlock => ({
  kind: 'text',
  paragraphs: paragraphsOf(linesOf(words), measure),
  measure,
})

/** Where a column beside another really ends: centred lines leave as much on the side of the other as on that of the page. */
const slotOf = (lines: readonly TextLine[], seen: Measure, page: Measure): Measure => {
  const centres = lines.map(centreOf)
  const centre = quantile(centres, 0.5)
  const size = quantile(
    lines.map((line) => line.size),
    0.5,
  )
  const centred = centres.filter((own) => Math.abs(own - centre) < 0.7 * size).length
  if (centred < 0.6 * lines.length) return { ...seen, loose: true }
  const half = Math.max(centre - Math.max(seen.left, page.left), Math.min(seen.right, page.right) - centre)
  return { left: centre - half, right: centre + half, loose: true }
}

/** Columns of a letterhead, each by itself, or the rows of a table without lines. */
const blocksOfArea = (area: Area, page: Measure): PageBlock[] => {
  if (area.gutters.length === 0) return [textBlock(area.words, page)]
  const table = rowsOfSpace(area)
  if (table !== null) return [table]
  const columns = columnsOf(area.words, area.gutters)
  return columns.flatMap((words, at) => {
    if (words.length === 0) return []
    const left = area.gutters[at - 1]?.right ?? page.left
    const right = area.gutters[at]?.left ?? page.right
    return [textBlock(words, slotOf(linesOf(words), { left, right }, page))]
  })
}

/** Parts a page's words into text and tables; the measure is what running text has on pages of this size. */
export const blocksOfPage = (page: Page, measure: Measure): PageBlock[] => {
  const grids = gridsOf(page.rulings).filter((grid) => grid.cells.some((cell) => wordsIn(page.words, cell).length > 0))
  const blocks: PageBlock[] = []
  let waiting = page.words
  for (const grid of grids) {
    const top = grid.ys[0] ?? 0
    const above = waiting.filter((word) => middleOf(word) < top)
    blocks.push(...areasOf(above).flatMap((area) => blocksOfArea(area, measure)))
    waiting = waiting.filter((word) => middleOf(word) >= top)
    const inside = new Set(grid.cells.flatMap((cell) => wordsIn(waiting, cell)))
    blocks.push(tableOf(grid, [...inside]))
    waiting = waiting.filter((word) => !inside.has(word))
  }
  return [...blocks, ...areasOf(waiting).flatMap((area) => blocksOfArea(area, measure))]
}
