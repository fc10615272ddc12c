import { expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

onEveryChannel(
  'a supporting agency sees the task and contributes; the leading one is told, nothing changes',
  async (scene) => {
    await scene.importPlan([
      { title: 'Báo cáo quý I', support: ['Phòng Tư pháp'], occurrences: ['2026-03-20', '2026-06-20'] },
      { title: 'Rà soát văn bản', to: ['Phòng Y tế'], lead: ['Phòng Y tế'], support: ['Các phòng, ban'] },
      { title: 'Việc không phối hợp', occurrences: ['2026-03-20'] },
    ])
    const lead = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const other = await scene.person({ role: 'official', agency: 'Phòng Tư pháp', name: 'Chuyên viên Hai' })
    const list = await ask(other, '/việc phối hợp')
    expect(list.text).toContain('Việc phối hợp: 2 (Phòng Tư pháp)')
    expect(list.text).toMatch(
      /• NV1 Báo cáo quý I · Phòng Nội vụ · kỳ 1\/2 · hạn 20\/03\/2026.*\n• NV2 Rà soát văn bản · Phòng Y tế · không thời hạn/u,
    )
    expect(list.text).not.toContain('NV3')
    const card = await choose(other, list, 'NV1 (kỳ 1)')
    expect(card.text).toContain('Đơn vị anh/chị phối hợp; Phòng Nội vụ chủ trì.')
    expect(card.choices).toEqual(['Gửi đóng góp'])
    expect((await choose(other, card, 'Gửi đóng góp')).text).toContain(
      'Gửi đóng góp cho NV1: một ghi chú hoặc liên kết',
    )
    expect((await ask(other, 'xong số liệu quý I, https://anbien.gov.vn/1')).text).toBe(
      '✅ Đã chuyển đóng góp cho NV1. Đã báo 1 người của Phòng Nội vụ.',
    )
    const told = await lead.next()
    expect(told.text).toContain(
      '🤝 Phòng Tư pháp đóng góp cho NV1 Báo cáo quý I\nChuyên viên Hai: “xong số liệu quý I, https://anbien.gov.vn/1”',
    )
    expect((await choose(lead, told, 'Mở việc')).text).toContain('mới giao')
    const { client } = scene.database
    expect(await client.evidence.count()).toBe(0)
    expect(await client.statusUpdate.findMany()).toMatchObject([{ kind: 'contribute', stateAfter: 'assigned' }])
    expect((await client.assignment.findMany()).every(({ lastUpdateAt }) => lastUpdateAt === null)).toBe(true)
  },
)

onChannel(
  'web',
  'a contribution stands in nobody’s way, goes to who does it, and is only for those who support',
  async (scene) => {
    await scene.importPlan([{ title: 'Báo cáo quý I', support: ['Phòng Tư pháp'], occurrences: ['2026-03-20'] }])
    const lead = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const head = await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Thủ trưởng' })
    const other = await scene.person({ role: 'official', agency: 'Phòng Tư pháp', name: 'Chuyên viên Hai' })
    await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Ba' })
    const { id } = await scene.database.client.assignment.findFirstOrThrow()
    for (const action of [`sup:${id}`, `con:${id}`]) {
      expect(await pressForged(scene, 'Chuyên viên Ba', action)).toContain('không thuộc quyền')
      expect(await pressForged(scene, 'Chuyên viên Một', action)).toContain('không thuộc quyền')
    }
    expect(await pressForged(scene, 'Chuyên viên Hai', `sup:${crypto.randomUUID()}`)).toContain('không còn dùng được')
    expect((await ask(lead, '/viec phoi hop')).text).toContain('Đơn vị không có việc phối hợp nào đang mở.')
    await choose(head, await ask(head, '/giaoviec 1'), 'Chuyên viên Một')
    await lead.next()
    const answered = await ask(lead, 'nv1 40%')
    const card = await choose(other, await ask(other, '/tasks support'), 'NV1')
    await choose(other, card, 'Gửi đóng góp')
    expect((await ask(other, 'đã gửi số liệu')).text).toContain('Đã báo 1 người của Phòng Nội vụ.')
    expect((await lead.next()).text).toContain('🤝 Phòng Tư pháp')
    expect(await head.quiet()).toEqual([])
    expect((await choose(lead, answered, 'Hoàn tác')).text).toContain('NV1 trở lại: mới giao')
    await ask(lead, 'nv1 xong')
    expect((await choose(other, card, 'Gửi đóng góp')).text).toContain('đã kết thúc')
  },
)
