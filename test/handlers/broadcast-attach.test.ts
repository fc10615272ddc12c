import { afterAll, beforeAll, expect } from 'vitest'
import { choose } from '../support/asking.ts'
import { onChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver, SeenMessage } from '../support/person-driver.ts'
import { createS3Emulator, type S3Emulator } from '../support/s3/emulator.ts'

let s3: S3Emulator
beforeAll(async () => {
  s3 = await createS3Emulator()
})
afterAll(() => s3.close())

const send = async (by: ChatDriver, name: string, content = name, caption = '') => {
  await by.sendFile(name, Buffer.from(content), caption)
  return by.next(20_000)
}

const names = async (scene: Scene) =>
  (await scene.database.client.broadcastFile.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name)

/** Somebody to write to, and the preview of what they are to read. */
const preview = async (scene: Scene, text: string) => {
  const { coordinator } = scene
  const an = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Ba' })
  await coordinator.say(`/thongbao ${text}`)
  return { an, seen: await choose(coordinator, await coordinator.next(), 'Tất cả') }
}

onChannel('telegram', 'files are attached and dropped below the preview, three at most', async (scene) => {
  const { coordinator } = scene
  const { an, seen } = await preview(scene, 'Họp giao ban')
  const ask = await choose(coordinator, seen, 'Kèm tệp')
  expect(ask.text).toBe('Xin gửi tệp hoặc ảnh cần kèm: tối đa 3 tệp, mỗi tệp tối đa 50 MB.')
  const one = await send(coordinator, 'lich.pdf')
  expect(one.text).toMatch(/^✅ Đã kèm lich\.pdf \(1 KB\)\.\nXem trước: mỗi người sẽ nhận đúng tin này\./)
  // More of them may follow at once, as an album does; what is said with one goes nowhere.
  const two = await send(coordinator, 'anh.jpg', 'ảnh', 'nv12 xong')
  expect(two.text).toMatch(/^Chú thích của tệp không được đưa vào thông báo\.\n✅ Đã kèm anh-1\.jpg/)
  expect(two.text).toContain('📎 lich.pdf (1 KB)\n📎 anh-1.jpg (1 KB)\nTải về: ')
  expect(two.choices.slice(2)).toEqual(['Thêm hạn', 'Bỏ lich.pdf', 'Bỏ anh-1.jpg', 'Kèm tệp', 'Đổi người nhận'])
  expect((await send(coordinator, 'khac.pdf', 'lich.pdf')).text).toContain('Thông báo đã có tệp này: lich.pdf.')
  expect((await send(coordinator, 'LICH.pdf', 'bản sửa')).text).toContain(
    '✅ Đã kèm LICH.pdf (1 KB), thay tệp cùng tên.',
  )
  const full = await send(coordinator, 'ba.pdf')
  expect(full.choices).not.toContain('Kèm tệp')
  expect((await send(coordinator, 'bon.pdf')).text).toContain('kèm được tối đa 3 tệp nên không nhận thêm')
  expect(await names(scene)).toEqual(['anh-1.jpg', 'LICH.pdf', 'ba.pdf'])

  // What is agreed to is what was seen.
  expect((await choose(coordinator, seen, 'Gửi')).text).toContain('thông báo đã đổi sau bản xem trước đó')
  await coordinator.next()
  const less = await choose(coordinator, full, 'Bỏ anh-1.jpg')
  const last = await choose(coordinator, less, 'Bỏ LICH.pdf')
  expect(last.text).toContain('Họp giao ban\n\n📎 ba.pdf (1 KB)\nTải về: ')
  const none = await choose(coordinator, last, 'Bỏ tệp')
  expect(none.text).not.toContain('📎')
  const again = await choose(coordinator, none, 'Kèm tệp')
  const back = await choose(coordinator, again, 'Không kèm nữa')
  expect(back.text).toBe(none.text)
  // From then on a file is what it always is.
  expect((await send(coordinator, 'khac.txt')).text).toContain('Không tìm thấy nhiệm vụ nào trong tệp “khac.txt”')
  await choose(coordinator, back, 'Kèm tệp')
  await choose(coordinator, back, 'Gửi')
  expect((await an.next()).text).not.toContain('📎')
  expect(await scene.database.client.dialog.count()).toBe(0)
  expect(await names(scene)).toEqual([])
})

