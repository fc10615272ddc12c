import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capabilities } from '../../domain/channels.ts'
import type { Entity, Outgoing, RichText } from '../../domain/message.ts'
import { refitFor, renderFor } from '../../domain/render.ts'
import { joinTexts } from '../../domain/rich-text.ts'

const plain = (text: string): RichText => ({ text, entities: [] })
const say = (text: RichText, more: Partial<Outgoing> = {}): Outgoing => ({
  ...{ chatId: 'c', key: 'k', kind: 'reply', text },
  ...more,
})
const yesNo = [
  [{ label: 'Có', action: 'yes:1' }],
  [
    { label: 'Không', action: 'no:1' },
    { label: 'Để sau', action: 'later:1' },
  ],
]

describe('choices', () => {
  test.each(['telegram', 'web'] as const)('are buttons on %s', (channel) => {
    expect(renderFor(channel, say(plain('Gửi?'), { buttons: yesNo, choiceHint: 'Trả lời bằng số' }))).toEqual([
      { text: 'Gửi?', entities: [], buttons: yesNo, choices: ['yes:1', 'no:1', 'later:1'], hint: 'Trả lời bằng số' },
    ])
  })

  test('are numbered on Zalo, in reading order, with the hint below', () => {
    expect(renderFor('zalo', say(plain('Gửi?'), { buttons: yesNo, choiceHint: 'Trả lời bằng số' }))).toEqual([
      {
        text: 'Gửi?\n\n1. Có\n2. Không\n3. Để sau\nTrả lời bằng số',
        entities: [],
        buttons: [],
        choices: ['yes:1', 'no:1', 'later:1'],
      },
    ])
  })

  test.each(['telegram', 'zalo', 'web'] as const)('go with the last part of a long message on %s', (channel) => {
    const parts = renderFor(channel, say(plain('nhiệm vụ '.repeat(3000)), { buttons: yesNo }))
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts.slice(0, -1)) expect(part).toMatchObject({ buttons: [], choices: [] })
    expect(parts.at(-1)?.choices).toEqual(['yes:1', 'no:1', 'later:1'])
    expect(parts.at(-1)?.buttons).toEqual(capabilities[channel].buttons ? yesNo : [])
  })

  test('stay together below a message that just fits without them', () => {
    const parts = renderFor('zalo', say(plain('x'.repeat(1990)), { buttons: yesNo }))
    expect(parts.map(({ text }) => text)).toEqual(['x'.repeat(1990), '1. Có\n2. Không\n3. Để sau'])
  })
})

describe('a message for another channel than it was fitted to', () => {
  const said = say(plain('Gửi?'), { buttons: yesNo, choiceHint: 'Trả lời bằng số' })

  test.each(['telegram', 'web'] as const)('is the same as one fitted to it in the first place, from %s', (from) => {
    const [part] = renderFor(from, said)
    for (const channel of ['telegram', 'web', 'zalo'] as const) {
      expect(refitFor(channel, part!)).toEqual(renderFor(channel, said))
    }
  })

  test('keeps its numbers from Zalo, and what they mean', () => {
    const [part] = renderFor('zalo', said)
    expect(refitFor('telegram', part!)).toEqual([part])
  })

  test('is cut where it is too long, with its choices at the end', () => {
    const [part] = renderFor('telegram', say(plain('nhiệm vụ '.repeat(400)), { buttons: yesNo }))
    const parts = refitFor('zalo', part!)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.at(-1)!.choices).toEqual(['yes:1', 'no:1', 'later:1'])
    expect(parts[0]!.choices).toEqual([])
  })
})

describe('addresses', () => {
  const link = (text: string, offset: number, length: number, ...more: Entity[]): RichText => ({
    text,
    entities: [{ type: 'text_link', offset, length, url: 'https://a.vn/1' }, ...more],
  })

  test.each(['telegram', 'web'] as const)('stay behind the words on %s', (channel) => {
    const text = link('Mở trang này', 3, 5)
    expect(renderFor(channel, say(text))[0]).toMatchObject(text)
  })

  test.each<[string, RichText, RichText]>([
    ['after the words', link('Mở trang này', 3, 5), plain('Mở trang: https://a.vn/1 này')],
    ['at the end', link('Mở trang', 3, 5), plain('Mở trang: https://a.vn/1')],
    [
      'and later styles move along',
      link('Mở trang này', 3, 5, { type: 'bold', offset: 9, length: 3 }),
      { text: 'Mở trang: https://a.vn/1 này', entities: [{ type: 'bold', offset: 25, length: 3 }] },
    ],
    [
      'and a style around them goes on',
      link('Mở trang này', 3, 5, { type: 'bold', offset: 0, length: 12 }),
      { text: 'Mở trang: https://a.vn/1 này', entities: [{ type: 'bold', offset: 0, length: 28 }] },
    ],
    [
      'and a style that begins in the words still reaches its own end',
      link('Mở trang này', 3, 5, { type: 'bold', offset: 5, length: 7 }),
      { text: 'Mở trang: https://a.vn/1 này', entities: [{ type: 'bold', offset: 5, length: 23 }] },
    ],
    [
      'and a style of the words themselves stays on them',
      link('Mở trang này', 3, 5, { type: 'bold', offset: 3, length: 5 }),
      { text: 'Mở trang: https://a.vn/1 này', entities: [{ type: 'bold', offset: 3, length: 5 }] },
    ],
  ])('are written out on Zalo %s', (_where, text, expected) => {
    expect(renderFor('zalo', say(text))[0]).toMatchObject({ text: expected.text, entities: expected.entities })
  })

  test('are not written twice on Zalo when the words are the address', () => {
    expect(renderFor('zalo', say(link('https://a.vn/1', 0, 14)))[0]?.text).toBe('https://a.vn/1')
  })

  test('are all written out on Zalo when there are several', () => {
    const text = joinTexts([link('một', 0, 3), plain(' và '), link('hai', 0, 3)])
    expect(renderFor('zalo', say(text))[0]).toMatchObject({
      text: 'một: https://a.vn/1 và hai: https://a.vn/1',
      entities: [],
    })
  })
})

test('no part is ever longer than its channel takes, and every word arrives', () => {
  const words = fc.array(fc.constantFrom('nhiệm vụ', '😀', 'x'.repeat(90), '<b>&_*[', '\n', '\n\n'), { maxLength: 900 })
  const channels = fc.constantFrom('telegram' as const, 'zalo' as const, 'web' as const)
  fc.assert(
    fc.property(channels, words, fc.boolean(), (channel, list, withButtons) => {
      const text = list.join(' ')
      const parts = renderFor(channel, say(plain(text), withButtons ? { buttons: yesNo } : {}))
      expect(parts.filter((part) => part.text.length > capabilities[channel].maxText)).toEqual([])
      const squeeze = (value: string) => value.replace(/\s/gu, '')
      expect(squeeze(parts.map((part) => part.text).join(''))).toContain(squeeze(text))
    }),
    { numRuns: 60 },
  )
})

test('a title full of markup is the same words on every channel', () => {
  const title = 'Rà soát <b>&_*[ "TTHC" ](http://x) `mã` </i> \\ $1 %s'
  for (const channel of ['telegram', 'zalo', 'web'] as const) {
    expect(renderFor(channel, say(plain(title)))).toEqual([{ text: title, entities: [], buttons: [], choices: [] }])
  }
})
