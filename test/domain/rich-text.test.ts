import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity, RichText } from '../../domain/message.ts'
import { joinTexts, sliceText, splitText } from '../../domain/rich-text.ts'

const plain = (text: string): RichText => ({ text, entities: [] })

/** Every character that is not white space, with the styles on it: what must survive any cutting. */
const styledCharacters = ({ text, entities }: RichText): readonly string[] =>
  Array.from(text).reduce<{ readonly at: number; readonly seen: readonly string[] }>(
    ({ at, seen }, character) => {
      const styles = entities
        .filter(({ offset, length }) => offset <= at && at < offset + length)
        .map(({ type, url }) => `${type}${url ?? ''}`)
        .sort()
      const next = at + character.length
      return { at: next, seen: /\s/u.test(character) ? seen : [...seen, `${character} ${styles.join()}`] }
    },
    { at: 0, seen: [] },
  ).seen

/** Words as they come in names and titles: Vietnamese in both ways of writing it, emoji of many parts, flags. */
const word = fc
  .array(
    fc.constantFrom(
      'nhiệm',
      'vụ',
      'ế'.normalize('NFD'),
      'x',
      '<b>&_*[',
      '🇻🇳',
      '👨‍👩‍👧',
      '😀',
      '1.3.1',
      'đô',
      '🏽',
      'a\u0301',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''))

const styleType = fc.constantFrom<Entity['type']>('bold', 'italic', 'underline', 'strikethrough', 'code')

const piece = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 6 }),
  style: fc.option(styleType),
  gap: fc.constantFrom(' ', '\n', '\n\n', '  ', ' \n '),
})

/** Texts in which styles cover whole words, as every message of ours does. */
const richText = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) =>
  joinTexts(
    pieces.flatMap(({ words, style, gap }) => {
      const text = words.join(' ')
      const entities: Entity[] = style === null ? [] : [{ type: style, offset: 0, length: text.length }]
      return [{ text, entities }, plain(gap)]
    }),
  ),
)

const graphemes = (text: string): readonly string[] =>
  [...new Intl.Segmenter('vi').segment(text)].map(({ segment }) => segment)

