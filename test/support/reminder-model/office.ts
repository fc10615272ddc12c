import { createTransactions, type RunTransaction } from '../../../app/transactions.ts'
import { createCourier } from '../../../bot/courier.ts'
import { createHandling } from '../../../bot/handling.ts'
import type { IncomingBody } from '../../../domain/incoming.ts'
import type { Claimed, Outcome } from '../../../domain/ports/messages.ts'
import type { Wakeups } from '../../../domain/ports/wakeups.ts'
import { createReminderDigestJob } from '../../../jobs/reminder-digest.ts'
import { createReminderSweepJob } from '../../../jobs/reminder-sweep.ts'
import { createLog } from '../../../log.ts'
import type { Database } from '../../../prisma/database.ts'
import { createDispatch } from '../../../prisma/dispatch.ts'
import { countAttempt, createInbox, findUnhandledChats, peekEvent } from '../../../prisma/inbox.ts'
import { isPassingFailure } from '../../../prisma/passing-failure.ts'
import type { TestPerson } from '../builders.ts'
import { unhurried } from '../stage.ts'
import { toInstant, type WallMinute } from './calendar.ts'

/** What happens to the next message on its way out. */
export type Fate = 'sent' | 'unknown' | 'retry' | 'dies'

/** A transaction that is cut where it would have been committed. */
class Cut extends Error {
  override readonly name = 'Cut'
}

/** The sender died with the message in hand: what it was about to say nobody knows. */
class Died extends Error {
  override readonly name = 'Died'
}

/** A message as it left. */
interface Left {
  readonly id: bigint
  readonly chatId: string
  readonly kind: Fate
}

/** The program's own parts over a real database, the time moved by hand, and everything that can go wrong at hand. */
export interface Office {
  now: WallMinute
  readonly inTransaction: RunTransaction
  /** So many transactions from now on are cut at their end. */
  cuts: number
  /** What happens to the messages that leave next; to all others nothing. */
  readonly fates: Fate[]
  readonly left: readonly Left[]
  /** Somebody says or presses something; `twice` as a messenger repeats what it got no answer to. */
  tell(person: TestPerson, body: IncomingBody, twice?: boolean): Promise<void>
  /** The clock's run: what is due is claimed, and unless it dies in between said; `twice` every job is run again. */
  run(how: { readonly dies: boolean; readonly twice: boolean }): Promise<void>
  /** Sends what may leave now. */
  send(): Promise<void>
}

export const openOffice = (database: Database, start: WallMinute): Office => {
  const { client } = database
  const waiting: Parameters<Wakeups['remind']>[0][number][] = []
  const wakeups: Wakeups = {
    handle: () => Promise.resolve(),
    deliver: () => Promise.resolve(),
    remind: (people) => Promise.resolve(void waiting.push(...people)),
    summarize: () => Promise.resolve(),
  }
  const now = () => toInstant(office.now)
  const whole = createTransactions(database, { within: () => wakeups }, now)
  const inTransaction: RunTransaction = (run) =>
    whole(async (tools) => {
      const done = await run(tools)
      if (office.cuts === 0) return done
      office.cuts -= 1
      throw new Cut('the transaction was cut')
    })
  const jobs = { inTransaction, now, shares: 2 }
  const sweep = createReminderSweepJob(jobs)
  const digest = createReminderDigestJob(jobs)
  const inbox = createInbox(client, () => wakeups)
  const log = createLog('silent', [])
  const handling = createHandling({
    ...{ inTransaction, now, log, locale: 'vi', progress: unhurried },
    peek: (chatKey, except) => peekEvent(client, chatKey, except),
    countAttempt: (id) => countAttempt(client, id),
    isPassing: isPassingFailure,
    findUnhandled: () => findUnhandledChats(client),
    files: { fetch: noFiles, readPlan: noFiles, readDirectory: noFiles, readCalendar: noFiles, keep: noFiles },
    links: () => ({ web: 'https://dondoc.example', telegram: null, zalo: false }),
  })
  const left: Left[] = []
  const dispatch = createDispatch(client)
  const courier = createCourier({
    dispatch: {
      ...dispatch,
      settle: (id, outcome, at) => (diedWith.delete(id) ? Promise.resolve(null) : dispatch.settle(id, outcome, at)),
    },
    senders: { telegram: { send: (message) => Promise.resolve(send(message)) } },
    ...{ now, log, paceFactor: 0 },
  })
  const diedWith = new Set<bigint>()
  const send = ({ id, chat }: Claimed): Outcome => {
    const kind = office.fates.shift() ?? 'sent'
    left.push({ id, chatId: chat.id, kind })
    switch (kind) {
      case 'sent':
        return { kind: 'sent', externalId: `m${id}-${left.length}` }
      case 'unknown':
        return { kind: 'unknown', failure: 'ECONNRESET' }
      case 'retry':
        return { kind: 'retry', at: new Date(now().getTime() + 10_000), failure: 'telegram-500', giveUpAfter: 8 }
      case 'dies':
        diedWith.add(id)
        return { kind: 'unknown', failure: 'never recorded' }
    }
  }
  let heard = 0

  /** As whoever starts a job again does it: after the cut, once more. */
  const again = async (run: () => Promise<unknown>): Promise<void> => {
    for (;;) {
      try {
        await run()
        return
      } catch (error) {
        if (!(error instanceof Cut)) throw error
      }
    }
  }

  const office: Office = {
    ...{ now: start, inTransaction, cuts: 0, fates: [], left },
    tell: async ({ externalId }, body, twice = false) => {
      heard += 1
      const who = { id: externalId, name: '' }
      const incoming = {
        ...({ channel: 'telegram', externalId: `u${heard}`, sender: who, sentAt: now().toISOString(), body } as const),
        chat: { id: externalId, kind: 'private', title: '' } as const,
      }
      for (let times = twice ? 2 : 1; times > 0; times -= 1) await inbox.receive(incoming, now())
      handling.wake(`telegram:${externalId}`)
      await handling.quiet()
    },
    run: async ({ dies, twice }) => {
      for (let times = twice ? 2 : 1; times > 0; times -= 1) {
        await again(sweep)
        const felt = waiting.splice(0)
        if (dies) continue
        for (const who of twice ? [...felt, ...felt] : felt) await again(() => digest(who))
      }
    },
    send: async () => {
      await courier.sweep()
      await courier.quiet()
    },
  }
  return office
}

const noFiles = (): never => {
  throw new Died('there are no files here')
}
