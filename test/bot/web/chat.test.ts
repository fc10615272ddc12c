import { beforeEach, describe, expect, test } from 'vitest'
import { addPerson } from '../../support/builders.ts'
import { useWebScene } from './scene.ts'
import { errorOf, newId, signIn, type Visitor, visitorWith } from './visitor.ts'

const scene = await useWebScene()
let visitor: Visitor
beforeEach(async () => {
  visitor = await signIn(scene)
})

describe('a message', () => {
  test('comes in as any channel would report it', async () => {
    const clientId = newId()
    const answer = await visitor.sendJson('/chat/messages', { text: '  nv12 xong 80%\r\ncòn chờ  ', clientId })
    expect(answer.status).toBe(202)
    expect(await answer.json()).toMatchObject({ key: `p-${clientId}` })
    expect(scene.received).toEqual([
      {
        channel: 'web',
        externalId: `${scene.personId}:${clientId}`,
        chat: { id: scene.personId, kind: 'private', title: 'Chuyên viên Một' },
        sender: { id: scene.personId, name: 'Chuyên viên Một' },
        sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown,
        body: { kind: 'text', text: 'nv12 xong 80%\ncòn chờ' },
      },
    ])
  })

  test('that is sent twice, by a double tap or a repeated request, is one', async () => {
    const message = { text: 'xong', clientId: newId() }
    const answers = await Promise.all([1, 2, 3].map(() => visitor.sendJson('/chat/messages', message)))
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    expect(scene.received).toHaveLength(1)
  })

  test('with an id that somebody else has used is still a message of its own', async () => {
    const message = { text: 'xong', clientId: newId() }
    await visitor.sendJson('/chat/messages', message)
    const other = await addPerson(scene.database, scene.workspace, { name: 'Chuyên viên Năm' })
    visitor = await signIn(scene, other.id)
    await visitor.sendJson('/chat/messages', message)
    expect(scene.received.map(({ sender }) => sender.name)).toEqual(['Chuyên viên Một', 'Chuyên viên Năm'])
  })

  test('names the message it replies to by the channel’s own id', async () => {
    await scene.botSays('Nhắc việc: NV12')
    const row = String(await scene.lastRow())
    const first = newId()
    await visitor.sendJson('/chat/messages', { text: 'đã nhận', replyTo: row, clientId: first })
    await visitor.sendJson('/chat/messages', { text: 'ý tôi là xong', replyTo: `p-${first}`, clientId: newId() })
    expect(scene.received.map(({ replyTo }) => replyTo)).toEqual([row, `${scene.personId}:${first}`])
    expect(await visitor.chat()).toMatch(new RegExp(`data-quotes="${row}">Nhắc việc: NV12<`))
  })

  test('with characters that no database takes loses only these', async () => {
    await visitor.sendJson('/chat/messages', { text: 'xong\u0000 \ud83d rồi', clientId: newId() })
    expect(scene.received[0]?.body).toEqual({ kind: 'text', text: 'xong \ufffd rồi' })
  })

  test.each([
    ['no text', { text: ' \n ' }, 'Tin nhắn trống.'],
    ['too much text', { text: 'x'.repeat(4001) }, 'Tin nhắn dài quá 4.000 ký tự.'],
    ['no words at all', { text: 12 }, 'Yêu cầu không đúng dạng'],
    ['a reply to nothing that can be', { text: 'xong', replyTo: "1' OR 1=1" }, 'Yêu cầu không đúng dạng'],
    ['an id that is none', { text: 'xong', clientId: '../x' }, 'Yêu cầu không đúng dạng'],
  ])('with %s is refused in a sentence', async (_what, body, words) => {
    const refused = await visitor.sendJson('/chat/messages', { clientId: newId(), ...body })
    expect(refused.status).toBe(400)
    expect(await errorOf(refused)).toContain(words)
    expect(scene.received).toEqual([])
  })

  test('that is no JSON, or far too large, is refused in a sentence', async () => {
    const broken = await visitor.send('/chat/messages', '{"text":')
    expect([broken.status, await errorOf(broken)]).toEqual([400, expect.stringContaining('không đúng dạng')])
    const large = await visitor.sendJson('/chat/messages', { text: 'x'.repeat(100_000), clientId: newId() })
    expect([large.status, await errorOf(large)]).toEqual([413, expect.stringContaining('quá lớn')])
  })

  test('without a session is refused', async () => {
    visitor = visitorWith('dondoc=nothing', scene)
    const refused = await visitor.sendJson('/chat/messages', { text: 'xong', clientId: newId() })
    expect([refused.status, await errorOf(refused)]).toEqual([401, expect.stringContaining('Phiên đăng nhập đã hết')])
    expect((await fetch(`${scene.url}/chat/events`)).status).toBe(401)
  })

  test('that meets an unforeseen error is answered with a reference; the log has it, but not the words', async () => {
    scene.failReceive = new Error('the disk is full')
    const failed = await visitor.sendJson('/chat/messages', { text: 'chuyện riêng', clientId: newId() })
    const words = String(await errorOf(failed))
    expect(failed.status).toBe(500)
    const reference = /Mã tra cứu: (\w{8})\./.exec(words)?.[1]
    expect(JSON.parse(scene.logged.join(''))).toMatchObject({
      reference,
      place: '/chat/messages',
      err: { message: 'the disk is full' },
    })
    expect(scene.logged.join('')).not.toContain('chuyện riêng')
  })
})

