import { AppError } from '../domain/errors.ts'
import { may } from '../domain/permissions.ts'
import { startDraft } from '../domain/plan-draft.ts'
import { compareDraft } from './plan-draft-compare.ts'
import { draftsForgotten, planDraft } from './plan-draft-open.ts'
import { showScreen } from './plan-draft-screen.ts'
import type { Handler } from './request.ts'
import type { ReadFile } from './route.ts'

/** A file in the chat: a plan to import, shown as it was understood and kept until it is confirmed. */
export const receiveFile: Handler<'agencies' | 'plans' | 'unknownNames', ReadFile | null> = async (
  request,
  file,
  stores,
) => {
  const { m, person, now } = request
  if (file === null || !may(person.memberships, 'import-plan')) throw new AppError('not-allowed', {})
  const { name, contentHash, parsed } = file
  if (parsed.tasks.length === 0) throw new AppError('file-not-a-plan', { name })
  const imported = await stores.plans.findByContent(contentHash)
  if (imported !== null) return [{ text: m.plans.alreadyImported(imported) }]

  const state = startDraft(parsed)
  const planned = await planDraft(request, state, stores)
  const compared = await compareDraft(state, planned, stores)
  // The same plan as a file of another kind.
  if (compared?.nothingNew === true) return [{ text: m.planChanges.nothingNew(compared.amends.plan) }]

  await stores.plans.removeOldDrafts(draftsForgotten(now))
  const source = { fileName: name, contentHash, parsed, personId: person.id }
  const id = await stores.plans.saveDraft(source, now)
  await stores.unknownNames.noteDraft(id, planned.unknown, now)
  const draft = { ...source, id, fixes: [], updatedAt: now }
  return [await showScreen(request, { draft, state }, stores)]
}
