import { expect } from 'vitest'
import { builtAt } from '../support/builders.ts'
import { choose } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'
import { telegramDriver } from '../support/telegram/driver.ts'
import { nextSummary } from '../support/weekly-summary.ts'
import { lastAction, pressForged } from './forged-press.ts'

// Monday 2 March 2026.
const aWeekLater = new Date('2026-03-09T09:00:00+07:00')
/** A picture is drawn first. */
const pictureMs = 20_000

const askWeek = async (who: ChatDriver) => {
  await who.say('/tuan')
  return nextSummary(who, pictureMs)
}

const prepare = async (scene: Scene) => {
  await scene.importPlan([
    ...Array.from({ length: 7 }, (_, at) => ({
      ...{ title: `Việc quá hạn ${at}`, occurrences: ['2026-02-20'], to: ['Phòng Y tế'] },
    })),
    { title: 'Việc sắp đến hạn', occurrences: ['2026-03-06'], to: ['Phòng Tư pháp', 'Trạm Y tế'] },
  ])
  await scene.database.client.nextReminder.deleteMany()
  await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Ba' })
}

const finish = ({ database }: Scene, count: number) =>
  database.client.$executeRaw`
    UPDATE "Assignment" SET "state" = 'done', "doneOn" = '2026-03-05', "doneAt" = ${aWeekLater}
    WHERE "id" IN (SELECT "id" FROM "Assignment" WHERE "dueOn" = '2026-02-20' ORDER BY "id" LIMIT ${count}::int)`

onEveryChannel('every number of a summary opens its list, and pages turn in the list', async (scene) => {
  await prepare(scene)
  const { coordinator } = scene
  const open = async (label: string) => choose(coordinator, await askWeek(coordinator), label)
  const late = await open('Quá hạn (7)')
  expect(late.text).toMatch(/^Việc quá hạn: 7 /)
  expect(late.text).toContain('• NV1 Việc quá hạn 0 · Phòng Y tế')
  const next = await choose(coordinator, late, 'Xem tiếp')
  expect(next.text).toContain('NV7 Việc quá hạn 6')
  if (coordinator.channel !== 'zalo') expect(next.id).toBe(late.id)

  expect((await open('Sắp đến hạn (2)')).text).toContain('• NV8 Việc sắp đến hạn · Phòng Tư pháp')
  expect((await open('Tất cả (9)')).text).toContain('9')
  const worst = await open('Phòng Y tế (7)')
  expect(worst.text).toMatch(/^Việc quá hạn: 7 \(Phòng Y tế\)/)
  const silent = await open('Im lặng (1 đơn vị)')
  expect(silent.text).toContain(
    'Im lặng từ 23/02/2026 đến lúc này: 1 đơn vị\n• Phòng Y tế: 7 việc chưa xong, 7 quá hạn',
  )
  expect((await choose(coordinator, silent, 'Phòng Y tế')).text).toContain('Tình hình Phòng Y tế')
})

onChannel('web', 'a button of last week shows what is so now, and says it', async (scene) => {
  await prepare(scene)
  const { coordinator } = scene
  const week = await askWeek(coordinator)
  await finish(scene, 4)
  const sameDay = await choose(coordinator, week, 'Quá hạn (7)')
  expect(sameDay.text).toMatch(
    /^Lúc này, 02\/03\/2026: 3 việc \(bản tổng hợp ngày 02\/03\/2026: 7 việc\)\.\n\nViệc quá hạn: 3/,
  )
  scene.setNow(aWeekLater)
  await finish(scene, 7)
  const later = await choose(coordinator, week, 'Quá hạn (7)')
  expect(later.text).toMatch(
    /^Lúc này, 09\/03\/2026: 2 việc \(bản tổng hợp ngày 02\/03\/2026: 7 việc\)\.\n\nViệc quá hạn: 2/,
  )
  const silent = await choose(coordinator, week, 'Im lặng (1 đơn vị)')
  expect(silent.text).toBe('Từ 23/02/2026 đến lúc này, đơn vị nào còn việc cũng đã cập nhật.')
})

onChannel('web', 'a head opens what they head and nothing else', async (scene) => {
  await prepare(scene)
  const name = 'Chuyên viên Bốn'
  const head = await scene.person({ role: 'head', agency: 'Phòng Y tế', name })
  const { id } = await scene.database.client.person.findFirstOrThrow({ where: { name } })
  // What they only work for is not theirs to oversee.
  const official = { role: 'official', agencyId: scene.workspace.agency('Phòng Tư pháp') } as const
  await scene.stores(({ people }) => people.addMembership(id, official, builtAt))
  const week = await askWeek(head)
  expect(week.text).toContain('Tổng số: 8 việc')
  const all = await choose(head, week, 'Tất cả (8)')
  expect(all.text).toContain('Phòng Y tế và 1 đơn vị trực thuộc')
  expect(all.text).not.toContain('Phòng Tư pháp')
  expect((await choose(head, week, 'Im lặng (1 đơn vị)')).text).toContain('• Phòng Y tế: 7')

  const late = await lastAction(scene, 'wk:late:headed')
  expect(await pressForged(scene, name, late.replace('headed', 'all'))).toContain('không thuộc quyền của anh/chị')
  const silent = await lastAction(scene, 'wks:headed')
  expect(await pressForged(scene, name, silent.replace('headed', 'all'))).toContain('không thuộc quyền của anh/chị')
  expect(await pressForged(scene, name, 'wkg:late:260302:7')).toContain('không thuộc quyền của anh/chị')
  expect(await pressForged(scene, 'Chuyên viên Ba', late)).toContain('không thuộc quyền của anh/chị')
  for (const broken of ['wk:late:headed', 'wk:nothing:headed:260302:7', 'wks:headed:!', 'wk:late:headed:today:7']) {
    expect(await pressForged(scene, name, broken)).toContain('Nút này')
  }
})

onChannel('telegram', 'in a group a number opens plan by plan, and names no agency', async (scene) => {
  await prepare(scene)
  const { telegram } = scene.backstage
  const people = [telegram!.user(501, 'Cán bộ Chín'), telegram!.user(502, 'Chuyên viên Hai')] as const
  const codes = [await scene.invite('coordinator'), await scene.invite('official', 'Phòng Tư pháp')] as const
  for (const at of [0, 1] as const) {
    const alone = telegramDriver(people[at])
    await alone.say(`/start ${codes[at]}`)
    await alone.next(pictureMs)
    await alone.quiet()
  }
  const group = telegram!.group(-900, 'Ban chỉ đạo', people[0])
  const [coordinator, official] = people.map((one) => telegramDriver(group.member(one))) as [ChatDriver, ChatDriver]
  const week = await askWeek(coordinator)
  expect(week.choices).toEqual([
    ...['Quá hạn (7)', 'Sắp đến hạn (2)', 'Chưa phản hồi (9)', 'Tất cả (9)', 'Gửi vào đây mỗi thứ Sáu 16:00'],
    'Nêu tên đơn vị trong nhóm này',
  ])
  const late = await choose(official, week, 'Quá hạn (7)')
  expect(late.text).toBe('Quá hạn: 7 việc, theo kế hoạch\n• 01/KH-UBND: 7 việc\nTừng việc: nhắn riêng cho bot /tuan.')
  await finish(scene, 7)
  scene.setNow(aWeekLater)
  const later = await choose(official, week, 'Sắp đến hạn (2)')
  expect(later.text).toMatch(
    /^Lúc này, 09\/03\/2026: 0 việc \(bản tổng hợp ngày 02\/03\/2026: 2 việc\)\.\n\nSắp đến hạn: 0 việc/,
  )
})
