import { beforeEach, describe, expect, test } from 'vitest'
import { broadcastButtons } from '../../handlers/broadcast-routes.ts'
import { addPerson, createTestWorkspace, type TestPerson, type TestWorkspace } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { createPress, draftOf, minutesOn, settle } from './broadcast-stage.ts'

const database = await useTestDatabase()
let ours: TestWorkspace
let author: TestPerson
let official: TestPerson

beforeEach(async () => {
  ours = await createTestWorkspace(database)
  author = await addPerson(database, ours, { name: 'Cán bộ Tổng hợp', role: 'coordinator' })
  official = await addPerson(database, ours, { name: 'Chuyên viên Ba' })
})

const press = async (action: string, by: TestPerson, minutes = 0) =>
  (await createPress(database)(action, by, { at: minutesOn(minutes), where: ours })).text

const draft = (by = author, where = ours) => draftOf(database, by, where)
const messages = () => database.client.outboundMessage.count({ where: { workspaceId: ours.id } })
const audited = (subjectId: string, action: string) =>
  database.client.auditEvent.count({ where: { subjectId, action } })

describe('actions that nobody was offered', () => {
  const guarded = broadcastButtons.map(({ prefix }) => prefix).filter((prefix) => prefix !== 'bc-ack')

  test.each(guarded)('%s is refused to an official', async (prefix) => {
    const { id, send } = await draft()
    const action = prefix === 'bc-send' ? send : `${prefix}:${prefix === 'bc-not' ? `${id}:0` : id}`
    await expect(press(action, official)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await messages()).toBe(0)
  })

  test("another coordinator's draft is not sent", async () => {
    const other = await addPerson(database, ours, { name: 'Chuyên viên Mười', role: 'coordinator' })
    await expect(press((await draft()).send, other)).rejects.toMatchObject({ code: 'button-stale' })
  })

  test('nothing of another workspace is found', async () => {
    const theirs = await createTestWorkspace(database, { name: 'Elsewhere' })
    const them = await addPerson(database, theirs, { role: 'coordinator' })
    const { id, send } = await draft(them, theirs)
    await createPress(database)(send, them, { where: theirs }).catch(() => undefined)
    const wanted = [send, ...guarded.flatMap((prefix) => [`${prefix}:${id}`, `${prefix}:${id}:0`]), `bc-ack:${id}`]
    for (const action of wanted.filter((one) => !/^bc-(?:new|list)/.test(one))) {
      await expect(press(action, author), action).rejects.toMatchObject({ code: 'button-stale' })
    }
  })

  test.each([
    ...['bc-send:', 'bc-send:nonsense', 'bc-who:1', 'bc-ack:x', 'bc-some:\u0000', 'bc-list:x', 'bc-not:x:y'],
    ...['bc-call-ok:x:1', 'bc-wd-ok:', 'bc-grp:x:y', 'bc-late::p', 'bc-keep:x'],
  ])('%s does no harm', async (action) => {
    await expect(press(action, author)).rejects.toMatchObject({ code: 'button-stale' })
  })

  test.each(['bc-grp:ID:000000000000', 'bc-role:ID:admin', 'bc-some:ID:x'])(
    '%s names nothing that a draft could go to',
    async (action) => {
      const { id } = await draft()
      await expect(press(action.replace('ID', id), author)).rejects.toMatchObject({ code: 'button-stale' })
    },
  )

  test('a draft of yesterday has to be begun anew', async () => {
    await expect(press((await draft()).send, author, 25 * 60)).rejects.toMatchObject({ code: 'button-stale' })
  })

  test('who was not addressed cannot acknowledge', async () => {
    const { id, send } = await draft()
    await press(send, author)
    const late = await addPerson(database, ours, { name: 'Chuyên viên Bốn' })
    await expect(press(`bc-ack:${id}`, late)).rejects.toMatchObject({ code: 'button-stale' })
    expect(await press(`bc-ack:${id}`, official)).toBe('✅ Đã ghi nhận anh/chị đã nhận thông báo.')
  })

  test('what has not been sent can be neither called again nor withdrawn', async () => {
    const { id } = await draft()
    for (const action of [`bc-who:${id}`, `bc-call:${id}`, `bc-call-ok:${id}:1`, `bc-wd:${id}`, `bc-wd-ok:${id}`]) {
      await expect(press(action, author)).rejects.toMatchObject({ code: 'button-stale' })
    }
  })
})

test('two presses at the same moment send one message to each person', async () => {
  const { id, send } = await draft()
  await Promise.all([press(send, author), press(send, author)])
  expect(await messages()).toBe(1)
  expect(await audited(id, 'broadcast.send')).toBe(1)
})

test('everybody gets it in their own language', async () => {
  const english = await addPerson(database, ours, { name: 'Officer' })
  await database.client.person.update({ where: { id: english.id }, data: { locale: 'en' } })
  await press((await draft()).send, author)
  const { content } = await database.client.outboundMessage.findFirstOrThrow({ where: { personId: english.id } })
  expect(content).toMatchObject({ text: expect.stringContaining('Announcement by UBND phường An Biên') as string })
})

const crowd = (names: readonly string[]) =>
  Promise.all(names.map((name) => addPerson(database, ours, { name, agency: 'Phòng Tư pháp' })))

