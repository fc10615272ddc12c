import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Channel } from '../domain/incoming.ts'
import type { Claimed, Dispatch, Outcome } from '../domain/ports/messages.ts'
import { createLanes } from './lanes.ts'
import { retryIn } from './outcomes.ts'
import { createPace, type Pace } from './pace.ts'

/** A channel's way out. Resolves with what became of the message; a rejection means that nobody knows. */
export interface Sender {
  send(message: Claimed, signal: AbortSignal): Promise<Outcome>
}

export interface Courier {
  /** Sends what waits in a chat. */
  wake(chatId: string): void
  /** Picks up what waits anywhere, and what dead senders left behind. */
  sweep(): Promise<void>
  quiet(): Promise<void>
  stop(): Promise<void>
}

export interface CourierOptions {
  readonly dispatch: Dispatch
  readonly senders: Partial<Record<Channel, Sender>>
  readonly now: () => Date
  readonly log: Logger
  /** 1 for the channels' real limits, 0 for none. */
  readonly paceFactor: number
}

/** No answer after this long: the message may have arrived, nobody knows. */
export const sendTimeoutMs = 20_000
/** After this a sender is taken to be dead. */
const claimMs = 60_000
const chatsAtOnce = 40
/** Pauses before the outcome is recorded once more, should the database refuse it. */
const settleAgainMs = [200, 400, 800, 1600, 3200]

/** Sends outbox rows: in order within a chat, within the channel's limits, honest about every outcome. */
export const createCourier = (options: CourierOptions): Courier => {
  const { dispatch, now, log } = options
  const pace = createPace(options)
  const timers = new Set<NodeJS.Timeout>()
  let stopped = false

  const drain = async (chatId: string, stopping: AbortSignal): Promise<void> => {
    while (!stopping.aborted) {
      const message = await dispatch.claim(chatId, now(), new Date(now().getTime() + claimMs))
      if (message === null) return
      const outcome = await attempt(options, pace, message, stopping)
      await settle(options, message, outcome)
      log.debug({ message: String(message.id), outcome: outcome.kind }, 'message settled')
      if (outcome.kind !== 'retry') continue
      wakeLater(chatId, outcome.at.getTime() - now().getTime())
      return
    }
  }

  const lanes = createLanes(drain, {
    atOnce: chatsAtOnce,
    onError: (chatId, error) => log.error({ chatId, err: error }, 'courier failed'),
  })

  const wakeLater = (chatId: string, ms: number) => {
    if (stopped) return
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        lanes.wake(chatId)
      },
      Math.max(0, ms),
    )
    timers.add(timer)
  }

  return {
    wake: (chatId) => lanes.wake(chatId),
    sweep: async () => {
      const released = await dispatch.releaseStale(now())
      if (released > 0) log.warn({ released }, 'messages of dead senders marked as unknown')
      for (const chatId of await dispatch.findWaiting(now(), 1000)) lanes.wake(chatId)
    },
    quiet: () => lanes.quiet(),
    stop: () => {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      return lanes.stop()
    },
  }
}

const attempt = async (
  { senders, now, log }: CourierOptions,
  pace: Pace,
  message: Claimed,
  stopping: AbortSignal,
): Promise<Outcome> => {
  const sender = senders[message.chat.channel]
  if (sender === undefined) return retryIn(60, 'channel-not-running', now())
  const tooLate = await pace.wait(message.chat, stopping)
  if (tooLate !== null) return tooLate
  try {
    const outcome = await sender.send(message, AbortSignal.timeout(sendTimeoutMs))
    return outcome.kind === 'retry' && message.attempts >= (outcome.giveUpAfter ?? Infinity)
      ? { kind: 'failed', failure: outcome.failure, chatGone: false }
      : outcome
  } catch (error) {
    log.error({ err: error, message: String(message.id), channel: message.chat.channel }, 'sending went wrong')
    return { kind: 'unknown', failure: 'unexpected' }
  }
}

/** What happened outside cannot be asked again: a database that refuses for a moment must not turn it into "unknown". */
const settle = async ({ dispatch, now, log }: CourierOptions, { id }: Claimed, outcome: Outcome): Promise<void> => {
  for (const pause of settleAgainMs) {
    try {
      await dispatch.settle(id, outcome, now())
      return
    } catch (error) {
      log.error({ err: error, message: String(id) }, 'an outcome could not be recorded yet')
      await sleep(pause)
    }
  }
  await dispatch.settle(id, outcome, now())
}
