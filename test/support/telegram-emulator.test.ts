import { Api, Bot, GrammyError, InlineKeyboard, InputFile } from 'grammy'
import { afterEach, describe, expect, test } from 'vitest'
import { callRaw } from './telegram/call.ts'
import { telegramDriver } from './telegram/driver.ts'
import { createTelegramEmulator, type TelegramEmulator, type TelegramOptions } from './telegram/emulator.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const startService = async (options: TelegramOptions = { limits: false }): Promise<TelegramEmulator> => {
  const service = await createTelegramEmulator(options)
  closing.push(() => service.close())
  return service
}

const apiOf = (service: TelegramEmulator): Api => new Api(service.token, { apiRoot: service.url })

const startBot = async (service: TelegramEmulator, equip: (bot: Bot) => void): Promise<Bot> => {
  const bot = new Bot(service.token, { client: { apiRoot: service.url } })
  equip(bot)
  await bot.init()
  const running = bot.start()
  closing.unshift(async () => {
    await bot.stop()
    await running
  })
  return bot
}

const refusal = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof GrammyError)) throw new Error('the call was not refused', { cause: error })
  return `${error.error_code} ${error.description}`
}

describe('with the real grammY', () => {
  test('a conversation with buttons, an edit and a file goes through', async () => {
    const service = await startService()
    await startBot(service, (bot) => {
      bot.command('start', (ctx) =>
        ctx.reply('Chào bạn', { reply_markup: new InlineKeyboard().text('Đã nhận', 'ack:1').text('Bỏ qua', 'skip:1') }),
      )
      bot.callbackQuery(/^ack:/, async (ctx) => {
        await ctx.answerCallbackQuery({ text: 'Đã ghi' })
        await ctx.editMessageText('Đã tiếp nhận')
      })
      bot.on('message:document', async (ctx) => {
        const file = await ctx.getFile()
        const response = await fetch(`${service.url}/file/bot${service.token}/${file.file_path ?? ''}`)
        const text = await response.text()
        await ctx.replyWithDocument(new InputFile(Buffer.from(text.toUpperCase()), 'kết quả 1.txt'), {
          caption: 'Xong',
        })
      })
    })
    const person = service.user(11, 'Chuyên viên Ba')
    const driver = telegramDriver(person)

    person.start()
    const greeting = await driver.next()
    expect(greeting).toMatchObject({ text: 'Chào bạn', choices: ['Đã nhận', 'Bỏ qua'] })

    const press = person.press(Number(greeting.id), 'Đã nhận')
    expect(await person.answerTo(press)).toEqual({ text: 'Đã ghi', isAlert: false })
    expect(await driver.next()).toMatchObject({ id: greeting.id, text: 'Đã tiếp nhận', choices: [] })
    expect(() => person.press(Number(greeting.id), 'Đã nhận')).toThrow('has no button "Đã nhận"; there are: none')

    await driver.sendFile('ke-hoach.txt', Buffer.from('nội dung'))
    const reply = await person.nextMessage()
    expect(reply).toMatchObject({ kind: 'document', text: 'Xong', file: { name: 'kết quả 1.txt' } })
    expect(Buffer.from(reply.file!.bytes).toString()).toBe('NỘI DUNG')
    expect(await driver.quiet()).toEqual([])
    expect(person.chat.messages.map((message) => [message.text, message.edits])).toEqual([
      ['Đã tiếp nhận', 1],
      ['Xong', 0],
    ])
  })

  test('a reply carries the message it answers, and an edit comes as one', async () => {
    const service = await startService()
    const heard: string[] = []
    await startBot(service, (bot) => {
      bot.on('message:text', async (ctx) => {
        heard.push(`${ctx.msg.text} → ${ctx.msg.reply_to_message?.text ?? '-'}`)
        await ctx.reply('ghi rồi')
      })
      bot.on('edited_message:text', (ctx) => {
        heard.push(`sửa: ${ctx.msg.text}`)
      })
    })
    const person = service.user(11, 'An')
    const first = person.send('đang làm')
    const { id } = await person.nextMessage()
    person.send('xong rồi', { replyTo: id })
    await person.nextMessage()
    person.edit(first, 'đang làm 80%')
    await service.quiet()
    expect(heard).toEqual(['đang làm → -', 'xong rồi → ghi rồi', 'sửa: đang làm 80%'])
  })

  test('a second poller on the same token ends the first with 409', async () => {
    const service = await startService()
    const api = apiOf(service)
    const first = refusal(api.getUpdates({ timeout: 5 }))
    await service.requests.waitFor((request) => request.method === 'getUpdates')
    const second = api.getUpdates({ timeout: 1 })
    expect(await first).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    expect(await second).toEqual([])
  })
})

