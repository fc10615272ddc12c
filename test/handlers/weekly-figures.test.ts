import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays } from '../../domain/time.ts'
import { renderedSchema } from '../../prisma/outbox.ts'
import { onChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'
import { telegramDriver } from '../support/telegram/driver.ts'

/** The lines that /tinhhinh and the summary have in common. */
const figure = /^(Tổng số|✅ Hoàn thành|⚠️ Quá hạn|⏰ Sắp đến hạn|Còn trong hạn|Không thời hạn|Vướng mắc):|^Đúng hạn: /

const agencies = ['Phòng Nội vụ', 'Phòng Tư pháp', 'Phòng Y tế', 'Trạm Y tế'] as const

const task = fc.record({
  due: fc.option(fc.integer({ min: -40, max: 40 })),
  to: fc.constantFrom(...agencies),
  state: fc.constantFrom('assigned', 'in_progress', 'done', 'returned', 'cancelled'),
  doneAgo: fc.integer({ min: 0, max: 50 }),
  obstacle: fc.boolean(),
})

const today = '2026-03-02'

type RandomTask = typeof task extends fc.Arbitrary<infer T> ? T : never

/** As if all that had happened: the states are written where the figures are counted. */
const play = async (scene: Scene, tasks: readonly RandomTask[]) => {
  const { client } = scene.database
  await client.plan.deleteMany({ where: { workspaceId: scene.workspace.id } })
  await scene.importPlan(
    tasks.map(({ due, to }, at) => ({
      ...{ title: `Việc ${at}`, to: [to], occurrences: due === null ? [] : [addDays(today, due)] },
    })),
  )
  await client.nextReminder.deleteMany()
  const rows = await client.assignment.findMany({ where: { workspaceId: scene.workspace.id }, orderBy: { id: 'asc' } })
  for (const [at, { id }] of rows.entries()) {
    const { state, doneAgo, obstacle } = tasks[at] ?? { state: 'assigned', doneAgo: 0, obstacle: false }
    const doneOn = state === 'done' ? new Date(addDays(today, -doneAgo)) : null
    await client.assignment.update({
      where: { id },
      data: { state, doneOn, obstacle: obstacle ? 'Chưa có kinh phí' : null },
    })
  }
}

const hear = async (who: ChatDriver, words: string): Promise<string> => {
  await who.say(words)
  return (await who.next(20_000)).text
}

const figuresOf = (text: string) => text.split('\n').filter((line) => figure.test(line))

/** The figures of the summary are those of the other screen; with nothing to count that says so in words. */
const expectSame = (week: string, status: string) => {
  const counted = figuresOf(status)
  if (counted.length === 0) expect(week).toContain('Tổng số: 0 việc')
  else expect(figuresOf(week)).toEqual(counted)
}

onChannel('web', '/tuan, its picture and /tinhhinh say the same numbers at the same moment', async (scene) => {
  const { coordinator } = scene
  const leader = await scene.person({ role: 'leader', name: 'Lãnh đạo Hai' })
  // The health station is below this division.
  const head = await scene.person({ role: 'head', agency: 'Phòng Y tế', name: 'Thủ trưởng Ba' })
  await fc.assert(
    fc.asyncProperty(fc.array(task, { minLength: 1, maxLength: 12 }), async (tasks) => {
      await play(scene, tasks)
      for (const who of [leader, head]) expectSame(await hear(who, '/tuan'), await hear(who, '/tinhhinh'))
      const week = await hear(coordinator, '/tuan')
      expectSame(week, await hear(coordinator, '/tinhhinh'))
      await expectDrawn(scene, week)
    }),
    { numRuns: 5 },
  )
})

const expectDrawn = async (scene: Scene, week: string) => {
  const latest = await scene.database.client.outboundMessage.findMany({
    where: { workspaceId: scene.workspace.id, kind: 'reply' },
    orderBy: { id: 'desc' },
    take: 2,
  })
  const bars = renderedSchema.parse(latest[1]?.content).picture?.chart.bars ?? []
  const drawn = (kind: 'total' | 'late' | 'dueSoon' | 'done') => bars.reduce((sum, bar) => sum + bar[kind], 0)
  expect(week).toContain(`Tổng số: ${drawn('total')} việc`)
  expect(week).toMatch(new RegExp(`Hoàn thành: ${drawn('done')}( |$)`, 'm'))
  expect(week).toMatch(new RegExp(`Quá hạn: ${drawn('late')}$`, 'm'))
  expect(week).toMatch(new RegExp(`Sắp đến hạn: ${drawn('dueSoon')}$`, 'm'))
}

onChannel('telegram', 'what a group is told is what /tinhhinh tells of the whole workspace', async (scene) => {
  const { telegram } = scene.backstage
  const user = telegram!.user(501, 'Cán bộ Chín')
  const alone = telegramDriver(user)
  await hear(alone, `/start ${await scene.invite('coordinator')}`)
  await alone.quiet()
  const group = telegramDriver(telegram!.group(-900, 'Ban chỉ đạo', user).member(user))
  await fc.assert(
    fc.asyncProperty(fc.array(task, { minLength: 1, maxLength: 12 }), async (tasks) => {
      await play(scene, tasks)
      expectSame(await hear(group, '/tuan'), await hear(scene.coordinator, '/tinhhinh'))
    }),
    { numRuns: 5 },
  )
})