describe('a text that is too long', () => {
  test('is cut into parts within the limit, and nothing but white space is lost', () => {
    fc.assert(
      fc.property(richText, fc.integer({ min: 12, max: 300 }), (rich, limit) => {
        const parts = splitText(rich, limit)
        for (const part of parts) {
          expect(part.text.length).toBeLessThanOrEqual(limit)
          expect(part.text).toBe(part.text.trim())
          expect(part.text).not.toBe('')
          for (const { offset, length } of part.entities) {
            expect(offset).toBeGreaterThanOrEqual(0)
            expect(length).toBeGreaterThan(0)
            expect(offset + length).toBeLessThanOrEqual(part.text.length)
          }
        }
        expect(parts.flatMap(styledCharacters)).toEqual(styledCharacters(rich))
      }),
      { numRuns: 500 },
    )
  })

  test('is never cut inside a word or a style that fits into a part', () => {
    fc.assert(
      fc.property(richText, fc.integer({ min: 40, max: 300 }), (rich, limit) => {
        const parts = splitText(rich, limit)
        const words = (text: string) => text.split(/\s+/u).filter((each) => each !== '')
        const longest = Math.max(...rich.entities.map(({ length }) => length), ...words(rich.text).map((w) => w.length))
        fc.pre(longest <= limit)
        expect(parts.flatMap(({ text }) => words(text))).toEqual(words(rich.text))
        const styled = ({ text, entities }: RichText) => entities.map((e) => text.slice(e.offset, e.offset + e.length))
        expect(parts.flatMap(styled)).toEqual(styled(rich))
      }),
      { numRuns: 500 },
    )
  })

  test('is never cut inside what a person sees as one character', () => {
    const unbroken = fc.array(word, { minLength: 1, maxLength: 200 }).map((words) => words.join(''))
    fc.assert(
      fc.property(unbroken, fc.integer({ min: 12, max: 300 }), (text, limit) => {
        const parts = splitText(plain(text), limit)
        expect(parts.every((part) => part.text.isWellFormed())).toBe(true)
        // What is longer than a part itself has to be cut; the emoji and letters above are all shorter.
        fc.pre(graphemes(text).every((grapheme) => grapheme.length <= 12))
        expect(parts.flatMap((part) => graphemes(part.text))).toEqual(graphemes(text))
      }),
      { numRuns: 300 },
    )
  })

  test('keeps flags whole, however many stand in a row', () => {
    for (const limit of [50, 99, 131, 201]) {
      const parts = splitText(plain(`a${'🇻🇳'.repeat(200)}`), limit)
      expect(parts.map(({ text }) => text.replace(/^a/, '')).filter((text) => text.length % 4 !== 0)).toEqual([])
    }
  })

  test('is cut even where one character is longer than a part', () => {
    const parts = splitText(plain(`a${'\u0301'.repeat(100)}`), 30)
    expect(parts.map(({ text }) => text.length)).toEqual([30, 30, 30, 11])
  })

  test.each([
    ['at a paragraph', 'một hai\n\nba bốn\nnăm sáu', 20, ['một hai', 'ba bốn\nnăm sáu']],
    ['at a line', 'một hai\nba bốn năm', 14, ['một hai', 'ba bốn năm']],
    ['at a space', 'một hai ba bốn', 9, ['một hai', 'ba bốn']],
    ['not after a heading that would stand alone', 'a\n\nbb cc dd ee', 10, ['a\n\nbb cc', 'dd ee']],
    ['at a tab or a space that does not break lines', 'một\thai\u00A0ba', 9, ['một\thai', 'ba']],
    ['inside a word that is too long for any part', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['not at all when it fits exactly', 'một hai', 7, ['một hai']],
    ['into nothing when there is nothing to say', ' \n ', 5, []],
  ])('is cut %s', (_where, text, limit, parts) => {
    expect(splitText(plain(text), limit).map((part) => part.text)).toEqual(parts)
  })

  test('goes on in the same style where a style is longer than a part', () => {
    const rich: RichText = { text: 'aaaa bbbb cccc', entities: [{ type: 'bold', offset: 0, length: 14 }] }
    expect(splitText(rich, 9)).toEqual([
      { text: 'aaaa bbbb', entities: [{ type: 'bold', offset: 0, length: 9 }] },
      { text: 'cccc', entities: [{ type: 'bold', offset: 0, length: 4 }] },
    ])
  })

  test('moves a style to the next part rather than cutting it', () => {
    const rich: RichText = { text: 'aaaa bbb ccc', entities: [{ type: 'bold', offset: 5, length: 7 }] }
    expect(splitText(rich, 10).map(({ text }) => text)).toEqual(['aaaa', 'bbb ccc'])
  })
})

describe('texts put together and taken apart', () => {
  test('a slice has the styles of its characters, counted from its own beginning', () => {
    const rich: RichText = {
      text: '0123456789',
      entities: [
        { type: 'bold', offset: 2, length: 4 },
        { type: 'italic', offset: 8, length: 2 },
      ],
    }
    expect(sliceText(rich, 4, 9)).toEqual({
      text: '45678',
      entities: [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'italic', offset: 4, length: 1 },
      ],
    })
  })

  test('slices at any place, joined again, are the same styled characters', () => {
    fc.assert(
      fc.property(richText, fc.nat(), (rich, at) => {
        const middle = at % (rich.text.length + 1)
        fc.pre(!/^[\uDC00-\uDFFF]/.test(rich.text.slice(middle, middle + 1)))
        const joined = joinTexts([sliceText(rich, 0, middle), sliceText(rich, middle, rich.text.length)])
        expect(joined.text).toBe(rich.text)
        expect(styledCharacters(joined)).toEqual(styledCharacters(rich))
      }),
    )
  })
})
