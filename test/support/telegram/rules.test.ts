import fc from 'fast-check'
import { Api, InputFile } from 'grammy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callRaw } from './call.ts'
import { createTelegramEmulator, type TelegramEmulator } from './emulator.ts'
import type { TelegramPerson } from './person.ts'

let service: TelegramEmulator
let person: TelegramPerson
let api: Api

beforeAll(async () => {
  service = await createTelegramEmulator({ limits: false })
  api = new Api(service.token, { apiRoot: service.url })
  person = service.user(11, 'An')
  person.start()
})

afterAll(() => service.close())

const send = async (params: object): Promise<string> => {
  const answer = await callRaw(service, 'sendMessage', { chat_id: 11, text: 'xin chào', ...params })
  expect(answer.status).toBe(answer.error_code ?? 200)
  return answer.description ?? 'ok'
}

const button = (data: string): object => ({
  reply_markup: { inline_keyboard: [[{ text: 'Nút', callback_data: data }]] },
})

describe('what a message may be', () => {
  test.each<[string, object, string]>([
    ['no text', { text: '' }, 'Bad Request: message text is empty'],
    ['only spaces', { text: ' \n ' }, 'Bad Request: text must be non-empty'],
    ['4096 characters', { text: 'x'.repeat(4_096) }, 'ok'],
    ['4097 characters', { text: 'x'.repeat(4_097) }, 'Bad Request: message is too long'],
    ['4096 and spaces around', { text: `  ${'x'.repeat(4_096)}\n` }, 'ok'],
    ['half a surrogate pair', { text: 'hỏng \ud83d' }, 'Bad Request: strings must be encoded in UTF-8'],
    ['no chat', { chat_id: '' }, 'Bad Request: chat_id is empty'],
    ['a chat by a word', { chat_id: 'an' }, 'Bad Request: chat not found'],
    ['a chat id as a string', { chat_id: '11' }, 'ok'],
    ['markup', { parse_mode: 'HTML' }, 'Bad Request: unsupported parse_mode'],
    [
      'an answer to nothing',
      { reply_parameters: { message_id: 9_999 } },
      'Bad Request: message to be replied not found',
    ],
    ['an optional answer', { reply_parameters: { message_id: 9_999, allow_sending_without_reply: true } }, 'ok'],
    ['an answer without id', { reply_parameters: {} }, 'Bad Request: can\'t find field "message_id"'],
    ['no preview', { link_preview_options: { is_disabled: true } }, 'ok'],
    [
      'preview "no"',
      { link_preview_options: { is_disabled: 'no' } },
      'Bad Request: field "is_disabled" must be of type Boolean',
    ],
  ])('%s', async (_what, params, expected) => {
    expect(await send(params)).toBe(expected)
  })
})

describe('buttons', () => {
  const unallowed = "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
  test.each<[string, object, string]>([
    ['64 bytes of data', button('x'.repeat(64)), 'ok'],
    ['65 bytes of data', button('x'.repeat(65)), 'Bad Request: BUTTON_DATA_INVALID'],
    ['22 letters of three bytes each', button('ệ'.repeat(22)), 'Bad Request: BUTTON_DATA_INVALID'],
    ['no data', button(''), unallowed],
    [
      'a bad link',
      { reply_markup: { inline_keyboard: [[{ text: 'x', url: 'ftp://a.vn' }]] } },
      "Bad Request: inline keyboard button URL 'ftp://a.vn' is invalid: Unsupported URL protocol",
    ],
    [
      'localhost',
      { reply_markup: { inline_keyboard: [[{ text: 'x', url: 'http://localhost:3000/' }]] } },
      "Bad Request: inline keyboard button URL 'http://localhost:3000/' is invalid: Wrong HTTP URL",
    ],
    [
      'no array',
      { reply_markup: { inline_keyboard: 'x' } },
      'Bad Request: field "inline_keyboard" must be of type Array',
    ],
    [
      '101 buttons',
      {
        reply_markup: {
          inline_keyboard: Array.from({ length: 101 }, (_, i) => [{ text: `${i}`, callback_data: `${i}` }]),
        },
      },
      'Bad Request: REPLY_MARKUP_TOO_LONG',
    ],
  ])('%s', async (_what, params, expected) => {
    expect(await send(params)).toBe(expected)
  })
})

