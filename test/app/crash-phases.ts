import type { Database } from '../../prisma/database.ts'
import type { CrashOffice } from '../support/crash-people.ts'

/** What a death can fall into. */
const phases = ['sweep', 'handle', 'send'] as const

type Phase = (typeof phases)[number]

/** One kill -9, by what it left in the database. */
export interface Kill {
  readonly phases: readonly Phase[]
  /** Messages that were on their way: of each nobody knows whether it arrived. */
  readonly sending: readonly { readonly key: string; readonly chatId: string }[]
}

/** A life that is over: what fell due in it, and how long after that it went on (before it, where negative). */
interface Life {
  readonly dueAt: Date
  readonly pastDueMs: number
}

/**
 * In which phases a program died. Sweep: the run had begun and its record, which is written at its end, is not there,
 * or something it claimed was not said. Handle: something was received and its handling not finished. Send: a message
 * was taken to be sent and its outcome not written down.
 */
export const readKill = async ({ client }: Database, { dueAt, pastDueMs }: Life): Promise<Kill> => {
  const [unsaid, due, runs, unhandled, sending] = await Promise.all([
    client.reminder.count({ where: { messageKey: null, claimedAt: { gte: dueAt } } }),
    client.nextReminder.count({ where: { remindAt: dueAt } }),
    client.jobState.count({ where: { job: 'reminder-sweep', startedAt: { gte: dueAt } } }),
    client.inboundEvent.count({ where: { handledAt: null } }),
    client.outboundMessage.findMany({ where: { state: 'sending' }, select: { key: true, chatId: true } }),
  ])
  const hadBegun = due === 0 || pastDueMs > 0
  const isSweeping = unsaid > 0 || (runs === 0 && hadBegun)
  return {
    phases: [
      ...(isSweeping ? (['sweep'] as const) : []),
      ...(unhandled > 0 ? (['handle'] as const) : []),
      ...(sending.length > 0 ? (['send'] as const) : []),
    ],
    sending,
  }
}

/** In how many lives, or minutes, what fell due was asked for: until the last sweep that came to its end. */
export const countSwept = async ({ client }: Database, { dueAt }: CrashOffice): Promise<number> => {
  const { startedAt } = await client.jobState.findUniqueOrThrow({ where: { job: 'reminder-sweep' } })
  return Math.floor((startedAt.getTime() - dueAt(0).getTime()) / 60_000)
}

/** How many things are open: received, due to be said, or due to be sent. */
export const countOpen = async ({ client }: Database): Promise<number> => {
  const counts = await Promise.all([
    client.inboundEvent.count({ where: { handledAt: null } }),
    client.outboundMessage.count({ where: { settledAt: null } }),
    client.reminder.count({ where: { messageKey: null } }),
  ])
  return counts.reduce((sum, count) => sum + count, 0)
}

/** The phases that no death fell into. */
export const listMissed = (died: readonly Kill[]): readonly Phase[] =>
  phases.filter((phase) => !died.some((kill) => kill.phases.includes(phase)))

/** How many deaths fell into any phase at all. */
export const countHits = (died: readonly Kill[]): number => died.filter((kill) => kill.phases.length > 0).length

/** The tally. */
export const describeKills = (name: string, seed: number, died: readonly Kill[]): string => {
  const tally = phases.map((phase) => `${phase} ${died.filter((kill) => kill.phases.includes(phase)).length}`)
  const doubtful = died.map(({ sending }) => sending.length)
  const total = doubtful.reduce((sum, count) => sum + count, 0)
  return (
    `${name}: ${died.length} × kill -9, seed ${seed}: ${tally.join(', ')}, at rest ${died.length - countHits(died)}; ` +
    `doubtful ${total}, at most ${Math.max(...doubtful)} by one kill`
  )
}
