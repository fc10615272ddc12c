import { beforeEach, describe, expect, test } from 'vitest'
import { heldFailure } from '../../prisma/quotas.ts'
import { createUrgings } from '../../prisma/urgings.ts'
import { addPerson } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
const { client } = database
let stage: JobStage

const beforeClosing = hanoi('2026-03-02', '16:58')
const closing = hanoi('2026-03-02', '17:00')
const evening = hanoi('2026-03-02', '22:00')
const morning = hanoi('2026-03-03', '07:30')

beforeEach(async () => {
  stage = await openJobStage(database)
  await addPerson(database, stage.workspace)
})

const rows = () => client.outboundMessage.findMany({ orderBy: { id: 'asc' } })
const keys = async () => (await client.reminder.findMany()).map(({ messageKey }) => messageKey)

/** A digest of two tasks, written just before the office closes; the key it was said under. */
const digest = async (): Promise<string> => {
  stage.setNow(beforeClosing)
  await stage.addTasks([
    { title: 'Nộp báo cáo quý', occurrences: ['2026-03-05'] },
    { title: 'Tập huấn', occurrences: ['2026-03-05'] },
  ])
  await stage.runTwice()
  return (await stage.saidOnce()).key
}
const takeBackTwice = async (at: Date) => {
  stage.setNow(at)
  return [await stage.takeBack(), await stage.takeBack()]
}

describe('a digest that has not left when its office closes', () => {
  test('is taken back once, and the next opening says what holds then', async () => {
    const key = await digest()
    expect(await takeBackTwice(closing)).toEqual([1, 0])
    expect(await rows()).toMatchObject([{ state: 'failed', failure: 'overtaken', settledAt: closing }])
    expect(await keys()).toEqual([null, null])
    await stage.runTwice()
    expect(await stage.said()).toHaveLength(1)

    await client.assignment.updateMany({
      where: { occurrence: { task: { title: 'Tập huấn' } } },
      data: { state: 'done', percent: 100 },
    })
    stage.setNow(morning)
    await stage.runTwice()
    const [, anew, ...more] = await stage.said()
    expect(more).toEqual([])
    expect(anew?.text).toContain('Nộp báo cáo quý')
    expect(anew?.text).toContain('Còn 2 ngày')
    expect(anew?.text).not.toContain('Tập huấn')
    expect(await keys()).not.toContain(null)
    expect(key).toMatch(/^reminder:/u)
  })

  test('is marked late when days have passed by then', async () => {
    stage.setNow(beforeClosing)
    await stage.addTasks([{ title: 'Nộp báo cáo quý', occurrences: ['2026-03-05'] }])
    await stage.runTwice()
    await takeBackTwice(evening)
    stage.setNow(hanoi('2026-03-05', '09:00'))
    await stage.work()
    await stage.runTwice()
    expect((await stage.said()).at(-1)?.text).toContain('Tin này đến muộn: lẽ ra đã được gửi từ ngày 02/03/2026.')
  })

  test('is taken back by one of two that try at once, and said anew once', async () => {
    await digest()
    stage.setNow(evening)
    const taken = await Promise.all([stage.takeBack(), stage.takeBack(), stage.takeBack()])
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(1)
    stage.setNow(morning)
    await stage.runTwice()
    expect((await rows()).map(({ state }) => state)).toEqual(['failed', 'pending'])
  })

  test('is taken back with what somebody pressed for: who pressed is still said', async () => {
    stage.setNow(beforeClosing)
    await stage.addTasks([{ title: 'Nộp báo cáo quý', occurrences: ['2026-06-30'] }])
    const presser = await addPerson(database, stage.workspace, { role: 'coordinator', name: 'Chị Tâm' })
    const { id } = await client.assignment.findFirstOrThrow()
    await client.$transaction((tx) =>
      createUrgings(tx, stage.workspace.id, null).press([id], presser.id, beforeClosing),
    )
    await stage.runTwice()
    expect((await stage.saidOnce()).text).toContain('Chị Tâm')
    expect(await takeBackTwice(evening)).toEqual([1, 0])
    stage.setNow(morning)
    await stage.runTwice()
    const [, anew, ...more] = await stage.said()
    expect(anew?.text).toContain('Chị Tâm')
    expect(more).toEqual([])
  })

  test('goes with all its parts', async () => {
    const key = await digest()
    await addPart(key, 2)
    await addPart(key, 3)
    expect(await takeBackTwice(evening)).toEqual([1, 0])
    expect((await rows()).map(({ state }) => state)).toEqual(['failed', 'failed', 'failed'])
  })
})

/** A further part of what was said under a key. */
const addPart = async (key: string, part: number) => {
  const { workspaceId, chatId, channel, personId, kind, content, state, notBefore, createdAt } =
    await client.outboundMessage.findUniqueOrThrow({ where: { key } })
  const whose = { workspaceId, chatId, channel, personId, kind, state, notBefore, createdAt }
  await client.outboundMessage.create({ data: { ...whose, content: content ?? {}, key: `${key}#${part}` } })
}

describe('what stays as it is at closing time', () => {
  test.each<[string, Date]>([
    ['a minute before', hanoi('2026-03-02', '16:59')],
    ['at the next opening', morning],
  ])('a digest while the office is open: %s', async (_name, at) => {
    const key = await digest()
    expect(await takeBackTwice(at)).toEqual([0, 0])
    expect(await rows()).toMatchObject([{ state: 'pending', failure: null }])
    expect(await keys()).toEqual([key, key])
  })

  test.each([
    ['being sent', { state: 'sending', claimedUntil: morning }],
    ['sent', { state: 'sent', settledAt: beforeClosing }],
    ['of which nobody knows', { state: 'unknown', settledAt: beforeClosing, failure: 'ETIMEDOUT' }],
    ['refused', { state: 'failed', settledAt: beforeClosing, failure: 'telegram-400' }],
    ['waiting for a quota, which has its own end', { failure: heldFailure }],
  ] as const)('a digest that is %s', async (_name, data) => {
    const key = await digest()
    await client.outboundMessage.updateMany({ data })
    expect(await takeBackTwice(evening)).toEqual([0, 0])
    expect(await rows()).toMatchObject([data])
    expect(await keys()).toEqual([key, key])
  })

  test('the rest of a digest whose beginning has left', async () => {
    const key = await digest()
    await addPart(key, 2)
    await client.outboundMessage.update({ where: { key }, data: { state: 'sent', settledAt: beforeClosing } })
    expect(await takeBackTwice(evening)).toEqual([0, 0])
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'pending'])
  })

  test.each([{ key: 'period:1' }, { kind: 'notice' }])('what is no digest: %o', async (data) => {
    await digest()
    await client.outboundMessage.updateMany({ data })
    expect(await takeBackTwice(evening)).toEqual([0, 0])
    expect(await rows()).toMatchObject([{ state: 'pending' }])
  })

  test('a digest of an office that is still open', async () => {
    await digest()
    await client.workspace.updateMany({ data: { officeHours: '13:00-23:00' } })
    expect(await takeBackTwice(evening)).toEqual([0, 0])
    expect(await takeBackTwice(hanoi('2026-03-02', '23:00'))).toEqual([1, 0])
  })
})
