import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPlan } from '../../plans/read-plan.ts'
import { filesOf, type SampleFile } from './corpus/files.ts'
import { notYet } from './corpus/not-yet.ts'
import { readSample } from './corpus/read-sample.ts'
import type { Sample } from './corpus/sample.ts'
import { type Figures, scorePlan } from './corpus/score.ts'

const folder = join(import.meta.dirname, 'corpus')
const sampleNamed = (name: string): Sample => readSample(readFileSync(join(folder, 'plans', `${name}.plan`), 'utf8'))
const samples = readdirSync(join(folder, 'plans')).map((file) => file.replace(/\.plan$/u, ''))

/** What the product promises of clean text and of scanned text. */
const CLEAN: Readonly<Partial<Figures>> = { tasks: 0.95, lead: 0.95, support: 0.95, dates: 0.95, output: 0.95 }
const SCANNED: Readonly<Partial<Figures>> = { tasks: 0.92, lead: 0.92, dates: 0.95 }
const shortfalls = (figures: Figures, { scanned }: SampleFile): string[] => {
  const least = Object.entries(scanned ? SCANNED : CLEAN)
  const short = least.filter(([name, bound]) => figures[name as keyof Figures] < bound)
  return [...short.map(([name]) => name), ...(figures.invented > 0 ? ['invented'] : [])]
}
const readAsLabelled = async (file: SampleFile): Promise<void> => {
  const plan = await readPlan({ name: file.name, bytes: file.bytes })
  const figures = scorePlan(plan, file.labels)
  expect(shortfalls(figures, file), JSON.stringify(figures)).toEqual([])
}

describe.each(samples)('%s, written by libraries', async (name) => {
  const files = await filesOf(sampleNamed(name))
  const debt = (file: SampleFile): string | undefined => notYet[`${name}/${file.name}`]
  for (const file of files) {
    const why = debt(file)
    if (why !== undefined) test.todo(`${file.name} is read as its labels ask: ${why}`)
  }
  test.each(files.filter((file) => debt(file) === undefined))('$name is read as its labels ask', readAsLabelled)
})

describe('files of a word processor, a spreadsheet and a copier', () => {
  const rendered = readdirSync(join(folder, 'rendered'))
  // Reading a picture takes its time, the more so where other tests run beside it.
  test.each(rendered)('%s is read as its labels ask', { timeout: 300_000 }, async (name) => {
    const [sample = ''] = name.split('.')
    const labels = sampleNamed(sample).tasks
    const bytes = readFileSync(join(folder, 'rendered', name))
    await readAsLabelled({ name, scanned: name.includes('.scan.'), bytes, labels })
  })
})
