import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addPerson } from '../../support/builders.ts'
import { type LiveEvents, openEvents, readEvents, type SseEvent } from '../../support/web-events.ts'
import { openWebScene, type WebScene } from './scene.ts'

let scene: WebScene
let cookie: string
let open: (LiveEvents | AbortController)[] = []

beforeAll(async () => {
  scene = await openWebScene()
})
beforeEach(async () => {
  await scene.reset()
  cookie = await scene.signIn()
})
afterEach(() => {
  for (const line of open)
    if (line instanceof AbortController) line.abort()
    else line.close()
  open = []
})
afterAll(() => scene.close())

/** One connection, from a row on; what came over it. */
const connect = (
  after: string,
  who = cookie,
): { readonly events: SseEvent[]; readonly ended: Promise<boolean>; close(): void } => {
  const stop = new AbortController()
  open.push(stop)
  const events: SseEvent[] = []
  const headers = { Cookie: who, 'Last-Event-ID': after }
  const ended = readEvents(`${scene.url}/chat/events`, headers, stop.signal, (event) => {
    if (event.event !== '') events.push(event)
  })
  return { events, ended, close: () => stop.abort() }
}

const textOf = ({ data }: SseEvent): unknown => (JSON.parse(data) as { text: string }).text

/** Rows as handlers leave them: written, but not yet sent. */
const writeRows = async (count: number): Promise<bigint[]> => {
  const { client } = scene.database
  const chat = await client.chat.findUniqueOrThrow({
    where: { channel_externalId: { channel: 'web', externalId: scene.personId } },
  })
  const at = new Date()
  const rows = await client.outboundMessage.createManyAndReturn({
    data: Array.from({ length: count }, (_, index) => ({
      workspaceId: scene.workspace.id,
      chatId: chat.id,
      channel: 'web' as const,
      key: `row:${Math.random()}`,
      kind: 'reply',
      content: { text: `tin ${index}`, entities: [], buttons: [], choices: [] },
      notBefore: at,
      createdAt: at,
    })),
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** As another process would: this one is not told. */
const settle = (id: bigint) =>
  scene.database.client.outboundMessage.update({
    where: { id },
    data: { state: 'sent', settledAt: new Date(), externalId: String(id) },
  })

describe('live messages', () => {
  test('come when this process sends them', async () => {
    const line = connect('0')
    await scene.botSays({ words: 'Đã ghi', buttons: [[{ label: 'Hoàn tác', action: 'undo:1' }]] })
    await vi.waitFor(() => expect(line.events).toHaveLength(1), { timeout: 5000 })
    expect(JSON.parse(line.events[0]?.data ?? '')).toMatchObject({
      text: 'Đã ghi',
      buttons: [[{ label: 'Hoàn tác', action: 'undo:1' }]],
      html: expect.stringContaining('data-action="undo:1"') as unknown,
    })
    expect(line.events[0]?.id).toBe(String(await scene.lastRow()))
  })

  test('come when another process has sent them', async () => {
    const line = connect('0')
    const [row = 0n] = await writeRows(1)
    await settle(row)
    await vi.waitFor(() => expect(line.events.map(({ id }) => id)).toEqual([String(row)]), { timeout: 5000 })
  })

  test('never come to somebody else, not even by naming a row of another chat', async () => {
    const other = await addPerson(scene.database, scene.workspace, { name: 'Chuyên viên Năm' })
    const theirs = await scene.signIn(other.id)
    await scene.botSays('riêng cho Hoa')
    const foreign = String(await scene.lastRow())
    const line = connect(foreign, theirs)
    await scene.botSays('lại riêng cho Hoa')
    await scene.botSays('cho Cường', other.id)
    await vi.waitFor(() => expect(line.events).toHaveLength(1), { timeout: 5000 })
    await sleep(400)
    expect(line.events.map(textOf)).toEqual(['cho Cường'])
  })

  test('stop once the session has ended', async () => {
    const line = connect('0')
    await scene.botSays('trước khi đăng xuất')
    await vi.waitFor(() => expect(line.events).toHaveLength(1), { timeout: 5000 })
    const headers = { Origin: scene.url, Cookie: cookie }
    await fetch(`${scene.url}/thoat`, { method: 'POST', redirect: 'manual', headers })
    await scene.botSays('sau khi đăng xuất')
    expect(await line.ended).toBe(true)
    expect(line.events.map(textOf)).toEqual(['trước khi đăng xuất'])
  })

  test('of one’s own come from another window as well', async () => {
    const line = connect('0')
    await fetch(`${scene.url}/chat/messages`, {
      method: 'POST',
      headers: { Origin: scene.url, Cookie: cookie, 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'gửi từ điện thoại', clientId: 'abcdefgh' }),
    })
    await vi.waitFor(() => expect(line.events).toMatchObject([{ event: 'own' }]), { timeout: 5000 })
    expect(line.events[0]?.data).toContain('gửi từ điện thoại')
  })
})

describe('nothing is lost', () => {
  test('when the program is restarted while something is said', async () => {
    const line = openEvents(scene.url, cookie)
    open.push(line)
    await scene.botSays('trước')
    await vi.waitFor(() => expect(line.waiting()).toBe(1), { timeout: 5000 })
    await scene.restart(async () => {
      for (const row of await writeRows(3)) await settle(row)
    })
    await scene.botSays('sau')
    await vi.waitFor(() => expect(line.waiting()).toBe(5), { timeout: 5000 })
    await sleep(400)
    const texts = Array.from({ length: line.waiting() }, () => line.take()?.text)
    expect(texts).toEqual(['trước', 'tin 0', 'tin 1', 'tin 2', 'sau'])
  })

  test('when a row leaves after one with a higher number, even across a break', async () => {
    const [early = 0n, late = 0n] = await writeRows(2)
    await settle(late)
    const first = connect('0')
    await vi.waitFor(() => expect(first.events.map(({ id }) => id)).toEqual([String(late)]), { timeout: 5000 })
    first.close()
    await settle(early)
    const second = connect(String(late))
    await vi.waitFor(() => expect(second.events.map(({ id }) => id)).toContain(String(early)), { timeout: 5000 })
  })

  test('whatever the order in which rows leave and wherever the line breaks', { timeout: 60_000 }, async () => {
    const steps = fc.array(fc.oneof(fc.constantFrom('break', 'wait'), fc.nat({ max: 5 })), {
      minLength: 6,
      maxLength: 14,
    })
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const rows = await writeRows(6)
        const start = String((rows[0] ?? 1n) - 1n)
        const shown = new Set<string>()
        let last = start
        let line = connect(last)
        const take = () => {
          for (const { id } of line.events) shown.add(id)
          last = line.events.at(-1)?.id ?? last
        }
        for (const step of plan) {
          if (step === 'break') {
            line.close()
            take()
            line = connect(last)
          } else if (typeof step === 'number') await settle(rows[step] ?? 0n)
          // Long enough for what has left to have come.
          else await sleep(260)
        }
        for (const row of rows) await settle(row)
        await vi.waitFor(
          () => {
            take()
            expect(rows.filter((row) => !shown.has(String(row)))).toEqual([])
          },
          { timeout: 5000 },
        )
        line.close()
      }),
      { numRuns: 12 },
    )
  })
})