describe('updates', () => {
  test('come again until an offset confirms them', async () => {
    const service = await startService()
    const api = apiOf(service)
    const person = service.user(11, 'An')
    person.send('một')
    person.send('hai')
    const first = await api.getUpdates()
    expect(first.map((update) => update.message?.text)).toEqual(['một', 'hai'])
    expect(await api.getUpdates({ limit: 1 })).toEqual(first.slice(0, 1))
    expect(await api.getUpdates({ offset: first[1]!.update_id })).toEqual(first.slice(1))
    expect(service.pendingUpdates).toBe(1)
    expect(await api.getUpdates({ offset: first[1]!.update_id + 1 })).toEqual([])
    service.redeliver(first[0]!.update_id)
    expect(await api.getUpdates({ offset: first[1]!.update_id + 1 })).toEqual(first.slice(0, 1))
  })

  test('are held by a long poll until something happens', async () => {
    const service = await startService()
    const started = performance.now()
    const poll = apiOf(service).getUpdates({ timeout: 10 })
    await service.requests.waitFor((request) => request.method === 'getUpdates')
    service.user(11, 'An').send('đây')
    expect((await poll).map((update) => update.message?.text)).toEqual(['đây'])
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  test('are not lost with a caller that hung up, and the next caller meets no rival', async () => {
    const service = await startService()
    const url = `${service.url}/bot${service.token}/getUpdates?timeout=30`
    await expect(fetch(url, { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
    service.user(11, 'An').send('còn đây')
    expect(await apiOf(service).getUpdates()).toMatchObject([{ message: { text: 'còn đây' } }])
  })

  test('of a kind that was not asked for never come', async () => {
    const service = await startService()
    const api = apiOf(service)
    await api.getUpdates({ allowed_updates: ['message'] })
    const person = service.user(11, 'An')
    person.start()
    person.block()
    expect((await api.getUpdates()).map((update) => Object.keys(update)[1])).toEqual(['message'])
  })

  test('tell of blocking and coming back', async () => {
    const service = await startService()
    const person = service.user(11, 'An')
    person.start('moi_abc')
    person.block()
    person.unblock()
    const updates = await apiOf(service).getUpdates()
    expect(updates[0]!.message).toMatchObject({
      text: '/start moi_abc',
      entities: [{ type: 'bot_command', length: 6 }],
    })
    expect(updates.slice(1).map((update) => update.my_chat_member?.new_chat_member.status)).toEqual([
      'kicked',
      'member',
    ])
  })
})

describe('who may be written to', () => {
  test('nobody unknown, nobody who has not pressed Start, nobody who blocked the bot', async () => {
    const service = await startService()
    const api = apiOf(service)
    const person = service.user(11, 'An')
    expect(await refusal(api.sendMessage(99, 'xin chào'))).toBe('400 Bad Request: chat not found')
    expect(await refusal(api.sendMessage(11, 'xin chào'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    )
    person.start()
    await api.sendMessage(11, 'xin chào')
    person.block()
    expect(await refusal(api.sendMessage(11, 'xin chào'))).toBe('403 Forbidden: bot was blocked by the user')
    person.unblock()
    await api.sendMessage(11, 'xin chào')
    person.deactivate()
    expect(await refusal(api.sendMessage(11, 'xin chào'))).toBe('403 Forbidden: user is deactivated')
    expect(person.chat.messages).toHaveLength(2)
  })

  test('a wrong token gets 401 and an unknown method 404, in the shape of every error', async () => {
    const service = await startService()
    expect(await callRaw({ url: service.url, token: '7:wrong' }, 'getMe')).toEqual({
      status: 401,
      ok: false,
      error_code: 401,
      description: 'Unauthorized',
    })
    expect(await callRaw(service, 'sendTelepathy')).toMatchObject({
      status: 404,
      description: 'Not Found: method not found',
    })
    expect(await callRaw(service, 'GETME')).toMatchObject({ status: 200, ok: true })
  })
})

describe('groups', () => {
  test('the bot sees in a group only what is meant for it', async () => {
    const service = await startService()
    const api = apiOf(service)
    const an = service.user(11, 'An')
    const group = service.group(-500, 'Tổ CCHC', an)
    const { message_id: said } = await api.sendMessage(-500, 'Nhắc việc')
    const member = group.member(an)
    for (const text of ['chào cả nhà', '/tuan', '/tuan@other_bot', `hỏi @${service.username} chút`]) member.send(text)
    member.send('rõ', { replyTo: said })
    const heard = (await api.getUpdates()).flatMap((update) => update.message?.text ?? [])
    expect(heard).toEqual(['/tuan', `hỏi @${service.username} chút`, 'rõ'])
  })

  test('a group that became a supergroup tells its new id', async () => {
    const service = await startService()
    const an = service.user(11, 'An')
    const after = service.group(-500, 'Tổ CCHC', an).upgrade(an)
    expect(await callRaw(service, 'sendMessage', { chat_id: -500, text: 'chào' })).toEqual({
      status: 400,
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: after.id },
    })
    const messages = (await apiOf(service).getUpdates()).flatMap((update) => update.message ?? [])
    expect(messages.map((message) => message.migrate_to_chat_id)).toContain(after.id)
    expect(messages.map((message) => message.migrate_from_chat_id)).toContain(-500)
  })

  test('a topic keeps its messages together, and a plain message in it answers the topic', async () => {
    const service = await startService()
    const api = apiOf(service)
    const an = service.user(11, 'An')
    const group = service.group(-500, 'Tổ CCHC', an).upgrade(an)
    const thread = group.topic('Nhắc việc', an)
    await api.sendMessage(group.id, 'trong chủ đề', { message_thread_id: thread })
    expect(group.chat.last).toMatchObject({ threadId: thread })
    group.member(an, thread).send('/tuan')
    const message = (await api.getUpdates()).at(-1)!.message
    expect(message).toMatchObject({ message_thread_id: thread, reply_to_message: { message_id: thread } })
    expect(await refusal(api.sendMessage(group.id, 'lạc', { message_thread_id: 77 }))).toBe(
      '400 Bad Request: message thread not found',
    )
    group.kickBot(an)
    expect(await refusal(api.sendMessage(group.id, 'còn ai'))).toBe(
      '403 Forbidden: bot was kicked from the supergroup chat',
    )
  })
})
