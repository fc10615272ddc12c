import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createPlanReading, type PlanReading } from '../../app/plan-reading.ts'
import type { ReadingLimits } from '../../app/reading-limits.ts'
import { AppError, type ErrorCode } from '../../domain/errors.ts'
import { readPlan } from '../../plans/read-plan.ts'
import { sheetFile, sheetRow, textCell } from '../plans/sheet-file.ts'
import { planFile } from '../support/plan-file.ts'

const opened: PlanReading[] = []

const open = (limits: Partial<ReadingLimits> = {}): PlanReading => {
  const reading = createPlanReading(limits)
  opened.push(reading)
  return reading
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((reading) => reading.stop()))
})

const named = (bytes: Uint8Array) => ({ name: 'ke-hoach.txt', bytes })
const text = (words: string) => named(new TextEncoder().encode(words))
const thread = (name: string): Partial<ReadingLimits> => ({ entry: new URL(`./threads/${name}.ts`, import.meta.url) })

const said = <C extends ErrorCode>({ code, details }: AppError<C>) => ({ code, details })

const refusal = async (reading: Promise<unknown>): Promise<{ readonly code: string; readonly details: unknown }> => {
  try {
    await reading
  } catch (error) {
    if (error instanceof AppError) return said(error)
    throw error
  }
  throw new Error('it was read')
}

/** Tags in tags in tags: what a parser needs quadratic time for. */
const slow = text(`<html>${'<b>'.repeat(400_000)}`)

/** A workbook that is small and, taken apart, far more than the memory that a test allows. */
const large = (): { readonly name: string; readonly bytes: Uint8Array } => {
  const words = 'Rà soát, sửa đổi, bổ sung văn bản quy phạm pháp luật. '.repeat(300)
  const rows = Array.from({ length: 2000 }, (_, at) => sheetRow(at + 1, textCell(`A${at + 1}`, `${at} ${words}`)))
  return named(sheetFile([{ rows }]))
}

test('a plan read in a thread is the plan that is read', async () => {
  const file = named(planFile())
  expect(await open().readPlan(file)).toEqual(await readPlan(file))
})

test('an error that a person should hear comes through whole', async () => {
  const reading = open()
  expect(await refusal(reading.readPlan(text('Sữa\nBánh mì')))).toEqual({
    code: 'file-not-a-plan',
    details: { name: 'ke-hoach.txt' },
  })
  expect(await refusal(reading.readPlan(named(new Uint8Array(21 * 1024 * 1024))))).toEqual({
    code: 'file-too-large',
    details: { name: 'ke-hoach.txt', limitMb: 20 },
  })
})

test('a file that takes too long is given up, and the next one is read', async () => {
  const reading = open({ silenceMs: 1500 })
  expect(await refusal(reading.readPlan(slow))).toEqual({
    code: 'file-too-slow',
    details: { name: 'ke-hoach.txt', minutes: 1 },
  })
  expect(await reading.readPlan(text('x')).catch((error: unknown) => error)).toBeInstanceOf(AppError)
})

test('the program goes on meanwhile', async () => {
  const reading = open({ silenceMs: 1000 })
  let beats = 0
  const beating = setInterval(() => (beats += 1), 20)
  await refusal(reading.readPlan(slow))
  clearInterval(beating)
  expect(beats).toBeGreaterThan(5)
})

test('a file that needs too much memory ends its thread and nothing else', async () => {
  const reading = open({ memoryMb: 32 })
  expect(await refusal(reading.readPlan(large()))).toMatchObject({ code: 'file-too-heavy' })
}, 90_000)

test.each(['exits', 'throws'])('a thread that %s in the middle is said to have been interrupted', async (name) => {
  const reading = open(thread(name))
  expect(await refusal(reading.readPlan(text('x')))).toEqual({
    code: 'file-reading-stopped',
    details: { name: 'ke-hoach.txt' },
  })
  expect(await refusal(reading.readPlan(text('x')))).toMatchObject({ code: 'file-reading-stopped' })
})

test('a bug is a bug, with its words and where it happened', async () => {
  await expect(open(thread('has-a-bug')).readPlan(text('x'))).rejects.toMatchObject({
    name: 'Error',
    message: 'nobody foresaw this',
    stack: expect.stringContaining('has-a-bug') as string,
  })
})

test('progress comes through, and a thread that tells of it is not too slow', async () => {
  const pages: number[] = []
  const reading = open({ ...thread('tells'), silenceMs: 4000 })
  await reading.readPlan(text('x'), ({ page }) => pages.push(page))
  expect(pages).toEqual([1, 2, 3, 4, 5, 6])
})

test('no more files are read side by side than allowed, and all are read', async () => {
  const reading = open({ atOnce: 1 })
  const plans = await Promise.all([1, 2, 3].map(() => reading.readPlan(named(planFile()))))
  expect(plans.map(({ tasks }) => tasks.length)).toEqual([5, 5, 5])
})

test('what is being read when the program stops is not answered: after a restart it is read again', async () => {
  const reading = open()
  let settled = false
  void reading.readPlan(slow).then(
    () => (settled = true),
    () => (settled = true),
  )
  await sleep(300)
  await reading.stop()
  await sleep(300)
  expect(settled).toBe(false)
})
