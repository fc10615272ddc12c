import { expect } from 'vitest'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

/** The wake-ups of jobs travel through the queue. */
const jobMs = 20_000
const rule = 'Bot nhắc trước hạn 7, 3, 1 ngày và đúng ngày hạn'

onEveryChannel('a reminder says why it came and when the next one does', async (scene) => {
  const an = await scene.person({ role: 'head', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await an.say('vì sao tôi được nhắc?')
  expect((await an.next()).text).toContain('Chưa có tin nhắc việc nào gửi cho anh/chị.')
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-09'], to: ['Phòng Y tế'] }])
  await scene.sweep()
  const reminder = await an.next(jobMs)
  await an.choose(reminder, 'Vì sao?')
  const why = await an.next()
  expect(why.text).toContain(
    [
      'Vì sao anh/chị được nhắc NV1 Báo cáo quý I',
      '• Việc giao cho Phòng Y tế; anh/chị là thủ trưởng đơn vị của Phòng Y tế.',
      '• Hạn 09/03/2026; nhắc ngày 02/03/2026 theo mốc trước hạn 7 ngày.',
      '• Nhắc tiếp: 07:30 ngày 06/03/2026, nếu việc chưa xong.',
      rule,
    ].join('\n'),
  )
  for (const words of ['sao nhắc tôi', 'Vì sao tôi được nhắc?']) {
    await an.reply(reminder, words)
    expect((await an.next()).text).toBe(why.text)
  }
  await an.say('nv1 xong')
  await an.next()
  // While the bot waits for evidence the question is a question all the same.
  await an.say('sao nhắc tôi')
  expect((await an.next()).text).toContain('• Nhắc tiếp: không nhắc nữa vì việc đã hoàn thành.')
})

onEveryChannel('a reminder of several tasks explains each', async (scene) => {
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await scene.importPlan([
    { title: 'Nộp báo cáo', occurrences: ['2026-03-03'] },
    { title: 'Tập huấn', occurrences: ['2026-03-02'] },
  ])
  await scene.sweep()
  const digest = await hoa.next(jobMs)
  await hoa.choose(digest, 'Vì sao?')
  const why = await hoa.next()
  const tie = 'Việc giao cho Phòng Nội vụ; anh/chị là chuyên viên đầu mối của Phòng Nội vụ.'
  expect(why.text).toContain(
    [
      'Vì sao anh/chị được nhắc những việc này',
      `• NV2: ${tie} Hạn 02/03/2026, nhắc ngày 02/03/2026 theo mốc đúng ngày hạn. Nhắc tiếp: 07:30 ngày 03/03/2026, nếu việc chưa xong.`,
      `• NV1: ${tie} Hạn 03/03/2026, nhắc ngày 02/03/2026 theo mốc trước hạn 1 ngày. Nhắc tiếp: 07:30 ngày 03/03/2026, nếu việc chưa xong.`,
    ].join('\n'),
  )
  await hoa.reply(digest, 'tại sao nhắc em?')
  expect((await hoa.next()).text).toBe(why.text)
})

onChannel('web', 'why tells nothing of others, and says when the due date was moved', async (scene) => {
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await scene.importPlan([{ title: 'Nộp báo cáo', occurrences: ['2026-03-03'] }])
  await scene.sweep()
  const reminder = await hoa.next(jobMs)
  const { client } = scene.database
  const { id } = await client.assignment.findFirstOrThrow()
  expect(await pressForged(scene, 'Chuyên viên Hai', `why:${id}`)).toContain('không thuộc quyền')
  expect(await pressForged(scene, 'Chuyên viên Hai', 'why:')).toContain('Chưa có tin nhắc việc nào')
  expect(await pressForged(scene, 'Chuyên viên Hai', 'why:x')).toContain('không còn dùng được')
  expect(await pressForged(scene, 'Cán bộ Tổng hợp', `why:${id}`)).toContain('anh/chị không thuộc đơn vị này')
  await client.assignment.update({ where: { id }, data: { dueOn: new Date('2026-04-10'), dueVersion: 2 } })
  await client.nextReminder.updateMany({ data: { remindAt: new Date('2026-04-04T01:00:00Z') } })
  await hoa.choose(reminder, 'Vì sao?')
  const { text } = await hoa.next()
  expect(text).toContain('Hạn 10/04/2026; nhắc ngày 02/03/2026 theo mốc trước hạn 1 ngày, tính theo hạn trước khi đổi.')
  // A Saturday: said when Monday begins.
  expect(text).toContain('• Nhắc tiếp: 07:30 ngày 06/04/2026, nếu việc chưa xong.')
})
