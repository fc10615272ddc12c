import { beforeEach, describe, expect, test } from 'vitest'
import { sumFigures } from '../../domain/figures.ts'
import type { Assignment } from '../../domain/assignment.ts'
import type { SummaryTarget } from '../../domain/ports/summaries.ts'
import { usualSchedule } from '../../domain/summary-schedule.ts'
import { addPerson, builtAt, type TestPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, openJobStage } from './job-stage.ts'

const friday = hanoi('2026-03-06', '16:00')
const nextFriday = hanoi('2026-03-13', '16:00')

const database = await useTestDatabase()
let stage: JobStage
let coordinator: TestPerson
let official: TestPerson

beforeEach(async () => {
  stage = await openJobStage(database)
  coordinator = await addPerson(database, stage.workspace, { name: 'Cán bộ Tổng hợp', role: 'coordinator' })
  official = await addPerson(database, stage.workspace)
})

const aPerson = ({ id }: TestPerson): SummaryTarget => ({ kind: 'person', id })

const subscribe = (target: SummaryTarget, dueAt: Date | null = friday, namesAgencies = false) =>
  within(database, stage.workspace.id, ({ summaries }) =>
    summaries.savePlan(target, { dueAt, schedule: usualSchedule, wish: true, namesAgencies }),
  )

const dueOf = (target: SummaryTarget) =>
  within(database, stage.workspace.id, async ({ summaries }) => (await summaries.findPlan(target)).dueAt)

const addGroup = async (): Promise<string> => {
  const data = { workspaceId: stage.workspace.id, channel: 'telegram', externalId: '-100', kind: 'group' } as const
  return (await database.client.chat.create({ data })).id
}

const answer = (number: number, state: Assignment['state'], now: Date) =>
  within(database, stage.workspace.id, async ({ assignments }) => {
    const [assignment] = await assignments.findByNumber(number)
    const done = state === 'done'
    await assignments.record(
      {
        assignment: assignment!,
        personId: official.id,
        kind: done ? 'done' : 'progress',
        note: '',
        links: [],
        change: {
          ...{ state, percent: done ? 100 : 40, obstacle: null, remindAt: null },
          doneOn: done ? now.toISOString().slice(0, 10) : null,
        },
      },
      now,
    )
  })

describe('the weekly summary', () => {
  test('comes on Friday at four and not before, once', async () => {
    await subscribe(aPerson(coordinator))
    stage.setNow(hanoi('2026-03-06', '15:59'))
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    stage.setNow(friday)
    await stage.runTwice()
    expect(await stage.said()).toEqual([
      expect.objectContaining({ chatId: coordinator.chatId, key: `summary:${coordinator.id}:2026-03-06` }),
    ])
    expect(await dueOf(aPerson(coordinator))).toEqual(nextFriday)
  })

  test('comes again the Friday after', async () => {
    await subscribe(aPerson(coordinator))
    for (const now of [friday, nextFriday]) {
      stage.setNow(now)
      await stage.runTwice()
      await stage.deliver()
    }
    expect(await stage.said()).toHaveLength(2)
  })

  test('two sweeps and two jobs at once send one', async () => {
    await subscribe(aPerson(coordinator))
    stage.setNow(friday)
    await Promise.all([stage.tick(), stage.tick()])
    expect(stage.waiting.summarize).toHaveLength(2)
    await Promise.all([stage.work(), stage.work()])
    expect(await stage.said()).toHaveLength(1)
  })

  test('after three weeks of silence it comes once, in office hours, and then on the next Friday', async () => {
    await subscribe(aPerson(coordinator))
    stage.setNow(hanoi('2026-03-22', '10:00'))
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    stage.setNow(hanoi('2026-03-23', '08:00'))
    await stage.runTwice()
    expect((await stage.said()).map(({ key }) => key)).toEqual([`summary:${coordinator.id}:2026-03-20`])
    await stage.deliver()
    stage.setNow(hanoi('2026-03-27', '16:00'))
    await stage.runTwice()
    expect((await stage.said()).map(({ key }) => key.slice(-10))).toEqual(['2026-03-20', '2026-03-27'])
  })

  test.each([
    ['in the evening', hanoi('2026-03-06', '17:00')],
    ['on Saturday', hanoi('2026-03-07', '23:00')],
  ])('woken before the office closes and worked %s it waits for the next opening, once', async (_name, closed) => {
    await subscribe(aPerson(coordinator))
    stage.setNow(hanoi('2026-03-06', '16:59'))
    await stage.tick()
    expect(stage.waiting.summarize).toHaveLength(1)
    stage.setNow(closed)
    expect(await stage.work()).toBe(0)
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    expect(await dueOf(aPerson(coordinator))).toEqual(friday)

    stage.setNow(hanoi('2026-03-09', '07:30'))
    await stage.runTwice()
    expect((await stage.saidOnce()).text).toContain('Tổng hợp tuần')
    expect(await dueOf(aPerson(coordinator))).toEqual(nextFriday)
  })

  test('does not come where nobody asked for it, or no longer does', async () => {
    await subscribe(aPerson(coordinator))
    stage.setNow(friday)
    await stage.tick()
    await subscribe(aPerson(coordinator), null)
    await stage.work()
    expect(await stage.said()).toEqual([])
  })

  test('waits while the chat is blocked', async () => {
    await subscribe(aPerson(coordinator))
    const block = (blockedAt: Date | null) =>
      database.client.chat.update({ where: { id: coordinator.chatId }, data: { blockedAt } })
    await block(friday)
    stage.setNow(friday)
    await stage.runTwice()
    expect(stage.waiting.summarize).toEqual([])
    await block(null)
    await stage.runTwice()
    expect(await stage.said()).toHaveLength(1)
  })

  test('one chat that fails does not stop the others', async () => {
    const other = await addPerson(database, stage.workspace, { name: 'Chuyên viên Mười', role: 'admin' })
    await subscribe(aPerson(coordinator))
    await subscribe(aPerson(other))
    await database.client.person.update({ where: { id: coordinator.id }, data: { locale: 'unheard of' } })
    stage.setNow(friday)
    await stage.tick()
    expect(await stage.work()).toBe(1)
    expect((await stage.said()).map(({ chatId }) => chatId)).toEqual([other.chatId])
  })

  test('is not said to somebody who may see no week any more', async () => {
    await subscribe(aPerson(official))
    stage.setNow(friday)
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    expect(await dueOf(aPerson(official))).toEqual(nextFriday)
  })
})

