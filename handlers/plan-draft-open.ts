import { AppError } from '../domain/errors.ts'
import { may } from '../domain/permissions.ts'
import { type DraftState, draftAfter, planOf } from '../domain/plan-draft.ts'
import { type PlanAssignments, planAssignments } from '../domain/plan-assignment.ts'
import type { SentMessage } from '../domain/ports/messages.ts'
import type { PlanDraft } from '../domain/ports/plans.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Reply, Request } from './request.ts'

/** So long a draft waits for its coordinator, from the last time it was touched. */
const draftDays = 14
/** An expired draft is kept a while longer, so that what it was can be said. */
const forgottenDays = 60

/** A draft as it stands, with what it would become. */
export interface OpenDraft {
  readonly draft: PlanDraft
  readonly state: DraftState
}

export const requireImporter = ({ person }: Pick<Request, 'person'>): void => {
  if (!may(person.memberships, 'import-plan')) throw new AppError('not-allowed', {})
}

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

/** Drafts touched since then can still be confirmed. */
export const draftsSince = (now: Date): Date => daysBefore(now, draftDays)

/** Drafts not touched since then are forgotten. */
export const draftsForgotten = (now: Date): Date => daysBefore(now, forgottenDays)

/**
 * Somebody's own draft; with `lock`, nobody else changes it until this is over. What is said instead where it is gone
 * or too old. Throws AppError 'not-allowed' for whoever may not import plans, and when it is somebody else's.
 */
export const openDraft = async (
  request: Request,
  draftId: string,
  { plans }: Pick<Stores, 'plans'>,
  { lock }: { readonly lock: boolean } = { lock: false },
): Promise<OpenDraft | { readonly gone: Reply }> => {
  const { m, now, person } = request
  requireImporter(request)
  const draft = await (lock ? plans.lockDraft(draftId) : plans.findDraft(draftId))
  if (draft === null) return { gone: { text: m.plans.draftGone() } }
  if (draft.personId !== person.id) throw new AppError('not-allowed', {})
  if (draft.updatedAt < draftsSince(now)) return { gone: { text: m.planDrafts.expired({ fileName: draft.fileName }) } }
  return { draft, state: draftAfter(draft.parsed, draft.fixes) }
}

export const readDirectory = async ({ agencies }: Pick<Stores, 'agencies'>) => ({
  agencies: await agencies.list(),
  groups: await agencies.listGroups(),
})

/** Who would get what of a draft at present. */
export const planDraft = async (
  { today }: Pick<Request, 'today'>,
  state: DraftState,
  stores: Pick<Stores, 'agencies'>,
): Promise<PlanAssignments> => planAssignments(planOf(state), await readDirectory(stores), today)

/** The draft, and the task of it, that a message of ours was about. */
export interface DraftMessage {
  readonly draftId: string
  readonly row: number | null
}

const draftAction = /^plan-[a-z]+:([0-9a-f-]{36})(?::|$)/
const rowAction = /^plan-fix:[0-9a-f-]{36}:(\d+):/

/** Every message about a draft offers something to do with it: by this it is known again. */
export const draftOf = (message: Pick<SentMessage, 'choices'> | null): DraftMessage | null => {
  const choices = message?.choices ?? []
  const draftId = choices.flatMap((choice) => draftAction.exec(choice)?.[1] ?? [])[0]
  const row = choices.flatMap((choice) => rowAction.exec(choice)?.[1] ?? [])[0]
  return draftId === undefined ? null : { draftId, row: row === undefined ? null : Number(row) }
}
