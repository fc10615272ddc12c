import { beforeAll, expect, test } from 'vitest'
import { addPerson, createTestWorkspace, type TestPerson, type TestWorkspace } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { createPress, draftOf, minutesOn, now } from './broadcast-stage.ts'

const many = 3000
/** Several times what it takes on a small machine: a test of the order of magnitude. */
const patienceMs = 30_000

const database = await useTestDatabase()
let ours: TestWorkspace
let author: TestPerson

beforeAll(async () => {
  ours = await createTestWorkspace(database)
  author = await addPerson(database, ours, { name: 'Cán bộ Tổng hợp', role: 'coordinator' })
  const { client } = database
  const workspaceId = ours.id
  const ids = Array.from({ length: many }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`)
  const agencyId = ours.agency('Phòng Y tế')
  await client.person.createMany({ data: ids.map((id) => ({ id, workspaceId, name: id, createdAt: now })) })
  await client.chat.createMany({
    data: ids.map((id) => ({ id, workspaceId, channel: 'telegram', kind: 'private', externalId: id })),
  })
  await client.chatAccount.createMany({
    data: ids.map((id) => ({ workspaceId, personId: id, chatId: id, channel: 'telegram', externalId: id })),
  })
  await client.membership.createMany({
    data: ids.map((id) => ({ workspaceId, personId: id, agencyId, role: 'official' })),
  })
}, 120_000)

/** Presses something and says how long it took. */
const timed = async (action: string, minutes: number, dies = false) => {
  const started = performance.now()
  const { text } = await createPress(database)(action, author, { at: minutesOn(minutes), where: ours, dies })
  const tookMs = performance.now() - started
  expect(tookMs, action).toBeLessThan(patienceMs)
  return { text, tookMs }
}

test('three thousand people: whatever is cut off leaves nothing, and done again it happens once', {
  timeout: 240_000,
}, async () => {
  const { client } = database
  const { id, send } = await draftOf(database, author, ours, 'mau.pdf')
  const copies = () => client.outboundMessage.count({ where: { key: { startsWith: `broadcast:${id}:` } } })
  const receipts = () => client.broadcastReceipt.count({ where: { broadcastId: id } })
  const addresses = async () => {
    const rows = await client.outboundMessage.findMany({ select: { content: true } })
    return new Set(rows.flatMap(({ content }) => /\/tep\/[\w-]{43}/.exec(JSON.stringify(content))?.[0] ?? [])).size
  }
  const links = () => client.broadcastLink.count({ where: { broadcastId: id } })

  await expect(timed(send, 0, true)).rejects.toThrow('killed')
  const audited = await client.auditEvent.count({ where: { subjectId: id } })
  expect([await copies(), await receipts(), audited, await links()]).toEqual([0, 0, 0, 0])
  const sending = await timed(send, 0)
  expect(sending.text).toContain(`đang được gửi đến ${many} người`)
  await timed(send, 1)
  expect([await copies(), await receipts(), await links(), await addresses()]).toEqual([many, many, many, many])

  await client.outboundMessage.updateMany({ data: { state: 'sent', externalId: '7', settledAt: now } })
  const summary = await timed(`bc-who:${id}`, 60)
  expect(summary.text).toContain(`Đã gửi tới: ${many}/${many} người`)
  const silent = await timed(`bc-not:${id}:2980`, 60)
  expect(silent.text).toContain(`${many}/${many} người (2981–3000)`)

  await timed(`bc-call-ok:${id}:1`, 61)
  await timed(`bc-call-ok:${id}:1`, 62)
  expect([await copies(), await links(), await addresses()]).toEqual([2 * many, 2 * many, 2 * many])

  const withdrawing = await timed(`bc-wd-ok:${id}`, 70)
  expect(withdrawing.text).toContain(`0 người chưa được gửi thì không gửi nữa, ${many} người đã có tin đang được báo`)
  expect(await client.outboundMessage.count({ where: { state: 'failed', failure: 'withdrawn' } })).toBe(many)
  expect(await client.outboundMessage.count({ where: { edits: '7' } })).toBe(many)
})
