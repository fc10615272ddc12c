import { expect } from 'vitest'
import { onEveryChannel } from '../support/conversation.ts'

onEveryChannel('a reply to a task is about that task while the bot waits for something else', async (scene) => {
  await scene.importPlan([{ title: 'Rà soát văn bản', occurrences: ['2026-03-09'] }])
  const both = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  if (!both.can.reply) return
  await scene.sweep()
  const reminder = await both.next(20_000)
  await both.say(`/start ${await scene.invite('coordinator')}`)
  await both.next()
  await both.say('/moi')
  expect((await both.next()).text).toContain('đơn vị nào')
  await both.reply(reminder, '60%')
  expect((await both.next()).text).toContain('60%')
})
