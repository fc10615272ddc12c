import { expect } from 'vitest'
import { onChannel, type Scene } from '../../support/conversation.ts'
import type { ChatDriver } from '../../support/person-driver.ts'
import type { WebDriver } from '../../support/web-driver.ts'

const plan = [{ title: 'Báo cáo <b>quý I</b>', occurrences: ['2026-03-20'] }]
const official = { role: 'official', agency: 'Phòng Nội vụ' } as const

const urlOf = (scene: Scene, path: string) => `http://127.0.0.1:${scene.app.port}${path}`

/** Telegram tells the size of a file that it will not hand out. */
const askForLink = async (scene: Scene, who: ChatDriver): Promise<string> => {
  const actor = scene.backstage.telegram!.user(1002, 'Chuyên viên Một')
  actor.sendDocument('to.pdf', Buffer.from('x'), '', { size: 21 * 1024 * 1024 })
  const { text } = await who.next(20_000)
  expect(text).toContain('Telegram không cho bot tải tệp lớn hơn 20 MB. Tải lên cho NV1 tại đây')
  return /\/nop\/[\w-]{43}/.exec(text)![0]
}

const submit = async (scene: Scene, path: string, files: readonly File[], caption = '') => {
  const form = new FormData()
  for (const file of files) form.append('file', file)
  form.set('caption', caption)
  const address = urlOf(scene, path)
  const response = await fetch(address, { method: 'POST', body: form, headers: { Origin: new URL(address).origin } })
  return { status: response.status, page: await response.text() }
}

const count = (scene: Scene) => scene.database.client.evidence.count()

onChannel(
  'telegram',
  'a file too large for the messenger comes by a page, once, and the chat is told',
  async (scene) => {
    await scene.importPlan(plan)
    const hoa = await scene.person(official)
    const path = await askForLink(scene, hoa)
    const stored = await scene.database.client.uploadLink.findFirstOrThrow()
    expect(JSON.stringify(stored)).not.toContain(path.slice(5))

    const shown = await fetch(urlOf(scene, path))
    expect([shown.status, shown.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
    ])
    const page = await shown.text()
    expect(page).toContain('Báo cáo &lt;b&gt;quý I&lt;/b&gt;')
    expect(page).toContain('enctype="multipart/form-data"')
    expect((await fetch(urlOf(scene, '/assets/upload.js'))).status).toBe(200)

    // What is refused leaves the address open, and nothing of it is kept.
    const bad = await submit(scene, path, [new File(['tốt'], 'a.pdf'), new File(['x'], 'b.exe')])
    expect([bad.status, await count(scene)]).toEqual([400, 0])
    expect(bad.page).toContain('Tệp “b.exe” là loại tệp chạy được')
    expect((await submit(scene, path, [new File(['x'], 'MẬT.pdf')])).page).toContain('có dấu mật')
    expect((await submit(scene, path, [])).status).toBe(400)

    const [first, second] = await Promise.all([
      submit(scene, path, [new File(['một'], 'Biên bản.pdf'), new File(['hai'], 'a.docx')], 'xong'),
      submit(scene, path, [new File(['ba'], 'b.pdf')], 'xong'),
    ])
    expect([first.status, second.status].toSorted()).toEqual([200, 410])
    const [taken, refused] = first.status === 200 ? [first, second] : [second, first]
    expect(taken.page).toContain('hoàn thành, minh chứng')
    expect(refused.page).toContain('Địa chỉ này đã được dùng')
    const told = await hoa.next()
    expect(told.text).toContain('✅ Đã ghi NV1: hoàn thành, minh chứng')
    const before = await count(scene)
    expect(before).toBe(first.status === 200 ? 2 : 1)
    await hoa.choose(told, 'Hoàn tác')
    expect((await hoa.next()).text).toContain('Đã hoàn tác')
    expect(await scene.database.client.evidence.count({ where: { withdrawnAt: null } })).toBe(0)

    const late = await askForLink(scene, hoa)
    scene.setNow(new Date(scene.now().getTime() + 25 * 3_600_000))
    expect((await submit(scene, late, [new File(['x'], 'a.pdf')])).page).toContain('quá 24 giờ')
    expect((await fetch(urlOf(scene, '/nop/khong-co'))).status).toBe(404)
  },
)

