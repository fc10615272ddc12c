import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createZaloClient } from '../../../bot/zalo/client.ts'
import { createZaloSender } from '../../../bot/zalo/sender.ts'
import type { Claimed } from '../../../domain/ports/messages.ts'
import { createZaloEmulator, type ZaloEmulator } from '../../support/zalo/emulator.ts'

const now = new Date('2026-03-02T02:00:00Z')
const picture = {
  chart: { locale: 'vi', rows: 'agency', title: '', workspace: '', bars: [], others: 0 },
  alt: 'Biểu đồ. Phòng Nội vụ: 1 việc.',
} as const

let zalo: ZaloEmulator
const asked: string[] = []
const pages = createServer((request, response) => {
  asked.push(request.url ?? '')
  response.writeHead(request.url === '/hinh/co-hinh.png' ? 200 : 404).end('hình')
})
beforeAll(async () => {
  zalo = await createZaloEmulator({ allowLoopbackPhotos: true })
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  pages.close()
  await zalo.close()
})

const send = async (token: string) => {
  const person = zalo.user(`nguoi-${token}`, 'An')
  person.send('chào')
  const content = { text: '', entities: [], buttons: [], choices: [], picture: { ...picture, token } }
  const message: Claimed = {
    ...{ id: 1n, key: 'k', attempts: 1, content, edits: null },
    chat: { id: 'c', workspaceId: null, channel: 'zalo', externalId: person.id, kind: 'private', title: '' },
  }
  const { port } = pages.address() as AddressInfo
  const sender = createZaloSender(createZaloClient(zalo.token, zalo.url), () => now, `http://127.0.0.1:${port}`)
  const outcome = await sender.send(message, AbortSignal.timeout(3000))
  return { outcome, last: person.chat.last }
}

test('Zalo fetches a picture from our own address', async () => {
  const { outcome, last } = await send('co-hinh')
  expect(outcome).toEqual({ kind: 'sent', externalId: last.id })
  expect(last).toMatchObject({ kind: 'photo', text: '' })
  expect(asked).toContain('/hinh/co-hinh.png')
})

test('what Zalo cannot fetch is said in words', async () => {
  const { outcome, last } = await send('khong-co')
  expect(outcome).toEqual({ kind: 'sent', externalId: last.id })
  expect(last).toMatchObject({ kind: 'text', text: picture.alt })
})
