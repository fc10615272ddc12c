import { z } from 'zod'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Reply, Request } from './request.ts'

/** The text of an announcement comes as the next message; a file may come before it. */
export const textDialog = 'broadcast-text'
/** A file for an announcement comes next. Words are what they always are, so there is no route for it. */
const fileDialog = 'broadcast-file'

/** Whether a file that comes while this is waited for belongs to an announcement. */
export const takesFiles = (kind: string | undefined): boolean => kind === textDialog || kind === fileDialog

/** How long the bot waits for a text, the names of agencies, a day or a file. */
const dialogMs = 30 * 60 * 1000
/** The photos of an album come one by one. */
const albumMs = 2 * 60 * 1000

/** What the bot is told next is taken for this. */
export const waitForWords = async (
  { now, chat, person }: Request,
  dialog: { readonly kind: string; readonly data: unknown },
  { dialogs }: Pick<Stores, 'dialogs'>,
  reply: Reply,
): Promise<readonly Reply[]> => {
  await dialogs.save(chat.id, person.id, dialog, new Date(now.getTime() + dialogMs))
  return [reply]
}

/** Files that come next belong to this draft; `more` where one has just come. */
export const waitForFiles = (
  { now, chat, person }: Request,
  { id }: Pick<Broadcast, 'id'>,
  { dialogs }: Pick<Stores, 'dialogs'>,
  more = false,
): Promise<void> =>
  dialogs.save(
    chat.id,
    person.id,
    { kind: fileDialog, data: { draftId: id } },
    new Date(now.getTime() + (more ? albumMs : dialogMs)),
  )

/** What comes next is no file of an announcement any more. */
export const stopWaitingForFiles = async (
  { now, chat, person }: Request,
  { dialogs }: Pick<Stores, 'dialogs'>,
): Promise<void> => {
  const dialog = await dialogs.find(chat.id, person.id, now)
  if (dialog?.kind === fileDialog) await dialogs.remove(chat.id, person.id)
}

const dataSchema = z.object({ draftId: z.string().exactOptional() })

/** The draft whose text or files the bot waits for in this chat; null when there is none yet. */
export const awaitedDraft = async (
  { now, chat, person }: Request,
  { dialogs }: Pick<Stores, 'dialogs'>,
): Promise<string | null> => {
  const dialog = await dialogs.find(chat.id, person.id, now)
  return dialog === null || !takesFiles(dialog.kind) ? null : draftIn(dialog.data)
}

/** The draft that a dialog is about. */
export const draftIn = (data: unknown): string | null => dataSchema.parse(data).draftId ?? null
