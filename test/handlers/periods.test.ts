import { expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

/** The wake-ups of jobs travel through the queue. */
const jobMs = 20_000
const hanoi = (day: string, time: string): Date => new Date(`${day}T${time}:00+07:00`)

const importTasks = async (scene: Scene) => {
  await scene.importPlan([
    { title: 'Báo cáo tháng Hai', occurrences: ['2026-03-10'], to: ['Phòng Y tế', 'Phòng Tư pháp'] },
    { title: 'Rà soát quy trình', occurrences: ['2026-03-11'], to: ['Phòng Y tế'] },
  ])
  // What is told of the tasks themselves is not asked about here.
  await scene.database.client.nextReminder.deleteMany()
}

onEveryChannel('a reporting period from its settings to its frozen figures', async (scene) => {
  const { coordinator } = scene
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên An' })
  await importTasks(scene)

  const none = await ask(coordinator, '/kybaocao')
  expect(none.text).toContain('Chưa lập kỳ báo cáo năm 2026.')
  expect(none.text).toContain('Công văn 581/BNV-CCHC')
  const made = await choose(coordinator, none, 'Lập các kỳ năm 2026')
  expect(made.text).toContain('✅ Đã lập 4 kỳ báo cáo năm 2026.')
  expect(made.text).toContain('• Quý I năm 2026: 15/12/2025 – 14/03/2026, chốt 16:30 14/03/2026')
  const page = await choose(coordinator, made, 'Quý I năm 2026')
  expect(page.text).toContain('Chốt số liệu: 16:30 thứ Bảy 14/03/2026 (ngày nghỉ, vẫn chốt tự động)')
  expect(page.text).toContain('1. Đơn vị gửi số liệu: thứ Hai 09/03/2026')
  expect(page.text).toContain('Đơn vị đã gửi số liệu: 0/2')

  const moved = await ask(coordinator, '/kybaocao quý 1 chốt 12/03 16:00')
  expect(moved.text).toContain('✅ Đã sửa kỳ Quý I năm 2026.')
  expect(moved.text).toContain('Chốt số liệu: 16:00 thứ Năm 12/03/2026')
  const due = await ask(coordinator, '/kybaocao quý 1 hạn 3 22/03: Gửi Bộ')
  expect(due.text).toContain(
    '3. Gửi Bộ: thứ Sáu 20/03/2026 (hạn 22/03/2026 là ngày nghỉ, tính về ngày làm việc liền trước)',
  )
  const unclear = await ask(coordinator, '/kybaocao quý 1 đổi ngày')
  expect(unclear.text).toContain('Chưa hiểu “quý 1 đổi ngày” nên chưa đổi gì ở kỳ Quý I năm 2026. Ví dụ:')
  // The example works.
  const example = /Ví dụ: (\/kybaocao .+)$/u.exec(unclear.text)?.[1] ?? ''
  expect((await ask(coordinator, example)).text).toContain('✅ Đã sửa')
  await ask(coordinator, '/kybaocao quý 1 chốt 12/03/2026 16:00')

  scene.setNow(hanoi('2026-03-05', '08:00'))
  await scene.sweep()
  const reminder = await an.next(jobMs)
  expect(reminder.text).toContain('Số liệu kỳ báo cáo Quý I năm 2026 chốt lúc 16:00 ngày 12/03/2026, còn 7 ngày.')
  expect(reminder.text).toContain('Phòng Y tế: 2 việc trong kỳ chưa xong.\nChưa có cập nhật trong kỳ (2):')
  const overview = await coordinator.next(jobMs)
  expect(overview.text).toContain('2/2 đơn vị chưa gửi số liệu:')
  expect(overview.text).toContain('• Phòng Tư pháp: 1 việc chưa xong, 1 chưa cập nhật, chưa ai tham gia')
  const opened = await choose(coordinator, overview, 'Phòng Y tế')
  expect(opened.text).toContain('Rà soát quy trình')

  // Just reminded by the clock: not again at once, but two hours later, once.
  await coordinator.say('/kybaocao quý 1 ai chưa gửi')
  const soon = await choose(coordinator, await coordinator.next(), 'Nhắc lại 1 đơn vị')
  expect(soon.text).toContain('Vừa nhắc lúc 08:00 ngày 05/03/2026; nhắc lại được từ 10:00 ngày 05/03/2026.')
  scene.setNow(hanoi('2026-03-05', '10:00'))
  await coordinator.say('/kybaocao quý 1 ai chưa gửi')
  const called = await choose(coordinator, await coordinator.next(), 'Nhắc lại 1 đơn vị')
  expect(called.text).toContain('✅ Đã nhắc lại 1 đơn vị (1 người) về kỳ Quý I năm 2026.')
  const again = await an.next(jobMs)
  expect(again.text).toContain('📋 Nhắc lại: Số liệu kỳ báo cáo')

  const sent = await choose(an, again, 'Đã gửi số liệu')
  expect(sent.text).toContain('✅ Đã ghi: Phòng Y tế đã gửi số liệu kỳ Quý I năm 2026.')
  expect(sent.text).toContain('Còn 2 việc chưa có cập nhật hoặc minh chứng; cập nhật được đến 16:00 ngày 12/03/2026.')
  const back = await choose(an, sent, 'Rút lại xác nhận')
  expect(back.text).toContain('Đã rút lại: Phòng Y tế chưa gửi số liệu')
  const ownPage = await ask(an, '/kybaocao quý 1')
  expect((await choose(an, ownPage, 'Đã gửi số liệu')).text).toContain('✅ Đã ghi')

  scene.setNow(hanoi('2026-03-12', '16:00'))
  await scene.sweep()
  const close = await coordinator.next(jobMs)
  expect(close.text).toContain('✅ Đã chốt số liệu kỳ Quý I năm 2026 tại thời điểm 16:00 ngày 12/03/2026.')
  expect(close.text).toContain('Hoàn thành 0/3 việc, quá hạn 3.\n1/2 đơn vị chưa xác nhận gửi số liệu:')
  const figures = await choose(coordinator, close, 'Số liệu đã chốt')
  expect(figures.text).toContain('Số liệu đã chốt kỳ Quý I năm 2026\nTại thời điểm 16:00 ngày 12/03/2026.')
  expect(figures.text).toContain('Tổng số: 3 việc')
  expect(figures.text).toContain('So với cùng kỳ: chưa có kỳ trước để so.')
  const parts = await choose(coordinator, figures, 'Từng đơn vị')
  expect(parts.text).toContain('• Phòng Y tế: 0/2 hoàn thành, 2 quá hạn, 2 chưa phản hồi')
  const status = await ask(coordinator, '/tinhhinh')
  const figure = /^(Tổng số|✅|⚠️ Quá hạn|⏰|Còn trong hạn|Vướng mắc|Đúng hạn)/u
  const counted = (text: string) => text.split('\n').filter((line) => figure.test(line))
  expect(counted(figures.text)).toEqual(counted(status.text))
  // An official sees what was frozen of the own agency.
  const own = await ask(an, '/kybaocao quý 1 số liệu')
  expect(own.text).toContain('Tổng số: 2 việc')
  await an.quiet()
})

onChannel('telegram', 'figures are compared with the same period of the year before', async (scene) => {
  const { coordinator } = scene
  await importTasks(scene)
  for (const year of [2026, 2027]) {
    await ask(coordinator, `/kybaocao lập ${year}`)
    const done = year === 2027 ? ({ state: 'done', doneOn: new Date('2026-03-10') } as const) : {}
    await scene.database.client.assignment.updateMany({ where: { dueOn: new Date('2026-03-10') }, data: done })
    scene.setNow(hanoi(`${year}-03-16`, '08:00'))
    await scene.sweep()
    await coordinator.next(jobMs)
  }
  const figures = await ask(coordinator, '/kybaocao quý 1 2027 số liệu')
  expect(figures.text).toContain('So với Quý I năm 2026\nHoàn thành: 0/3 (0%) → 2/3 (66,7%)\nQuá hạn: 3 → 1')
})

onChannel('telegram', 'who may not, and what is not there, is refused; in English too', async (scene) => {
  await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên An' })
  await importTasks(scene)
  const { client } = scene.database
  for (const action of ['prd-new:2026', 'prd-new:2027']) {
    expect(await pressForged(scene, 'Chuyên viên An', action)).toContain('không thuộc quyền')
  }
  expect(await pressForged(scene, 'Cán bộ Tổng hợp', 'prd-new:2026')).toContain('Đã lập 4 kỳ')
  const other = scene.workspace.agency('Phòng Tư pháp')
  for (const action of [
    'prd-how:2026q1',
    'prd-off:2026q1',
    'prd-call:2026q1',
    'prd-who:2026q1:0',
    `prd-ok:2026q1:${other}`,
  ]) {
    expect(await pressForged(scene, 'Chuyên viên An', action)).toContain('không thuộc quyền')
  }
  const stale = [
    'prd:2026q2',
    'prd:2030q1',
    'prd-fig:2026q1:x:0',
    'prd-who:2026q1',
    `prd-ok:2026q1:${crypto.randomUUID()}`,
  ]
  for (const action of [...stale, 'prd-new:26', 'prd-yr:x']) {
    expect(await pressForged(scene, 'Cán bộ Tổng hợp', action)).toContain('không còn dùng được')
  }
  expect(await pressForged(scene, 'Chuyên viên An', 'prd:2026q1')).toContain('Kỳ báo cáo Quý I năm 2026')
  expect(
    await client.auditEvent.findMany({ where: { workspaceId: scene.workspace.id, action: { startsWith: 'period.' } } }),
  ).toMatchObject([{ action: 'period.make', after: { year: 2026, count: 4 } }])
  const { coordinator } = scene
  await ask(coordinator, '/language en')
  expect((await ask(coordinator, '/periods q1 cutoff 13/03 15:00')).text).toContain('Cut-off: 15:00 Friday 13/03/2026')
  const problem = await ask(coordinator, '/periods q1 cutoff 01/01/2026')
  expect(problem.text).toContain('has passed, so nothing was changed')
  const example = /Example: (\/periods .+)$/u.exec(problem.text)?.[1] ?? ''
  expect((await ask(coordinator, example)).text).toContain('✅ Changed Quarter I of 2026.')
  expect((await ask(coordinator, '/periods q1 off')).text).toContain('⏸ Switched off')
  expect(await pressForged(scene, 'Chuyên viên An', `prd-ok:2026q1:${scene.workspace.agency('Phòng Y tế')}`)).toContain(
    'đang tắt',
  )
})

onChannel(
  'telegram',
  'a reminder by hand leaves before the cut-off and counts the days as they are then, or not at all',
  async (scene) => {
    const { coordinator } = scene
    const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên An' })
    await importTasks(scene)
    await ask(coordinator, '/kybaocao lập 2026')
    const call = () => pressForged(scene, 'Cán bộ Tổng hợp', 'prd-call:2026q1')

    // The cut-off is on Saturday at 16:30: on Friday evening no opening is left before it.
    scene.setNow(hanoi('2026-03-13', '18:00'))
    expect(await call()).toBe(
      'Không còn nhắc lại được trong giờ làm việc trước giờ chốt 16:30 ngày 14/03/2026; xin gọi điện cho đơn vị còn thiếu.',
    )
    const { client } = scene.database
    expect(await client.outboundMessage.count({ where: { key: { contains: ':call:' } } })).toBe(0)
    expect(await client.reportPeriod.findFirstOrThrow({ where: { kind: 'q1' } })).toMatchObject({ calls: 0 })

    scene.setNow(hanoi('2026-03-12', '18:00'))
    expect(await call()).toContain('1 đơn vị (1 người) sẽ được nhắc lúc 07:30 ngày 13/03/2026.')
    const waiting = await client.outboundMessage.findFirstOrThrow({ where: { key: { contains: ':call:' } } })
    expect(waiting.notBefore).toEqual(hanoi('2026-03-13', '07:30'))
    expect(JSON.stringify(waiting.content)).toContain('chốt lúc 16:30 ngày 14/03/2026, còn 1 ngày.')
    await an.quiet()
  },
)
