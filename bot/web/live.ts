import type { Logger } from 'pino'
import type { WebChat, WebHistory } from '../../domain/ports/web.ts'

/** Tells open pages that something was said in their chat, whichever process said it. */
export interface Live {
  /** Rings whenever there may be something new; returns how to stop. */
  watch(chat: WebChat, ring: () => void): () => void
  /** This person is about to be said something. */
  nudge(personId: string): void
  readonly closed: boolean
  /** Rings once more for everybody and watches nothing from then on. */
  close(): void
}

interface Watched {
  readonly chat: WebChat
  readonly rings: Set<() => void>
  mark: string | undefined
}

/**
 * A message is handed over before its row is settled: it is looked for a few times in quick succession.
 * Whatever these miss is found at the regular pace.
 */
const nudgeDelays = [10, 30, 80, 200]

/** One look at all watched chats together, however many pages are open. Looks only while pages are open. */
export const createLive = (
  history: Pick<WebHistory, 'findMarks'>,
  { pollMs, log }: { readonly pollMs: number; readonly log: Pick<Logger, 'error'> },
): Live => {
  const watched = new Map<string, Watched>()
  let delays: number[] = []
  let timer: NodeJS.Timeout | null = null
  let timerAt = 0
  let closed = false

  const look = async () => {
    try {
      const before = [...watched.values()]
      const marks = await history.findMarks(before.map(({ chat }) => chat))
      for (const person of before) {
        const mark = marks.get(person.chat.personId)
        if (mark === person.mark) continue
        person.mark = mark
        for (const ring of person.rings) ring()
      }
    } catch (error) {
      log.error({ err: error }, 'looking for web messages failed')
    }
    timer = null
    schedule(delays.shift() ?? pollMs)
  }

  /** An earlier look that is planned already stands. */
  const schedule = (ms: number) => {
    if (closed || watched.size === 0) return
    const at = performance.now() + ms
    if (timer !== null) {
      if (timerAt <= at) return
      clearTimeout(timer)
    }
    timerAt = at
    timer = setTimeout(() => void look(), ms)
  }

  return {
    watch: (chat, ring) => {
      const person = watched.get(chat.personId) ?? { chat, rings: new Set(), mark: undefined }
      watched.set(chat.personId, person)
      person.rings.add(ring)
      schedule(pollMs)
      return () => {
        person.rings.delete(ring)
        if (person.rings.size === 0 && watched.get(chat.personId) === person) watched.delete(chat.personId)
      }
    },
    nudge: (personId) => {
      if (!watched.has(personId)) return
      delays = nudgeDelays.slice(1)
      schedule(nudgeDelays[0] ?? pollMs)
    },
    get closed() {
      return closed
    },
    close: () => {
      closed = true
      if (timer !== null) clearTimeout(timer)
      for (const { rings } of watched.values()) for (const ring of rings) ring()
    },
  }
}
