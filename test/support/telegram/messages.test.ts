import { describe, expect, test } from 'vitest'
import { callRaw } from './call.ts'
import { useOneChat } from './one-chat.ts'

const { service, person, api, send } = await useOneChat()

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

test('a wrong token gets 401 and an unknown method 404, in the shape of every error', async () => {
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
