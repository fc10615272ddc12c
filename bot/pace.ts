import { setTimeout as sleep } from 'node:timers/promises'
import { sendLimits } from '../domain/channels.ts'
import type { Chat, Dispatch, SendLimit } from '../domain/ports/messages.ts'

/** Holds messages back until they may leave. */
export interface Pace {
  /**
   * Resolves with 0 when a message to this chat may leave, or the program stops; otherwise with the milliseconds after
   * which to ask again, because its turn is too far away.
   */
  wait(chat: Chat, stopping: AbortSignal): Promise<number>
  /** The last step before a message to this chat is sent. */
  pass(chat: Chat): Promise<void>
}

export interface PaceOptions {
  readonly dispatch: Pick<Dispatch, 'reserveSlot' | 'postponeSlot'>
  /** 1 for the channels' real limits, 0 for none. */
  readonly paceFactor: number
}

/** A slot further away than this is not waited for: others need the place at the counter. */
const longestWaitMs = 15_000

/**
 * The slots in the database are shared by all processes; but between a slot and the sending a busy process may lose
 * any amount of time, and messages bunch up. So each process also keeps them apart at the very moment they leave.
 */
export const createPace = ({ dispatch, paceFactor }: PaceOptions): Pace => {
  const cooling = new Map<string, Promise<void>>()

  const cool = ({ key, intervalMs }: SendLimit): void => {
    cooling.set(
      key,
      sleep(intervalMs).then(() => void cooling.delete(key)),
    )
  }

  const passTogether = async (limits: readonly SendLimit[]): Promise<void> => {
    for (let busy = findBusy(limits); busy !== undefined; busy = findBusy(limits)) await busy
    for (const limit of limits) cool(limit)
  }

  const findBusy = (limits: readonly SendLimit[]): Promise<void> | undefined =>
    limits.map(({ key }) => cooling.get(key)).find((busy) => busy !== undefined)

  return {
    wait: async (chat, stopping) => {
      const passed: SendLimit[] = []
      // The narrower limit first: a message that waits for its chat must not hold a place in the common queue.
      for (const limit of sendLimits(chat, paceFactor)) {
        const wait = await dispatch.reserveSlot(limit)
        if (wait > longestWaitMs) return wait
        if (wait > 0) await sleep(wait, undefined, { signal: stopping }).catch(() => undefined)
        if (stopping.aborted) return 0
        // It leaves later than its chat had planned, and the next one there counts from when it leaves.
        if (wait > 0) for (const narrower of passed) await dispatch.postponeSlot(narrower)
        passed.push(limit)
      }
      return 0
    },
    pass: (chat) => passTogether(sendLimits(chat, paceFactor)),
  }
}
