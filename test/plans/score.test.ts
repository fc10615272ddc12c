import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type OfficeBlock, type OfficeCell, toDocx, toXlsx } from '../../examples/office-files.ts'
import { withoutTags } from '../../plans/readers/markup.ts'
import { readPlan } from '../../plans/read-plan.ts'
import { withoutLines } from './support.ts'

const shared = join(import.meta.dirname, '../../../shared')
const file = join(shared, 'plans/229-KH-UBND-2023.txt')
const gold = join(shared, 'gold/229-KH-UBND-2023.json')

const scores = z.object({
  taskF1: z.number(),
  leadF1: z.number(),
  supportF1: z.number(),
  datesExact: z.number(),
  datesInvented: z.number(),
  cadence: z.number(),
  output: z.number(),
})

/** Rows of the text as cells; a heading's cell is merged over the rest of its row, as it is in the printed plan. */
const officeRow = (line: string): OfficeCell[] => {
  const texts = line.split('\t').map(withoutTags)
  const last = texts.findLastIndex((text) => text !== '')
  const isSection = last <= 1 && texts.slice(0, last + 1).some((text) => text !== '') && /^\d|^$/.test(texts[0] ?? '')
  if (!isSection || last < 0) return texts.map((text) => ({ text }))
  return texts.slice(0, last + 1).map((text, at) => ({ text, columns: at === last ? texts.length - last : 1 }))
}

/** The text's paragraphs and tables, a page break inside a table left out as it is in an office file. */
const officeBlocks = (text: string): OfficeBlock[] => {
  const blocks: OfficeBlock[] = []
  for (const line of text.split('\n')) {
    const last = blocks.at(-1)
    if (!line.includes('\t')) {
      const words = withoutTags(line.replaceAll(/^#+ |\*+/gu, ''))
      if (words !== '') blocks.push({ kind: 'lines', lines: [words] })
    } else if (last?.kind === 'table') {
      blocks[blocks.length - 1] = { ...last, rows: [...last.rows, officeRow(line)] }
    } else blocks.push({ kind: 'table', widths: line.split('\t').map(() => 20), rows: [officeRow(line)] })
  }
  return blocks
}

describe.skipIf(!existsSync(gold))('plan 229/KH-UBND (skipped without ../shared)', () => {
  test('it reads as well as its labels ask', async () => {
    const plan = await readPlan({ name: '229.txt', bytes: readFileSync(file) })
    const parsed = join(mkdtempSync(join(tmpdir(), 'plan-')), 'parsed.json')
    writeFileSync(parsed, JSON.stringify(plan))
    const printed = execFileSync(process.execPath, [join(shared, 'tools/score-plan.mjs'), parsed, gold], {
      encoding: 'utf8',
    })
    const score = scores.parse(JSON.parse(printed))
    expect(score.taskF1).toBeGreaterThanOrEqual(0.98)
    expect(score.leadF1).toBeGreaterThanOrEqual(0.98)
    expect(score.supportF1).toBeGreaterThanOrEqual(0.98)
    expect(score.datesExact).toBeGreaterThanOrEqual(0.99)
    expect(score.datesInvented).toBe(0)
    expect(score.cadence).toBeGreaterThanOrEqual(0.98)
    expect(score.output).toBeGreaterThanOrEqual(0.97)
  })

  test('its number, kind, title, issuer, date and year are those of the labels', async () => {
    const plan = await readPlan({ name: '229.txt', bytes: readFileSync(file) })
    const labelled = z.object({ document: z.unknown() }).parse(JSON.parse(readFileSync(gold, 'utf8')))
    expect(plan.document).toEqual(labelled.document)
  })

  test('every code and section is the labelled one', async () => {
    const plan = await readPlan({ name: '229.txt', bytes: readFileSync(file) })
    const labelled = z
      .object({ tasks: z.array(z.object({ code: z.string(), section: z.string() })) })
      .parse(JSON.parse(readFileSync(gold, 'utf8')))
    expect(plan.tasks.map(({ code, section }) => ({ code, section }))).toEqual(labelled.tasks)
  })

  test('it reads the same from Excel and from Word', async () => {
    const fromText = await readPlan({ name: '229.txt', bytes: readFileSync(file) })
    const blocks = officeBlocks(readFileSync(file, 'utf8'))
    const xlsx = await readPlan({ name: '229.xlsx', bytes: await toXlsx([{ name: 'Sheet1', blocks }]) })
    const docx = await readPlan({ name: '229.docx', bytes: await toDocx(blocks) })
    expect(withoutLines(xlsx.tasks)).toEqual(withoutLines(fromText.tasks))
    expect(withoutLines(docx.tasks)).toEqual(withoutLines(fromText.tasks))
    expect(docx.document).toEqual(fromText.document)
    expect(xlsx.document).toEqual(fromText.document)
  }, 60_000)
})
