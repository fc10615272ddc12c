import { Bot, InlineKeyboard, InputFile } from 'grammy'
import { describe, expect, onTestFinished, test } from 'vitest'
import { callRaw } from './call.ts'
import { telegramDriver } from './driver.ts'
import type { TelegramEmulator } from './emulator.ts'
import { apiOf, refusal, startService } from './start-service.ts'

const startBot = async (service: TelegramEmulator, equip: (bot: Bot) => void): Promise<Bot> => {
  const bot = new Bot(service.token, { client: { apiRoot: service.url } })
  equip(bot)
  await bot.init()
  const running = bot.start()
  onTestFinished(async () => {
    await bot.stop()
    await running
  })
  return bot
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
