import { Parser } from 'htmlparser2'
import { tidy } from '../document.ts'

const tags =
  'a|b|i|u|s|em|strong|sup|sub|small|big|font|span|div|p|br|hr|ul|ol|li|dl|dt|dd|h[1-6]|table|thead|tbody|tr|td|th|center|del|ins|mark|img|blockquote|pre|code|nobr'
const notATag = new RegExp(`<(?!/?(?:${tags})(?:\\s[^<>]*)?/?>)`, 'giu')
const notAnEntity = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,10});)/giu
const breaking = /^(?:p|br|hr|div|ul|ol|li|dl|dt|dd|h[1-6]|table|tr|blockquote|pre)$/u

/** A raised figure after a word is a footnote's number, after a unit of measure an exponent. */
export const isFootnote = (raised: string, before: string): boolean =>
  /^\[?\d{1,3}\]?$/u.test(raised.trim()) && !/(?:^|[\s\d])(?:m|km|cm|dm|mm|hm)$/u.test(before)

/**
 * The words of a text that carries HTML tags, line breaks where paragraphs and list items end.
 * Only tags that exist are markup: a lone "<" or "&" stays what it is.
 */
export const withoutTags = (text: string): string => {
  if (!/[<&]/u.test(text)) return tidy(text)
  let words = ''
  let raised: string | null = null
  const parser = new Parser({
    onopentagname: (name) => {
      if (breaking.test(name)) words += '\n'
      if (name === 'td' || name === 'th') words += ' '
      if (name === 'sup') raised = ''
    },
    ontext: (data) => {
      if (raised === null) words += data.replaceAll(/\s+/gu, ' ')
      else raised += data
    },
    onclosetag: (name) => {
      if (breaking.test(name)) words += '\n'
      if (name !== 'sup') return
      if (raised !== null && !isFootnote(raised, words)) words += raised
      raised = null
    },
  })
  parser.end(text.replace(notATag, '&lt;').replace(notAnEntity, '&amp;'))
  return tidy(words)
}
