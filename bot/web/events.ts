import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { WebEntry } from '../../domain/ports/web.ts'
import { createBell } from './bell.ts'
import type { WebDeps, WebEnv } from './context.ts'
import { foldEntries } from './entries.ts'
import type { Live } from './live.ts'
import { messageView, type View } from './pages/message-view.ts'
import { markShown } from './seen.ts'
import { findVisitor, getVisitor } from './session.ts'

/** Proxies cut connections that are silent for a minute, and the page takes a longer silence for a dead line. */
const heartbeatMs = 20_000
/** What a browser that was away catches up with at most. */
const catchUpLimit = 500
const retryMs = 2000

/**
 * What is said in the visitor's chat, live. The id of an event is its outbox row, so a browser that comes back
 * names the last one it has and gets everything since. Rows may come twice; the page drops what it has.
 */
export const streamEvents = (c: Context<WebEnv>, deps: WebDeps, live: Live): Response => {
  const visitor = getVisitor(c)
  const view = { m: c.var.m, zone: visitor.zone }
  let last = toRow(c.req.header('Last-Event-ID') ?? c.req.query('after'))
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    const bell = createBell()
    const stopWatching = live.watch(visitor, () => bell.ring())
    stream.onAbort(() => bell.ring())
    let sent: ReadonlySet<string> = new Set([String(last)])
    const catchUp = async () => {
      const before = last
      const entries = await deps.history.listSince(visitor, before, catchUpLimit)
      for (const entry of entries) {
        if (!sent.has(idOf(entry))) await sendEntry(stream, entry, view)
        if (entry.from === 'bot') last = entry.row
      }
      await markShown(entries, visitor, deps)
      sent = new Set([String(before), ...entries.map(idOf)])
    }
    try {
      await stream.write(`retry: ${retryMs}\n\n`)
      await catchUp()
      while (!stream.aborted && !live.closed) {
        const heard = await bell.wait(heartbeatMs)
        // Whoever has signed out in another window hears nothing more in this one.
        if ((await findVisitor(c, deps)) === null) break
        if (heard) await catchUp()
        else await stream.writeSSE({ event: 'tick', data: '1' })
      }
    } catch (error) {
      // The browser comes back by itself and goes on where it was.
      deps.log.error({ err: error, personId: visitor.personId }, 'web events failed')
    } finally {
      stopWatching()
    }
  })
}

const toRow = (id: string | undefined): bigint => (/^\d{1,18}$/.test(id ?? '') ? BigInt(id ?? 0) : 0n)

const idOf = (entry: WebEntry): string => (entry.from === 'bot' ? String(entry.row) : entry.incoming.externalId)

const sendEntry = async (stream: SSEStreamingApi, entry: WebEntry, view: View): Promise<void> => {
  const [message] = foldEntries([entry])
  if (message === undefined) return
  const html = String(await messageView(message, view))
  if (message.from === 'person') {
    await stream.writeSSE({ event: 'own', data: JSON.stringify({ key: message.key, html }) })
    return
  }
  const row = message.rows.join()
  const { text, entities, buttons } = message.content
  await stream.writeSSE({
    id: row,
    event: 'said',
    data: JSON.stringify({ key: message.key, row, text, entities, buttons, html }),
  })
}