const download = (scene: Scene, id: string, who: ChatDriver | null) =>
  fetch(urlOf(scene, `/tai-lieu/${id}`), {
    headers: who === null ? {} : { Cookie: (who as WebDriver).cookie() ?? '' },
  })

onChannel('web', 'a file is downloaded by whoever may see the agency, and by nobody else', async (scene) => {
  await scene.importPlan(plan)
  const hoa = await scene.person(official)
  await hoa.sendFile('Biên bản "họp".pdf', Buffer.from('nội dung'))
  await hoa.next(20_000)
  const { id } = await scene.database.client.evidence.findFirstOrThrow()
  const answer = await download(scene, id, hoa)
  expect(await answer.text()).toBe('nội dung')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-disposition': `attachment; filename="Bi_n b_n -h_p-.pdf"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20-h%E1%BB%8Dp-.pdf`,
  })
  expect((await download(scene, id, scene.coordinator)).status).toBe(200)
  const other = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  expect((await download(scene, id, other)).status).toBe(404)
  expect((await download(scene, crypto.randomUUID(), hoa)).status).toBe(404)
  expect((await download(scene, 'x', hoa)).status).toBe(404)
  const stranger = await download(scene, id, null)
  expect([stranger.status, await stranger.text()]).toEqual([401, expect.stringContaining('Cần đăng nhập')])

  // Others withdraw nothing; the coordinator does, and who gave it is told.
  await other.say('/minhchung 1')
  expect((await other.next()).text).toContain('Không thấy nhiệm vụ')
  scene.setNow(new Date(scene.now().getTime() + 11 * 60_000))
  await hoa.say('/minhchung 1 rút 1')
  expect((await hoa.next()).text).toContain('không thuộc quyền')
  await scene.coordinator.say('/minhchung 1 rút 2')
  expect((await scene.coordinator.next()).text).toContain('Không có minh chứng số 2: đang có 1 mục')
  await scene.coordinator.say('/minhchung 1 rút 1')
  expect((await scene.coordinator.next()).text).toContain('↩️ Đã rút minh chứng Biên bản -họp-.pdf của NV1')
  expect((await hoa.next()).text).toBe('↩️ Cán bộ Tổng hợp đã rút minh chứng Biên bản -họp-.pdf mà anh/chị gửi cho NV1.')
  expect((await download(scene, id, hoa)).status).toBe(404)
  const audit = await scene.database.client.auditEvent.findMany({ where: { action: 'evidence.withdraw' } })
  expect(audit).toMatchObject([{ before: { words: 'Biên bản -họp-.pdf', withdrawnAt: null } }])
})

onChannel('zalo', 'a file that Zalo does not pass on gets an address, once its task is known', async (scene) => {
  await scene.importPlan([...plan, { title: 'Rà soát thủ tục', occurrences: ['2026-03-10'] }])
  const hoa = await scene.person(official)
  await hoa.sendFile('bien-ban.pdf', Buffer.from('x'))
  const asked = await hoa.next()
  expect(asked.text).toContain('Zalo không chuyển được tệp cho bot. Tệp này là minh chứng của việc nào?')
  await hoa.choose(asked, 'NV2 Rà soát thủ tục')
  const { text } = await hoa.next()
  expect(text).toContain('Tải lên cho NV2 tại đây')
  const path = /\/nop\/[\w-]{43}/.exec(text)![0]
  expect((await submit(scene, path, [new File(['một'], 'bien-ban.pdf')])).status).toBe(200)
  expect((await hoa.next()).text).toContain('✅ Đã ghi NV2: đã lưu minh chứng bien-ban.pdf (1 KB)')
})