onChannel(
  'telegram',
  'what is refused as evidence is refused here, and leaves nothing',
  async (scene) => {
    const { coordinator } = scene
    await coordinator.say('/thongbao')
    await coordinator.next()
    for (const [name, caption, words] of [
      ['a.exe', '', 'là loại tệp chạy được nên không nhận'],
      ['MẬT.pdf', '', 'có dấu mật nên hệ thống từ chối nhận'],
      ['a.pdf', 'Tài liệu TUYỆT MẬT', 'có dấu mật nên hệ thống từ chối nhận'],
      ['trong.pdf', '', 'Tệp “trong.pdf” trống'],
    ] as const) {
      const content = name === 'trong.pdf' ? '' : name
      expect((await send(coordinator, name, content || '', caption)).text).toContain(words)
    }
    expect(s3.objects.size).toBe(0)
    s3.failNext(503, 503, 503)
    expect((await send(coordinator, 'a.pdf')).text).toContain('Kho lưu trữ chưa nhận được tệp “a.pdf” nên chưa ghi gì')
    expect(await scene.database.client.broadcast.count()).toBe(0)
    // It still waits; the command may be said once more with the words.
    expect((await send(coordinator, 'a.pdf')).text).toContain('✅ Đã kèm a.pdf (1 KB).')
    expect([...s3.objects.keys()][0]).toMatch(new RegExp(`^broadcast/${scene.workspace.id}/[\\da-f]{64}$`))
    await coordinator.say('/thongbao Họp giao ban')
    expect((await coordinator.next()).text).toBe('Gửi thông báo này cho ai?')
    expect(await scene.database.client.broadcast.findMany({ include: { files: true } })).toMatchObject([
      { text: 'Họp giao ban', files: [{ name: 'a.pdf' }] },
    ])

    const an = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Ba' })
    expect((await send(an, 'b.pdf', 'b', '/thongbao Họp')).text).toContain('không thuộc quyền của anh/chị')
    expect(await scene.database.client.evidence.count()).toBe(0)
    expect(await scene.database.client.auditEvent.count({ where: { action: 'refused' } })).toBe(1)
  },
  () => s3.settings,
)

const upload = async (scene: Scene, { text }: SeenMessage, files: readonly File[]) => {
  const [path = ''] = /\/nop\/[\w-]{43}/.exec(text) ?? []
  const address = `http://127.0.0.1:${scene.app.port}${path}`
  const shown = await (await fetch(address)).text()
  const form = new FormData()
  for (const file of files) form.append('file', file)
  const answer = await fetch(address, { method: 'POST', body: form, headers: { Origin: new URL(address).origin } })
  return { shown, status: answer.status, page: await answer.text() }
}

onChannel('zalo', 'files that Zalo does not pass on come by the page, before the words and after', async (scene) => {
  const { coordinator } = scene
  await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Ba' })
  await coordinator.say('/thongbao')
  await coordinator.next()
  await coordinator.sendFile('mau.docx', Buffer.from('x'))
  const offered = await coordinator.next()
  expect(offered.text).toContain('Tải tệp của thông báo lên tại đây (dùng một lần, đến 09:00 ngày 03/03/2026):')
  expect(offered.text).toContain('Xin gõ nội dung thông báo trong một tin nhắn.')
  await coordinator.say('Họp giao ban')
  await coordinator.next()
  const four = ['a', 'b', 'c', 'd'].map((name) => new File([name], `${name}.pdf`))
  const refused = await upload(scene, offered, four)
  expect([refused.status, refused.page]).toEqual([400, expect.stringContaining('tối đa 3 tệp')])
  expect(await names(scene)).toEqual([])
  const taken = await upload(scene, offered, [new File(['x'], 'mẫu.docx')])
  expect(taken.shown).toContain('Thông báo “Họp giao ban”: tối đa 3 tệp hoặc ảnh.')
  expect(taken.shown).not.toContain('name="caption"')
  expect([taken.status, taken.page]).toEqual([200, expect.stringContaining('✅ Đã nhận mẫu.docx cho thông báo.')])
  const asked = await coordinator.next()
  expect(asked.text).toContain('✅ Đã kèm mẫu.docx (1 KB).\nGửi thông báo này cho ai?')
  const seen = await choose(coordinator, asked, 'Tất cả')
  expect(seen.text).toContain('Họp giao ban\n\n📎 mẫu.docx (1 KB)\nTải về: ')

  const more = await choose(coordinator, seen, 'Kèm tệp')
  expect(more.text).toContain('Zalo không chuyển được tệp cho bot (ảnh thì gửi thẳng được).')
  expect(more.choices).toEqual(['Không kèm nữa'])
  expect((await upload(scene, more, [new File(['y'], 'b.pdf')])).status).toBe(200)
  const both = await coordinator.next()
  expect(both.text).toContain('📎 mẫu.docx (1 KB)\n📎 b.pdf (1 KB)')
  const late = await choose(coordinator, both, 'Kèm tệp')
  await choose(coordinator, await choose(coordinator, late, 'Không kèm nữa'), 'Gửi')
  // It has gone out: the address takes nothing more.
  expect((await upload(scene, late, [new File(['z'], 'c.pdf')])).status).toBe(404)
  expect(await names(scene)).toEqual(['mẫu.docx', 'b.pdf'])
})

onChannel('telegram', 'a file too large for the messenger comes by the page', async (scene) => {
  const { coordinator } = scene
  const chief = scene.backstage.telegram!.user(1001, 'Cán bộ Tổng hợp')
  chief.sendDocument('to.pdf', Buffer.from('x'), '/thongbao Họp', { size: 21 * 1024 * 1024 })
  const offered = await coordinator.next(20_000)
  expect(offered.text).toContain('Telegram không cho bot tải tệp lớn hơn 20 MB. Tải tệp của thông báo lên tại đây')
  expect((await coordinator.next()).text).toBe('Gửi thông báo này cho ai?')
  chief.sendDocument('qua-to.pdf', Buffer.from('x'), '/thongbao Họp', { size: 51 * 1024 * 1024 })
  expect((await coordinator.next(20_000)).text).toContain('lớn hơn 50 MB nên không nhận được')
  expect(await scene.database.client.broadcast.count()).toBe(1)
})
