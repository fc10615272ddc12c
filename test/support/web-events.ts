import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const saidSchema = z.object({
  key: z.string(),
  row: z.string(),
  text: z.string(),
  entities: z.array(
    z.object({ type: z.string(), offset: z.number(), length: z.number(), url: z.string().exactOptional() }),
  ),
  buttons: z.array(z.array(z.object({ label: z.string(), action: z.string() }))),
  html: z.string(),
})

/** A message of the bot as the web chat sends it to pages. */
export type SaidEvent = z.infer<typeof saidSchema>

/** A live connection as a browser keeps it: it comes back when it breaks, and drops what came twice. */
export interface LiveEvents {
  take(): SaidEvent | null
  waiting(): number
  /** How long nothing has come or been expected. */
  silentMs(): number
  touch(): void
  close(): void
}

/** Connects and stays connected until it is closed or refused. */
export const openEvents = (url: string, cookie: string): LiveEvents => {
  const stop = new AbortController()
  const seen = new Set<string>()
  const waiting: SaidEvent[] = []
  let last = '0'
  let heardAt = performance.now()

  const onEvent = ({ event, id, data }: SseEvent): void => {
    if (event !== 'said') return
    const said = saidSchema.parse(JSON.parse(data))
    heardAt = performance.now()
    last = id
    if (seen.has(said.row)) return
    seen.add(said.row)
    waiting.push(said)
  }

  const listen = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const goOn = await readEvents(
        `${url}/chat/events`,
        { Cookie: cookie, 'Last-Event-ID': last },
        stop.signal,
        onEvent,
      )
      if (!goOn) return
      await sleep(50)
    }
  }
  void listen()

  return {
    take: () => waiting.shift() ?? null,
    waiting: () => waiting.length,
    silentMs: () => performance.now() - heardAt,
    touch: () => {
      heardAt = performance.now()
    },
    close: () => stop.abort(),
  }
}

export interface SseEvent {
  readonly event: string
  readonly id: string
  readonly data: string
}

/** Reads one connection to its end. False when the server wants nothing to do with us. */
export const readEvents = async (
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  onEvent: (event: SseEvent) => void,
): Promise<boolean> => {
  try {
    const response = await fetch(url, { headers, signal })
    if (!response.ok || response.body === null) return false
    let rest = ''
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) onEvent(parseEvent(block))
    }
  } catch {
    // The connection broke or was closed: a browser tells its page nothing more either.
  }
  return true
}

const parseEvent = (block: string): SseEvent => {
  const fields = new Map(block.split('\n').map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 2)]))
  return { event: fields.get('event') ?? '', id: fields.get('id') ?? '', data: fields.get('data') ?? '' }
}
