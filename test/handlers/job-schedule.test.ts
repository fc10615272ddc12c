import { expect } from 'vitest'
import type { WebDriver } from '../support/web-driver.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'

onEveryChannel('/lichchay shows what the clock does; [Chạy ngay] runs it once and says how it went', async (scene) => {
  const admin = await scene.person({ role: 'admin', name: 'Quản trị Một' })
  await admin.say('/lichchay')
  expect((await admin.next()).text).toContain('• Nhắc việc: chưa chạy lần nào; lần tới 09:01:00')
  await scene.importPlan([{ occurrences: ['2026-03-05'] }])
  await scene.app.runJobs('reminder-sweep')
  await admin.say('/lichchay')
  const list = await admin.next()
  expect(list.text).toMatch(
    /• Nhắc việc: lần cuối 09:00:00 ngày 02\/03\/2026, xong, 1 mục, \d+,\d giây; lần tới 09:01:00/,
  )
  await admin.choose(list, 'Chạy ngay: Nhắc việc')
  expect((await admin.next()).text).toContain('Đang chạy ngay: Nhắc việc. Xong sẽ báo.')
  await scene.app.quiet()
  expect((await admin.next()).text).toMatch(/^Đã chạy Nhắc việc: xong, không có gì phải làm, \d+,\d giây\.$/)
  await admin.quiet()
  const events = await scene.database.client.auditEvent.findMany({ where: { action: 'job.run' } })
  expect(events).toHaveLength(1)
})

onChannel('telegram', '/lichchay tells of missed runs and of stops, and is for the admin alone', async (scene) => {
  const admin = await scene.person({ role: 'admin', name: 'Quản trị Một' })
  await scene.app.runJobs('clock-watch')
  await scene.app.runJobs('reminder-sweep')
  scene.setNow(new Date('2026-03-02T03:00:00Z'))
  await scene.app.runJobs('reminder-sweep')
  await scene.app.runJobs('clock-watch')
  await scene.app.quiet()
  expect((await admin.next()).text).toBe(
    '⚠️ Đồng hồ nhắc việc đã ngừng từ 09:00 ngày 02/03/2026 đến 10:00 ngày 02/03/2026; nhắc việc trong thời gian đó được gửi muộn, mỗi người một tin.',
  )
  await admin.say('/jobs')
  const { text } = await admin.next()
  expect(text).toContain('; lỡ 59 lần trong 7 ngày qua, đã làm bù')
  expect(text).toContain(
    'Đồng hồ đã ngừng trong 7 ngày qua:\n• từ 09:00:00 ngày 02/03/2026 đến 10:00:00 ngày 02/03/2026',
  )
  await scene.coordinator.say('/lichchay')
  expect((await scene.coordinator.next()).text).toContain('không thuộc quyền')
  await scene.coordinator.quiet()
})

onChannel('web', 'the page of the schedule runs a job for the admin, and for nobody else', async (scene) => {
  const admin = await scene.person({ role: 'admin', name: 'Quản trị Một' })
  const open = (cookie: string | null, path = '', init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${scene.app.port}/lich-chay${path}`, {
      ...init,
      redirect: 'manual',
      headers: { Cookie: cookie ?? '', Origin: `http://127.0.0.1:${scene.app.port}` },
    })
  const cookie = (admin as WebDriver).cookie()
  const others = (scene.coordinator as WebDriver).cookie()
  expect(await (await open(cookie)).text()).toContain('<th scope="row">Nhắc việc</th><td>chưa chạy lần nào</td>')
  expect((await open(others)).status).toBe(403)
  expect((await open(others, '/reminder-sweep', { method: 'POST' })).status).toBe(403)
  expect((await open(cookie, '/clock-watch', { method: 'POST' })).status).toBe(404)
  const ran = await open(cookie, '/reminder-sweep', { method: 'POST' })
  expect([ran.status, ran.headers.get('location')]).toEqual([303, '/lich-chay?chay=reminder-sweep'])
  await scene.app.quiet()
  expect((await admin.next()).text).toContain('Đang chạy ngay: Nhắc việc')
  expect((await admin.next()).text).toContain('Đã chạy Nhắc việc')
  expect(await (await open(cookie, '?chay=reminder-sweep')).text()).toContain('<td>09:00:00 ngày 02/03/2026, xong')
  expect(await scene.database.client.auditEvent.count({ where: { action: 'refused' } })).toBe(2)
})
