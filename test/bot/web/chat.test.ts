import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPerson } from '../../support/builders.ts'
import { canLimitFiles, withFileLimit } from '../../support/file-limit.ts'
import { openWebScene, type WebScene } from './scene.ts'

let scene: WebScene
let cookie: string
beforeAll(async () => {
  scene = await openWebScene()
})
beforeEach(async () => {
  await scene.reset()
  cookie = await scene.signIn()
})
afterAll(() => scene.close())

const newId = (): string => randomBytes(12).toString('hex')

const send = (path: string, body: string | FormData, headers: Record<string, string> = {}) =>
  fetch(`${scene.url}${path}`, { method: 'POST', headers: { Origin: scene.url, Cookie: cookie, ...headers }, body })

const sendJson = (path: string, body: object) =>
  send(path, JSON.stringify(body), { 'Content-Type': 'application/json' })

const sendFile = (file: File | null, fields: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ clientId: newId(), ...fields })) form.set(name, value)
  if (file !== null) form.set('file', file)
  return send('/chat/files', form)
}

const errorOf = async (response: Response): Promise<unknown> => ((await response.json()) as { error: string }).error

const chat = async (): Promise<string> => (await fetch(scene.url, { headers: { Cookie: cookie } })).text()

describe('a message', () => {
  test('comes in as any channel would report it', async () => {
    const clientId = newId()
    const answer = await sendJson('/chat/messages', { text: '  nv12 xong 80%\r\ncòn chờ  ', clientId })
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
    const answers = await Promise.all([1, 2, 3].map(() => sendJson('/chat/messages', message)))
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    expect(scene.received).toHaveLength(1)
  })

  test('with an id that somebody else has used is still a message of its own', async () => {
    const message = { text: 'xong', clientId: newId() }
    await sendJson('/chat/messages', message)
    const other = await addPerson(scene.database, scene.workspace, { name: 'Chuyên viên Năm' })
    cookie = await scene.signIn(other.id)
    await sendJson('/chat/messages', message)
    expect(scene.received.map(({ sender }) => sender.name)).toEqual(['Chuyên viên Một', 'Chuyên viên Năm'])
  })

  test('names the message it replies to by the channel’s own id', async () => {
    await scene.botSays('Nhắc việc: NV12')
    const row = String(await scene.lastRow())
    const first = newId()
    await sendJson('/chat/messages', { text: 'đã nhận', replyTo: row, clientId: first })
    await sendJson('/chat/messages', { text: 'ý tôi là xong', replyTo: `p-${first}`, clientId: newId() })
    expect(scene.received.map(({ replyTo }) => replyTo)).toEqual([row, `${scene.personId}:${first}`])
    expect(await chat()).toMatch(new RegExp(`data-quotes="${row}">Nhắc việc: NV12<`))
  })

  test('with characters that no database takes loses only these', async () => {
    await sendJson('/chat/messages', { text: 'xong\u0000 \ud83d rồi', clientId: newId() })
    expect(scene.received[0]?.body).toEqual({ kind: 'text', text: 'xong \ufffd rồi' })
  })

  test.each([
    ['no text', { text: ' \n ' }, 'Tin nhắn trống.'],
    ['too much text', { text: 'x'.repeat(4001) }, 'Tin nhắn dài quá 4.000 ký tự.'],
    ['no words at all', { text: 12 }, 'Yêu cầu không đúng dạng'],
    ['a reply to nothing that can be', { text: 'xong', replyTo: "1' OR 1=1" }, 'Yêu cầu không đúng dạng'],
    ['an id that is none', { text: 'xong', clientId: '../x' }, 'Yêu cầu không đúng dạng'],
  ])('with %s is refused in a sentence', async (_what, body, words) => {
    const refused = await sendJson('/chat/messages', { clientId: newId(), ...body })
    expect(refused.status).toBe(400)
    expect(await errorOf(refused)).toContain(words)
    expect(scene.received).toEqual([])
  })

  test('that is no JSON, or far too large, is refused in a sentence', async () => {
    const broken = await send('/chat/messages', '{"text":')
    expect([broken.status, await errorOf(broken)]).toEqual([400, expect.stringContaining('không đúng dạng')])
    const large = await sendJson('/chat/messages', { text: 'x'.repeat(100_000), clientId: newId() })
    expect([large.status, await errorOf(large)]).toEqual([413, expect.stringContaining('quá lớn')])
  })

  test('without a session is refused', async () => {
    cookie = 'dondoc=nothing'
    const refused = await sendJson('/chat/messages', { text: 'xong', clientId: newId() })
    expect([refused.status, await errorOf(refused)]).toEqual([401, expect.stringContaining('Phiên đăng nhập đã hết')])
    expect((await fetch(`${scene.url}/chat/events`)).status).toBe(401)
  })

  test('that meets an unforeseen error is answered with a reference; the log has it, but not the words', async () => {
    scene.failReceive = new Error('the disk is full')
    const failed = await sendJson('/chat/messages', { text: 'chuyện riêng', clientId: newId() })
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
    const pressed = await sendJson('/chat/actions', { action: 'ack:12', messageId, clientId: newId() })
    expect(pressed.status).toBe(202)
    expect(scene.received[0]?.body).toEqual({ kind: 'button', action: 'ack:12', messageId })
    expect(await chat()).toMatch(/class="choice taken" data-action="ack:12">Đã nhận<span[^>]*> \(đã chọn\)/)
  })

  test.each([{ action: '' }, { action: 'đ'.repeat(33) }, { action: 'a\u0000b' }, { messageId: 'x' }])(
    'of %o is refused',
    async (wrong) => {
      const refused = await sendJson('/chat/actions', { action: 'ack', messageId: '1', clientId: newId(), ...wrong })
      expect(refused.status).toBe(400)
      expect(scene.received).toEqual([])
    },
  )
})

