import { existsSync, readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver, SeenMessage } from '../support/person-driver.ts'
import { planFile } from '../support/plan-file.ts'

const sendPlan = async (who: ChatDriver, bytes = planFile(), name = 'ke-hoach.txt'): Promise<SeenMessage> => {
  await who.sendFile(name, bytes)
  return who.next(20_000)
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

const countPlans = (scene: Scene): Promise<number> => scene.stores(async ({ plans }) => (await plans.list()).length)

describe('a plan sent by a coordinator', () => {
  onEveryChannel('is shown as it was understood, before anything is assigned', async (scene) => {
    const { coordinator } = scene
    const found = await sendPlan(coordinator)
    if (scene.channel === 'zalo') {
      expect(found.text).toContain('Ở đây không nhận được tệp')
      return
    }
    expect(found.text).toBe(
      [
        '12/KH-UBND Cải cách hành chính năm 2026',
        'UBND phường An Biên, ban hành 26/02/2026, năm kế hoạch 2026.',
        '',
        '5 nhiệm vụ, thành 8 phân công cho 3 đơn vị.',
        '',
        'Nhiệm vụ theo đơn vị chủ trì',
        '• Phòng Nội vụ: 1',
        '• Các phòng chuyên môn = 3 đơn vị: 1',
        '• Đài Truyền thanh phường: 1',
        '• Phòng Tư pháp: 1',
        '',
        'Số kỳ hạn theo tháng: 03/2026: 2 · 06/2026: 1 · 10/2026: 1 · không thời hạn: 2.',
        '',
        '⚠️ Cần xem lại 2 chỗ',
        '4 · dòng 13 · không rõ đơn vị chủ trì, chưa giao cho ai (“Khảo sát mức độ hài lòng”)',
        '5 · dòng 14 · ngày không có thật (“31/02/2026”)',
        '',
        '❓ 1 tên đơn vị chưa có trong danh mục, việc của các đơn vị này chờ đến khi rõ:',
        '• Đài Truyền thanh phường: 1 nhiệm vụ (3)',
        'Gõ /tenla để cho biết là đơn vị nào, trước hay sau khi xác nhận đều được.',
        '',
        'Sửa bằng cách nhắn, mỗi dòng một ý, ví dụ:',
        '4 chủ trì Phòng Nội vụ',
        '5 hạn 31/12/2026',
        'bỏ 5',
        '',
        'Chưa giao gì cho ai. Đúng thì xác nhận để giao việc.',
        ...(scene.channel === 'web' ? ['Sửa trên bảng'] : []),
      ].join('\n'),
    )
    expect(found.choices).toEqual(['Xác nhận', 'Xem danh sách', 'Sửa điểm nghi vấn', 'Tên lạ', 'Bỏ'])
    expect(await countPlans(scene)).toBe(0)
  })

  onChannel('telegram', 'that is dropped leaves nothing, and its buttons say so', async (scene) => {
    const { coordinator } = scene
    const found = await sendPlan(coordinator)
    await coordinator.choose(found, 'Bỏ')
    expect((await coordinator.next()).text).toBe('Đã bỏ, chưa giao gì cho ai. Sửa lại tệp thì gửi lần nữa.')
    await coordinator.choose(found, 'Xác nhận')
    expect((await coordinator.next()).text).toContain(
      'đã được xác nhận, đã bỏ hoặc để quá lâu nên không có gì thay đổi',
    )
    expect(await countPlans(scene)).toBe(0)
  })

  onChannel('web', 'with the number of one that is there is compared with it', async ({ coordinator }) => {
    await coordinator.choose(await sendPlan(coordinator), 'Xác nhận')
    await coordinator.next()
    const changed = Buffer.concat([planFile(), text('\n6\tViệc mới\tPhòng Y tế\t\tQuý IV/2026\tBáo cáo')])
    expect((await sendPlan(coordinator, changed)).text).toContain(
      'So với 12/KH-UBND đang theo dõi (5 nhiệm vụ): thêm 1, đổi 0, không còn 0, giữ nguyên 5.',
    )
  })

  onChannel('web', 'of a hundred tasks still fits on one screen', async ({ coordinator }) => {
    const path = `${import.meta.dirname}/../../../shared/plans/229-KH-UBND-2023.txt`
    if (!existsSync(path)) {
      process.stdout.write('skipped: ../shared/plans is not there\n')
      return
    }
    const found = await sendPlan(coordinator, readFileSync(path), '229.txt')
    expect(found.text).toContain('229/KH-UBND')
    expect(found.text).toMatch(/và \d+ đơn vị khác\./)
    expect(found.text).toMatch(/⚠️ \d+ kỳ hạn đã qua\./)
    expect(found.text.length).toBeLessThan(4096)
    expect(found.choices[0]).toBe('Xác nhận')
  })
})

describe('a file that is no plan', () => {
  onChannel('telegram', 'is refused with one clear sentence, and nothing is kept', async (scene) => {
    const { coordinator } = scene
    const say = async (name: string, bytes: Uint8Array) => (await sendPlan(coordinator, bytes, name)).text
    expect(await say('thu.txt', text('Kính gửi anh chị,\nMời dự họp giao ban.'))).toContain(
      'Không tìm thấy nhiệm vụ nào trong tệp “thu.txt”.',
    )
    expect(await say('trong.txt', text(' \n '))).toContain('Tệp “trong.txt” trống.')
    expect(await say('hong.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2]))).toContain('Tệp “hong.docx” bị hỏng')
    expect(await say('mat.txt', Buffer.concat([text('MẬT\n'), planFile()]))).toContain('có dấu mật')
    expect(await countPlans(scene)).toBe(0)
  })

  onChannel('web', 'from somebody without the right is evidence or nothing', async (scene) => {
    const official = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    expect((await sendPlan(official)).text).toContain('Tệp này là minh chứng của việc nào?')
    for (const role of ['leader', 'admin'] as const) {
      const person = await scene.person({ role })
      expect((await sendPlan(person)).text).toContain('không thuộc quyền')
    }
    expect(await countPlans(scene)).toBe(0)
  })
})
