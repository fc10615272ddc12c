import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openWebScene, type WebScene } from './scene.ts'

let scene: WebScene
beforeAll(async () => {
  scene = await openWebScene()
})
beforeEach(() => scene.reset())
afterAll(() => scene.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${scene.url}${path}`, { headers, redirect: 'manual' })

const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(`${scene.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: scene.url, ...headers },
    body: new URLSearchParams(fields),
  })

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0] ?? ''

describe('a one-time link', () => {
  test('looking at it, as link previews do, does not use it up; pressing the button does', async () => {
    const token = await scene.signInToken()
    for (let looks = 0; looks < 3; looks += 1) {
      const page = await get(`/vao/${token}`)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('Mở trò chuyện')
    }
    const entered = await post(`/vao/${token}`)
    expect([entered.status, entered.headers.get('Location')]).toEqual([303, '/'])
    expect(cookieOf(entered)).toMatch(/^dondoc=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)

    const again = await post(`/vao/${token}`)
    expect(again.status).toBe(410)
    expect(await again.text()).toContain('Liên kết đăng nhập này đã được dùng')
  })

  test('of two browsers at once exactly one gets in', async () => {
    const token = await scene.signInToken()
    const both = await Promise.all([post(`/vao/${token}`), post(`/vao/${token}`)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410])
    expect(await scene.database.client.webSession.count()).toBe(1)
  })

  test('after its time it says so and what to do', async () => {
    const token = await scene.signInToken(undefined, 15)
    scene.shiftMs = 15 * 60_000
    const late = await post(`/vao/${token}`)
    expect(late.status).toBe(410)
    expect(await late.text()).toContain('đã hết hạn. Gõ /web trong Telegram hoặc Zalo')
  })

  test('gives the person a chat in which they can be written to, once however often they sign in', async () => {
    await post(`/vao/${await scene.signInToken()}`)
    await post(`/vao/${await scene.signInToken()}`)
    const accounts = await scene.database.client.chatAccount.findMany({
      where: { personId: scene.personId, channel: 'web' },
      include: { chat: true },
    })
    expect(accounts).toMatchObject([
      { externalId: scene.personId, chat: { channel: 'web', externalId: scene.personId, kind: 'private' } },
    ])
  })

  test('is not kept in the database as it is', async () => {
    const token = await scene.signInToken()
    const cookie = cookieOf(await post(`/vao/${token}`)).slice('dondoc='.length, 'dondoc='.length + 43)
    const { client } = scene.database
    const stored = JSON.stringify([await client.signInLink.findMany(), await client.webSession.findMany()])
    expect(stored).not.toContain(token)
    expect(stored).not.toContain(cookie)
  })

  test('a person who is signed in and opens a used link again simply comes to the chat', async () => {
    const token = await scene.signInToken()
    const cookie = cookieOf(await post(`/vao/${token}`))
    const back = await get(`/vao/${token}`, { Cookie: cookie })
    expect([back.status, back.headers.get('Location')]).toEqual([303, '/'])
  })
})

describe('an invitation code', () => {
  test('is asked for on the first page and leads to the name', async () => {
    const first = await (await get('/')).text()
    expect(first).toContain('<label for="code">Mã mời</label>')
    const typed = await post('/vao', { code: ' K7M2-9QXD ' })
    expect([typed.status, typed.headers.get('Location')]).toEqual([303, '/vao/K7M2-9QXD'])
    expect(await (await get('/vao/K7M2-9QXD')).text()).toContain('<label for="name">Họ và tên</label>')
  })

  test('with a name opens the chat', async () => {
    const joined = await post(
      '/vao/K7M2-9QXD',
      { name: ' Chuyên viên Bảy ' },
      { 'X-Forwarded-For': '10.0.0.1, 203.0.113.7' },
    )
    expect([joined.status, joined.headers.get('Location')]).toEqual([303, '/'])
    expect(scene.joins).toEqual([{ code: 'K7M2-9QXD', name: 'Chuyên viên Bảy', visitor: '203.0.113.7' }])
    const chat = await get('/', { Cookie: cookieOf(joined) })
    expect(await chat.text()).toContain('role="log"')
  })

  test('that is wrong is answered in one sentence, and the name stays', async () => {
    const refused = await post('/vao/SAI1-SAI2', { name: 'Bình <b>' })
    expect(refused.status).toBe(400)
    const page = await refused.text()
    expect(page).toContain('Mã mời này không đúng.')
    expect(page).toContain('value="Bình &lt;b&gt;"')
  })

  test.each([
    [{}, 'Chưa có họ tên.'],
    [{ name: '   ' }, 'Chưa có họ tên.'],
    [{ name: 'x'.repeat(101) }, 'Họ tên dài quá 100 ký tự.'],
  ])('without a usable name (%o) nobody joins', async (fields, words) => {
    const refused = await post('/vao/K7M2-9QXD', fields)
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain(words)
    expect(scene.joins).toEqual([])
  })

  test('from somebody who is signed in goes to the chat like any other message', async () => {
    const cookie = await scene.signIn()
    expect(await (await get('/vao/K7M2-9QXD', { Cookie: cookie })).text()).not.toContain('Họ và tên')
    expect((await post('/vao/K7M2-9QXD', {}, { Cookie: cookie })).status).toBe(303)
    expect(scene.received).toMatchObject([
      { chat: { id: scene.personId }, body: { kind: 'text', text: '/start K7M2-9QXD' } },
    ])
    expect(scene.joins).toEqual([])
  })
})