describe('what it says', () => {
  beforeEach(async () => {
    stage.setNow(builtAt)
    await stage.addTasks([
      { title: 'Xong đúng hạn', occurrences: ['2026-03-05'] },
      { title: 'Mới quá hạn', occurrences: ['2026-03-04'] },
      { title: 'Quá hạn từ lâu', occurrences: ['2026-02-02'], to: ['Phòng Tư pháp'] },
      { title: 'Sắp đến hạn', occurrences: ['2026-03-10'] },
      { title: 'Còn lâu', occurrences: ['2026-09-10'], to: ['Phòng Y tế'] },
    ])
    await addPerson(database, stage.workspace, { name: 'Chuyên viên Bốn', agency: 'Phòng Tư pháp' })
    await answer(1, 'done', hanoi('2026-03-03', '10:00'))
    await answer(4, 'in_progress', hanoi('2026-03-05', '10:00'))
    await answer(3, 'in_progress', hanoi('2026-02-20', '10:00'))
    // Reminders are another test's matter.
    await database.client.nextReminder.deleteMany()
    stage.setNow(friday)
  })

  test('to a coordinator: totals, changes, rates and names', async () => {
    await subscribe(aPerson(coordinator))
    await stage.runTwice()
    const { text } = await stage.saidOnce()
    expect(text).toBe(
      [
        'Tổng hợp tuần 27/02/2026 – 06/03/2026',
        'UBND phường An Biên',
        '',
        'Tổng số: 5 việc',
        '✅ Hoàn thành: 1',
        '⚠️ Quá hạn: 2',
        '⏰ Sắp đến hạn: 1',
        'Còn trong hạn: 1',
        'Vướng mắc: 0 · Chưa phản hồi: 2',
        '',
        'Trong tuần: thêm 1 việc hoàn thành, thêm 1 việc quá hạn, 2 lượt cập nhật.',
        'Đúng hạn: 33,3% (1/3 việc đã đến hạn); theo hạn gốc: 33,3%.',
        '',
        'Nhiều việc quá hạn nhất',
        '1. Phòng Nội vụ: 1/3 việc',
        '2. Phòng Tư pháp: 1/1 việc',
        '',
        'Cả tuần không cập nhật: Phòng Tư pháp',
        '',
        '⚠️ 1 đơn vị có việc mà chưa ai tham gia: Phòng Y tế',
      ].join('\n'),
    )
  })

  test('the numbers are those of every other screen at the same moment', async () => {
    await subscribe(aPerson(coordinator))
    await stage.runTwice()
    const { text } = await stage.saidOnce()
    const figures = await within(database, stage.workspace.id, ({ assignments }) =>
      assignments.figures({ agencyIds: 'all' }, '2026-03-06'),
    )
    const sum = sumFigures(figures)
    const numberAfter = (words: string) => Number(text.split(words)[1]?.match(/\d+/)?.[0])
    expect(numberAfter('Tổng số:')).toBe(sum.total)
    expect(numberAfter('Hoàn thành:')).toBe(sum.done)
    expect(numberAfter('Quá hạn:')).toBe(sum.late)
    expect(numberAfter('Sắp đến hạn:')).toBe(sum.dueSoon)
    expect(numberAfter('Còn trong hạn:')).toBe(sum.inTime)
    expect(numberAfter('Chưa phản hồi:')).toBe(sum.silent)
    expect(text).toContain(`(${sum.onTime}/${sum.fellDue} việc đã đến hạn)`)
  })

  test('to a group: the totals of the workspace, and no agency by name', async () => {
    const group = await addGroup()
    await subscribe({ kind: 'group', id: group })
    await stage.runTwice()
    const { text, chatId } = await stage.saidOnce()
    expect(chatId).toBe(group)
    expect(text).toContain('Tổng số: 5 việc')
    expect(text).not.toContain('Phòng')
    expect(text).toContain('Chi tiết từng đơn vị: nhắn riêng cho bot /tuan.')
  })

  test('to a group for which that was chosen: the worst agencies and the silent ones by name, too', async () => {
    const group = await addGroup()
    await subscribe({ kind: 'group', id: group }, friday, true)
    await stage.runTwice()
    const { text } = await stage.saidOnce()
    expect(text).toContain('Nhiều việc quá hạn nhất\n1. Phòng')
    expect(text).toContain('Cả tuần không cập nhật: ')
  })
})

test('with nothing to count it says so instead of 0 %', async () => {
  await subscribe(aPerson(coordinator))
  stage.setNow(friday)
  await stage.runTwice()
  const { text } = await stage.saidOnce()
  expect(text).toContain('Trong tuần: chưa có kỳ trước để so.')
  expect(text).toContain('Chưa có việc nào đến hạn để tính tỷ lệ.')
})
