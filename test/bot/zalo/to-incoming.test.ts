import { describe, expect, test } from 'vitest'
import { toIncoming } from '../../../bot/zalo/to-incoming.ts'

const now = new Date('2026-03-02T02:00:00Z')
const message = {
  message_id: 'm1',
  date: 1_772_416_800_000,
  from: { id: 'u1', display_name: 'An', is_bot: false },
  chat: { id: 'c1', chat_type: 'PRIVATE' },
  text: 'xong rồi',
}
const { date, ...withoutDate } = message
const text = (changes: object = {}) => ({ event_name: 'message.text.received', message: { ...message, ...changes } })

const expected = {
  channel: 'zalo',
  externalId: 'm1',
  chat: { id: 'c1', kind: 'private', title: '' },
  sender: { id: 'u1', name: 'An' },
  sentAt: '2026-03-02T02:00:00.000Z',
  body: { kind: 'text', text: 'xong rồi' },
}

describe('an update from Zalo', () => {
  test.each([
    ['flat, as by webhook', text()],
    ['in an envelope, as by polling', { ok: true, result: text() }],
    ['with seconds instead of milliseconds', text({ date: date / 1000 })],
    ['without a date', { event_name: 'message.text.received', message: withoutDate }],
    ['with a date that is none', text({ date: 'hôm nay' })],
    ['with a date beyond all time', text({ date: 1e20 })],
    [
      'with null for what is not known',
      text({ date: null, caption: null, from: { id: 'u1', display_name: 'An', is_bot: null } }),
    ],
    ['with fields nobody knows', text({ mới: { a: 1 }, from: { ...message.from, avatar: 'x' } })],
  ])('%s is understood', (_shape, update) => {
    expect(toIncoming(update, now)).toEqual(expected)
  })

  test('with numbers for ids is understood', () => {
    const numbered = text({ message_id: 1, from: { id: 2 }, chat: { id: 3 } })
    expect(toIncoming(numbered, now)).toMatchObject({
      externalId: '1',
      sender: { id: '2', name: '' },
      chat: { id: '3' },
    })
  })

  test.each([
    ['message.image.received', 'image'],
    ['message.sticker.received', 'sticker'],
    ['message.voice.received', 'voice'],
    ['message.unsupported.received', 'file'],
  ])('%s is something the bot cannot use', (event, what) => {
    expect(toIncoming({ event_name: event, message: { ...message, text: undefined } }, now)).toMatchObject({
      body: { kind: 'unsupported', what },
    })
  })

  test.each([['photo_url'], ['photo']])('of a photo has its address as %s', (field) => {
    const photo = { ...message, text: undefined, caption: 'xong', [field]: 'https://photo.zdn.vn/1.jpg' }
    expect(toIncoming({ event_name: 'message.image.received', message: photo }, now)).toMatchObject({
      body: {
        ...{ kind: 'file', caption: 'xong' },
        file: { reference: 'https://photo.zdn.vn/1.jpg', name: 'anh.jpg', size: null, photo: true },
      },
    })
  })

  test.each<[string, unknown]>([
    ['a test of the webhook', { event_name: 'webhook.test' }],
    ['an unknown event', { ...text(), event_name: 'message.dance.received' }],
    ['another bot', text({ from: { id: 'b', is_bot: true } })],
    ['no id', text({ message_id: undefined })],
    ['an empty id', text({ message_id: '' })],
    ['no sender', text({ from: undefined })],
    ['nothing', null],
    ['a word', 'xin chào'],
    ['an empty envelope', { ok: true, result: null }],
    ['a refusal', { ok: false, error_code: 408 }],
  ])('is passed over when it is %s', (_what, update) => {
    expect(toIncoming(update, now)).toBeNull()
  })

  test.each([
    ['@Bot Đôn Đốc /tuan', '/tuan'],
    ['/tuan', '/tuan'],
    ['@DonDoc 2', '2'],
  ])('from a group, %s means %s', (said, meant) => {
    const update = text({ text: said, chat: { id: 'g1', chat_type: 'GROUP' } })
    expect(toIncoming(update, now)).toMatchObject({ chat: { kind: 'group' }, body: { kind: 'text', text: meant } })
  })

  test('from one person keeps what begins with @', () => {
    expect(toIncoming(text({ text: '@Anh Ba /tuan' }), now)).toMatchObject({ body: { text: '@Anh Ba /tuan' } })
  })
})