describe('the session', () => {
  test('ends on both sides when one signs out', async () => {
    const cookie = await scene.signIn()
    const out = await post('/thoat', {}, { Cookie: cookie })
    expect([out.status, out.headers.get('Location')]).toEqual([303, '/?ra=1'])
    expect(cookieOf(out)).toMatch(/^dondoc=; Max-Age=0/)
    expect(await (await get('/?ra=1', { Cookie: cookie })).text()).toContain('Anh/chị đã đăng xuất.')
    expect(await scene.database.client.webSession.count()).toBe(0)
  })

  test('lasts 30 days', async () => {
    const cookie = cookieOf(await post(`/vao/${await scene.signInToken()}`))
    scene.shiftMs = 30 * 86_400_000 - 60_000
    expect(await (await get('/', { Cookie: cookie })).text()).toContain('role="log"')
    scene.shiftMs = 30 * 86_400_000 + 60_000
    expect(await (await get('/', { Cookie: cookie })).text()).toContain('Mã mời')
  })

  test.each(['', 'https://evil.example', 'null', 'http://127.0.0.1:1'])(
    'is not opened or ended by a request from "%s"',
    async (origin) => {
      const token = await scene.signInToken()
      const cookie = await scene.signIn()
      const headers = origin === '' ? {} : { Origin: origin }
      for (const path of [`/vao/${token}`, '/vao', '/thoat', '/chat/messages']) {
        const refused = await fetch(`${scene.url}${path}`, { method: 'POST', headers: { ...headers, Cookie: cookie } })
        expect(refused.status).toBe(403)
      }
      expect((await get(`/vao/${token}`)).status).toBe(200)
      expect((await get('/chat/session', { Cookie: cookie })).status).toBe(204)
    },
  )

  test('under https has a cookie that only https carries', async () => {
    const secure = await openWebScene({ publicUrl: 'https://dondoc.example.gov.vn' })
    try {
      const entered = await fetch(`${secure.url}/vao/${await secure.signInToken()}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: 'https://dondoc.example.gov.vn' },
      })
      expect(cookieOf(entered)).toMatch(
        /^__Host-dondoc=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      )
    } finally {
      await secure.close()
    }
  })
})

test('the first page speaks English to whoever asks for it, and goes on doing so', async () => {
  const page = await get('/?lang=en')
  expect(await page.text()).toContain('Invitation code')
  expect(await (await get('/vao/ABCD-EFGH', { Cookie: cookieOf(page) })).text()).toContain('Full name')
})

test('every page forbids scripts and styles that are not its own files, and is kept by no cache', async () => {
  const page = await get('/')
  expect(page.headers.get('Content-Security-Policy')).toContain(
    "default-src 'none'; script-src 'self'; style-src 'self'",
  )
  expect(page.headers.get('Cache-Control')).toBe('no-store')
  expect(await page.text()).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|\sstyle=/)
})

test('a page that is not there says so in a sentence', async () => {
  const missing = await get('/khong-co')
  expect(missing.status).toBe(404)
  expect(await missing.text()).toContain('Không có trang này.')
})

test('health is told without a session', async () => {
  expect((await get('/healthz')).status).toBe(200)
})

test('files of the page are taken from the browser’s own store while they have not changed', async () => {
  const first = await get('/assets/chat.css')
  expect(first.headers.get('Content-Type')).toBe('text/css; charset=utf-8')
  const again = await get('/assets/chat.css', { 'If-None-Match': first.headers.get('ETag') ?? '' })
  expect(again.status).toBe(304)
})
