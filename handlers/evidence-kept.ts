import { z } from 'zod'
import type { KeptFile } from '../domain/evidence.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Request } from './request.ts'

/** What waits until its task is known. It outlives commands: looking up the number of a task must not lose the file. */
export const keptDialog = 'evidence-file'

/** More than an album of a messenger has. */
export const mostKept = 10

const keptHours = 24

const keptSchema = z.object({
  files: z.array(
    z.object({
      name: z.string(),
      photo: z.boolean(),
      size: z.number(),
      sha256: z.string(),
      mime: z.string(),
      storageKey: z.string(),
    }),
  ),
  caption: z.string(),
})

export interface Kept {
  readonly files: readonly KeptFile[]
  /** What was said with the first of them that said anything. */
  readonly caption: string
}

/** Files that wait in this chat; null when there are none. */
export const findKept = async (
  { chat, person, now }: Request,
  { dialogs }: Pick<Stores, 'dialogs'>,
): Promise<Kept | null> => {
  const dialog = await dialogs.find(chat.id, person.id, now)
  return dialog?.kind === keptDialog ? keptSchema.parse(dialog.data) : null
}

export const saveKept = (
  { chat, person, now }: Request,
  kept: Kept,
  { dialogs }: Pick<Stores, 'dialogs'>,
): Promise<void> =>
  dialogs.save(chat.id, person.id, { kind: keptDialog, data: kept }, new Date(now.getTime() + keptHours * 3_600_000))

/** A command is a new beginning: what the bot was waiting for is forgotten, except for files without a task. */
export const forgetDialog = async (request: Request, stores: Pick<Stores, 'dialogs'>): Promise<void> => {
  if ((await findKept(request, stores)) !== null) return
  await stores.dialogs.remove(request.chat.id, request.person.id)
}
