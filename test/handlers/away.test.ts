import { expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

onEveryChannel(
  'somebody away is stood in for: what is missing is asked, the stand-in is told and reminded',
  async (scene) => {
    await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-06'] }])
    const one = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const two = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Hai' })
    await scene.person({ role: 'official', agency: 'Phòng Tư pháp', name: 'Chuyên viên Ba' })
    expect((await ask(one, '/vắngmặt')).text).toContain('Anh/chị vắng mặt từ ngày nào đến ngày nào?')
    expect((await ask(one, 'tuần sau ạ')).text).toContain('Chưa rõ những ngày vắng mặt')
    const who = await ask(one, 'từ 5/3 đến 12/3')
    expect(who.text).toContain('Ai làm thay từ 05/03/2026 đến 12/03/2026?')
    expect(who.choices).toEqual(['Chuyên viên Hai'])
    const saved = await choose(one, who, 'Chuyên viên Hai')
    expect(saved.text).toContain(
      '✅ Từ 05/03/2026 đến 12/03/2026 Chuyên viên Hai nhận nhắc việc và trả lời thay anh/chị.',
    )
    expect((await two.next()).text).toContain('Chuyên viên Một vắng mặt từ 05/03/2026 đến 12/03/2026')

    const head = await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Thủ trưởng' })
    await choose(head, await ask(head, '/giaoviec 1'), 'Chuyên viên Một')
    await one.next()
    scene.setNow(new Date('2026-03-05T02:00:00Z'))
    await scene.sweep()
    expect((await two.next(20_000)).text).toContain('Gửi anh/chị vì đang làm thay Chuyên viên Một.')
    const reminded = await one.next(20_000)
    expect(reminded.text).toContain('nhắc việc')
    expect(reminded.text).not.toContain('làm thay')
    expect((await ask(one, '/toi')).text).toContain('Vắng mặt 05/03/2026 – 12/03/2026: Chuyên viên Hai làm thay.')

    const ended = await ask(one, '/vangmat huỷ')
    expect(ended.text).toBe('✅ Đã hủy vắng mặt từ 05/03/2026 đến 12/03/2026. Đã báo Chuyên viên Hai.')
    expect((await two.next()).text).toContain('anh/chị không cần làm thay nữa')
    scene.setNow(new Date('2026-03-06T02:00:00Z'))
    await scene.sweep()
    expect((await one.next(20_000)).text).toContain('nhắc việc')
    expect(await two.quiet()).toEqual([])
  },
)

onChannel(
  'telegram',
  'a stand-in answers for agencies that are not their own, but decides nothing, and only in those days',
  async (scene) => {
    await scene.importPlan([{ title: 'Kiểm tra văn bản', to: ['Phòng Tư pháp'], occurrences: ['2026-03-06'] }])
    const one = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    await one.say(`/start ${await scene.invite('head', 'Phòng Tư pháp')}`)
    await one.quiet()
    const two = await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Chuyên viên Hai' })
    expect((await ask(two, 'nv1 40%')).text).toContain('Không thấy nhiệm vụ')
    expect((await ask(one, '/away từ 2/3 đến 5/3 giao hai')).text).toContain(
      'Từ 02/03/2026 đến 05/03/2026 Chuyên viên Hai',
    )
    await two.next()
    expect((await ask(two, 'nv1 40%')).text).toContain('✅ Đã ghi NV1')
    const { id } = await scene.database.client.assignment.findFirstOrThrow()
    expect(await pressForged(scene, 'Chuyên viên Hai', `doer:${id}:-`)).toContain('không thuộc quyền')
    await scene.sweep()
    scene.setNow(new Date('2026-03-05T02:00:00Z'))
    await scene.sweep()
    const reminders = (await two.quiet()).map(({ text }) => text).join('\n')
    expect(reminders).toContain('Gửi anh/chị vì đang làm thay Chuyên viên Một.')
    scene.setNow(new Date('2026-03-06T02:00:00Z'))
    expect((await ask(two, 'nv1 50%')).text).toContain('Không thấy nhiệm vụ')
    await scene.sweep()
    expect(await two.quiet()).toEqual([])
    const old = `away-to:2026-03-02:2026-03-05:${id.slice(-12)}`
    expect(await pressForged(scene, 'Chuyên viên Một', old)).toContain('không còn dùng được')
    await one.quiet()
    expect((await ask(one, '/vangmat')).choices).toEqual([])
  },
)
