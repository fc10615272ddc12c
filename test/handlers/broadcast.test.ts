import { describe, expect } from 'vitest'
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

describe('/thongbao', () => {
  onEveryChannel('shows whom it reaches, sends exactly what was typed, and tells who has it', async (scene) => {
    const { coordinator } = scene
    expect((await preview(coordinator, 'Họp', 'Tất cả')).text).toContain('Chưa có ai trong phạm vi này tham gia')
    const { an, binh } = await audienceOf(scene)
    await an.say('/thongbao Họp')
    expect((await an.next()).text).toContain('không thuộc quyền của anh/chị')

    const seen = await preview(coordinator, odd, 'Tất cả')
    expect(seen.text).toContain(`📢 Thông báo của UBND phường An Biên\n\n${odd}\n\nNgười gửi: Cán bộ Tổng hợp`)
    expect(seen.text).toContain('Gửi đến 2 người ở 2 đơn vị.')
    expect(seen.text).toContain('Chưa có ai để nhận: Phòng Y tế; Trạm Y tế; UBND phường An Biên.')
    expect(seen.choices).toEqual(['Gửi', 'Thôi'])
    expect(await an.quiet()).toEqual([])

    await coordinator.choose(seen, 'Gửi')
    const sent = await coordinator.next()
    expect(sent.text).toContain('đang được gửi đến 2 người ở 2 đơn vị')
    const copies = { an: await an.next(), binh: await binh.next() }
    for (const copy of [copies.an, copies.binh]) {
      expect(copy.text).toContain(odd)
      expect(copy.choices).toEqual(['Đã nhận'])
    }
    expect([await an.quiet(), await binh.quiet(), await coordinator.quiet()]).toEqual([[], [], []])

    await an.choose(copies.an, 'Đã nhận')
    expect((await an.next()).text).toBe('✅ Đã ghi nhận anh/chị đã nhận thông báo.')
    await coordinator.choose(sent, 'Xem ai đã nhận')
    const receipts = await coordinator.next()
    expect(receipts.text).toContain('Đã gửi tới: 2/2 người')
    expect(receipts.text).toContain('Đã bấm “Đã nhận”: 1/2\n✅ Chuyên viên Ba\nChưa bấm: Chuyên viên Sáu')
    expect(receipts.choices).toEqual(['Cập nhật'])
    await binh.choose(copies.binh, 'Đã nhận')
    await binh.next()
    await coordinator.choose(receipts, 'Cập nhật')
    expect((await coordinator.next()).text).toContain(
      'Đã bấm “Đã nhận”: 2/2\n✅ Chuyên viên Ba; Chuyên viên Sáu\nSố liệu',
    )
  })

  onEveryChannel('asks for the text and the agencies, and explains what it did not understand', async (scene) => {
    const { coordinator } = scene
    const { an, binh } = await audienceOf(scene)
    await coordinator.say('/thongbao')
    expect((await coordinator.next()).text).toContain('Anh/chị muốn thông báo điều gì?')
    await coordinator.say('Họp giao ban lúc 8 giờ')
    const whom = await coordinator.next()
    expect(whom.choices).toEqual(['Tất cả', 'Chọn đơn vị', 'Đơn vị có việc quá hạn', 'Thôi'])
    await coordinator.choose(whom, 'Chọn đơn vị')
    expect((await coordinator.next()).text).toContain('cách nhau bằng dấu chấm phẩy')
    await coordinator.say('phong noi vu; Phòng Tư phát')
    const doubt = await coordinator.next()
    expect(doubt.text).toContain('Đã rõ 1 đơn vị. Chưa rõ:\n• “Phòng Tư phát”: gần giống nhất là Phòng Tư pháp')
    await coordinator.say('Phòng Tư pháp')
    const seen = await coordinator.next()
    expect(seen.text).toContain('Gửi đến 2 người ở 2 đơn vị.')
    expect(seen.text).not.toContain('Chưa có ai để nhận')
    await coordinator.choose(seen, 'Gửi')
    await coordinator.next()
    for (const one of [an, binh]) expect((await one.next()).text).toContain('Họp giao ban lúc 8 giờ')

    await coordinator.say('/thongbao Họp nữa')
    await coordinator.choose(await coordinator.next(), 'Chọn đơn vị')
    await coordinator.next()
    await coordinator.say('các phòng chuyên môn; Ban nào đó')
    expect((await coordinator.next()).text).toContain('Đã rõ 3 đơn vị')
    await coordinator.say('bỏ')
    const group = await coordinator.next()
    expect(group.text).toContain('Chưa có ai để nhận: Phòng Y tế.')
    await coordinator.choose(group, 'Thôi')
    expect((await coordinator.next()).text).toBe('Đã bỏ thông báo này, chưa gửi cho ai.')
    expect([await an.quiet(), await binh.quiet()]).toEqual([[], []])
  })

  onEveryChannel('reaches only agencies with overdue work, and nobody at all while there are none', async (scene) => {
    const { coordinator } = scene
    const { an, binh } = await audienceOf(scene)
    const none = await preview(coordinator, 'Khẩn trương', 'Đơn vị có việc quá hạn')
    expect(none.text).toContain('Hiện không đơn vị nào có việc quá hạn.')
    await scene.importPlan([{ occurrences: ['2026-02-20'], to: ['Phòng Tư pháp'] }])
    await coordinator.choose(none, 'Đơn vị có việc quá hạn')
    const seen = await coordinator.next()
    expect(seen.text).toContain('Gửi đến 1 người ở 1 đơn vị.')
    await coordinator.choose(seen, 'Gửi')
    await coordinator.next()
    expect((await binh.next()).text).toContain('Khẩn trương')
    expect(await an.quiet()).toEqual([])
  })

  onChannel('telegram', 'pressing twice sends once', async (scene) => {
    const { coordinator } = scene
    const { an, binh } = await audienceOf(scene)
    const seen = await preview(coordinator, 'Họp', 'Tất cả')
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
