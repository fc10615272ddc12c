import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderOwnText, renderRichText } from '../../../bot/web/rich-text.ts'
import type { Entity } from '../../../domain/message.ts'

const join = (parts: readonly unknown[]): string => parts.map(String).join('')
const render = (text: string, entities: readonly Entity[] = []): string => join(renderRichText({ text, entities }))

const unescape = (markup: string): string =>
  markup
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const allowedTags =
  /<(\/?(strong|em|u|s|code|a|button)|a href="[^"<>]*" target="_blank" rel="[a-z ]+"|button type="button" class="command" data-command="\/\w+")>/g

const entity = fc.record({
  type: fc.constantFrom('bold', 'italic', 'underline', 'strikethrough', 'code', 'text_link'),
  offset: fc.integer({ min: -3, max: 40 }),
  length: fc.integer({ min: 0, max: 50 }),
  url: fc.constantFrom('https://haiphong.gov.vn/?a=1&b="2"', 'javascript:alert(1)', 'no address'),
}) satisfies fc.Arbitrary<Entity>

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom('<b>', '</script>', '&amp;', '"', "'", ' /viec ', 'https://a.vn/?x=<i>', 'Đôn Đốc', '👍🏽', '\n'),
      {
        maxLength: 10,
      },
    )
    .map((parts) => parts.join('')),
)

describe('rich text as markup', () => {
  test('whatever the text and its styles, a reader sees the text and nothing else is markup', () => {
    fc.assert(
      fc.property(words, fc.array(entity, { maxLength: 6 }), (text, entities) => {
        const markup = render(text, entities)
        expect(unescape(markup)).toBe(text)
        expect(markup.replace(allowedTags, '')).not.toMatch(/[<>]/)
        expect(markup).not.toContain('href="javascript')
      }),
      { numRuns: 500 },
    )
  })

  test('styles that overlap are all shown', () => {
    expect(
      render('ab cd', [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'italic', offset: 3, length: 2 },
      ]),
    ).toBe('<strong>ab </strong><em><strong>c</strong></em><em>d</em>')
  })

  test('a style that ends inside a character takes the whole character', () => {
    expect(render('👍 xong', [{ type: 'bold', offset: 0, length: 1 }])).not.toMatch(/[\ud800-\udfff]<|>[\udc00-\udfff]/)
  })

  test.each([
    ['Gõ /viec để xem.', '/viec'],
    ['(xem /status)', '/status'],
    ['/help', '/help'],
  ])('%s offers the command to press', (text, command) => {
    expect(render(text)).toContain(`data-command="${command}">${command}</button>`)
  })

  test.each(['38/KH-UBND', 'và/hoặc', '21/3', 'https://a.vn/viec', '<b>x</script>', 'xã /phường', '/home/viec'])(
    '%s offers no command',
    (text) => expect(render(text)).not.toContain('<button'),
  )

  test('a command in sample words is only offered when it is all of them', () => {
    const offered = (text: string) =>
      render(text, [{ type: 'code', offset: 0, length: text.length }]).includes('<button')
    expect([offered('/help'), offered('/moi Sở Nội vụ')]).toEqual([true, false])
  })

  test.each([
    ['Minh chứng: https://haiphong.gov.vn/a?b=1&c=2.', 'https://haiphong.gov.vn/a?b=1&amp;c=2'],
    ['(https://a.vn/x)', 'https://a.vn/x'],
    ['https://vi.wikipedia.org/wiki/A_(B)', 'https://vi.wikipedia.org/wiki/A_(B)'],
  ])('%s opens the address without the punctuation around it', (text, address) => {
    expect(render(text)).toContain(`<a href="${address}" target="_blank"`)
  })

  test('what a person wrote keeps its words; only addresses can be opened', () => {
    expect(join(renderOwnText('/viec <b> https://a.vn'))).toBe(
      '/viec &lt;b&gt; <a href="https://a.vn" target="_blank" rel="noopener noreferrer nofollow">https://a.vn</a>',
    )
  })
})
