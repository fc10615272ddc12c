import { expect } from 'vitest'
import type { Database } from '../../prisma/database.ts'
import type { CrashOffice, Talker } from '../support/crash-people.ts'
import type { Kill } from './crash-phases.ts'

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)

/** Every answer has one effect and one reply, and was handled without an error; in its order unless told otherwise. */
export const checkHistory = async (
  { client }: Database,
  { talkers }: CrashOffice,
  { inOrder = true }: { readonly inOrder?: boolean } = {},
): Promise<void> => {
  const total = talkers.reduce((sum, talker) => sum + talker.said().length, 0)
  const chatKeys = talkers.map(({ channel, externalId }) => `${channel}:${externalId}`)
  const events = await client.inboundEvent.findMany({ where: { chatKey: { in: chatKeys } } })
  expect(events).toHaveLength(total)
  expect(events.filter(({ failure, attempts }) => failure !== null || attempts > 0)).toEqual([])
  for (const { said } of talkers) {
    for (const [number, answers] of Map.groupBy(said(), (answer) => answer.number)) {
      const updates = await client.statusUpdate.findMany({
        where: { assignment: { occurrence: { task: { number } } } },
        orderBy: [{ at: 'asc' }, { percentAfter: 'asc' }],
      })
      const percents = updates.map(({ percentAfter }) => percentAfter)
      expect(inOrder ? percents : sorted(percents)).toEqual(answers.map(({ percent }) => percent))
    }
  }
  expect(await client.statusUpdate.count()).toBe(total)
  expect(await client.auditEvent.count({ where: { action: 'assignment.progress' } })).toBe(total)
  const chat = { OR: talkers.map(({ channel, externalId }) => ({ channel, externalId })) }
  const chats = (await client.chat.findMany({ where: chat, select: { id: true } })).map(({ id }) => id)
  const replies = await client.outboundMessage.findMany({ where: { kind: 'reply', chatId: { in: chats } } })
  expect(replies.map(({ key }) => key).toSorted()).toEqual(events.map(({ id }) => `event:${id}:reply:0`).toSorted())
}

/** Every reminder that was due is there once for each of its people, and a message of theirs carried it. */
export const checkLedger = async ({ client }: Database, { talkers, fallingUntil }: CrashOffice, lives: number) => {
  const wanted = fallingUntil(lives).flatMap(({ title, agency, milestone }) =>
    talkers
      .filter((talker) => talker.agency === agency)
      .map(({ externalId }) => `${title} ${externalId} ${milestone} v1`),
  )
  const claimed = await client.$queryRaw<{ readonly line: string }[]>`
    SELECT concat_ws(' ', task."title", account."externalId", reminder."milestone", 'v' || reminder."dueVersion") AS line
    FROM "Reminder" reminder JOIN "Assignment" a ON a."id" = reminder."assignmentId"
    JOIN "Task" task ON task."id" = a."taskId" JOIN "ChatAccount" account ON account."personId" = reminder."personId"
    JOIN "OutboundMessage" message ON message."key" = reminder."messageKey" AND message."personId" = reminder."personId"`
  expect(claimed.map(({ line }) => line).toSorted()).toEqual(wanted.toSorted())
}

interface Row {
  readonly key: string
  readonly state: string
  readonly externalId: string | null
  readonly content: unknown
}

const textOf = ({ content }: Row) => (content as { readonly text: string }).text

/**
 * What counts as sent is on the screen once and in order; what is unknown is there once or not at all; nothing else is.
 * Each reminder stands on each of its people's screens once. Returns the keys of what is unknown.
 */
export const checkScreens = async (
  { client }: Database,
  office: CrashOffice,
  lives: number,
): Promise<readonly string[]> => {
  const unknown: string[] = []
  const carriers = await readCarriers(client)
  for (const talker of office.talkers) {
    const chat = await client.chat.findFirstOrThrow({ where: { externalId: talker.externalId } })
    const rows = await client.outboundMessage.findMany({ where: { chatId: chat.id }, orderBy: { id: 'asc' } })
    unknown.push(...checkScreen(rows, talker))
    checkReminded(rows, talker, { falling: office.fallingUntil(lives), carriers })
  }
  return unknown
}

/** What was on its way at a death is unknown, and nothing else: one message at most, as few people are written to. */
export const checkDoubtful = (unknown: readonly string[], died: readonly Kill[]): void => {
  expect(unknown.toSorted()).toEqual(died.flatMap(({ sending }) => sending.map(({ key }) => key)).toSorted())
  for (const { sending } of died) expect(sending.length).toBeLessThanOrEqual(1)
}

