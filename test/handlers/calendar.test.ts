import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { toXlsx } from '../../examples/office-files.ts'
import { instantAt } from '../../domain/time.ts'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'

/** The wake-ups of jobs travel through the queue. */
const jobMs = 20_000
const hanoi = (day: string, time: string): Date => instantAt(day, time, 'Asia/Ho_Chi_Minh')

onEveryChannel('a day off is shown before it is written, and moves the reminder that fell on it', async (scene) => {
  const { coordinator } = scene
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế' })
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-11'], to: ['Phòng Y tế'] }])

  const shown = await ask(coordinator, '/lich')
  expect(shown.text).toContain('Lịch làm việc năm 2026 của UBND phường An Biên')
  expect(shown.text).toContain('• thứ Hai 16/02 – thứ Sáu 20/02 Tết Nguyên đán\n')
  expect(shown.text).toContain('• thứ Bảy 22/08 làm bù ngày hoán đổi')
  expect(shown.text).toContain('Thông báo 9441/TB-BNV ngày 16/10/2025')
  expect(shown.text).toContain('Sắp tới: nghỉ Chủ nhật 26/04/2026 (Giỗ Tổ Hùng Vương).')

  const preview = await ask(coordinator, '/lịch nghỉ 04/03/2026: lễ hội phường')
  expect(preview.text).toContain(
    [
      'Thay đổi lịch làm việc như sau?',
      '• Nghỉ: thứ Tư 04/03/2026 – lễ hội phường',
      'Nhắc việc: 1 việc có lần nhắc kế tiếp dời sang lúc khác.',
    ].join('\n'),
  )
  const saved = await choose(coordinator, preview, 'Xác nhận')
  expect(saved.text).toBe('✅ Đã ghi lịch làm việc: 1 ngày nghỉ. 1 lần nhắc kế tiếp đã dời theo.')
  expect((await ask(coordinator, '/lich')).text).toContain('• thứ Tư 04/03 lễ hội phường (cơ quan đặt)')

  scene.setNow(hanoi('2026-03-04', '09:00'))
  await scene.sweep()
  expect(await an.quiet()).toEqual([])
  await an.say('/nv 1')
  await an.next()
  scene.setNow(hanoi('2026-03-05', '07:30'))
  await scene.sweep()
  const reminder = await an.next(jobMs)
  expect(reminder.text).toContain('Còn 6 ngày')
  expect(reminder.text).not.toContain('muộn')
})

onChannel(
  'telegram',
  'of Tết 2027 the calendar says what is only expected, until the notice is written',
  async (scene) => {
    const { coordinator } = scene
    const year = await ask(coordinator, '/lich 2027')
    expect(year.text).toContain('⚠️ Năm 2027 chưa có đủ thông báo')
    expect(year.text).toContain('• thứ Năm 04/02 – thứ Hai 08/02 Tết Nguyên đán (dự kiến)')
    expect(year.choices).toEqual(['2026', '2028'])
    expect((await choose(coordinator, year, '2028')).text).toContain('Lịch làm việc năm 2028')

    const preview = await ask(coordinator, '/lich nghi 05/02/2027 - 11/02/2027: Tết Nguyên đán (Thông báo số 1/TB)')
    expect(preview.text).toContain('• Nghỉ: thứ Sáu 05/02/2027 – thứ Năm 11/02/2027 – Tết Nguyên đán')
    expect(preview.text).toContain('• Làm việc: thứ Năm 04/02/2027 – trước đây dự kiến nghỉ, thông báo không có')
    await choose(coordinator, preview, 'Xác nhận')
    const after = (await ask(coordinator, '/lich 2027')).text
    expect(after).toContain('• thứ Sáu 05/02 – thứ Năm 11/02 Tết Nguyên đán (cơ quan đặt)')
    expect(after).toContain('Thông báo số 1/TB')
    expect(after).not.toContain('04/02 –')
    expect((await ask(coordinator, '/lich')).text).not.toContain('2027 chưa có đủ')
    scene.setNow(hanoi('2026-11-23', '09:00'))
    // The day beside 2 September is still open.
    expect((await ask(coordinator, '/lich')).text).toContain('⚠️ Năm 2027 chưa có đủ thông báo: xem /lich 2027.')
    const [event] = await scene.database.client.auditEvent.findMany({ where: { action: 'calendar.change' } })
    expect(event).toMatchObject({ subject: 'workspace', channel: 'telegram', after: { days: { length: 8 } } })
  },
)

onChannel('telegram', 'what is not clear, not allowed or too old writes nothing', async (scene) => {
  const { coordinator } = scene
  const days = () => scene.database.client.calendarDay.count()
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế' })
  expect((await ask(an, '/lich')).text).not.toContain('Sửa:')
  expect((await ask(an, '/lich nghỉ 04/03/2026')).text).toContain('không thuộc quyền')
  expect(await scene.database.client.auditEvent.count({ where: { action: 'refused' } })).toBe(1)

  expect((await ask(coordinator, '/lich nghỉ 31/02/2027')).text).toContain('Chưa hiểu “nghỉ 31/02/2027”')
  expect((await ask(coordinator, '/lich giờ 17:00-7:30')).text).toContain('Chưa hiểu giờ làm việc “17:00-7:30”')
  expect((await ask(coordinator, '/lich nghỉ 30/04/2026')).text).toBe('Lịch đã đúng như vậy nên không có gì để ghi.')
  expect((await ask(coordinator, '/lich bỏ 30/04/2026')).text).toContain('Cơ quan chưa đặt gì cho ngày đó.')

  const first = await ask(coordinator, '/lich nghỉ 04/03/2026')
  const second = await ask(coordinator, '/lich làm 07/03/2026: làm bù')
  expect((await choose(coordinator, first, 'Xác nhận')).text).toContain('Bản xem trước này đã cũ')
  expect(await days()).toBe(0)
  expect((await choose(coordinator, second, 'Thôi')).text).toBe('Đã bỏ, lịch làm việc giữ nguyên.')
  expect(await days()).toBe(0)
})

