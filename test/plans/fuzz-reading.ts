import fc from 'fast-check'
import { expect } from 'vitest'
import { AppError } from '../../domain/errors.ts'
import { readPlan } from '../../plans/read-plan.ts'

// Whatever comes, a reader reads it or refuses it by name. FUZZ_RUNS=5000 vitest run test/plans/fuzz runs longer, and
// FUZZ_SEED repeats a run that failed.

const runs = Number(process.env['FUZZ_RUNS'] ?? 40)
const seed = process.env['FUZZ_SEED']
export const settings = { numRuns: runs, ...(seed === undefined ? {} : { seed: Number(seed) }) }

export const names = fc.constantFrom('a.docx', 'a.xlsx', 'a.csv', 'a.html', 'a.md', 'a.txt', 'a.pdf', 'a')

/** Reads, or is refused by name; every task has a code of its own and a title. */
export const isReadOrRefused = async (bytes: Uint8Array, name: string): Promise<void> => {
  try {
    const { tasks } = await readPlan({ name, bytes })
    expect(new Set(tasks.map(({ code }) => code)).size).toBe(tasks.length)
    for (const { title } of tasks) expect(title.trim()).not.toBe('')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}
