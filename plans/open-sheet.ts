import type { PlanFile } from '../domain/plan-document.ts'
import type { PlanDocument } from './document.ts'
import { documentOf } from './document-of.ts'
import { sniff } from './sniff.ts'

/** No table of settings is larger, and what is larger is read elsewhere. */
const maxKb = 512

/**
 * A small table as a file, of one of these kinds; null for everything else. A file that cannot be opened is none:
 * whoever reads it as a plan says what is wrong with it.
 */
export const openSheet = async (file: PlanFile, kinds: readonly ('xlsx' | 'csv')[]): Promise<PlanDocument | null> => {
  if (file.bytes.length === 0 || file.bytes.length > maxKb * 1024) return null
  try {
    const format = await sniff(file)
    const isWanted = kinds.some((kind) => kind === format.kind)
    return isWanted ? await documentOf({ file, onProgress: () => undefined }, format) : null
  } catch {
    return null
  }
}
