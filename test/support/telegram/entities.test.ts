import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { useOneChat } from './one-chat.ts'

const { person, send } = await useOneChat()

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
