import type { Logger } from 'pino'
import { sendLimits } from '../domain/channels.ts'
import type { Channel } from '../domain/incoming.ts'
import type { Claimed, Dispatch, Outcome } from '../domain/ports/messages.ts'
import { createLanes } from './lanes.ts'

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
/** Longest wait for a slot plus the time-out, and some: after this a sender is taken to be dead. */
const claimMs = 60_000
const chatsAtOnce = 40
/** A message that keeps being refused for a passing reason is given up after this many attempts. */
const maxAttempts = 8

/** Sends outbox rows: in order within a chat, within the channel's limits, honest about every outcome. */
export const createCourier = (options: CourierOptions): Courier => {
  const { dispatch, now, log } = options
  const timers = new Set<NodeJS.Timeout>()

  const drain = async (chatId: string, stopping: AbortSignal): Promise<void> => {
    while (!stopping.aborted) {
      const message = await dispatch.claim(chatId, now(), new Date(now().getTime() + claimMs))
      if (message === null) return
      const outcome = await attempt(options, message)
      await dispatch.settle(message.id, outcome, now())
      log.debug({ message: String(message.id), outcome: outcome.kind }, 'message settled')
      if (outcome.kind === 'retry') {
        wakeLater(chatId, outcome.at.getTime() - now().getTime())
        return
      }
    }
  }

  const lanes = createLanes(drain, {
    atOnce: chatsAtOnce,
    onError: (chatId, error) => log.error({ chatId, err: error }, 'courier failed'),
  })

  const wakeLater = (chatId: string, ms: number) => {
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
      for (const timer of timers) clearTimeout(timer)
      return lanes.stop()
    },
  }
}

const attempt = async (options: CourierOptions, message: Claimed): Promise<Outcome> => {
  const { senders, now, log } = options
  const sender = senders[message.chat.channel]
  if (sender === undefined) {
    return { kind: 'retry', at: new Date(now().getTime() + 60_000), failure: 'channel-not-running' }
  }
  await waitForSlots(options, message)
  try {
    const outcome = await sender.send(message, AbortSignal.timeout(sendTimeoutMs))
    return outcome.kind === 'retry' && message.attempts >= maxAttempts
      ? { kind: 'failed', failure: outcome.failure, chatGone: false }
      : outcome
  } catch (error) {
    log.error({ err: error, message: String(message.id), channel: message.chat.channel }, 'sending went wrong')
    return { kind: 'unknown', failure: 'unexpected' }
  }
}

/** The narrower limit first: a message that waits for its chat must not hold a place in the common queue. */
const waitForSlots = async ({ dispatch, paceFactor }: CourierOptions, { chat }: Claimed): Promise<void> => {
  for (const limit of sendLimits(chat, paceFactor)) {
    const wait = await dispatch.reserveSlot(limit)
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  }
}