describe('styles', () => {
  const bold = (offset: number, length: number): object => ({ entities: [{ type: 'bold', offset, length }] })
  test.each<[string, object, string]>([
    ['behind the end', bold(100, 1), 'Bad Request: entity begins after the end of the text at UTF-16 offset 100'],
    [
      'over the end',
      bold(0, 100),
      'Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100',
    ],
    ['before the start', bold(-1, 1), 'Bad Request: receive an entity with incorrect offset -1'],
    [
      'into an emoji',
      { text: '👍 rõ', ...bold(0, 1) },
      'Bad Request: entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4',
    ],
    [
      'out of an emoji',
      { text: '👍 rõ', ...bold(1, 1) },
      'Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 4',
    ],
    [
      'unknown',
      { entities: [{ type: 'loud', offset: 0, length: 1 }] },
      "Bad Request: can't parse MessageEntity: Unsupported type specified",
    ],
    [
      'a link without address',
      { entities: [{ type: 'text_link', offset: 0, length: 1 }] },
      'Bad Request: can\'t parse MessageEntity: Can\'t find field "url"',
    ],
    [
      'a link to nowhere',
      { entities: [{ type: 'text_link', offset: 0, length: 1, url: 'not-a-url' }] },
      "Bad Request: entity URL 'not-a-url' is invalid: Wrong HTTP URL",
    ],
  ])('%s', async (_what, params, expected) => {
    expect(await send(params)).toBe(expected)
  })

  test('move along when white space around the text is cut, and past a hundred are dropped', async () => {
    await send({ text: '  Nhắc việc  ', ...bold(2, 4) })
    expect(person.chat.last).toMatchObject({ text: 'Nhắc việc', entities: [{ type: 'bold', offset: 0, length: 4 }] })
    await send({
      text: 'x'.repeat(200),
      entities: Array.from({ length: 150 }, (_, offset) => ({ type: 'bold', offset, length: 1 })),
    })
    expect(person.chat.last.entities).toHaveLength(100)
  })

  test('wherever they lie, what is accepted covers the same words', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((some) => some.trim() !== '')
    await fc.assert(
      fc.asyncProperty(text, fc.nat(30), fc.integer({ min: 1, max: 30 }), async (words, offset, length) => {
        const outcome = await send({ text: words, ...bold(offset, length) })
        const shown = person.chat.last
        const [style] = shown.entities
        if (outcome !== 'ok' || style === undefined) return
        const styled = shown.text.slice(style.offset, style.offset + style.length)
        expect(words.slice(offset, offset + length)).toContain(styled)
        expect(styled.isWellFormed()).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('changing what was said', () => {
  const change = (method: string, params: object): Promise<string> =>
    callRaw(service, method, { chat_id: 11, ...params }).then((answer) => answer.description ?? 'ok')

  test('the same words and buttons are refused, new words take the buttons away', async () => {
    const { message_id: id } = await api.sendMessage(11, 'Một', button('a'))
    const same =
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
    expect(await change('editMessageText', { message_id: id, text: 'Một', ...button('a') })).toBe(same)
    expect(await change('editMessageReplyMarkup', { message_id: id, ...button('a') })).toBe(same)
    expect(await change('editMessageText', { message_id: id, text: 'Hai' })).toBe('ok')
    expect(person.chat.last).toMatchObject({ text: 'Hai', choices: [], edits: 1 })
    expect(await change('editMessageText', { message_id: 9_999, text: 'Hai' })).toBe(
      'Bad Request: message to edit not found',
    )
    expect(await change('editMessageText', { message_id: id, text: 'x'.repeat(4_097) })).toBe(
      'Bad Request: MESSAGE_TOO_LONG',
    )
    expect(await change('deleteMessage', { message_id: id })).toBe('ok')
    expect(await change('deleteMessage', { message_id: id })).toBe('Bad Request: message to delete not found')
  })

  test("a person's message cannot be edited, and an unknown press cannot be answered", async () => {
    const id = person.send('của tôi')
    expect(await change('editMessageText', { message_id: id, text: 'của bot' })).toBe(
      "Bad Request: message can't be edited",
    )
    expect(await change('answerCallbackQuery', { callback_query_id: '1' })).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    )
  })
})

describe('files', () => {
  const png = (width: number, height: number): Buffer => {
    const bytes = Buffer.alloc(64)
    bytes.writeUInt32BE(0x89504e47, 0)
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
    return bytes
  }

  test('a picture must be one, of a sane shape, and a caption at most 1024 long', async () => {
    await api.sendPhoto(11, new InputFile(png(800, 600), 'biểu đồ.png'), { caption: 'Tuần 12' })
    expect(person.chat.last).toMatchObject({ kind: 'photo', text: 'Tuần 12', file: { name: 'biểu đồ.png' } })
    await expect(api.sendPhoto(11, new InputFile(Buffer.from('không phải ảnh')))).rejects.toThrow(
      'IMAGE_PROCESS_FAILED',
    )
    await expect(api.sendPhoto(11, new InputFile(png(9_000, 2_000)))).rejects.toThrow('PHOTO_INVALID_DIMENSIONS')
    await expect(api.sendDocument(11, new InputFile(Buffer.alloc(0), 'a.txt'))).rejects.toThrow(
      'file must be non-empty',
    )
    const caption = 'x'.repeat(1_025)
    await expect(api.sendDocument(11, new InputFile(Buffer.from('a'), 'a.txt'), { caption })).rejects.toThrow(
      'message caption is too long',
    )
    await expect(callRaw(service, 'sendDocument', { chat_id: 11 })).resolves.toMatchObject({
      description: 'Bad Request: there is no document in the request',
    })
  })

  test('what is larger than 20 MB cannot be downloaded', async () => {
    person.sendDocument('lớn.pdf', Buffer.from('%PDF'), '', { size: 20 * 1_024 * 1_024 + 1 })
    const update = (await api.getUpdates({ offset: -1 })).at(-1)
    await expect(api.getFile(update!.message!.document!.file_id)).rejects.toThrow('Bad Request: file is too big')
  })

  test('commands, actions and forms are taken', async () => {
    await api.setMyCommands([{ command: 'viec', description: 'Việc của tôi' }])
    expect(service.commands).toEqual([{ command: 'viec', description: 'Việc của tôi' }])
    await expect(api.setMyCommands([{ command: 'Việc', description: 'x' }])).rejects.toThrow('BOT_COMMAND_INVALID')
    await api.sendChatAction(11, 'typing')
    expect(service.chatActions.at(-1)).toEqual({ chatId: 11, action: 'typing' })
    const form = new URLSearchParams({
      chat_id: '11',
      text: 'từ biểu mẫu',
      reply_markup: JSON.stringify({ inline_keyboard: [[{ text: 'Được', callback_data: 'x' }]] }),
    })
    await fetch(`${service.url}/bot${service.token}/sendMessage`, { method: 'POST', body: form })
    expect(person.chat.last).toMatchObject({ text: 'từ biểu mẫu', choices: ['Được'] })
  })
})