describe('a file', () => {
  test('comes in with its name and size, and its bytes can be fetched', async () => {
    const bytes = new Uint8Array(randomBytes(300_000))
    const answer = await sendFile(new File([bytes], 'Báo cáo quý I.docx'), {
      caption: ' minh chứng nv12 ',
      replyTo: '7',
    })
    expect(answer.status).toBe(202)
    const [incoming] = scene.received
    if (incoming?.body.kind !== 'file') throw new Error('no file came in')
    expect(incoming).toMatchObject({ replyTo: '7', body: { caption: 'minh chứng nv12' } })
    expect(incoming.body.file).toMatchObject({ name: 'Báo cáo quý I.docx', size: 300_000 })
    expect(new Uint8Array((await scene.files.read(incoming.body.file.reference)) ?? [])).toEqual(bytes)
    expect(await chat()).toMatch(/class="name">Báo cáo quý I\.docx<\/span\s*><span class="size">293 KB/)
  })

  test.skipIf(!canLimitFiles)(
    'for which the disk has no room is said not to be kept, and is taken with room',
    async () => {
      const file = new File([new Uint8Array(randomBytes(300_000))], 'Báo cáo.docx')
      const refused = await withFileLimit(65_536, () => sendFile(file))
      expect(refused.status).toBe(507)
      expect(await errorOf(refused)).toBe('Máy chủ chưa lưu được tệp này nên chưa ghi gì. Xin gửi lại sau ít phút.')
      expect(scene.received).toEqual([])
      expect((await sendFile(file)).status).toBe(202)
    },
  )

  test('of 50 MB is taken, one byte more is refused with the reason', async () => {
    const limit = 50 * 1024 * 1024
    expect((await sendFile(new File([new Uint8Array(limit)], 'a.bin'))).status).toBe(202)
    const refused = await sendFile(new File([new Uint8Array(limit + 1)], 'b.bin'))
    expect([refused.status, await errorOf(refused)]).toEqual([413, expect.stringContaining('Tệp lớn hơn 50 MB')])
    const huge = await sendFile(new File([new Uint8Array(limit * 2)], 'c.bin'))
    expect([huge.status, await errorOf(huge)]).toEqual([413, expect.stringContaining('Tệp lớn hơn 50 MB')])
  })

  test.each([
    ['Báo cáo MẬT.pdf', '', 'ghi dấu mật'],
    ['a.pdf', 'tài liệu tối mật', 'ghi dấu mật'],
    ['a.exe', '', 'loại tệp chạy được'],
  ])('"%s" with the caption "%s" is refused and not kept', async (name, caption, words) => {
    const refused = await sendFile(new File(['x'], name), { caption })
    expect([refused.status, await errorOf(refused)]).toEqual([400, expect.stringContaining(words)])
    expect(scene.received).toEqual([])
  })

  test.each([
    ['nothing', null, 'Chưa có tệp nào được chọn.'],
    ['an empty file', new File([], 'a.txt'), 'Tệp trống (0 byte).'],
  ])('that is %s is refused in a sentence', async (_what, file, words) => {
    const refused = await sendFile(file)
    expect([refused.status, await errorOf(refused)]).toEqual([400, expect.stringContaining(words)])
  })

  test('with a name that plays tricks gets an honest one', async () => {
    for (const name of [
      '../../etc/passwd',
      'C:\\x\\kế hoạch.docx',
      'exe.\u202excod',
      '\u0007',
      `${'x'.repeat(300)}.pdf`,
    ]) {
      await sendFile(new File(['x'], name))
    }
    const names = scene.received.map(({ body }) => (body.kind === 'file' ? body.file.name : ''))
    expect(names).toEqual(['passwd', 'kế hoạch.docx', 'exe.xcod', 'tep', `${'x'.repeat(146)}.pdf`])
  })

  test('upload that is no form is refused in a sentence', async () => {
    const refused = await send('/chat/files', 'x', { 'Content-Type': 'multipart/form-data; boundary=y' })
    expect(refused.status).toBe(400)
  })
})

describe('the page', () => {
  test('shows both sides in order, with a separator per day and times in the workspace’s zone', async () => {
    scene.shiftMs = new Date('2026-03-02T16:59:00Z').getTime() - Date.now()
    await scene.botSays('một phút trước nửa đêm')
    scene.shiftMs += 120_000
    await sendJson('/chat/messages', { text: 'một phút sau', clientId: newId() })
    await scene.botSays('ngay sau đó')
    const page = await chat()
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
    const page = await chat()
    expect(page).not.toContain('bản đầu')
    expect(page).toMatch(/bản sửa[\s\S]*tin sau/)
    const edit = await scene.database.client.outboundMessage.findFirst({ where: { edits: first } })
    expect([edit?.state, edit?.externalId]).toEqual(['sent', first])
  })

  test('shows a title from outside as it is', async () => {
    await scene.botSays('<b>&_*[<script>alert(1)</script>')
    const page = await chat()
    expect(page).toContain('&lt;b&gt;&amp;_*[&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('<script>alert')
  })

  test('shows nobody else’s messages', async () => {
    await scene.botSays('chỉ cho Hoa')
    const other = await addPerson(scene.database, scene.workspace, { name: 'Chuyên viên Năm' })
    cookie = await scene.signIn(other.id)
    expect(await chat()).not.toContain('chỉ cho Hoa')
  })
})
