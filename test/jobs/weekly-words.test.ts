import { beforeEach, describe, expect, test } from 'vitest'
import type { Assignment } from '../../domain/assignment.ts'
import { sumFigures } from '../../domain/figures.ts'
import { addPerson, builtAt, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi } from './job-stage.ts'
import { aPerson, friday, openWeeklyStage, type WeeklyStage } from './weekly-stage.ts'

const database = await useTestDatabase()
let stage: WeeklyStage

beforeEach(async () => {
  stage = await openWeeklyStage(database)
})

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
        personId: stage.official.id,
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

describe('what the weekly summary says', () => {
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
    await stage.subscribe(aPerson(stage.coordinator))
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
    await stage.subscribe(aPerson(stage.coordinator))
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
    await stage.subscribe({ kind: 'group', id: group })
    await stage.runTwice()
    const { text, chatId } = await stage.saidOnce()
    expect(chatId).toBe(group)
    expect(text).toContain('Tổng số: 5 việc')
    expect(text).not.toContain('Phòng')
    expect(text).toContain('Chi tiết từng đơn vị: nhắn riêng cho bot /tuan.')
  })

  test('to a group for which that was chosen: the worst agencies and the silent ones by name, too', async () => {
    await stage.subscribe({ kind: 'group', id: await addGroup() }, friday, true)
    await stage.runTwice()
    const { text } = await stage.saidOnce()
    expect(text).toContain('Nhiều việc quá hạn nhất\n1. Phòng')
    expect(text).toContain('Cả tuần không cập nhật: ')
  })
})

test('with nothing to count it says so instead of 0 %', async () => {
  await stage.subscribe(aPerson(stage.coordinator))
  stage.setNow(friday)
  await stage.runTwice()
  const { text } = await stage.saidOnce()
  expect(text).toContain('Trong tuần: chưa có kỳ trước để so.')
  expect(text).toContain('Chưa có việc nào đến hạn để tính tỷ lệ.')
})
