import { expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'

/** The wake-ups of jobs travel through the queue. */
const jobMs = 20_000

onEveryChannel('a reminder is put off by a tap or by words, twice, and comes again on its day', async (scene) => {
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-09'], to: ['Phòng Y tế'] }])
  await scene.sweep()
  const reminder = await an.next(jobMs)
  const tapped = await choose(an, reminder, 'Nhắc lại sau')
  expect(tapped.text).toContain('⏰ Sẽ nhắc lại anh/chị NV1 ngày 03/03/2026. Còn hẹn được 1 lần nữa.')
  expect(tapped.choices).toEqual(['Sau 2 ngày', 'Sau 3 ngày', 'Bỏ hẹn'])
  // Another day for the same: no further time.
  expect((await choose(an, tapped, 'Sau 2 ngày')).text).toContain('ngày 04/03/2026. Còn hẹn được 1 lần nữa.')
  const schedule = (await ask(an, '/lichnhac 1')).text
  expect(schedule).toContain('Hẹn nhắc lại: 04/03/2026 (Chuyên viên Hai).')

  scene.setNow(new Date('2026-03-04T01:30:00Z'))
  await scene.sweep()
  expect((await an.next(jobMs)).text).toContain('Anh/chị đã hẹn nhắc lại việc này.')
  expect((await ask(an, 'vì sao nhắc nv1')).text).toContain('nhắc ngày 04/03/2026 vì anh/chị hẹn nhắc lại.')
  const again = (await ask(an, 'nv1 nhắc lại sau 3 ngày')).text
  expect(again).toContain('ngày 09/03/2026. Không hẹn thêm được nữa.')
  expect(again).toContain('Mốc nhắc ngày 06/03/2026 vẫn giữ, không bị hoãn.')
  await scene.sweep()
  expect(await an.quiet()).toEqual([])

  scene.setNow(new Date('2026-03-06T01:30:00Z'))
  await scene.sweep()
  expect((await an.next(jobMs)).text).toContain('⏰ Còn 3 ngày: nhắc việc')
  scene.setNow(new Date('2026-03-09T01:30:00Z'))
  await scene.sweep()
  expect((await an.next(jobMs)).text).toContain('⏰ Hạn hôm nay: nhắc việc\nAnh/chị đã hẹn nhắc lại việc này.')
  expect((await ask(an, '/nhaclai 1 mai')).text).toContain('Không hẹn nhắc lại NV1 được: hôm nay là hạn của việc.')
  const events = await scene.database.client.auditEvent.findMany({
    where: { workspaceId: scene.workspace.id, action: 'reminder.snoozed' },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ before, after }) => [before, after])).toEqual([
    [{ remindOn: null }, { remindOn: '2026-03-03', turn: 1 }],
    [{ remindOn: '2026-03-03' }, { remindOn: '2026-03-04', turn: 1 }],
    [{ remindOn: null }, { remindOn: '2026-03-09', turn: 2 }],
  ])
})

onEveryChannel('a reminder of several is put off as one, and what cannot be is named', async (scene) => {
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await scene.importPlan([
    { title: 'Báo cáo quý I', occurrences: ['2026-03-09'], to: ['Phòng Y tế'] },
    { title: 'Tập huấn', occurrences: ['2026-03-05'], to: ['Phòng Y tế'] },
    { title: 'Công khai', occurrences: ['2026-03-02'], to: ['Phòng Y tế'] },
  ])
  await scene.sweep()
  const digest = await an.next(jobMs)
  const put = (await choose(an, digest, 'Nhắc lại sau')).text
  expect(put).toContain('⏰ Sẽ nhắc lại anh/chị ngày 03/03/2026: NV2, NV1.')
  expect(put).toContain('Không hẹn được:\n• NV3: hôm nay là hạn của việc')
  // Without replying to it, too: today's last reminder is meant.
  expect((await ask(an, 'để ngày kia nhắc lại')).text).toContain('ngày 04/03/2026: NV2, NV1.')
  scene.setNow(new Date('2026-03-04T01:30:00Z'))
  await scene.sweep()
  const again = await an.next(jobMs)
  expect(again.text).toContain('NV1 Báo cáo quý I · hạn 09/03/2026 (còn 5 ngày) · mới giao (anh/chị hẹn nhắc lại)')
  await scene.sweep()
  expect(await an.quiet()).toEqual([])
})

