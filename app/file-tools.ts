import { AppError } from '../domain/errors.ts'
import type { UploadedFiles } from '../domain/ports/web.ts'
import type { FileTools } from '../handlers/route.ts'
import type { BotChannels } from './bot-channels.ts'

/** Where a file of each channel is fetched, and how it is read. */
export const fileTools = ({ telegram }: Pick<BotChannels, 'telegram'>, uploads: UploadedFiles): FileTools => ({
  // The readers of office files are loaded when the first file comes: most days none does.
  readPlan: async (file) => (await import('../plans/read-plan.ts')).readPlan(file),
  fetch: async (channel, file) => {
    if (channel === 'telegram' && telegram !== null) return telegram.fetchFile(file)
    const bytes = channel === 'web' ? await uploads.read(file.reference) : null
    if (bytes === null) throw new AppError('file-unavailable', { name: file.name })
    return { name: file.name, bytes }
  },
})
