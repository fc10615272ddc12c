import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Channel } from '../domain/incoming.ts'
import type { Chat, Claimed, Dispatch, Outcome, Waiting } from '../domain/ports/messages.ts'
import { createLanes } from './lanes.ts'
import { retryIn } from './outcomes.ts'
import { createPace, type Pace, type Turn } from './pace.ts'
import { createSendGate } from './send-gate.ts'

/** A channel's way out. Resolves with what became of the message; a rejection means that nobody knows. */
export interface Sender {
  send(message: Claimed, signal: AbortSignal): Promise<Outcome>
}

export interface Courier {
  /** Sends what waits in a chat; `first` before what waits in others: somebody is looking at the screen. */
  wake(chatId: string, first?: boolean): void
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
/** After this a sender is taken to be dead: the time-out, and what recording the outcome may take. */
const claimMs = 30_000
const chatsAtOnce = 40
/** So few chats are served one after the other, that a death leaves one message in doubt; of more it may be several. */
const chatsOneByOne = 40
/** Longer than this nobody waits for another's message. */
const patienceMs = 3000
/** A turn that is far away may have come nearer: it is asked for again after this long at most. */
const farMs = 20_000
/** Pauses before the outcome is recorded once more, should the database refuse it. */
const settleAgainMs = [200, 400, 800, 1600, 3200]

/** Sends outbox rows: in order within a chat, within the channel's limits, honest about every outcome. */
export const createCourier = (options: CourierOptions): Courier => {
  const { dispatch, now, log } = options
  const pace = createPace(options)
  const timers = new Set<NodeJS.Timeout>()
  let stopped = false

  const drain = async (chatId: string, stopping: AbortSignal, first: boolean): Promise<void> => {
    while (!stopping.aborted) {
      const next = await dispatch.findNext(chatId, now())
      if (next === null) return
      // Waited for before the claim: what a crash finds claimed was really about to leave.
      const turn = await holdBack(options, pace, next.chat, stopping)
      if (typeof turn === 'number') {
        wakeLater(chatId, Math.min(turn, farMs))
        return
      }
      const sent = turn && (await gate.pass(() => sendNext(options, turn, next, stopping), first))
      if (sent === null) continue
      const { outcome, elsewhere } = sent
      if (elsewhere !== null) lanes.wake(elsewhere)
      if (outcome.kind !== 'retry') continue
      wakeLater(chatId, outcome.at.getTime() - now().getTime())
      return
    }
  }

  const lanes = createLanes(drain, {
    atOnce: chatsAtOnce,
    onError: (chatId, error) => log.error({ chatId, err: error }, 'courier failed'),
  })

  const gate = createSendGate({ isBacklog: () => lanes.isBusierThan(chatsOneByOne), patienceMs })

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
    wake: (chatId, first) => lanes.wake(chatId, first),
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

/** A turn, or none but the outcome there is without one. */
interface HeldTurn extends Turn {
  readonly held: Outcome | null
}

const noTurn = (held: Outcome): HeldTurn => ({
  held,
  leave: () => Promise.resolve(),
  over: () => Promise.resolve(),
})

/** Waits until a message may leave; milliseconds when that is too far away, null when the program stops. */
const holdBack = async (
  { senders, now }: CourierOptions,
  pace: Pace,
  chat: Chat,
  stopping: AbortSignal,
): Promise<HeldTurn | number | null> => {
  if (senders[chat.channel] === undefined) return noTurn(retryIn(60, 'channel-not-running', now()))
  const turn = await pace.wait(chat, stopping)
  return turn === null || typeof turn === 'number' ? turn : { ...turn, held: null }
}

/** Sends the message that is next, if it is still the same; what became of it, and in which chat it is said instead. */
const sendNext = async (
  options: CourierOptions,
  turn: HeldTurn,
  next: Waiting,
  stopping: AbortSignal,
): Promise<{ readonly outcome: Outcome; readonly elsewhere: string | null } | null> => {
  const message = stopping.aborted ? null : await claim(options, turn, next)
  if (message === null) {
    await giveBack(options, turn)
    return null
  }
  const outcome = turn.held ?? (await send(options, turn, message))
  const [elsewhere] = await Promise.all([settle(options, message, outcome), giveBack(options, turn, outcome)])
  options.log.debug({ message: String(message.id), outcome: outcome.kind }, 'message settled')
  return { outcome, elsewhere }
}

const claim = async (options: CourierOptions, turn: Turn, next: Waiting): Promise<Claimed | null> => {
  const { dispatch, now } = options
  try {
    return await dispatch.claim(next, now(), new Date(now().getTime() + claimMs))
  } catch (error) {
    await giveBack(options, turn)
    throw error
  }
}

const send = async ({ senders, log }: CourierOptions, turn: Turn, message: Claimed): Promise<Outcome> => {
  try {
    await turn.leave()
    const sending = senders[message.chat.channel]?.send(message, AbortSignal.timeout(sendTimeoutMs))
    const outcome = (await sending) ?? { kind: 'unknown', failure: 'no-sender' }
    return outcome.kind === 'retry' && message.attempts >= (outcome.giveUpAfter ?? Infinity)
      ? { kind: 'failed', failure: outcome.failure, chatGone: false }
      : outcome
  } catch (error) {
    log.error({ err: error, message: String(message.id), channel: message.chat.channel }, 'sending went wrong')
    return { kind: 'unknown', failure: 'unexpected' }
  }
}

/** A turn that cannot be given back comes free by itself; the message's own outcome does not depend on it. */
const giveBack = async ({ log }: CourierOptions, turn: Turn, outcome?: Outcome): Promise<void> => {
  try {
    await turn.over(outcome)
  } catch (error) {
    log.error({ err: error }, 'a turn to send could not be given back')
  }
}

/** What happened outside cannot be asked again: a database that refuses for a moment must not turn it into "unknown". */
const settle = async (
  { dispatch, now, log }: CourierOptions,
  { id }: Claimed,
  outcome: Outcome,
): Promise<string | null> => {
  for (const pause of settleAgainMs) {
    try {
      return await dispatch.settle(id, outcome, now())
    } catch (error) {
      log.error({ err: error, message: String(id) }, 'an outcome could not be recorded yet')
      await sleep(pause)
    }
  }
  return dispatch.settle(id, outcome, now())
}
