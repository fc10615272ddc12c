import { beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../domain/people.ts'
import { addPerson, builtAt, type TestPerson, type TestPersonOptions, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, openJobStage } from './job-stage.ts'

/** The first Friday after everybody was made. */
const friday = hanoi('2026-01-09', '16:00')
const nextFriday = hanoi('2026-01-16', '16:00')

const database = await useTestDatabase()
let stage: JobStage

beforeEach(async () => {
  stage = await openJobStage(database)
  stage.setNow(builtAt)
  await stage.addTasks([
    { title: 'Việc', to: ['Phòng Y tế', 'Trạm Y tế', 'Phòng Nội vụ'], occurrences: ['2026-01-08'] },
  ])
  await database.client.nextReminder.deleteMany()
})

const join = (options: TestPersonOptions) => addPerson(database, stage.workspace, { ...options, getsSummary: true })

const headOf = (agency: string) => join({ role: 'head', agency, name: `Thủ trưởng ${agency}` })

const give = (who: TestPerson, role: Role, agency: string | null, now: Date) =>
  within(database, stage.workspace.id, ({ people }) =>
    people.addMembership(who.id, { role, agencyId: agency === null ? null : stage.workspace.agency(agency) }, now),
  )

const take = (who: TestPerson) => database.client.membership.deleteMany({ where: { personId: who.id } })

const told = async () => (await stage.said()).map(({ personId }) => personId)

const pass = async (...moments: readonly Date[]) => {
  for (const now of moments) {
    stage.setNow(now)
    await stage.runTwice()
    await stage.deliver()
  }
}

const decline = (who: TestPerson) =>
  within(database, stage.workspace.id, async ({ summaries }) => {
    const target = { kind: 'person', id: who.id } as const
    await summaries.savePlan(target, { ...(await summaries.findPlan(target)), dueAt: null, wish: false })
  })

describe('the weekly summary comes by itself', () => {
  test('to heads and leaders, each for what they oversee, once a week and to nobody else', async () => {
    const head = await headOf('Phòng Y tế')
    const leader = await join({ role: 'leader', name: 'Lãnh đạo' })
    for (const role of ['official', 'coordinator', 'admin'] as const) await join({ role })
    await pass(hanoi('2026-01-09', '15:59'))
    expect(await told()).toEqual([])
    await pass(friday, hanoi('2026-01-09', '16:30'), hanoi('2026-01-14', '10:00'))
    const said = await stage.said()
    expect(new Map(said.map(({ personId, text }) => [personId, /Tổng số: \d+/.exec(text)?.[0]]))).toEqual(
      new Map([
        [head.id, 'Tổng số: 2'],
        [leader.id, 'Tổng số: 3'],
      ]),
    )
    expect(said).toHaveLength(2)
    expect(said[0]?.text).toContain('Bản này tự gửi cho lãnh đạo, thủ trưởng mỗi thứ Sáu lúc 16:00. Đổi giờ: /tuan')
    expect(said[0]?.choices.at(-1)).toBe('week:off')
    await pass(nextFriday)
    expect(await stage.said()).toHaveLength(4)
  })

  test('not to who declined it, though they are given the role again', async () => {
    const head = await headOf('Phòng Y tế')
    await decline(head)
    await take(head)
    await give(head, 'head', 'Phòng Nội vụ', builtAt)
    await pass(friday, nextFriday)
    expect(await told()).toEqual([])
  })

  test('to who is given such a role later, from the next Friday on', async () => {
    const official = await join({ agency: 'Phòng Y tế' })
    await pass(friday)
    await give(official, 'head', 'Phòng Y tế', hanoi('2026-01-12', '09:00'))
    await pass(hanoi('2026-01-12', '10:00'))
    expect(await told()).toEqual([])
    await pass(nextFriday)
    expect(await told()).toEqual([official.id])
  })

  test('no longer to who lost the role, and again to who has it back', async () => {
    const [gone, moved] = [await headOf('Phòng Y tế'), await headOf('Phòng Nội vụ')]
    await take(gone)
    await take(moved)
    // A coordinator may see a week, and asks for it where it is wanted.
    await give(moved, 'coordinator', null, builtAt)
    await pass(friday)
    expect(await told()).toEqual([])
    await give(gone, 'head', 'Phòng Y tế', hanoi('2026-01-12', '09:00'))
    await pass(nextFriday)
    expect(await told()).toEqual([gone.id])
  })

  test('once to who is on two channels, where they wrote last; on the other when that is gone', async () => {
    const head = await headOf('Phòng Y tế')
    const zalo = await linkZalo(head)
    await writeIn(head.externalId)
    await pass(friday)
    expect((await stage.said()).map(({ chatId }) => chatId)).toEqual([head.chatId])
    await database.client.chat.update({ where: { id: head.chatId }, data: { blockedAt: friday } })
    await pass(nextFriday)
    // Where a picture is a message of its own, the words follow it.
    const later = (await stage.said()).slice(1)
    expect(new Set(later.map(({ chatId }) => chatId))).toEqual(new Set([zalo]))
    expect(later.filter(({ text }) => text.includes('Tổng số: 2'))).toHaveLength(1)
    expect(later[0]?.key).toBe(`summary:${head.id}:2026-01-16`)
  })

  test('nobody waits for who cannot be reached, and they get it once they can', async () => {
    const head = await headOf('Phòng Y tế')
    const block = (blockedAt: Date | null) =>
      database.client.chat.update({ where: { id: head.chatId }, data: { blockedAt } })
    await block(builtAt)
    await pass(friday, nextFriday)
    expect(stage.waiting.summarize).toEqual([])
    await block(null)
    await pass(hanoi('2026-01-19', '08:00'))
    expect((await stage.said()).map(({ key }) => key)).toEqual([`summary:${head.id}:2026-01-16`])
  })

  test('not to who left', async () => {
    const head = await headOf('Phòng Y tế')
    await within(database, stage.workspace.id, ({ departures }) => departures.leave(head.id, builtAt))
    await pass(friday)
    expect(await told()).toEqual([])
  })

  test('one that waits to be sent gives way to the next', async () => {
    await headOf('Phòng Y tế')
    stage.setNow(friday)
    await stage.runTwice()
    stage.setNow(nextFriday)
    await stage.runTwice()
    const rows = await database.client.outboundMessage.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map(({ state, failure }) => [state, failure])).toEqual([
      ['failed', 'overtaken'],
      ['pending', null],
    ])
  })
})

const linkZalo = async (who: TestPerson): Promise<string> => {
  const externalId = crypto.randomUUID()
  const { id } = await database.client.chat.create({ data: { channel: 'zalo', externalId, kind: 'private' } })
  await within(database, stage.workspace.id, ({ people }) => people.linkAccount(who.id, 'zalo', externalId, id))
  return id
}

const writeIn = (externalId: string) =>
  database.client.inboundEvent.create({
    data: {
      ...{ channel: 'telegram', chatKey: `telegram:${externalId}`, externalId: crypto.randomUUID() },
      ...{ payload: {}, receivedAt: builtAt, handledAt: builtAt },
    },
  })
