import { expect } from 'vitest'
import { onChannel } from '../support/conversation.ts'

onChannel(
  'telegram',
  'what is refused is answered politely and put on record, without what was written',
  async (scene) => {
    const leader = await scene.person({ role: 'leader' })
    const { planId } = await scene.importPlan([
      { title: 'Báo cáo', occurrences: ['2026-03-06'], to: ['Phòng Tư pháp'] },
    ])
    expect(planId).not.toBe('')
    for (const words of ['/thongbao Họp khẩn lúc 14 giờ', 'nv1 xong', '/khongco', 'trời đẹp quá']) {
      await leader.say(words)
      await leader.next()
    }
    const recorded = await scene.database.client.auditEvent.findMany({
      where: { action: 'refused' },
      orderBy: { id: 'asc' },
    })
    expect(recorded.map(({ after, channel, subject }) => ({ after, channel, subject }))).toEqual([
      { after: { code: 'not-allowed', attempt: '/thongbao' }, channel: 'telegram', subject: 'person' },
      { after: { code: 'not-allowed', attempt: 'text' }, channel: 'telegram', subject: 'person' },
    ])
    expect(JSON.stringify(recorded.map(({ before, after }) => [before, after]))).not.toContain('Họp khẩn')
  },
)
