import { AppError } from '../domain/errors.ts'
import type { ParsedPlan, PlanFile } from '../domain/plan-document.ts'
import type { PlanDocument } from './document.ts'
import { extractPlan } from './extract-plan.ts'
import { readText } from './readers/txt.ts'
import { isMarkedSecret } from './secret.ts'
import { type Format, sniff } from './sniff.ts'
import { sortParts } from './task-tables.ts'

const maxFileMb = 20

/** Runs what may fail on a broken file; such a failure is the file's, and the person hears so. */
const reading = async <T>(file: PlanFile, read: () => T | Promise<T>): Promise<T> => {
  try {
    return await read()
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('file-unreadable', { name: file.name }, { cause })
  }
}

/** The libraries for office files are loaded with the first such file: a program that never sees one starts faster. */
const documentOf = async (file: PlanFile, format: Format): Promise<PlanDocument> => {
  switch (format.kind) {
    case 'docx':
      return (await import('./readers/docx.ts')).readDocx(file.bytes)
    case 'xlsx':
      return (await import('./readers/xlsx.ts')).readXlsx(file.bytes)
    case 'text':
      return readText(format.text)
    case 'too-large':
      throw new AppError('file-too-large', { name: file.name, limitMb: format.limitMb })
    case 'unknown':
      throw new AppError('file-unreadable', { name: file.name })
  }
}

/**
 * Reads a plan from a file of any supported format; what the file is, its bytes tell, not its name.
 * Throws `AppError`: 'file-empty', 'file-too-large' (over 20 MB, or far more once unpacked), 'file-unreadable',
 * 'file-secret' (marked MẬT), 'file-not-a-plan' (no task found). Anything else that is thrown is a bug.
 */
export const readPlan = async (file: PlanFile): Promise<ParsedPlan> => {
  const { name } = file
  if (file.bytes.length === 0) throw new AppError('file-empty', { name })
  if (file.bytes.length > maxFileMb * 1024 * 1024) throw new AppError('file-too-large', { name, limitMb: maxFileMb })
  const format = await reading(file, () => sniff(file.bytes))
  const document = await reading(file, () => documentOf(file, format))
  if (document.blocks.length === 0) throw new AppError('file-empty', { name })
  const parts = sortParts(document)
  if (isMarkedSecret(parts.lines)) throw new AppError('file-secret', { name })
  const plan = extractPlan(parts)
  if (plan.tasks.length === 0) throw new AppError('file-not-a-plan', { name })
  return plan
}
