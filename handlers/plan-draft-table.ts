import type { FixCommand } from '../domain/plan-draft-command.ts'
import { type CorrectedTable, type ShownTable, tableOf } from '../domain/plan-draft-table.ts'
import type { RichText } from '../domain/message.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { correctDraft, undoCorrection } from './plan-draft-correct.ts'
import { type OpenDraft, openDraft, planDraft } from './plan-draft-open.ts'
import type { Request } from './request.ts'

type TableStores = Pick<Stores, 'agencies' | 'plans' | 'unknownNames'>

/** Somebody's own draft as a table. Throws AppError 'not-allowed' as `openDraft` does. */
export const showTable = async (
  request: Request,
  draftId: string,
  stores: Pick<Stores, 'agencies' | 'plans'>,
): Promise<ShownTable | { readonly gone: RichText }> => {
  const opened = await openDraft(request, draftId, stores)
  return 'gone' in opened ? { gone: opened.gone.text } : tableFor(request, opened, stores)
}

/** Makes a correction as if it had been typed in the chat, or takes the last one back. */
export const correctTable = async (
  request: Request,
  draftId: string,
  command: FixCommand | { readonly kind: 'undo' },
  stores: TableStores,
): Promise<CorrectedTable | { readonly gone: RichText }> => {
  const opened = await openDraft(request, draftId, stores, { lock: true })
  if ('gone' in opened) return { gone: opened.gone.text }
  const reply =
    command.kind === 'undo'
      ? await undoCorrection(request, opened, null, stores)
      : await correctDraft(request, opened, [command], null, stores)
  const after = await openDraft(request, draftId, stores)
  if ('gone' in after) return { gone: after.gone.text }
  const changed = after.draft.fixes.length !== opened.draft.fixes.length
  return { table: await tableFor(request, after, stores), said: reply.text, changed }
}

const tableFor = async (
  request: Request,
  { draft, state }: OpenDraft,
  stores: Pick<Stores, 'agencies'>,
): Promise<ShownTable> => ({
  ...tableOf(state, await planDraft(request, state, stores)),
  fileName: draft.fileName,
  corrections: draft.fixes.length,
})
