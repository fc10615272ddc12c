import { expect } from 'vitest'
import { askText } from '../support/asking.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

/** The wake-ups of jobs travel through the queue. */
const jobMs = 20_000

onEveryChannel('a coordinator presses for a task, and whoever does it can answer at once', async (scene) => {
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-31'], to: ['Phòng Y tế'] }])
  const { coordinator } = scene
  await coordinator.say('/nv 1')
  await coordinator.choose(await coordinator.next(jobMs), '🔔 Đôn đốc')
  expect((await coordinator.next(jobMs)).text).toBe('🔔 Đã đôn đốc NV1, Phòng Y tế: 1 người nhận ngay bây giờ.')
  const urged = await an.next(jobMs)
  expect(urged.text).toContain('🔔 Cán bộ Tổng hợp đôn đốc việc này. Xin cho biết kết quả, tiến độ hoặc vướng mắc.')
  expect(urged.text).toContain('Báo cáo quý I')

  // A second time is refused, whoever asks, and it is said by whom and until when.
  expect(await askText(coordinator, '/dondoc 1')).toBe(
    [
      'NV1, Phòng Y tế đã được Cán bộ Tổng hợp đôn đốc lúc 09:00 ngày 02/03/2026.',
      'Đôn đốc lại được từ 09:00 ngày 03/03/2026.',
    ].join('\n'),
  )
  await an.choose(urged, 'Vì sao?')
  expect((await an.next(jobMs)).text).toContain('nhắc ngày 02/03/2026 vì có người đôn đốc')
  await an.reply(urged, '50%')
  expect((await an.next(jobMs)).text).toContain('50%')
  expect(await askText(coordinator, '/lichnhac 1')).toContain('• 02/03/2026, vì có người đôn đốc: Chuyên viên Hai')
  await coordinator.say('/nv 1')
  const card = await coordinator.next(jobMs)
  const more = card.choices.includes('Lịch sử')
    ? card
    : await (async () => {
        await coordinator.choose(card, 'Thêm')
        return coordinator.next(jobMs)
      })()
  await coordinator.choose(more, 'Lịch sử')
  expect((await coordinator.next(jobMs)).text).toContain('Cán bộ Tổng hợp đôn đốc, 1 người nhận')
})

onChannel(
  'web',
  'outside office hours it is said at the next opening, and not where it was answered until then',
  async (scene) => {
    const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Ba' })
    await scene.importPlan([
      { title: 'Báo cáo', occurrences: ['2026-03-31'], to: ['Phòng Y tế'] },
      { title: 'Tập huấn', occurrences: [], to: ['Phòng Nội vụ'] },
    ])
    scene.setNow(new Date('2026-03-06T12:00:00Z'))
    expect(await askText(scene.coordinator, '/dondoc 1')).toContain(
      '1 người nhận lúc 07:30 ngày 09/03/2026, khi mở cửa.',
    )
    expect(await askText(scene.coordinator, '/dondoc nv2')).toContain('1 người nhận lúc 07:30 ngày 09/03/2026')
    expect(await askText(an, 'nv1 đang làm 30%')).toContain('30%')
    await scene.sweep()
    scene.setNow(new Date('2026-03-09T01:00:00Z'))
    await scene.sweep()
    const urged = await hoa.next(jobMs)
    expect(urged.text).toContain('🔄 Việc không thời hạn')
    expect(urged.text).toContain('Cán bộ Tổng hợp đôn đốc việc này')
    const { client } = scene.database
    expect(await client.outboundMessage.count({ where: { kind: 'reminder' } })).toBe(1)
  },
)

