import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach } from 'vitest'
import { type Courier, createCourier, type Sender } from '../../bot/courier.ts'
import type { Claimed, Dispatch, Outcome } from '../../domain/ports/messages.ts'
import { createDispatch } from '../../prisma/dispatch.ts'
import { useTestDatabase } from '../support/database.ts'
import { keepLog } from '../support/log.ts'
import { outcomesIn } from '../support/outbox.ts'

/** A way out that keeps what it was given, when, and answers as it is told. */
export const recorder = (answer: (message: Claimed, tries: number) => Outcome | Promise<Outcome>, tookMs = 2) => {
  const sends: { readonly chatId: string; readonly text: string; readonly atMs: number }[] = []
  const tries = new Map<string, number>()
  const sender: Sender = {
    send: async (message) => {
      sends.push({ chatId: message.chat.id, text: message.content.text, atMs: performance.now() })
      const count = (tries.get(message.key) ?? 0) + 1
      tries.set(message.key, count)
      await sleep(tookMs)
      return answer(message, count)
    },
  }
  const textsTo = (chatId: string) => sends.filter((send) => send.chatId === chatId).map(({ text }) => text)
  return { sends, sender, textsTo }
}

export const sent = ({ id }: Claimed): Outcome => ({ kind: 'sent', externalId: `m${id}` })
export const inMs = (ms: number) => new Date(Date.now() + ms)

export const numbers = (count: number) => Array.from({ length: count }, (_, index) => `tin ${index}`)

/** Couriers over one real database; each is stopped after its test. */
export const useCourierStage = async () => {
  const database = await useTestDatabase()
  const closing: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  const start = (
    sender: Sender | null,
    more: { readonly paceFactor?: number; readonly dispatch?: Partial<Dispatch>; readonly now?: () => Date } = {},
  ): { readonly courier: Courier; readonly log: ReturnType<typeof keepLog> } => {
    const log = keepLog()
    const courier = createCourier({
      dispatch: { ...createDispatch(database.client), ...more.dispatch },
      senders: sender === null ? {} : { telegram: sender },
      now: more.now ?? (() => new Date()),
      log: log.log,
      paceFactor: more.paceFactor ?? 0,
    })
    closing.push(() => courier.stop())
    return { courier, log }
  }

  /** Wakes and waits, until everything in the chat is settled. */
  const untilSettled = async (courier: Courier, chatId: string, timeoutMs = 10_000) => {
    const deadline = performance.now() + timeoutMs
    for (;;) {
      await courier.quiet()
      const outcomes = await outcomesIn(database, chatId)
      if (outcomes.every(({ state }) => state !== 'pending' && state !== 'sending')) return outcomes
      if (performance.now() > deadline) throw new Error(`not settled: ${JSON.stringify(outcomes)}`)
      await sleep(10)
    }
  }

  return { database, start, untilSettled }
}
