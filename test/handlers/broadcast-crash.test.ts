import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { fingerprintOf } from '../../domain/broadcast-draft.ts'
import type { Database } from '../../prisma/database.ts'
import { addPerson, createTestWorkspace } from '../support/builders.ts'
import { createProgramDatabase, startProgram } from '../support/process.ts'
import { freePort, until } from '../support/stage.ts'
import { createTelegramEmulator, type TelegramEmulator } from '../support/telegram/emulator.ts'

const people = 100
const firstId = 5000
/** How many have it when the program is killed. */
const deaths = [0, 10, 50]

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A coordinator, everybody they announce to, and the draft that waits for "Gửi". */
const furnish = async (database: Database) => {
  const directory = { agencies: [{ name: 'Phòng Nội vụ', kind: 'phong', aliases: [] }], groups: [] }
  const workspace = await createTestWorkspace(database, { directory })
  const { id: authorId } = await addPerson(database, workspace, {
    role: 'coordinator',
    externalId: String(firstId - 1),
  })
  for (let at = 0; at < people; at += 1) {
    await addPerson(database, workspace, { name: `Chuyên viên ${at}`, externalId: String(firstId + at) })
  }
  const draft = { text: 'Họp giao ban', audience: { agencyIds: [] } }
  const data = { ...draft, workspaceId: workspace.id, authorId, createdAt: new Date() }
  const { id } = await database.client.broadcast.create({ data })
  const file = { name: 'mau.pdf', size: 1, sha256: 'a', mime: 'application/pdf', storageKey: 'broadcast/w/a' }
  const added = { ...file, workspaceId: workspace.id, broadcastId: id, addedById: authorId, addedAt: new Date() }
  const files = [await database.client.broadcastFile.create({ data: added })]
  return { id, send: `bc-send:${id}:${fingerprintOf({ ...draft, deadline: null, files })}` }
}

/** The emulator only lets real buttons be pressed: the press is put where the channel puts what it received. */
const putPress = ({ client }: Database, action: string, number: number) => {
  const id = String(firstId - 1)
  const chat = { id, kind: 'private', title: 'Cán bộ' }
  const sender = { id, name: 'Cán bộ' }
  const body = { kind: 'button', action }
  const externalId = `press-${number}`
  const sentAt = new Date().toISOString()
  return client.inboundEvent.create({
    data: {
      ...{ channel: 'telegram', externalId, chatKey: `telegram:${id}`, receivedAt: new Date() },
      payload: { channel: 'telegram', externalId, chat, sender, sentAt, body },
    },
  })
}

const texts = (telegram: TelegramEmulator, at: number) =>
  telegram.user(firstId + at, `Chuyên viên ${at}`).chat.messages.map(({ text }) => text)

const announcedTo = (telegram: TelegramEmulator, at: number) =>
  texts(telegram, at).filter((text) => text.includes('Họp giao ban')).length

/** Where they find the file: everybody at an address of their own. */
const addresses = (telegram: TelegramEmulator) =>
  Array.from({ length: people }, (_, at) => texts(telegram, at).join('\n'))
    .flatMap((text) => text.match(/\/tep\/[\w-]{43}/g) ?? [])
    .toSorted()

const countAnnounced = (telegram: TelegramEmulator) =>
  Array.from({ length: people }, (_, at) => announcedTo(telegram, at)).reduce((sum, one) => sum + one, 0)

test(`kill -9 ${deaths.length} times while an announcement goes out: everybody has it once`, {
  timeout: 300_000,
}, async () => {
  const telegram = await createTelegramEmulator({ limits: false })
  closing.push(() => telegram.close())
  for (let at = -1; at < people; at += 1) telegram.user(firstId + at, `Chuyên viên ${at}`).start()
  telegram.faults.add({ fault: { kind: 'delay', ms: 60 }, method: 'sendMessage', probability: 0.5 })
  const database = await createProgramDatabase('PGlite')
  closing.push(() => database.drop())
  const { id, send } = await database.look(furnish)
  // Pressed twice before anything runs: whatever dies in between, it goes out once.
  await database.look(async (open) => {
    await putPress(open, send, 1)
    await putPress(open, send, 2)
  })
  const settings = {
    ...{ ...database.settings, SEND_LIMITS: 'false', LOG_LEVEL: 'error' },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
  }
  const start = async () => {
    const program = startProgram(settings, await freePort())
    closing.push(() => program.kill())
    await program.listening()
    return program
  }
  const waiting = () =>
    database.look(({ client }) =>
      client.outboundMessage.count({ where: { key: { startsWith: `broadcast:${id}:` }, settledAt: null } }),
    )
  const receipts = () => database.look(({ client }) => client.broadcastReceipt.count({ where: { broadcastId: id } }))
  // The first death is somewhere about the transaction, the others while messages are on their way.
  for (const delivered of deaths) {
    const program = await start()
    if (delivered === 0) await sleep(250)
    else await until('so many have it', () => countAnnounced(telegram) >= delivered, 60_000)
    await program.kill()
    expect(countAnnounced(telegram)).toBeLessThan(people)
    // All or nothing: never some of them.
    expect([0, people]).toContain(await receipts())
  }
  let left = people
  for (let tries = 0; left > 0 && tries < 12; tries += 1) {
    const program = await start()
    await telegram.quiet(2_500, 60_000)
    expect(await program.terminate()).toMatchObject({ code: 0 })
    left = await waiting()
  }
  expect(left).toBe(0)
  expect(await receipts()).toBe(people)
  expect(addresses(telegram)).toHaveLength(countAnnounced(telegram))
  expect(new Set(addresses(telegram)).size).toBe(countAnnounced(telegram))
  await database.look(async ({ client }) => {
    const copies = await client.outboundMessage.findMany({ where: { key: { startsWith: `broadcast:${id}:` } } })
    expect(copies).toHaveLength(people)
    const states = new Map(copies.map(({ personId, state }) => [personId, state]))
    expect(await client.auditEvent.count({ where: { subjectId: id, action: 'broadcast.send' } })).toBe(1)
    for (let at = 0; at < people; at += 1) {
      const account = await client.chatAccount.findFirstOrThrow({ where: { externalId: String(firstId + at) } })
      const announced = announcedTo(telegram, at)
      const state = states.get(account.personId)
      // Of the one that was on its way at a death nobody knows; never twice.
      if (state === 'unknown') expect(announced).toBeLessThanOrEqual(1)
      else expect([state, announced]).toEqual(['sent', 1])
    }
  })
})
