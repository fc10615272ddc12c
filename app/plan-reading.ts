import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode, type ErrorDetails } from '../domain/errors.ts'
import type { ParsedPlan, PlanFile, ReadingProgress } from '../domain/plan-document.ts'
import { type ReadingLimits, usualLimits } from './reading-limits.ts'

/** What a thread says about the file that it has. */
export type Told =
  | { readonly kind: 'progress'; readonly progress: ReadingProgress }
  | { readonly kind: 'read'; readonly plan: ParsedPlan }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly details: ErrorDetails[ErrorCode] }
  /** A bug, in its own words. */
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string }

/** Reads plan files beside the program, so that none of them can stop or end it. */
export interface PlanReading {
  /**
   * As `readPlan` of plans/; also throws 'file-too-slow', 'file-too-heavy' and 'file-reading-stopped' when the thread
   * takes too long without progress, needs too much memory, or ends.
   */
  readPlan(file: PlanFile, onProgress?: (progress: ReadingProgress) => void): Promise<ParsedPlan>
  /** Ends all threads. What they were reading is never answered: after a restart it is read again. */
  stop(): Promise<void>
}

interface Thread {
  readonly worker: Worker
  ended: boolean
  idle: NodeJS.Timeout | null
}

const startThread = ({ entry, memoryMb }: ReadingLimits): Thread => {
  const worker = new Worker(entry, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
  })
  const thread: Thread = { worker, ended: false, idle: null }
  // Whoever waits for an answer hears of an error too; a thread that rests may fail without harm.
  worker.on('error', () => (thread.ended = true)).on('exit', () => (thread.ended = true))
  return thread
}

const minutes = (ms: number): number => Math.max(1, Math.round(ms / 60_000))

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const asBug = (message: string, stack: string): Error => Object.assign(new Error(message), { stack })

/** Has one file read by a thread. Whatever else but an answer ends the thread. */
const readOn = (
  { worker }: Thread,
  file: PlanFile,
  limits: ReadingLimits,
  onProgress: (progress: ReadingProgress) => void,
): Promise<ParsedPlan> =>
  new Promise((resolve, reject) => {
    const { name } = file
    const tooSlow = (ms: number) => () =>
      finish(() => reject(new AppError('file-too-slow', { name, minutes: minutes(ms) })))
    // The thread keeps the program alive while it reads, not these.
    const allow = (ms: number): NodeJS.Timeout => setTimeout(tooSlow(ms), ms).unref()
    let silence = allow(limits.silenceMs)
    const whole = allow(limits.wholeMs)
    const finish = (settle: () => void): void => {
      clearTimeout(silence)
      clearTimeout(whole)
      worker.off('message', hear).off('error', fail).off('exit', end)
      settle()
    }
    const hear = (told: Told): void => {
      switch (told.kind) {
        case 'progress':
          clearTimeout(silence)
          silence = allow(limits.silenceMs)
          onProgress(told.progress)
          return
        case 'read':
          finish(() => resolve(told.plan))
          return
        case 'refused':
          finish(() => reject(new AppError(told.code, told.details)))
          return
        case 'failed':
          finish(() => reject(asBug(told.message, told.stack)))
      }
    }
    const fail = (cause: unknown): void => {
      const code = isOutOfMemory(cause) ? 'file-too-heavy' : 'file-reading-stopped'
      finish(() => reject(new AppError(code, { name }, { cause })))
    }
    const end = (): void => finish(() => reject(new AppError('file-reading-stopped', { name })))
    worker.on('message', hear).on('error', fail).on('exit', end)
    worker.postMessage({ name, bytes: file.bytes } satisfies PlanFile)
  })

/** Whether a thread is as good as before: it answered, if only that the file is bad. */
const hasAnswered = (error: unknown): boolean =>
  !(error instanceof AppError) ||
  !['file-too-slow', 'file-too-heavy', 'file-reading-stopped'].includes(String(error.code))

/** Threads that read files, started with the first one. */
export const createPlanReading = (changed: Partial<ReadingLimits> = {}): PlanReading => {
  const limits = { ...usualLimits, ...changed }
  const threads = new Set<Thread>()
  const resting = new Set<Thread>()
  const waiting: (() => void)[] = []
  let busy = 0

  const endThread = async (thread: Thread): Promise<void> => {
    if (thread.idle !== null) clearTimeout(thread.idle)
    threads.delete(thread)
    resting.delete(thread)
    await thread.worker.terminate()
  }
  const takeThread = (): Thread => {
    const rested = [...resting].find(({ ended }) => !ended)
    const thread = rested ?? startThread(limits)
    resting.delete(thread)
    if (thread.idle !== null) clearTimeout(thread.idle)
    threads.add(thread)
    thread.worker.ref()
    return thread
  }
  const letRest = (thread: Thread): void => {
    // A thread that rests keeps nothing alive, and goes when it is not needed for a while.
    thread.worker.unref()
    thread.idle = setTimeout(() => void endThread(thread), limits.idleMs).unref()
    resting.add(thread)
  }
  const turn = (): Promise<void> => {
    if (busy < limits.atOnce) {
      busy += 1
      return Promise.resolve()
    }
    return new Promise((resolve) => waiting.push(resolve))
  }
  const endTurn = (): void => {
    const next = waiting.shift()
    if (next === undefined) busy -= 1
    else next()
  }

  return {
    readPlan: async (file, onProgress = () => undefined) => {
      await turn()
      const thread = takeThread()
      try {
        const plan = await readOn(thread, file, limits, onProgress)
        letRest(thread)
        return plan
      } catch (error) {
        if (hasAnswered(error)) letRest(thread)
        else await endThread(thread)
        throw error
      } finally {
        endTurn()
      }
    },
    stop: async () => {
      for (const { worker } of threads) worker.removeAllListeners().on('error', () => undefined)
      await Promise.all([...threads].map(endThread))
    },
  }
}
