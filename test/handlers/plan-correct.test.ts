import { describe, expect } from 'vitest'
import { parsedPlan, parsedTask } from '../support/builders.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver, SeenMessage } from '../support/person-driver.ts'
import { planFile } from '../support/plan-file.ts'

const patience = 20_000

const tasks = [
  parsedTask({ code: '1', title: 'Rà soát thủ tục hành chính', occurrences: ['2026-03-20'], line: 10 }),
  parsedTask({
    ...{ code: '2', title: 'Khảo sát mức độ hài lòng', lead: [], line: 11 },
    warnings: [{ code: 'impossible-date', detail: '31/02/2026', line: 11 }],
  }),
  parsedTask({ code: '3', title: 'Kiểm tra công vụ', lead: ['Phòng Tư pháp'], occurrences: ['2026-09-30'], line: 12 }),
]

/** A file that the coordinator sent elsewhere: not every channel takes files. */
const saveDraft = (scene: Scene, at = scene.now()): Promise<string> =>
  scene.stores(async ({ plans, people }) => {
    const [coordinator] = (await people.listRecipients({})).filter(({ name }) => name === 'Cán bộ Tổng hợp')
    const parsed = parsedPlan(tasks, '12/KH-UBND')
    return plans.saveDraft({ fileName: 'a.docx', contentHash: 'a', parsed, personId: coordinator!.personId }, at)
  })

const ask = async (who: ChatDriver, text: string): Promise<SeenMessage> => {
  await who.say(text)
  return who.next(patience)
}

const press = async (who: ChatDriver, message: SeenMessage, label: string): Promise<SeenMessage> => {
  await who.choose(message, label)
  return who.next(patience)
}

describe('a draft', () => {
  onEveryChannel('is opened again, corrected by words and buttons, taken back and confirmed once', async (scene) => {
    const { coordinator } = scene
    await saveDraft(scene)
    const plans = await ask(coordinator, '/kehoach')
    expect(plans.text).toContain('Bản đang soạn, chưa giao\n• 12/KH-UBND Cải cách hành chính năm 2026 (02/03/2026)')
    const found = await press(coordinator, plans, 'Mở 12/KH-UBND')
    expect(found.text).toContain('2 · dòng 11 · không rõ đơn vị chủ trì, chưa giao cho ai')
    expect(found.text).toContain('2 chủ trì Phòng Nội vụ\n2 hạn 31/12/2026\nbỏ 2')

    expect((await ask(coordinator, '2 chủ trì phong y te\nbỏ 3')).text).toContain(
      '✅ Đã sửa:\n2 · chủ trì: chưa có → Phòng Y tế\n3 · bỏ: Kiểm tra công vụ\n2 nhiệm vụ, 2 phân công. Còn 1 chỗ cần xem lại.',
    )
    expect((await ask(coordinator, '2 chủ chì Phòng Nội vụ')).text).toContain('có thể gõ: 2 chủ trì Phòng Nội vụ')
    expect((await ask(coordinator, '2 hạn 31/2; bỏ 1')).text).toContain('Chưa sửa gì. Ngày “31/2” không có thật.')
    const undone = await ask(coordinator, 'hoàn tác')
    expect(undone.text).toContain('Đã lấy lại như trước (2 sửa đổi).\n3 nhiệm vụ, 2 phân công. Còn 2 chỗ cần xem lại.')

    const doubt = await ask(coordinator, 'nghi vấn')
    expect(doubt.text).toContain('Điểm nghi vấn 1/1')
    const fixed = await press(coordinator, doubt, 'Chủ trì: Phòng Nội vụ')
    expect(fixed.text).toContain('2 · chủ trì: chưa có → Phòng Nội vụ')
    await ask(coordinator, 'xem 2')
    const dated = await ask(coordinator, 'hạn quý IV')
    expect(dated.text).toContain('2 · hạn: không hạn → 31/12/2026')
    expect(dated.text).toContain('Không còn chỗ nào cần xem lại.')
    const done = await press(coordinator, dated, 'Xác nhận')
    expect(done.text).toContain('✅ Đã giao 12/KH-UBND: 3 nhiệm vụ, 3 phân công.')
    expect((await scene.database.client.plan.findMany()).map(({ number }) => number)).toEqual(['12/KH-UBND'])
    expect(await scene.database.client.planDraft.count()).toBe(0)
  })

  onChannel('telegram', 'is answered by a reply to its message, whichever was shown last', async (scene) => {
    const { coordinator } = scene
    await coordinator.sendFile('a.txt', planFile())
    const first = await coordinator.next(patience)
    await coordinator.sendFile('b.txt', planFile(['1\tViệc khác hẳn\tPhòng Y tế\t\tQuý II/2026\tBáo cáo']))
    await coordinator.next(patience)
    await coordinator.reply(first, '4 chủ trì Phòng Y tế')
    expect((await coordinator.next(patience)).text).toContain('4 · chủ trì: chưa có → Phòng Y tế')
    const drafts = await scene.database.client.planDraft.findMany({ orderBy: { fileName: 'asc' } })
    expect(drafts.map(({ fixes }) => (fixes as unknown[]).length)).toEqual([1, 0])
  })

  onChannel('web', 'that was left for two weeks is said to be too old, and is not confirmed', async (scene) => {
    const { coordinator } = scene
    await coordinator.sendFile('a.txt', planFile())
    const found = await coordinator.next(patience)
    scene.setNow(new Date(scene.now().getTime() + 15 * 86_400_000))
    expect((await press(coordinator, found, 'Xác nhận')).text).toBe(
      'Bản đọc từ tệp “a.txt” đã để quá 14 ngày nên hết hiệu lực, chưa giao gì cho ai. Xin gửi lại tệp.',
    )
    expect(await scene.database.client.plan.count()).toBe(0)
  })

  onChannel('web', 'undo pressed twice takes back once', async (scene) => {
    const { coordinator } = scene
    await saveDraft(scene)
    await press(coordinator, await ask(coordinator, '/kehoach'), 'Mở 12/KH-UBND')
    await ask(coordinator, 'bỏ 1')
    const second = await ask(coordinator, 'bỏ 2')
    expect((await press(coordinator, second, 'Hoàn tác')).text).toContain('Đã lấy lại như trước')
    expect((await press(coordinator, second, 'Hoàn tác')).text).toContain('Không có gì thay đổi.')
    const [draft] = await scene.database.client.planDraft.findMany()
    expect(draft?.fixes).toEqual([[{ kind: 'remove', rows: [1] }]])
  })
})
