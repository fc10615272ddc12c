import { z } from 'zod'
import { readDay } from '../domain/broadcast-deadline.ts'
import { shorten } from '../domain/shorten.ts'
import { waitForWords } from './broadcast-dialogs.ts'
import { onDraft } from './broadcast-draft.ts'
import { previewChanged } from './broadcast-preview.ts'
import type { Handler } from './request.ts'

export const deadlineDialog = 'broadcast-deadline'

/** bc-due:<draft>: the day comes as the next message. */
export const askDeadline = onDraft<'dialogs'>((request, { draft }, stores) => {
  const dialog = { kind: deadlineDialog, data: { draftId: draft.id } }
  return waitForWords(request, dialog, stores, { text: request.m.broadcast.askDeadline() })
})

const dialogData = z.object({ draftId: z.string() })

type Needs = 'agencies' | 'audiences' | 'broadcasts' | 'dialogs'

/** The day that was asked for; asked again where it is none. */
export const receiveDeadline: Handler<Needs, { readonly text: string; readonly data: unknown }> = (
  request,
  { text: typed, data },
  stores,
) =>
  onDraft<Needs>(async (_request, { draft }) => {
    const deadline = readDay(typed, request.today, request.person.locale)
    if (deadline === null) return [{ text: request.m.broadcast.unknownDeadline(shorten(typed, 60)) }]
    await stores.dialogs.remove(request.chat.id, request.person.id)
    return previewChanged(request, draft, { deadline }, stores)
  })(request, dialogData.parse(data).draftId, stores)

/** bc-undue:<draft> */
export const dropDeadline = onDraft<'agencies' | 'audiences' | 'broadcasts'>((request, { draft }, stores) =>
  previewChanged(request, draft, { deadline: null }, stores),
)
