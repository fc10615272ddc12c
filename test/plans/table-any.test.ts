import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, Row } from '../../plans/document.ts'
import { extractTable } from '../../plans/extract-table.ts'
import { sortParts } from '../../plans/task-tables.ts'

const texts = [
  '',
  'TT',
  'Nhiệm vụ',
  'Chủ trì',
  'Phối hợp',
  'Thời gian',
  'Tháng 3',
  'T4',
  'Ghi chú',
  'I',
  'II',
  '1',
  '1.1',
  'a',
  'a) Của thành phố',
  '- Rà soát;',
  'Sở Nội vụ',
  'Các Sở, ban, ngành',
  'nt',
  'x',
  'CẢI CÁCH THỂ CHẾ',
  'Tổng cộng',
  'PHỤ LỤC II',
]
const cell = fc.record({
  text: fc.constantFrom(...texts),
  column: fc.nat(7),
  columns: fc.integer({ min: 1, max: 9 }),
  rows: fc.integer({ min: 1, max: 4 }),
})
const header = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Tháng 3', 'Tháng 4', 'Ghi chú'].map(
  (text, column): Cell => ({ text, column, columns: 1, rows: 1 }),
)
const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 14 })
const table = fc.oneof(
  rows,
  rows.map((below) => [header, ...below]),
)

const tasksOf = (all: readonly (readonly Cell[])[]) => {
  const document = {
    blocks: [{ kind: 'table', rows: all.map((cells, at): Row => ({ line: at + 1, cells })) }],
  } as const
  const { tables } = sortParts({ ...document, margins: [] })
  return tables.flatMap((one) => extractTable(one, { planYear: 2026, issuedOn: null }).tasks)
}

test('whatever cells stand wherever, every task has a title and a code, and dates come only from columns of months', () => {
  fc.assert(
    fc.property(table, (cells) => {
      for (const { code, title, line, occurrences, occurrenceLabels } of tasksOf(cells)) {
        expect(code).not.toBe('')
        expect(title.trim()).not.toBe('')
        expect(line).toBeGreaterThan(0)
        expect(occurrenceLabels).toHaveLength(occurrences.length)
        expect(occurrences.every((day) => day === '2026-03-31' || day === '2026-04-30')).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test('ten thousand rows give ten thousand tasks with codes of their own', () => {
  const names = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian']
  const tasks = Array.from({ length: 10_000 }, (_, at) => [`${at + 1}`, `Rà soát lần ${at + 1}`, 'Sở Nội vụ', 'Quý I'])
  const cells = [names, ...tasks].map((row) => row.map((text, column) => ({ text, column, columns: 1, rows: 1 })))
  expect(new Set(tasksOf(cells).map(({ code }) => code)).size).toBe(10_000)
})
