import { capabilities } from '../domain/channels.ts'
import { mostFiles } from '../domain/broadcast-files.ts'
import { AppError } from '../domain/errors.ts'
import { stopAttaching } from './broadcast-attach.ts'
import { waitForFiles } from './broadcast-dialogs.ts'
import { onDraft } from './broadcast-draft.ts'
import { previewChanged } from './broadcast-preview.ts'
import { createUploadLink } from './broadcast-upload-link.ts'

/** bc-file:<draft>: a file comes next, by an address where the channel carries none. */
export const askFile = onDraft<'audit' | 'dialogs' | 'uploadLinks'>(async (request, { draft }, stores) => {
  const { m, chat } = request
  if (draft.files.length >= mostFiles) throw new AppError('broadcast-files-full', { limit: mostFiles })
  await waitForFiles(request, draft, stores)
  const text = capabilities[chat.channel].files
    ? m.broadcastFiles.askFile(mostFiles)
    : await createUploadLink(request, draft, stores)
  return [{ text, buttons: [[{ label: m.broadcastFiles.enough, action: `bc-see:${draft.id}` }]] }]
})

/** bc-see:<draft>: nothing more is to be attached. */
export const showDraft = onDraft<'agencies' | 'audiences' | 'dialogs'>((request, { draft }, stores) =>
  stopAttaching(request, draft, stores),
)

/** An action holds 64 bytes: the end of an id, which is its random part, is enough. */
const idEnd = 12

/** bc-unfile:<draft>:<the end of a file's id> */
export const dropFile = onDraft<'agencies' | 'audiences' | 'broadcastFiles' | 'broadcasts'>(
  async (request, { draft, rest }, stores) => {
    const file = draft.files.find(({ id }) => rest.length === idEnd && id.endsWith(rest))
    if (file === undefined) throw new AppError('button-stale', {})
    await stores.broadcastFiles.remove(draft.id, file.id)
    const files = draft.files.filter(({ id }) => id !== file.id)
    return previewChanged(request, draft, { files }, stores)
  },
)
