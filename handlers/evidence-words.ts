import type { Assignment } from '../domain/assignment.ts'
import type { Said } from '../domain/assignment-change.ts'
import { mostEvidence } from '../domain/evidence.ts'
import { AppError } from '../domain/errors.ts'
import type { Stores } from '../domain/ports/stores.ts'

/**
 * What is said without the links and numbers that the assignment has already: said again they prove nothing more.
 * Throws AppError 'evidence-full' when there is no room for the others.
 */
export const withoutKnown = async (
  { id, number }: Assignment,
  said: Said,
  { assignments }: Pick<Stores, 'assignments'>,
): Promise<Said> => {
  if (said.links.length === 0) return said
  const there = (await assignments.listEvidence(id)).map(({ url }) => url)
  const links = said.links.filter((words) => !there.includes(words))
  const added = links.length + (said.files ?? []).length
  if (links.length > 0 && there.length + added > mostEvidence) {
    throw new AppError('evidence-full', { number, limit: mostEvidence })
  }
  // The number of a document alone is its own note.
  return { ...said, links, note: there.includes(said.note) ? '' : said.note }
}
