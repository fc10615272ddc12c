import { parentPort } from 'node:worker_threads'
import { AppError, type ErrorCode } from '../domain/errors.ts'
import type { PlanFile } from '../domain/plan-document.ts'
import { readPlan } from '../plans/read-plan.ts'
import type { Told } from './plan-reading.ts'

// The entry of a thread that reads plan files, one after the other, and says how it went.

const tell = (told: Told): void => parentPort?.postMessage(told)

const refusal = <C extends ErrorCode>({ code, details }: AppError<C>): Told => ({ kind: 'refused', code, details })

const failure = (error: unknown): Told => {
  if (error instanceof AppError) return refusal(error)
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  return { kind: 'failed', message, stack }
}

const read = async (file: PlanFile): Promise<void> => {
  try {
    tell({ kind: 'read', plan: await readPlan(file, (progress) => tell({ kind: 'progress', progress })) })
  } catch (error) {
    tell(failure(error))
  }
}

parentPort?.on('message', (file: PlanFile) => void read(file))