test('what became of every copy is told as it is', async () => {
  const [bon, ba] = await crowd(['Bốn', 'Ba', 'Hai'])
  const { id, send } = await draft()
  await press(send, author)
  await settle(database, bon!.id, 'unknown')
  await settle(database, ba!.id, 'failed')
  await settle(database, official.id, 'sent', '7')
  expect(await press(`bc-who:${id}`, author)).toBe(
    [
      'Thông báo “Họp”',
      'Gửi lúc 09:00 ngày 02/03/2026, người gửi: Cán bộ Tổng hợp',
      'Đã gửi tới: 1/4 người',
      'Đang chờ gửi: 1',
      'Chưa rõ đã tới hay chưa: 1',
      '⚠️ Không gửi được: 1',
      'Đã bấm “Đã nhận”: 0/4',
      'Số liệu lúc 09:00:00',
    ].join('\n'),
  )
  const [first, second, third] = (await press(`bc-not:${id}:0`, author)).split('\n')
  expect(first).toBe('Chưa bấm “Đã nhận”: 4/4 người (1–4)')
  expect(second).toBe('Phòng Nội vụ: Chuyên viên Ba')
  const marked = ['Bốn (chưa rõ đã tới)', 'Ba (không gửi được)', 'Hai (đang chờ gửi)']
  expect(third?.replace('Phòng Tư pháp: ', '').split('; ').toSorted()).toEqual(marked.toSorted())
})

test('who has not confirmed is listed to the last, also when some confirm while it is read', async () => {
  const people = await crowd(Array.from({ length: 24 }, (_, at) => `Chuyên viên ${String(at).padStart(2, '0')}`))
  const { id, send } = await draft()
  await press(send, author)
  expect(await press(`bc-not:${id}:0`, author)).toContain('25/25 người (1–20)')
  expect(await press(`bc-not:${id}:20`, author)).toContain('25/25 người (21–25)')
  for (const person of people.slice(0, 8)) await press(`bc-ack:${id}`, person)
  expect(await press(`bc-not:${id}:20`, author)).toContain('17/25 người (1–17)')
})

describe('calling once more', () => {
  const send = async () => {
    const sent = await draft()
    await press(sent.send, author)
    return sent.id
  }

  test('reaches only those who have not confirmed and whose copy is not still waiting', async () => {
    const [bon] = await crowd(['Bốn', 'Năm'])
    const id = await send()
    await settle(database, official.id, 'sent', '7')
    await settle(database, bon!.id, 'failed')
    await press(`bc-ack:${id}`, official)
    expect(await press(`bc-call:${id}`, author, 60)).toContain('cho 1 người')
    expect(await press(`bc-call-ok:${id}:1`, author, 60)).toContain('cho 1 người')
    const copies = await database.client.outboundMessage.findMany({ where: { key: { contains: ':call:' } } })
    expect(copies.map(({ personId }) => personId)).toEqual([bon!.id])
    expect(await press(`bc-who:${id}`, author, 61)).toContain('Đã nhắc lại 1 lần, gần nhất lúc 10:00 ngày 02/03/2026')
    expect(await audited(id, 'broadcast.call')).toBe(1)
  })

  test('happens once for a double press, an hour apart, and three times at most', async () => {
    const id = await send()
    await settle(database, official.id, 'sent', '7')
    expect(await press(`bc-call-ok:${id}:1`, author, 59)).toContain('Nhắc lại được từ 10:00')
    await Promise.all([1, 2].map(() => press(`bc-call-ok:${id}:1`, author, 60)))
    expect(await messages()).toBe(2)
    expect(await press(`bc-call-ok:${id}:1`, author, 240)).toContain('Lần nhắc này đã được gửi')
    expect(await press(`bc-call-ok:${id}:2`, author, 61)).toContain('Nhắc lại được từ 11:00')
    for (const call of [2, 3]) await press(`bc-call-ok:${id}:${call}`, author, call * 120)
    expect(await press(`bc-call:${id}`, author, 999)).toContain('Đã nhắc đủ 3 lần')
    expect(await press(`bc-call-ok:${id}:4`, author, 999)).toContain('Đã nhắc đủ 3 lần')
    expect(await messages()).toBe(4)
  })

  test('says so when nobody is left', async () => {
    const id = await send()
    await settle(database, official.id, 'sent', '7')
    await press(`bc-ack:${id}`, official)
    expect(await press(`bc-call:${id}`, author, 60)).toContain('Không còn ai để nhắc lại')
  })
})

test('withdrawn by two at once it is withdrawn once; what waits stays, and "received" says so', async () => {
  const other = await addPerson(database, ours, { name: 'Cán bộ Mười', role: 'coordinator' })
  const [waiting] = await crowd(['Bốn'])
  const { id, send } = await draft()
  await press(send, author)
  await settle(database, official.id, 'sent', '7')
  await settle(database, other.id, 'failed')
  const said = await Promise.all([press(`bc-wd-ok:${id}`, author), press(`bc-wd-ok:${id}`, other)])
  expect(said.filter((text) => text.includes('1 người chưa được gửi thì không gửi nữa, 1 người'))).toHaveLength(1)
  expect(said.filter((text) => text.includes('đã được thu hồi lúc 09:00'))).toHaveLength(1)
  const notes = await database.client.outboundMessage.findMany({ where: { workspaceId: ours.id, state: 'pending' } })
  expect(notes.map(({ personId, edits }) => ({ personId, edits }))).toEqual([{ personId: official.id, edits: '7' }])
  for (const person of [official, waiting!]) expect(await press(`bc-ack:${id}`, person)).toContain('đã được thu hồi')
  expect(await press(`bc-who:${id}`, author)).toContain('Thu hồi trước khi gửi: 1\nĐã bấm “Đã nhận”: 0/3')
  expect(await press(`bc-call-ok:${id}:1`, author, 90)).toContain('đã được thu hồi')
  expect(await audited(id, 'broadcast.withdraw')).toBe(1)
})
