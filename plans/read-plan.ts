import { AppError } from '../domain/errors.ts'
import type { ParsedPlan, PlanFile } from '../domain/plan-document.ts'
import type { PlanDocument } from './document.ts'
import { documentOf } from './document-of.ts'
import { extractPlan } from './extract-plan.ts'
import { maxLines } from './length.ts'
import type { Reading } from './reading.ts'
import { isMarkedSecret } from './secret.ts'
import { type Format, sniff } from './sniff.ts'
import { sortParts } from './task-tables.ts'

const maxFileMb = 20

/** Runs what may fail on a broken file; such a failure is the file's, and the person hears so. */
const blamingFile = async <T>(file: PlanFile, read: () => T | Promise<T>): Promise<T> => {
  try {
    return await read()
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('file-broken', { name: file.name }, { cause })
  }
}

const linesIn = ({ blocks }: PlanDocument): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? 1 : block.rows.length), 0)

/** Whether a text is not worth taking apart: even with half of its lines blank it is too long. */
const hasMoreLines = (text: string, most: number): boolean => {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1 && lines <= most; at = text.indexOf('\n', at + 1)) lines += 1
  return lines > most
}

const tooLong = (name: string): AppError => new AppError('file-too-long', { name, limitRows: maxLines })

const withoutWords = (format: Format, name: string): AppError =>
  'pictures' in format && format.pictures
    ? new AppError('file-no-text', { name })
    : new AppError('file-empty', { name })

/** Opens a file as far as a document that may be a plan. */
const openDocument = async (reading: Reading): Promise<PlanDocument> => {
  const { file } = reading
  const { name } = file
  if (file.bytes.length === 0) throw new AppError('file-empty', { name })
  if (file.bytes.length > maxFileMb * 1024 * 1024) throw new AppError('file-too-large', { name, limitMb: maxFileMb })
  const format = await blamingFile(file, () => sniff(file))
  if ('text' in format && hasMoreLines(format.text, 2 * maxLines)) throw tooLong(name)
  const document = await blamingFile(file, () => documentOf(reading, format))
  if (document.blocks.length === 0) throw withoutWords(format, name)
  if (linesIn(document) > maxLines) throw tooLong(name)
  return document
}

/**
 * Reads a plan from a file of any supported format; what the file is, its bytes tell, not its name.
 * Throws `AppError`: 'file-empty', 'file-too-large' (over 20 MB), 'file-unpacks-too-large', 'file-too-long',
 * 'file-unreadable' (of no known kind), 'file-broken', 'file-protected', 'file-old-format', 'file-no-text',
 * 'file-secret' (marked MẬT), 'file-not-a-plan' (no task found). Anything else that is thrown is a bug.
 */
export const readPlan = async (
  file: PlanFile,
  onProgress: Reading['onProgress'] = () => undefined,
): Promise<ParsedPlan> => {
  const { name } = file
  const document = await openDocument({ file, onProgress })
  const parts = sortParts(document)
  if (isMarkedSecret(parts.lines, document.margins)) throw new AppError('file-secret', { name })
  const plan = extractPlan(parts)
  if (plan.tasks.length === 0) throw new AppError('file-not-a-plan', { name })
  return plan
}
