import { lines, type Rich } from '../locales/rich-text.ts'
import { amendPlan } from './plan-amending.ts'
import { compareDraft } from './plan-draft-compare.ts'
import { type OpenDraft, openDraft, planDraft, requireImporter } from './plan-draft-open.ts'
import { showScreen } from './plan-draft-screen.ts'
import { type Importer, type ImportStores, importPlan } from './plan-importing.ts'
import type { Handler, Reply, Request } from './request.ts'
import { noticeUnreached } from './unreached.ts'

type Needs = keyof ImportStores

/** plan-ok:<draft>, "Xác nhận": everything of a new plan comes into being, once. */
export const confirmPlan: Handler<Needs> = (request, draftId, stores) => settle(request, draftId, stores, 'new')

/** plan-keep:<draft>: an amended plan, and what it no longer has goes on. */
export const updatePlan: Handler<Needs> = (request, draftId, stores) => settle(request, draftId, stores, 'keep')

/** plan-cut:<draft>: an amended plan, and what it no longer has is cancelled. */
export const updateAndCancel: Handler<Needs> = (request, draftId, stores) => settle(request, draftId, stores, 'cancel')

const settle = async (
  request: Request,
  draftId: string,
  stores: ImportStores,
  how: 'new' | 'keep' | 'cancel',
): Promise<readonly Reply[]> => {
  requireImporter(request)
  // One import at a time: who comes second finds what the first made, and decides anew.
  await stores.plans.lockImports()
  const opened = await openDraft(request, draftId, stores, { lock: true })
  if ('gone' in opened) return [opened.gone]
  const imported = await stores.plans.findByContent(opened.draft.contentHash)
  if (imported !== null) {
    await stores.plans.removeDraft(draftId)
    return [{ text: request.m.plans.alreadyImported(imported) }]
  }
  return [await settleOpen(request, opened, stores, how)]
}

const settleOpen = async (
  request: Request,
  opened: OpenDraft,
  stores: ImportStores,
  how: 'new' | 'keep' | 'cancel',
): Promise<Reply> => {
  const { m } = request
  const { draft, state } = opened
  const planned = await planDraft(request, state, stores)
  const compared = await compareDraft(state, planned, stores)
  const ready = { source: draft, state, planned }
  // What the button was under may have changed since: then it is shown and asked anew.
  if (how === 'new') {
    if (compared !== null) return showScreen(request, opened, stores)
    await stores.plans.removeDraft(draft.id)
    return withUnreached(request, tellImported(request, await importPlan(importerOf(request), ready, stores)), stores)
  }
  if (compared === null || compared.nothingNew) return showScreen(request, opened, stores)
  await stores.plans.removeDraft(draft.id)
  const cancel = how === 'cancel'
  const amended = await amendPlan(importerOf(request), ready, { compared, cancel }, stores)
  return withUnreached(request, m.planChanges.updated(amended), stores)
}

const importerOf = ({ now, today, workspace, key, person, chat }: Request): Importer => ({
  ...{
    now,
    today,
    zone: workspace.zone,
    milestones: workspace.milestones,
    key,
    personId: person.id,
    channel: chat.channel,
  },
})

/** Names that are listed. */
const named = 10

const tellImported = (
  { m }: Request,
  { number, tasks, assignments, unknown, told }: Awaited<ReturnType<typeof importPlan>>,
): Rich =>
  lines([
    m.plans.confirmed({ number, tasks, assignments, told }),
    unknown.length > 0 && m.plans.waitingNames(unknown.slice(0, named), Math.max(0, unknown.length - named)),
  ])

/** Below what came of an import: for whom there is work now that nobody hears of. */
const withUnreached = async (request: Request, text: Rich, stores: Pick<ImportStores, 'agencies'>): Promise<Reply> => {
  const unreached = await noticeUnreached(request, stores)
  return unreached === null ? { text } : { text: lines([text, unreached.text]), buttons: unreached.rows }
}

/** plan-no:<draft>, "Bỏ": nothing comes of it. */
export const dropPlan: Handler<'audit' | 'plans'> = async (request, draftId, stores) => {
  const { m, now, person, chat } = request
  const opened = await openDraft(request, draftId, stores, { lock: true })
  if ('gone' in opened) return [opened.gone]
  const { draft } = opened
  await stores.plans.removeDraft(draft.id)
  await stores.audit.append(
    {
      ...{ action: 'drop', subject: 'plan-draft', subjectId: draft.id, personId: person.id, channel: chat.channel },
      before: { fileName: draft.fileName, number: draft.parsed.document.number, fixes: draft.fixes },
    },
    now,
  )
  return [{ text: m.plans.dropped() }]
}
