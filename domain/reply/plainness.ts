import { doneWord } from './done-word.ts'
import { phrase, sentenceOf } from './sentence.ts'

/** Laughter, tears and rolling eyes turn "xong" into its opposite as often as not. */
const mocking =
  /[\u{1F607}\u{1F60F}\u{1F611}\u{1F612}\u{1F61C}\u{1F61D}\u{1F622}\u{1F62D}\u{1F62C}\u{1F643}\u{1F644}\u{1F914}\u{1F921}\u{1F923}\u{1F926}\u{1F937}]|[=:]\)\)|:[(<]|\b(?:ha){2,}\b|\bkk+\b/iu
const quoted = /["“”«»„‟]([^"“”«»„‟]*)["“”«»„‟]|(?<![\p{L}\p{N}])['‘’]([^'‘’]*)['‘’](?![\p{L}\p{N}])/gu
const passedOn = /^\s*(?:>|fwd?\b|fw:|forwarded\b|\[?(?:chuyển tiếp|chuyen tiep)\b)/imu
const says = phrase(doneWord)

/** Whether a text is a person's own plain words: neither a joke nor what somebody else said. */
export const isPlain = (raw: string): boolean =>
  !mocking.test(raw) &&
  !passedOn.test(raw) &&
  ![...raw.matchAll(quoted)].some(([, double, single]) => says.test(sentenceOf(double ?? single ?? '')))
