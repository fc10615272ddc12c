import { fold } from '../fold.ts'
import { doneWord } from './done-word.ts'
import { type Heard, hear, remainder, stretchesOf, takeOut } from './hear.ts'
import { takePercents } from './percents.ts'
import { phrases, sentenceOf } from './sentence.ts'

/** Words that say no more than the answer itself. */
const said = phrases(
  doneWord,
  'PERCENT|LINK|DOCUMENT',
  'dang|lam|thuc hien|trien khai|xu ly|tien hanh|tien do|dat|duoc|khoang|moi|tiep tuc|tiep nhan|da|nhan|viec|nhiem vu|nay|ro|roi|nam|xem|biet|doc',
  'vang|ok|a|nhe|em|anh|chi|minh|ban|sep|oi|day|bao cao|ben|phong|don vi|hien|hien tai|cam on|la|co|minh chung|gui|kem theo|link',
  'in progress|working on it|received|got it|noted|the|task|is|now',
)

const clause = /(?:[^,;!?\n.\-–—]|\.(?!\s|$)|(?<!\s)[-–—]|[-–—](?!\s))+/gu

/** What was said beyond the answer: from the first clause that adds something to the last, as it was written. */
export const noteOf = (words: string): string => {
  const adding = [...words.matchAll(clause)].filter(([text]) => addsSomething(text))
  const [first, last] = [adding[0], adding.at(-1)]
  return first === undefined || last === undefined
    ? ''
    : remainder(words.slice(first.index, last.index + last[0].length))
}

const addsSomething = (text: string): boolean =>
  /[^\s,?]/u.test(sentenceOf(takePercents(hear(text)).rest.text).replace(said, ''))

const label = /^\s*(?:(?:em|minh|dang|bi|con|dv|don vi|phong)\s)*(?:vuong mac|vuong|kho khan|obstacle)\s*[:\-–]\s*/u

/** "Vướng quá": that there is an obstacle, and nothing about it. */
const bare =
  /^(?:(?:em|ben|phong|don vi|dang|bi|hoi|da|co|we are|blocked|stuck) ?)*(?:vuong mac|vuong|kho khan|blocked|stuck|obstacle)?(?: (?:qua|roi|lam|a|nhe|anh|chi))*$/u

/** The words of an obstacle, without the "vướng:" that announces them; empty when they do not say what it is. */
export const obstacleWords = (words: string): string => {
  const heard: Heard = hear(words)
  const match = label.exec(heard.folded)
  const described = remainder((match === null ? heard : takeOut(heard, stretchesOf([match]), ' ')).text)
  return bare.test(fold(described)) ? '' : described
}

/** What announces a reason. */
export const because =
  /(?<!\p{L})(?:vì|(?<!don )vi|(?<!tien )do|bởi(?: vì)?|lý do|lí do|ly do|because)(?!\p{L})[\s:]*/iu

/** Why: what follows "vì", else everything. */
export const reasonOf = (words: string): string => {
  const match = because.exec(words)
  return remainder(match === null ? words : words.slice(match.index + match[0].length))
}
