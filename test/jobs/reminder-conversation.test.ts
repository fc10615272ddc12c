import { describe, expect } from 'vitest'
import { onEveryChannel } from '../support/conversation.ts'

/** The wake-ups of jobs travel through the queue. */
const jobMs = 20_000

describe('a reminder', () => {
  onEveryChannel('about one task is answered where it stands', async (scene) => {
    const official = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Ba' })
    await scene.importPlan([{ title: 'Nộp báo cáo quý', occurrences: ['2026-03-05'] }])
    await scene.sweep()
    const reminder = await official.next(jobMs)
    expect(reminder.text).toContain('⏰ Còn 3 ngày: nhắc việc\nNV1 Nộp báo cáo quý')
    expect(reminder.choices).toEqual(['Đã nhận', 'Đang làm', 'Xong', 'Vướng mắc', 'Vì sao?', 'Nhắc lại sau'])
    await scene.sweep()
    expect(await official.quiet()).toEqual([])
    await official.choose(reminder, 'Đã nhận')
    await official.next()
    const assignments = await scene.stores((stores) => stores.assignments.findByNumber(1))
    expect(assignments.map(({ state }) => state)).toEqual(['acknowledged'])
  })

  onEveryChannel('about several tasks opens each of them', async (scene) => {
    const official = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Ba' })
    await scene.importPlan([
      { title: 'Nộp báo cáo quý', occurrences: ['2026-03-05'] },
      { title: 'Tập huấn <b>&_*[', occurrences: ['2026-03-02'] },
    ])
    await scene.sweep()
    const digest = await official.next(jobMs)
    expect(digest.text).toContain('⏰ Hạn hôm nay\n• NV2 Tập huấn <b>&_*[ · hạn 02/03/2026')
    expect(digest.choices).toEqual(['NV2', 'NV1', 'Vì sao?', 'Nhắc lại sau'])
    await official.choose(digest, 'NV1')
    const card = await official.next()
    expect(card.text).toContain('NV1 Nộp báo cáo quý')
    expect(card.choices).toContain('Xong')
    await scene.sweep()
    expect(await official.quiet()).toEqual([])
  })
})
