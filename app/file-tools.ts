import { AppError } from '../domain/errors.ts'
import type { UploadedFiles } from '../domain/ports/web.ts'
import type { FileTools } from '../handlers/route.ts'
import type { BotChannels } from './bot-channels.ts'
import type { PlanReading } from './plan-reading.ts'

/** Where a file of each channel is fetched, and how it is read. */
export const fileTools = (
  { telegram, zalo }: Pick<BotChannels, 'telegram' | 'zalo'>,
  uploads: UploadedFiles,
  reading: PlanReading,
  keep: FileTools['keep'],
): FileTools => ({
  keep,
  // Loaded with the first file: most days none comes.
  readDirectory: async (file) => (await import('../plans/read-directory.ts')).readDirectory(file),
  readCalendar: async (file) => (await import('../plans/read-calendar.ts')).readCalendar(file),
  readPlan: (file, onProgress) => reading.readPlan(file, onProgress),
  fetch: async (channel, file) => {
    if (channel === 'telegram' && telegram !== null) return telegram.fetchFile(file)
    if (channel === 'zalo' && zalo !== null) return zalo.fetchFile(file)
    const bytes = channel === 'web' ? await uploads.read(file.reference) : null
    if (bytes === null) throw new AppError('file-unavailable', { name: file.name })
    return { name: file.name, bytes }
  },
})