onChannel('telegram', 'office hours can have a rest at noon, and a day can be taken back', async (scene) => {
  const { coordinator } = scene
  const hours = await ask(coordinator, '/lich giờ 7h30-11h30, 13h30-17h')
  expect(hours.text).toContain('• Giờ làm việc: 07:30-11:30, 13:30-17:00 (đang là 07:30-17:00)')
  expect((await choose(coordinator, hours, 'Xác nhận')).text).toBe(
    '✅ Đã ghi lịch làm việc: giờ làm việc 07:30-11:30, 13:30-17:00.',
  )
  expect((await ask(coordinator, '/lich')).text).toContain('Giờ làm việc 07:30-11:30, 13:30-17:00')

  await choose(coordinator, await ask(coordinator, '/lich làm 07/03/2026: trực'), 'Xác nhận')
  const back = await ask(coordinator, '/lich bỏ 07/03/2026')
  expect(back.text).toContain('• Bỏ điều cơ quan đã đặt: thứ Bảy 07/03/2026 trực')
  expect((await choose(coordinator, back, 'Xác nhận')).text).toContain('bỏ 1 ngày cơ quan đã đặt')
  expect(await scene.database.client.calendarDay.count()).toBe(0)
})

const sample = readFileSync(new URL('../../examples/lich-lam-viec-mau.csv', import.meta.url))

onEveryChannel('a calendar comes as a file with the caption /lich', async (scene) => {
  const { coordinator } = scene
  await coordinator.sendFile('lich-2027.csv', sample, '/lich')
  const preview = await coordinator.next(jobMs)
  if (!coordinator.can.sendFile) {
    expect(preview.text).toContain('Ở đây không nhận được tệp')
    return
  }
  expect(preview.text).toBe(
    [
      'Tệp “lich-2027.csv”: 9 ngày.',
      'Thay đổi lịch làm việc như sau?',
      '• Nghỉ: thứ Hai 04/01/2027 – hoán đổi',
      '• Làm việc: thứ Bảy 09/01/2027 – làm bù ngày 04/01',
      '• Nghỉ: thứ Sáu 05/02/2027 – thứ Năm 11/02/2027 – Tết Nguyên đán',
      '• Làm việc: thứ Năm 04/02/2027 – trước đây dự kiến nghỉ, thông báo không có',
      'Nhắc việc: không có lần nhắc kế tiếp nào phải dời.',
    ].join('\n'),
  )
  expect((await choose(coordinator, preview, 'Xác nhận')).text).toBe(
    '✅ Đã ghi lịch làm việc: 8 ngày nghỉ, 2 ngày làm việc.',
  )
  await coordinator.sendFile('lan-hai.csv', sample, '/lịch')
  expect((await coordinator.next(jobMs)).text).toContain('Lịch đã đúng như vậy nên không có gì để ghi.')
})

onChannel(
  'telegram',
  'rows of a file that cannot be taken are told, and files of others are not read',
  async (scene) => {
    const { coordinator } = scene
    const rows = [
      ['Ngày', 'Loại', 'Tên'],
      ['31/02/2027', 'nghỉ', ''],
      ['04/01/2027', 'nghỉ', 'hoán đổi'],
    ]
    const table = {
      kind: 'table',
      widths: [20, 20, 20],
      rows: rows.map((row) => row.map((text) => ({ text }))),
    } as const
    await coordinator.sendFile('lich.xlsx', await toXlsx([{ name: 'Lịch', blocks: [table] }]), '/lich')
    const preview = await coordinator.next(jobMs)
    expect(preview.text).toContain('• Nghỉ: thứ Hai 04/01/2027 – hoán đổi')
    expect(preview.text).toContain('⚠️ 1 dòng chưa nhập được, sửa rồi gửi lại tệp:\n• dòng 2: ngày không đúng')

    await coordinator.sendFile('viec.csv', new TextEncoder().encode('STT,Nhiệm vụ\n1,Báo cáo\n'), '/lich')
    expect((await coordinator.next(jobMs)).text).toContain('Tệp “viec.csv” chưa phải lịch làm việc')

    const an = await scene.person({ role: 'official', agency: 'Phòng Y tế' })
    await an.sendFile('lich-2027.csv', sample, '/lich')
    expect((await an.next(jobMs)).text).toContain('không thuộc quyền')
  },
)

onChannel(
  'telegram',
  'a weekly summary whose Friday is a holiday is promised for the opening after it',
  async (scene) => {
    const { coordinator } = scene
    scene.setNow(hanoi('2026-04-28', '09:00'))
    const week = await ask(coordinator, '/tuan')
    const subscribed = await choose(coordinator, week, 'Gửi cho tôi mỗi thứ Sáu 16:00')
    expect(subscribed.text).toContain('lần tới là 04/05/2026')
  },
)