onChannel('web', 'nobody there is said plainly, and what is closed is not pressed for', async (scene) => {
  await scene.importPlan([{ title: 'Khám sức khỏe', occurrences: ['2026-03-31'], to: ['Trạm Y tế'] }])
  const { coordinator } = scene
  await coordinator.say('/dondoc 1')
  const nobody = await coordinator.next(jobMs)
  expect(nobody.text).toContain('🚪 Chưa đôn đốc được NV1: Trạm Y tế chưa có ai khác tham gia')
  await coordinator.choose(nobody, 'Mời người: Trạm Y tế')
  expect((await coordinator.next(jobMs)).text).toContain('Trạm Y tế')
  expect(await scene.database.client.urging.count()).toBe(0)
  await scene.database.client.assignment.updateMany({ data: { state: 'submitted' } })
  expect(await askText(coordinator, '/dondoc 1')).toContain('không còn gì để đôn đốc')
  expect(await askText(coordinator, '/dondoc')).toContain('/dondoc 12')
  expect(await askText(coordinator, '/dondoc hết')).toContain('Chưa rõ đôn đốc gì: “hết”')
  expect(await askText(coordinator, '/dondoc 99')).toContain('NV99')
})

onEveryChannel(
  'all that are late are pressed for after a look at whom it reaches, each person in one message',
  async (scene) => {
    const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
    await scene.importPlan([
      { title: 'Một', occurrences: ['2026-02-27'], to: ['Phòng Y tế'] },
      { title: 'Hai', occurrences: ['2026-02-26'], to: ['Phòng Y tế'] },
      { title: 'Ba', occurrences: ['2026-02-25'], to: ['Trạm Y tế'] },
      { title: 'Bốn', occurrences: ['2026-03-31'], to: ['Phòng Y tế'] },
    ])
    await scene.database.client.nextReminder.deleteMany()
    const { coordinator } = scene
    await coordinator.say('/dondoc quá hạn')
    const preview = await coordinator.next(jobMs)
    expect(preview.text).toContain(
      [
        'Đôn đốc 2 việc quá hạn (UBND phường An Biên): tin sẽ đến 1 người ở 1 đơn vị, mỗi người một tin.',
        '• Chưa ai tham gia nên không có ai để đôn đốc: Trạm Y tế.',
        'Gửi không?',
      ].join('\n'),
    )
    await coordinator.choose(preview, '🔔 Đôn đốc')
    expect((await coordinator.next(jobMs)).text).toContain(
      '🔔 Đã đôn đốc 2 việc quá hạn: 1 người ở 1 đơn vị nhận ngay bây giờ.',
    )
    const digest = await an.next(jobMs)
    expect(digest.text).toContain('Nhắc việc ngày 02/03/2026: 2 việc')
    expect(digest.text).toContain('NV1 Một · hạn 27/02/2026 (quá hạn 3 ngày) · mới giao · 🔔 Cán bộ Tổng hợp đôn đốc')
    expect(await askText(coordinator, '/dondoc quahan')).toContain('2 việc đã được đôn đốc trong 24 giờ qua')
  },
)

onChannel('web', 'only coordinators and heads press, and only for what is theirs', async (scene) => {
  await scene.person({ role: 'head', agency: 'Phòng Y tế', name: 'Thủ trưởng Hai' })
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await scene.importPlan([
    { title: 'Một', occurrences: ['2026-02-27'], to: ['Phòng Y tế'] },
    { title: 'Hai', occurrences: ['2026-02-27'], to: ['Phòng Nội vụ'] },
  ])
  const { client } = scene.database
  const [one, two] = await client.assignment.findMany({ orderBy: { occurrence: { task: { number: 'asc' } } } })
  expect(await askText(an, '/dondoc 1')).toContain('không thuộc quyền')
  expect(await pressForged(scene, 'Chuyên viên Hai', `urg:${one!.id}`)).toContain('không thuộc quyền')
  expect(await pressForged(scene, 'Thủ trưởng Hai', `urg:${two!.id}`)).toContain('không thuộc quyền')
  expect(await pressForged(scene, 'Thủ trưởng Hai', 'urg-ask:all:l')).toContain('không thuộc quyền')
  expect(await pressForged(scene, 'Thủ trưởng Hai', 'urg-go:me:x')).toContain('không còn dùng được')
  expect(await pressForged(scene, 'Thủ trưởng Hai', 'urg-ask:me:l')).toContain('Đôn đốc 1 việc quá hạn')
  expect(await pressForged(scene, 'Thủ trưởng Hai', `urg:${one!.id}`)).toContain('1 người nhận')
  expect(await client.urging.count()).toBe(1)
})