/** The keys of those of which nobody knows. */
const checkScreen = (rows: readonly Row[], { screen }: Talker): readonly string[] => {
  expect(rows.filter(({ state }) => state !== 'sent' && state !== 'unknown')).toEqual([])
  const shown = screen()
  const byId = new Map(shown.map((message, index) => [message.id, { text: message.text, index }]))
  const sent = rows.filter(({ state }) => state === 'sent')
  const places = sent.map((row) => {
    expect(byId.get(row.externalId ?? '')?.text).toContain(textOf(row))
    return byId.get(row.externalId ?? '')?.index ?? -1
  })
  // What two transactions put in at the same moment, an answer and a copy for many, may come in either order.
  for (const ofOne of Map.groupBy(sent.keys(), (at) => sent[at]?.key.split(':', 1)[0]).values()) {
    const inTurn = ofOne.map((at) => places[at] ?? -1)
    expect(inTurn).toEqual(inTurn.toSorted((a, b) => a - b))
  }
  expect(new Set(places).size).toBe(sent.length)

  const known = new Set(sent.map((row) => row.externalId))
  const unknown = rows.filter(({ state }) => state === 'unknown')
  const unclaimed = shown.filter(({ id }) => !known.has(id)).map(({ text }) => text)
  // Texts differ from one another, so each may be claimed by the one message of which nobody knows.
  expect(new Set(unclaimed).size).toBe(unclaimed.length)
  expect(unclaimed.filter((text) => !unknown.some((row) => text.includes(textOf(row))))).toEqual([])
  return unknown.map(({ key }) => key)
}

/** The key of the message that carried a reminder, by its task's title and its person's id on the channel. */
const readCarriers = async (client: Database['client']): Promise<ReadonlyMap<string, string>> => {
  const rows = await client.$queryRaw<{ readonly of: string; readonly key: string }[]>`
    SELECT concat_ws(' ', task."title", account."externalId") AS "of", reminder."messageKey" AS "key"
    FROM "Reminder" reminder JOIN "Assignment" a ON a."id" = reminder."assignmentId"
    JOIN "Task" task ON task."id" = a."taskId" JOIN "ChatAccount" account ON account."personId" = reminder."personId"`
  return new Map(rows.map((row) => [row.of, row.key]))
}

interface Reminding {
  readonly falling: ReturnType<CrashOffice['fallingUntil']>
  readonly carriers: ReadonlyMap<string, string>
}

/**
 * Each once, in the message that carried it and in no other. A message that carried many, after a long time of deaths,
 * names some of them and counts the rest.
 */
const checkReminded = (
  rows: readonly Row[],
  { externalId, agency, screen }: Talker,
  { falling, carriers }: Reminding,
) => {
  const reminders = rows.filter(({ key }) => key.startsWith('reminder:'))
  const theirs = falling.filter((one) => one.agency === agency).map(({ title }) => title)
  const carried = Map.groupBy(theirs, (title) => carriers.get(`${title} ${externalId}`))
  for (const [key, titles] of carried) {
    const carrier = reminders.find((row) => row.key === key)
    const named = titles.filter((title) => carrier !== undefined && textOf(carrier).includes(title))
    const rest = titles.length - named.length
    if (rest > 0) expect(carrier && textOf(carrier)).toContain(`… và ${rest} việc khác`)
    for (const title of titles) {
      const times = named.includes(title) ? 1 : 0
      expect(reminders.filter((row) => textOf(row).includes(title))).toHaveLength(times)
      const seen = screen().filter(({ text }) => text.includes(title)).length
      if (carrier?.state === 'unknown') expect(seen).toBeLessThanOrEqual(times)
      else expect([title, seen]).toEqual([title, times])
    }
  }
}

/** Wake-ups that nobody has felt, by their state. */
export const readQueue = async ({ client }: Database): Promise<readonly string[]> => {
  const open = await client.$queryRaw<{ readonly line: string }[]>`
    SELECT DISTINCT state::text AS line FROM pgboss.job WHERE state IN ('created', 'retry', 'active', 'failed')`
  return open.map(({ line }) => line)
}

/**
 * What was in the hands of a process that died comes back after the five minutes in which it should have been done:
 * they are over.
 */
export const ageWakeups = async ({ client }: Database): Promise<void> => {
  await client.$executeRaw`UPDATE pgboss.job SET started_on = started_on - interval '10 minutes'
    WHERE state = 'active'`
}
