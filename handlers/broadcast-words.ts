import type { RichText } from '../domain/message.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import { shorten } from '../domain/shorten.ts'
import { localDate, localTime } from '../domain/time.ts'
import type { Messages } from '../locales/index.ts'
import type { Request } from './request.ts'

/** So many characters tell one announcement from another. */
export const excerptOf = ({ text }: Pick<Broadcast, 'text'>): string => shorten(text, 60)

/** A moment as the workspace's clock shows it, to the minute. */
export const clockOf = (
  { workspace }: Pick<Request, 'workspace'>,
  at: Date,
): { readonly day: string; readonly time: string } => ({
  day: localDate(at, workspace.zone),
  time: localTime(at, workspace.zone).slice(0, 5),
})

/** What each recipient reads, in their language; `again` where they are called once more. */
export const announcement = (
  { workspace }: Request,
  { text, deadline, authorName, files }: Broadcast,
  m: Messages,
  { address, again = false }: { readonly address: string; readonly again?: boolean },
): RichText =>
  m.broadcast.message({
    ...{ workspace: workspace.name, text, deadline, author: authorName, again },
    files: files.length === 0 ? null : m.broadcastFiles.inMessage({ files, address }),
  })
