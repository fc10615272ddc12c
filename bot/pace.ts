import { setTimeout as sleep } from 'node:timers/promises'
import { channelLimit, chatLimit } from '../domain/channels.ts'
import type { Chat, Dispatch, Outcome, PermitLimit } from '../domain/ports/messages.ts'
import { createPermits, type Permit } from './permits.ts'

/** The right to send one message to a chat. */
export interface Turn {
  /** Resolves when the message may leave, which it then does at once. */
  leave(): Promise<void>
  /** What became of it; without an outcome it was not sent at all. */
  over(outcome?: Outcome): Promise<void>
}

/** Holds messages back until they may leave. */
export interface Pace {
  /** A turn; the milliseconds after which to ask again where it is too far away; null when the program stops. */
  wait(chat: Chat, stopping: AbortSignal): Promise<Turn | number | null>
}

export interface PaceOptions {
  readonly dispatch: Pick<Dispatch, 'takePermit' | 'returnPermits' | 'pausePermits'>
  readonly now: () => Date
  /** 1 for the channels' real limits, 0 for none. */
  readonly paceFactor: number
}

/** A turn further away than this is not waited for: others need the place at the counter. */
const longestWaitMs = 15_000

/**
 * A message takes its chat's permit and one of its channel's; all processes share them. The chat's first: a message
 * that waits for its chat must not hold a permit that others could use.
 */
export const createPace = ({ dispatch, now, paceFactor }: PaceOptions): Pace => {
  const permits = createPermits(dispatch)

  const createTurn = (chat: Chat, held: readonly Permit[]): Turn => {
    let leftMs: number | null = null
    return {
      leave: async () => {
        for (let early = longestEarly(held); early > 0; early = longestEarly(held)) await sleep(early)
        leftMs = performance.now()
      },
      over: async (outcome) => {
        await dispatch.returnPermits(held.map((permit) => permit.back(leftMs)))
        await obey(chat, outcome)
      },
    }
  }

  /**
   * A private chat keeps to its own limit here, so what is too much there is too much for the whole channel. A group
   * must not silence everybody: it is silent itself, with all its topics.
   */
  const obey = async (chat: Chat, outcome: Outcome | undefined): Promise<void> => {
    const limit = chat.kind === 'group' ? chatLimit(chat, paceFactor) : channelLimit(chat.channel, paceFactor)
    if (limit === null || outcome?.kind !== 'retry' || outcome.flood !== true) return
    await dispatch.pausePermits(limit, Math.min(longestPauseMs, outcome.at.getTime() - now().getTime()))
  }

  /** All of these, one after the other; what is held already goes back when the next is not to be had. */
  const takeAll = async (chat: Chat, limits: readonly PermitLimit[], stopping: AbortSignal) => {
    const held: Permit[] = []
    for (const limit of limits) {
      const permit = await permits.take(limit, longestWaitMs, stopping).catch(async (error: unknown) => {
        await createTurn(chat, held).over()
        throw error
      })
      if (permit === null || typeof permit === 'number') {
        await createTurn(chat, held).over()
        return permit
      }
      held.push(permit)
    }
    return createTurn(chat, held)
  }

  return {
    wait: async (chat, stopping) => {
      const limits = [chatLimit(chat, paceFactor), channelLimit(chat.channel, paceFactor)].filter(
        (limit) => limit !== null,
      )
      const farMs = Math.max(0, ...limits.map((limit) => permits.knownFarMs(limit)))
      return farMs > longestWaitMs ? farMs : takeAll(chat, limits, stopping)
    },
  }
}

/** Longer than this no channel is silent at a word of its own: it is asked again. */
const longestPauseMs = 24 * 60 * 60 * 1000

const longestEarly = (held: readonly Permit[]): number => Math.max(0, ...held.map((permit) => permit.earlyMs()))
