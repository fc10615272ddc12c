import { describe, expect } from 'vitest'
import { addPlan } from '../support/builders.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'

const odd = 'Nộp <b>báo cáo</b> & phụ lục *gấp* _ngay_ [mẫu](x) trước 10/3'

/** Says the announcement and takes the preview for one of the choices of whom. */
const preview = async (by: ChatDriver, text: string, whom: string) => {
  await by.say(`/thongbao ${text}`)
  await by.choose(await by.next(), whom)
  return by.next()
}

const audienceOf = async (scene: Scene) => ({
  an: await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Ba' }),
  binh: await scene.person({ role: 'head', agency: 'Phòng Tư pháp', name: 'Chuyên viên Sáu' }),
})

const minutesLater = (scene: Scene, minutes: number): void =>
  scene.setNow(new Date(scene.now().getTime() + minutes * 60_000))

/** Presses something and takes the answer. */
const choose = async (by: ChatDriver, message: Awaited<ReturnType<ChatDriver['next']>>, label: string) => {
  await by.choose(message, label)
  return by.next()
}

describe('/thongbao', () => {
  onEveryChannel('shows whom it reaches, sends exactly what was typed, and tells who has it', async (scene) => {
    const { coordinator, channel } = scene
    expect((await preview(coordinator, 'Họp', 'Tất cả')).text).toContain('Chưa có ai trong phạm vi này tham gia')
    const { an, binh } = await audienceOf(scene)
    await an.say('/thongbao Họp')
    expect((await an.next()).text).toContain('không thuộc quyền của anh/chị')

    const seen = await preview(coordinator, odd, 'Tất cả')
    const body = `Thông báo của UBND phường An Biên\n\n${odd}\n\nHạn: 09/03/2026\nNgười gửi: Cán bộ Tổng hợp`
    expect(seen.text).toContain(`📢 ${body}`)
    expect(seen.text).toContain('Hạn 09/03/2026 được đọc từ “trước 10/3”.')
    expect(seen.text).toContain('Gửi đến 2 người ở 2 đơn vị.')
    expect(seen.text).toContain('3 đơn vị chưa có ai để nhận: Phòng Y tế; Trạm Y tế; UBND phường An Biên.')
    expect(seen.choices).toEqual(['Gửi', 'Thôi', 'Hạn khác', 'Không ghi hạn', 'Kèm tệp', 'Đổi người nhận'])
    expect(await an.quiet()).toEqual([])

    const sent = await choose(coordinator, seen, 'Gửi')
    expect(sent.text).toContain('đang được gửi đến 2 người ở 2 đơn vị')
    expect(sent.choices).toEqual(['Xem ai đã nhận', 'Ai chưa nhận', 'Nhắc lại', 'Thu hồi'])
    const copies = { an: await an.next(), binh: await binh.next() }
    for (const copy of [copies.an, copies.binh]) {
      expect(copy.text).toContain(body)
      expect(copy.choices).toEqual(['Đã nhận'])
    }
    expect((await choose(an, copies.an, 'Đã nhận')).text).toBe('✅ Đã ghi nhận anh/chị đã nhận thông báo.')
    expect([await an.quiet(), await binh.quiet(), await coordinator.quiet()]).toEqual([[], [], []])

    const receipts = await choose(coordinator, sent, 'Xem ai đã nhận')
    expect(receipts.text).toContain('người gửi: Cán bộ Tổng hợp\nHạn: 09/03/2026\nĐã gửi tới: 2/2 người')
    expect(receipts.text.includes('Đã xem trên trang web: 2')).toBe(channel === 'web')
    expect(receipts.text).toContain('Đã bấm “Đã nhận”: 1/2')
    const silent = await choose(coordinator, receipts, 'Ai chưa nhận')
    const mark = channel === 'web' ? ' (đã xem)' : ''
    expect(silent.text).toContain(`Chưa bấm “Đã nhận”: 1/2 người (1–1)\nPhòng Tư pháp: Chuyên viên Sáu${mark}`)
    const figures = await choose(coordinator, silent, 'Về tình hình')

    const early = await choose(coordinator, figures, 'Nhắc lại')
    expect(early.text).toContain('Mới gửi lúc 09:00. Nhắc lại được từ 10:00 ngày 02/03/2026.')
    minutesLater(scene, 61)
    const ask = await choose(coordinator, early, 'Nhắc lại')
    expect(ask.text).toContain('cho 1 người chưa bấm “Đã nhận”? (lần 1/3)')
    expect(await binh.quiet()).toEqual([])
    const called = await choose(coordinator, ask, 'Nhắc 1 người')
    expect(called.text).toContain('🔔 Đang nhắc lại')
    const again = await binh.next()
    expect(again.text).toContain(`🔔 Nhắc lại thông báo của UBND phường An Biên\n\n${odd}`)
    expect(await an.quiet()).toEqual([])

    const sure = await choose(coordinator, called, 'Thu hồi')
    expect(sure.choices).toEqual(['Thu hồi', 'Thôi'])
    const withdrawn = await choose(coordinator, sure, 'Thu hồi')
    expect(withdrawn.text).toContain('0 người chưa được gửi thì không gửi nữa, 2 người đã có tin đang được báo')
    expect(withdrawn.choices).toEqual(['Xem ai đã nhận', 'Ai chưa nhận'])
    // Both copies are replaced in place where the channel can; elsewhere one message is enough.
    const notes = { an: await an.quiet(), binh: await binh.quiet() }
    expect(notes.an.map(({ text }) => text)).toEqual([expect.stringContaining('đã được thu hồi lúc 10:01')])
    expect(notes.binh).toHaveLength(channel === 'zalo' ? 1 : 2)
    if (channel !== 'zalo') expect(notes.binh.map(({ id }) => id)).toEqual([copies.binh.id, again.id])

    await coordinator.say('/thongbao')
    const list = await coordinator.next()
    expect(list.text).toContain('Thông báo gần đây (1–1/1)\n1. 02/03/2026 “Nộp <b>báo cáo</b>')
    expect(list.text).toContain(': đã thu hồi')
    expect(list.choices.at(-1)).toBe('Soạn thông báo mới')
    const opened = await choose(coordinator, list, list.choices[0]!)
    expect(opened.text).toContain('↩️ Đã thu hồi lúc 10:01 ngày 02/03/2026')
  })

  onEveryChannel('asks for the text and the agencies, and explains what it did not understand', async (scene) => {
    const { coordinator } = scene
    const { an, binh } = await audienceOf(scene)
    await coordinator.say('/thongbao')
    expect((await coordinator.next()).text).toContain('Anh/chị muốn thông báo điều gì?')
    await coordinator.say('Họp giao ban lúc 8 giờ')
    const whom = await coordinator.next()
    expect(whom.choices).toEqual(['Tất cả', 'Chọn đơn vị', 'Theo vai trò', 'Đơn vị có việc quá hạn', 'Thôi'])
    const groups = await choose(coordinator, whom, 'Chọn đơn vị')
    expect(groups.text).toContain('cách nhau bằng dấu chấm phẩy')
    expect(groups.choices).toEqual(['Các phòng chuyên môn (3)'])
    await coordinator.say('phong noi vu; Phòng Tư phát')
    const doubt = await coordinator.next()
    expect(doubt.text).toContain('Đã rõ 1 đơn vị. Chưa rõ:\n• “Phòng Tư phát”: gần giống nhất là Phòng Tư pháp')
    await coordinator.say('Phòng Tư pháp')
    const seen = await coordinator.next()
    expect(seen.text).toContain('Gửi đến 2 người ở 2 đơn vị.')
    expect(seen.text).not.toContain('chưa có ai để nhận')
    expect(seen.choices).toEqual(['Gửi', 'Thôi', 'Thêm hạn', 'Kèm tệp', 'Đổi người nhận'])

    expect((await choose(coordinator, seen, 'Thêm hạn')).text).toContain('Hạn là ngày nào?')
    await coordinator.say('31/2')
    expect((await coordinator.next()).text).toContain('Chưa rõ ngày nào: “31/2”')
    await coordinator.say('hết tháng 3')
    const dated = await coordinator.next()
    expect(dated.text).toContain('Họp giao ban lúc 8 giờ\n\nHạn: 31/03/2026')
    const other = await choose(coordinator, dated, 'Đổi người nhận')
    const roles = await choose(coordinator, other, 'Theo vai trò')
    expect(roles.choices).toEqual(['Thủ trưởng đơn vị', 'Chuyên viên đầu mối', 'Lãnh đạo UBND'])
    const heads = await choose(coordinator, roles, 'Thủ trưởng đơn vị')
    expect(heads.text).toContain('Chỉ gửi cho: thủ trưởng đơn vị.\nGửi đến 1 người ở 1 đơn vị.')
    await choose(coordinator, heads, 'Gửi')
    expect((await binh.next()).text).toContain('Họp giao ban lúc 8 giờ\n\nHạn: 31/03/2026')
    expect(await an.quiet()).toEqual([])

    await coordinator.say('/thongbao Họp nữa')
    const again = await choose(coordinator, await coordinator.next(), 'Chọn đơn vị')
    const group = await choose(coordinator, again, 'Các phòng chuyên môn (3)')
    expect(group.text).toContain('1 đơn vị chưa có ai để nhận: Phòng Y tế.')
    expect((await choose(coordinator, group, 'Thôi')).text).toBe('Đã bỏ thông báo này, chưa gửi cho ai.')
    expect([await an.quiet(), await binh.quiet()]).toEqual([[], []])
  })

  onChannel('telegram', 'reaches only agencies that are late, with the plan that is meant', async (scene) => {
    const { coordinator } = scene
    const { an, binh } = await audienceOf(scene)
    const none = await preview(coordinator, 'Khẩn trương', 'Đơn vị có việc quá hạn')
    expect(none.text).toContain('Hiện không đơn vị nào có việc quá hạn.')
    await scene.importPlan([{ occurrences: ['2026-02-20'], to: ['Phòng Tư pháp'] }])
    const one = await choose(coordinator, none, 'Đơn vị có việc quá hạn')
    expect(one.text).toContain('Gửi đến 1 người ở 1 đơn vị.')
    const more = [{ occurrences: ['2026-02-10'], to: ['Phòng Nội vụ'] }]
    await addPlan(scene.database, scene.workspace, more, { number: '02/KH-UBND' })
    const whom = await choose(coordinator, one, 'Đổi người nhận')
    const plans = await choose(coordinator, whom, 'Đơn vị có việc quá hạn')
    expect(plans.choices.toSorted()).toEqual([
      '01/KH-UBND (1 đơn vị)',
      '02/KH-UBND (1 đơn vị)',
      'Mọi kế hoạch (2 đơn vị)',
    ])
    await choose(coordinator, await choose(coordinator, plans, '02/KH-UBND (1 đơn vị)'), 'Gửi')
    expect((await an.next()).text).toContain('Khẩn trương')
    expect(await binh.quiet()).toEqual([])
  })

  onChannel('telegram', 'pressing twice sends once, and an old preview sends nothing', async (scene) => {
    const { coordinator } = scene
    const { an, binh } = await audienceOf(scene)
    const old = await preview(coordinator, 'Họp trước 10/3', 'Tất cả')
    await choose(coordinator, old, 'Hạn khác')
    await coordinator.say('12/3')
    const seen = await coordinator.next()
    expect((await choose(coordinator, old, 'Gửi')).text).toContain('thông báo đã đổi sau bản xem trước đó')
    expect((await coordinator.next()).text).toContain('Hạn: 12/03/2026')
    expect(await an.quiet()).toEqual([])
    await Promise.all([coordinator.choose(seen, 'Gửi'), coordinator.choose(seen, 'Gửi')])
    const answers = [(await coordinator.next()).text, (await coordinator.next()).text]
    expect(answers[0]).toContain('đang được gửi')
    expect(answers[1]).toContain('đã được gửi lúc 09:00 ngày 02/03/2026. Không gửi lần nữa.')
    const copy = await an.next()
    await binh.next()
    await an.choose(copy, 'Đã nhận')
    await an.choose(copy, 'Đã nhận')
    await an.next()
    expect((await an.next()).text).toContain('Đã ghi nhận từ trước')
    expect([await an.quiet(), await binh.quiet()]).toEqual([[], []])
  })
})
