import { expect } from 'vitest'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

/** The wake-ups of jobs travel through the queue. */
const jobMs = 20_000

onEveryChannel('the coordinator changes when a plan’s tasks are reminded of', async (scene) => {
  const { coordinator } = scene
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-13'], to: ['Phòng Y tế'] }])
  await coordinator.say('/kehoach')
  await coordinator.choose(await coordinator.next(), 'Mốc nhắc')
  const which = await coordinator.next()
  expect(which.text).toContain('Chọn kế hoạch để xem và đổi mốc nhắc việc:')
  await coordinator.choose(which, which.choices[1]!)
  const shown = await coordinator.next()
  expect(shown.text).toContain(': theo mốc chung')
  expect(shown.text).toContain(
    'Nhắc trước hạn 7, 3, 1 ngày và đúng ngày hạn; quá hạn thì hôm sau rồi 3 ngày một lần, trong 30 ngày; chỉ trong giờ làm việc.',
  )
  await coordinator.choose(shown, 'Trước hạn 14, 7, 3, 1, 0')
  const changed = await coordinator.next()
  expect(changed.text).toContain('✅ Đã đổi mốc nhắc; 1 việc dời lần nhắc kế tiếp.')
  expect(changed.choices).toContain('Theo mốc chung')
  await scene.sweep()
  expect((await an.next(jobMs)).text).toContain('Còn 11 ngày')
  await an.say('/lichnhac 1')
  const schedule = await an.next()
  expect(schedule.text).toContain('• 02/03/2026, trước hạn 14 ngày: Chuyên viên Hai')
  expect(schedule.text).toContain('Bot nhắc trước hạn 14, 7, 3, 1 ngày và đúng ngày hạn; quá hạn')
  // What was said stays said.
  await coordinator.choose(changed, 'Theo mốc chung')
  expect((await coordinator.next()).text).toContain(': theo mốc chung')
  await scene.sweep()
  expect(await an.quiet()).toEqual([])
})

onChannel('web', 'only who may sets milestones, only of what is there, and it is recorded', async (scene) => {
  await scene.person({ role: 'head', agency: 'Phòng Y tế', name: 'Thủ trưởng Hai' })
  const { planId } = await scene.importPlan([{ title: 'Rà soát', occurrences: ['2026-03-12'] }])
  const { client } = scene.database
  for (const action of ['mil-ls:0', `mil-of:${planId}`, `mil:${planId}:3,0;3;c`, 'mil:all:3,0;3;c']) {
    expect(await pressForged(scene, 'Thủ trưởng Hai', action)).toContain('không thuộc quyền')
  }
  const stale = ['mil:all:3,7;3;c', 'mil:all', `mil-of:${crypto.randomUUID()}`, 'mil:x:3,0;3;c']
  for (const action of stale) {
    expect(await pressForged(scene, 'Cán bộ Tổng hợp', action)).toContain('không còn dùng được')
  }
  expect(await client.auditEvent.count({ where: { action: 'milestones.set', workspaceId: scene.workspace.id } })).toBe(
    0,
  )

  const wide = await pressForged(scene, 'Cán bộ Tổng hợp', 'mil:all:3,0;-;w')
  expect(wide).toContain('Mốc nhắc chung')
  expect(wide).toContain('Nhắc trước hạn 3 ngày làm việc và đúng ngày hạn; quá hạn thì không nhắc nữa')
  // Pressed twice it changes nothing more.
  expect(await pressForged(scene, 'Cán bộ Tổng hợp', 'mil:all:3,0;-;w')).not.toContain('Đã đổi')
  const [event, ...more] = await client.auditEvent.findMany({
    where: { action: 'milestones.set', workspaceId: scene.workspace.id },
  })
  expect(more).toEqual([])
  expect(event).toMatchObject({ before: { milestones: null }, after: { milestones: '3,0;-;w', moved: 1 } })
  await scene.coordinator.say('/lichnhac 1')
  const schedule = await scene.coordinator.next()
  expect(schedule.text).toContain('• 07:30 09/03/2026: trước hạn 3 ngày\n• 07:30 12/03/2026: đúng ngày hạn\n')
  expect(await pressForged(scene, 'Cán bộ Tổng hợp', 'mil:all:')).toContain('✅ Đã đổi mốc nhắc; 1 việc')
})

onEveryChannel('work without a due date is asked about, answered by a word, and why is told', async (scene) => {
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await scene.importPlan([{ title: 'Duy trì một cửa', cadence: 'ongoing', to: ['Phòng Y tế'] }])
  scene.setNow(new Date('2026-04-01T01:30:00Z'))
  await scene.sweep()
  const asked = await an.next(jobMs)
  expect(asked.text).toContain('🔄 Việc không thời hạn, đề nghị cho biết tình hình')
  await an.say('vì sao tôi được nhắc?')
  const why = (await an.next()).text
  expect(why).toContain('Không thời hạn; nhắc ngày 01/04/2026 để hỏi tình hình định kỳ.')
  expect(why).toContain('Nhắc tiếp: 07:30 ngày 04/05/2026, nếu việc chưa xong.')
  expect(why).toContain('Việc không thời hạn: hỏi tình hình mỗi tháng một lần, vào ngày làm việc đầu tháng.')
  await an.say('đang làm, được 40%')
  expect((await an.next()).text).toContain('40%')
  await scene.sweep()
  expect(await an.quiet()).toEqual([])

  await scene.coordinator.say('/kehoach')
  await scene.coordinator.choose(await scene.coordinator.next(), 'Mốc nhắc')
  await scene.coordinator.choose(await scene.coordinator.next(), 'Chung cho mọi kế hoạch')
  await scene.coordinator.choose(await scene.coordinator.next(), 'Không hạn: mỗi quý')
  expect((await scene.coordinator.next()).text).toContain('✅ Đã đổi mốc nhắc; 1 việc dời lần nhắc kế tiếp.')
  await an.say('/lichnhac 1')
  expect((await an.next()).text).toContain('• 07:30 01/07/2026: hỏi tình hình định kỳ')
})