onEveryChannel(
  'who wants to hear again of work that is not their agency’s does, while they may see it',
  async (scene) => {
    await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
    const above = await scene.person({ role: 'head', agency: 'UBND phường An Biên', name: 'Chủ tịch' })
    const left = await scene.person({ role: 'coordinator', name: 'Cán bộ Cũ' })
    await scene.importPlan([
      { title: 'Báo cáo quý I', occurrences: ['2026-03-31'], to: ['Phòng Y tế'] },
      { title: 'Tập huấn', occurrences: ['2026-03-31'], to: ['Phòng Y tế'] },
    ])
    const rest = async (who: typeof above, task: string) => {
      const card = await ask(who, `/nv ${task}`)
      return card.choices.includes('Nhắc lại sau') ? card : choose(who, card, 'Thêm')
    }
    for (const who of [scene.coordinator, above, left]) {
      expect((await choose(who, await rest(who, '1'), 'Nhắc lại sau')).text).toContain('Sẽ nhắc lại anh/chị NV1')
    }
    await scene.database.client.membership.updateMany({
      where: { person: { name: 'Cán bộ Cũ' } },
      data: { role: 'official', agencyId: scene.workspace.agency('Phòng Tư pháp') },
    })
    scene.setNow(new Date('2026-03-03T01:30:00Z'))
    await scene.sweep()
    for (const who of [scene.coordinator, above]) {
      const again = await who.next(jobMs)
      expect(again.text).toContain('Anh/chị đã hẹn nhắc lại việc này.')
      expect(again.text).toContain('NV1')
      expect((await choose(who, again, 'Vì sao?')).text).toContain(
        '• Việc giao cho Phòng Y tế; anh/chị được nhắc vì đã hẹn nhắc lại.',
      )
    }
    expect(await left.quiet()).toEqual([])

    // Several are one message, whose buttons know what it was about.
    for (const task of ['1', '2']) await choose(above, await rest(above, task), 'Nhắc lại sau')
    scene.setNow(new Date('2026-03-04T01:30:00Z'))
    await scene.sweep()
    const several = await above.next(jobMs)
    expect(several.text).toContain('Nhắc việc ngày 04/03/2026: 2 việc')
    expect((await choose(above, several, 'Nhắc lại sau')).text).toContain('NV2')
    expect((await ask(above, 'vì sao tôi được nhắc?')).text).toContain(
      '• NV2: Việc giao cho Phòng Y tế; anh/chị được nhắc vì',
    )
  },
)

onChannel('web', 'what is said about being reminded again is told what is wrong with it', async (scene) => {
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-09'], to: ['Phòng Y tế'] }])
  expect((await ask(an, '/nhaclai')).text).toContain('/nhaclai 12 mai')
  expect((await ask(an, '/nhaclai 1 lúc nào đó')).text).toContain('/nhaclai 12 mai')
  expect((await ask(an, '/nhaclai 99 mai')).text).toContain('NV99')
  const when = await ask(an, '/nhaclai 1')
  expect(when.text).toContain('Nhắc lại NV1 khi nào?')
  const late = (await ask(an, 'nhắc lại nv1 ngày 20/3')).text
  expect(late).toContain('Không hẹn nhắc lại NV1 được: ngày 20/03/2026 sau hạn 09/03/2026.')
  expect(late).toContain('nv1 nhắc lại ngày 09/03/2026')
  expect((await ask(an, 'nv1 nhắc lại ngày 09/03/2026')).text).toContain('NV1 ngày 09/03/2026.')
  expect((await ask(an, '/lichnhac 1')).text).toContain('Hẹn nhắc lại: 09/03/2026 (Chuyên viên Hai).')
  const card = await choose(an, when, 'Sau 2 ngày')
  expect(card.text).toContain('NV1 ngày 04/03/2026.')
  expect((await choose(an, card, 'Bỏ hẹn')).text).toContain('Đã bỏ hẹn nhắc lại NV1; các mốc nhắc vẫn giữ.')
  expect((await ask(an, '/lichnhac 1')).text).not.toContain('Hẹn nhắc lại')
  expect(await scene.database.client.snooze.count({ where: { workspaceId: scene.workspace.id } })).toBe(0)
})
