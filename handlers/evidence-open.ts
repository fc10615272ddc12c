import type { Evidence } from '../domain/evidence.ts'
import { AppError } from '../domain/errors.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { getAssignment } from './reach.ts'
import type { Request } from './request.ts'

/**
 * Where the file of a piece of evidence lies, for whoever may see its agency. Null when there is none for them: whether
 * it exists is nobody else's business.
 */
export const findFileToOpen = async (
  request: Request,
  evidenceId: string,
  stores: Pick<Stores, 'agencies' | 'assignments' | 'evidence'>,
): Promise<(NonNullable<Evidence['file']> & { readonly name: string }) | null> => {
  const item = await stores.evidence.find(evidenceId)
  if (item === null || item.file === null || item.withdrawnAt !== null) return null
  try {
    await getAssignment(request, { id: item.assignmentId, action: 'see-agency' }, stores)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
  return { ...item.file, name: item.words }
}
