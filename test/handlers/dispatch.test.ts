import { expect } from 'vitest'
import { onChannel, onEveryChannel } from '../support/conversation.ts'

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

onChannel('telegram', 'what is typed without a slash, or nearly right, finds its command', async (scene) => {
  await scene.importPlan([{ title: 'Rà soát văn bản', occurrences: ['2026-03-09'] }])
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  const ask = async (words: string): Promise<string> => {
    await hoa.say(words)
    return (await hoa.next()).text
  }
  const [tasks, help] = [await ask('/viec'), await ask('/trogiup')]
  expect(tasks).toContain('NV1')
  for (const words of ['viec', 'Việc', 'việc của tôi', '/viêc', '/Việc']) expect(await ask(words)).toBe(tasks)
  for (const words of ['trợ giúp', 'tro giup', 'giúp với', 'Giúp em với', 'help']) expect(await ask(words)).toBe(help)
  for (const words of ['/vieec', '/vieecj', '/viecc']) {
    expect(await ask(words)).toContain('Có phải anh/chị muốn dùng /viec?')
  }
  const schedule = await ask('/lichnhac 1')
  expect(schedule).toContain('Lịch nhắc')
  for (const words of ['lichnhac 1', 'Lịch nhắc 1', 'lịch nhắc1']) expect(await ask(words)).toBe(schedule)
  // Asked for in the middle of a question, help is help and no obstacle.
  await hoa.say('nv1')
  await hoa.choose(await hoa.next(), 'Vướng mắc')
  await hoa.next()
  expect(await ask('giúp với')).toBe(help)
  expect(await ask('huỷ')).not.toContain('Đã ghi')
})