describe('a press', () => {
  test('comes in as the action of the button, with the message it stands under', async () => {
    await scene.botSays({ words: 'Nhắc việc', buttons: [[{ label: 'Đã nhận', action: 'ack:12' }]] })
    const messageId = String(await scene.lastRow())
    const pressed = await visitor.sendJson('/chat/actions', { action: 'ack:12', messageId, clientId: newId() })
    expect(pressed.status).toBe(202)
    expect(scene.received[0]?.body).toEqual({ kind: 'button', action: 'ack:12', messageId })
    expect(await visitor.chat()).toMatch(/class="choice taken" data-action="ack:12">Đã nhận<span[^>]*> \(đã chọn\)/)
  })

  test.each([{ action: '' }, { action: 'đ'.repeat(33) }, { action: 'a\u0000b' }, { messageId: 'x' }])(
    'of %o is refused',
    async (wrong) => {
      const refused = await visitor.sendJson('/chat/actions', {
        action: 'ack',
        messageId: '1',
        clientId: newId(),
        ...wrong,
      })
      expect(refused.status).toBe(400)
      expect(scene.received).toEqual([])
    },
  )
})

describe('the page', () => {
  test('shows both sides in order, with a separator per day and times in the workspace’s zone', async () => {
    scene.shiftMs = new Date('2026-03-02T16:59:00Z').getTime() - Date.now()
    await scene.botSays('một phút trước nửa đêm')
    scene.shiftMs += 120_000
    await visitor.sendJson('/chat/messages', { text: 'một phút sau', clientId: newId() })
    await scene.botSays('ngay sau đó')
    const page = await visitor.chat()
    expect(page.match(/<p class="day"><span>[^<]+/g)?.slice(0, 2)).toEqual([
      '<p class="day"><span>Thứ hai, 02/03/2026',
      '<p class="day"><span>Thứ ba, 03/03/2026',
    ])
    expect(page.match(/title="\d\d\/[^"]+/g)).toEqual([
      expect.stringMatching(/02\/03\/2026 23:59/),
      expect.stringMatching(/03\/03\/2026 00:01/),
      expect.stringMatching(/03\/03\/2026 00:01/),
    ])
    expect(page).toMatch(/nửa đêm[\s\S]*một phút sau[\s\S]*ngay sau đó/)
  })

  test('shows an edited message once, with its new words in its old place', async () => {
    await scene.botSays({ words: 'bản đầu', buttons: [[{ label: 'Xem tiếp', action: 'more' }]] })
    const first = String(await scene.lastRow())
    await scene.botSays('tin sau')
    await scene.botSays({ words: 'bản sửa', edits: first })
    const page = await visitor.chat()
    expect(page).not.toContain('bản đầu')
    expect(page).toMatch(/bản sửa[\s\S]*tin sau/)
    const edit = await scene.database.client.outboundMessage.findFirst({ where: { edits: first } })
    expect([edit?.state, edit?.externalId]).toEqual(['sent', first])
  })

  test('shows a title from outside as it is', async () => {
    await scene.botSays('<b>&_*[<script>alert(1)</script>')
    const page = await visitor.chat()
    expect(page).toContain('&lt;b&gt;&amp;_*[&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('<script>alert')
  })

  test('shows nobody else’s messages', async () => {
    await scene.botSays('chỉ cho Hoa')
    const other = await addPerson(scene.database, scene.workspace, { name: 'Chuyên viên Năm' })
    visitor = await signIn(scene, other.id)
    expect(await visitor.chat()).not.toContain('chỉ cho Hoa')
  })
})
