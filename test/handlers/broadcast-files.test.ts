import { expect } from 'vitest'
import { choose } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver, SeenMessage } from '../support/person-driver.ts'
import type { WebDriver } from '../support/web-driver.ts'

const bytes = Buffer.from('nội dung của mẫu')

const urlOf = (scene: Scene, path: string) => `http://127.0.0.1:${scene.app.port}${path}`

/** The address of the files in a message, as a path of the program under test. */
const addressIn = ({ text }: SeenMessage): string => {
  const [, path = ''] = /Tải về: http:\/\/localhost:0(\/\S+)/.exec(text) ?? []
  return path
}

/** Opens an address as a browser of this person; on the web they are signed in. */
const open = async (scene: Scene, path: string, who: ChatDriver | null) => {
  const Cookie = who?.channel === 'web' ? ((who as WebDriver).cookie() ?? '') : ''
  const response = await fetch(urlOf(scene, path), { headers: { Cookie } })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** On Zalo only a photo comes through. */
const send = async (by: ChatDriver, content = bytes, caption?: string, name = 'mau-bao-cao.docx') => {
  await by.sendFile(by.channel === 'zalo' ? 'anh.jpg' : name, content, caption)
  return by.next(20_000)
}

const minutesLater = (scene: Scene, minutes: number): void =>
  scene.setNow(new Date(scene.now().getTime() + minutes * 60_000))

onEveryChannel('a file goes out with an announcement, to its recipients and as long as it stands', async (scene) => {
  const { coordinator, channel } = scene
  const an = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Ba' })
  const name = channel === 'zalo' ? 'anh-1.jpg' : 'mau-bao-cao.docx'
  await coordinator.say('/thongbao')
  await coordinator.next()
  expect((await send(coordinator)).text).toBe(
    `✅ Đã kèm ${name} (1 KB).\nXin gõ nội dung thông báo trong một tin nhắn.`,
  )
  await coordinator.say('Nộp báo cáo trước 10/3')
  const seen = await choose(coordinator, await coordinator.next(), 'Tất cả')
  const { id } = await scene.database.client.broadcast.findFirstOrThrow()
  const body = `Nộp báo cáo trước 10/3\n\n📎 ${name} (1 KB)\nTải về: `
  expect(seen.text).toContain(`${body}http://localhost:0/thong-bao/${id}\n\nHạn: 09/03/2026`)
  expect(seen.text).toContain('Mỗi người có địa chỉ tải về của riêng mình.')
  expect(seen.choices).toEqual(['Gửi', 'Thôi', 'Hạn khác', 'Không ghi hạn', 'Kèm tệp', 'Bỏ tệp', 'Đổi người nhận'])
  // Nobody but its author sees a draft.
  if (channel === 'web') {
    expect((await open(scene, addressIn(seen), an)).status).toBe(404)
    expect((await open(scene, addressIn(seen), coordinator)).status).toBe(200)
  }

  const sent = await choose(coordinator, seen, 'Gửi')
  const copy = await an.next()
  expect(copy.text).toContain(body)
  expect(copy.choices).toEqual(['Đã nhận'])
  const address = addressIn(copy)
  expect(address).toMatch(channel === 'web' ? /^\/thong-bao\/[\da-f-]{36}$/ : /^\/tep\/[\w-]{43}$/)
  const page = await open(scene, address, an)
  expect([page.status, page.text]).toEqual([200, expect.stringContaining(`<strong>${name}</strong> (1 KB)`)])
  expect(page.text).toContain('Thông báo “Nộp báo cáo trước 10/3” của UBND phường An Biên')
  const [, file = ''] = new RegExp(`href="(${address}/[\\da-f-]{36})"`).exec(page.text) ?? []
  const got = await open(scene, file, an)
  expect([got.status, got.text, got.headers.get('cache-control')]).toEqual([200, bytes.toString(), 'private, no-store'])
  expect(got.headers.get('content-disposition')).toContain(`filename="${name}"`)
  const stranger = await open(scene, file, null)
  expect(stranger.status).toBe(channel === 'web' ? 401 : 200)
  expect((await open(scene, `${address}/${crypto.randomUUID()}`, an)).status).toBe(404)

  // Those who are called once more get it again, by an address of its own.
  minutesLater(scene, 61)
  const ask = await choose(coordinator, sent, 'Nhắc lại')
  const called = await choose(coordinator, ask, 'Nhắc 1 người')
  const again = await an.next()
  expect(again.text).toContain(`🔔 Nhắc lại thông báo của UBND phường An Biên\n\n${body}`)
  expect((await open(scene, addressIn(again), an)).status).toBe(200)
  expect(addressIn(again) === address).toBe(channel === 'web')

  const figures = await choose(coordinator, called, 'Xem ai đã nhận')
  expect(figures.text).toContain(`Hạn: 09/03/2026\nTệp: ${name}\nĐã gửi tới: 1/1 người`)
  const sure = await choose(coordinator, figures, 'Thu hồi')
  await choose(coordinator, sure, 'Thu hồi')
  for (const closed of [address, file, addressIn(again)]) {
    expect(await open(scene, closed, an)).toMatchObject({
      ...{ status: 410, text: expect.stringContaining('đã được thu hồi nên tệp không còn mở được') as string },
    })
  }
  const audit = await scene.database.client.auditEvent.findFirstOrThrow({ where: { action: 'broadcast.send' } })
  expect(audit.after).toMatchObject({ files: [{ name, size: bytes.length, sha256: expect.any(String) as string }] })
})

onChannel('telegram', 'an address of one’s own ends after 90 days, and when its owner leaves', async (scene) => {
  const { coordinator } = scene
  const an = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Ba' })
  const whom = await send(coordinator, bytes, '/thongbao Họp giao ban')
  await choose(coordinator, await choose(coordinator, whom, 'Tất cả'), 'Gửi')
  const path = addressIn(await an.next())
  const stored = JSON.stringify(await scene.database.client.broadcastLink.findMany())
  expect(stored).not.toContain(path.slice('/tep/'.length))
  expect((await open(scene, '/tep/khong-co', null)).status).toBe(404)
  const day = 24 * 60
  minutesLater(scene, 90 * day - 1)
  expect((await open(scene, path, null)).status).toBe(200)
  minutesLater(scene, 1)
  // From then on it takes signing in.
  expect(await open(scene, path, null)).toMatchObject({
    ...{ status: 401, text: expect.stringContaining('Cần đăng nhập') as string },
  })
  scene.setNow(new Date('2026-03-02T02:00:00Z'))
  await an.say('/roi')
  await choose(an, await an.next(), 'Rời')
  expect((await open(scene, path, null)).status).toBe(404)
})
