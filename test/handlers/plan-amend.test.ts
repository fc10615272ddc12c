import { expect } from 'vitest'
import { onChannel } from '../support/conversation.ts'
import type { ChatDriver, SeenMessage } from '../support/person-driver.ts'
import { planFile } from '../support/plan-file.ts'
import { pressForged } from './forged-press.ts'

const patience = 20_000

const send = async (who: ChatDriver, rows?: readonly string[]): Promise<SeenMessage> => {
  await who.sendFile('ke-hoach.txt', rows === undefined ? planFile() : planFile(rows))
  return who.next(patience)
}

/** The next message with these words; what was said before it is of no concern here. */
const hear = async (who: ChatDriver, words: string): Promise<SeenMessage> => {
  const message = await who.next(patience)
  return message.text.includes(words) ? message : hear(who, words)
}

const press = async (who: ChatDriver, message: SeenMessage, label: string): Promise<SeenMessage> => {
  await who.choose(message, label)
  return who.next(patience)
}

const first = [
  '1\tRà soát thủ tục hành chính\tPhòng Nội vụ\t\tTrước ngày 21/3/2026\tBáo cáo',
  '2\tKiểm tra công vụ\tPhòng Tư pháp\t\tQuý III/2026\tKết luận',
]
const amended = [
  '1\tRà soát thủ tục hành chính\tPhòng Nội vụ\t\tTrước ngày 30/4/2026\tBáo cáo',
  '2\tTập huấn chữ ký số\tPhòng Nội vụ\t\tQuý II/2026\tLớp học',
]

onChannel(
  'telegram',
  'an amended plan is compared, asks before it cancels, and tells each person once',
  async (scene) => {
    const { coordinator } = scene
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const an = await scene.person({ role: 'official', agency: 'Phòng Tư pháp', name: 'Chuyên viên Hai' })
    await press(coordinator, await send(coordinator, first), 'Xác nhận')
    for (const person of [hoa, an]) await hear(person, 'được giao')
    await hoa.say('nv1 50%')
    await hear(hoa, 'Đã ghi NV1')

    const found = await send(coordinator, amended)
    expect(found.text).toContain(
      'So với 12/KH-UBND đang theo dõi (2 nhiệm vụ): thêm 1, đổi 1, không còn 1, giữ nguyên 0.',
    )
    expect(found.text).toContain('• NV1 Rà soát thủ tục hành chính: hạn 20/03/2026 → 29/04/2026')
    expect(found.text).toContain('• NV2 Kiểm tra công vụ (1 phân công chưa xong)')
    expect(found.choices).not.toContain('Xác nhận')

    const done = await press(coordinator, found, 'Cập nhật và hủy 1')
    expect(done.text).toBe('✅ Đã cập nhật 12/KH-UBND: thêm 1 nhiệm vụ, đổi 1, hủy 1 phân công.\nĐã báo cho 2 người.')
    expect((await hear(hoa, 'sửa đổi')).text).toBe(
      [
        '📌 Phòng Nội vụ: 12/KH-UBND đã được sửa đổi, 2 việc thay đổi:',
        '• NV3 Tập huấn chữ ký số: mới giao, hạn 30/06/2026',
        '• NV1 Rà soát thủ tục hành chính: hạn 20/03/2026 → 29/04/2026',
        'Gõ /viec để xem và tiếp nhận.',
      ].join('\n'),
    )
    expect((await hear(an, 'sửa đổi')).text).toContain('• NV2 Kiểm tra công vụ: không phải làm nữa')
    expect([...(await hoa.quiet()), ...(await an.quiet())]).toEqual([])
    const rows = await scene.database.client.assignment.findMany({
      include: { occurrence: { include: { task: true } } },
    })
    const told = rows.map(({ state, percent, occurrence }) => `${occurrence.task.number} ${state} ${percent}`)
    expect(told.toSorted()).toEqual(['1 in_progress 50', '2 cancelled 0', '3 assigned 0'])

    // Pressed again, and sent again, it changes nothing.
    expect((await press(coordinator, found, 'Cập nhật và hủy 1')).text).toContain('không có gì thay đổi')
    expect((await send(coordinator, amended)).text).toContain('Không có gì thay đổi.')
    const audit = await scene.database.client.auditEvent.findMany({ where: { action: 'amend' } })
    expect(audit).toHaveLength(1)
    expect(JSON.stringify(audit[0]?.before)).toContain('2026-03-20')
  },
)

onChannel('web', 'a draft is nobody’s but its owner’s', async (scene) => {
  await send(scene.coordinator)
  await scene.person({ role: 'coordinator', name: 'Văn thư Một' })
  await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Ba' })
  const { id } = await scene.database.client.planDraft.findFirstOrThrow()
  for (const name of ['Văn thư Một', 'Chuyên viên Ba']) {
    for (const action of [
      `plan-ok:${id}`,
      `plan-cut:${id}`,
      `plan-fix:${id}:1:rm`,
      `plan-see:${id}:0`,
      `plan-no:${id}`,
    ]) {
      expect(await pressForged(scene, name, action)).toContain('không thuộc quyền')
    }
  }
  expect(await scene.database.client.planDraft.count()).toBe(1)
  expect(await scene.database.client.plan.count()).toBe(0)
})
