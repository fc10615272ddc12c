import type { WebEntry, WebVisitor } from '../../domain/ports/web.ts'
import type { WebDeps } from './context.ts'

/** The web is the one channel that knows what it has shown: whoever sent an announcement learns of it. */
export const markShown = async (
  entries: readonly WebEntry[],
  visitor: WebVisitor,
  { history, now }: Pick<WebDeps, 'history' | 'now'>,
): Promise<void> => {
  const shown = entries.flatMap((entry) =>
    entry.from === 'bot' && entry.broadcastId !== undefined ? [entry.broadcastId] : [],
  )
  if (shown.length > 0) await history.markSeen(visitor, [...new Set(shown)], now())
}
