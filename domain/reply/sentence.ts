import { markers } from './hear.ts'
import { canonical } from './lexicon.ts'

/** What markers are called among words: in capitals, which no word is in. */
const names: Readonly<Record<string, string>> = {
  [markers.link]: 'LINK',
  [markers.document]: 'DOCUMENT',
  [markers.percent]: 'PERCENT',
  [markers.date]: 'DAY',
}

const tokens = /[\p{L}\p{M}\p{N}]+|[\uE000-\uE003]|[,;:!?…•()\n]|\.(?=\s|$)|(?<=\s)[-–—](?=\s)/gu

/** "Anh A" is somebody, and not "anh ạ"; "E xong rồi" is "em xong rồi", begun as a keyboard begins sentences. */
const initials =
  /(?<=(?<!\p{L})(?:[Aa]nh|[Cc]hị|[Bb]ạn|[Cc]hú|[Cc]ô|[Bb]ác|[Ôô]ng|[Bb]à|[Cc]hí|[Xx]ã|[Pp]hường|[Pp]hòng|Sở|[Bb]ên|[Tt]hôn|[Tt]ổ|[Vv]ị|[Cc]ty|[Tt]hầy|[Aa]|[Cc]|[Đđ]c)\s)(?!Y\s[tT])\p{Lu}(?![\p{L}\p{N}])/gu

/** "Hoàn thàh": no other word follows "hoàn" that looks like it. */
const slips = /(?<= )hoan (?:thah|thnah|htanh|than|thanhn|tanh|thanj|thnh|thang)(?= )|(?<= )(?:gio|h) thanh(?= )/gu

/** What is finished here is not the work. */
const resolved =
  /(?<= )(?:thao go|go|giai quyet|xu ly|khac phuc)(?: (?:xong|duoc|het|xuoi|roi|hoan toan))+ (?:cac |nhung0? )?(?:vuong mac|vuong|kho khan|su co|loi)(?= )/gu

/**
 * A text as rules read it: canonical words with one space on each side, "," between clauses and "?" after questions.
 * " xong roi , minh chung , LINK "
 */
export const sentenceOf = (text: string): string => {
  const words = [...text.replace(initials, 'INITIAL').matchAll(tokens)].map(([token]) => {
    if (token === 'INITIAL') return token
    if (/[\p{L}\p{N}]/u.test(token)) return canonical(token)
    return names[token] ?? (token === '?' ? '?' : ',')
  })
  const joined = ` ${words.join(' ')} `.replace(/ ,(?: ,)+ /gu, ' , ').replace(/^ , | , $/gu, ' ')
  return joined.replace(slips, 'hoan thanh').replace(resolved, 'het vuong')
}

/** Matches any of these phrases as whole words. */
export const phrase = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<= )(?:${alternatives.join('|')})(?= )`, 'u')

export const phrases = (...alternatives: readonly string[]): RegExp => new RegExp(phrase(...alternatives).source, 'gu')

/** The same alternatives for words of any diacritics: "ket" for "kẹt" and "kết", which are told apart by a "0". */
export const anyMarks = (alternatives: string): string => alternatives.replace(/[a-z]{2,}(?=[ |)]|$)/gu, '$&0?')
