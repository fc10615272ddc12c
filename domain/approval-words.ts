import { hear } from './reply/hear.ts'
import { because } from './reply/notes.ts'
import { isAssent, isFriendly } from './reply/phrases.ts'
import { sentenceOf } from './reply/sentence.ts'
import { type TaskReference, takeTasks } from './reply/task-reference.ts'

/** What somebody who may decide says about a task. */
export interface Verdict {
  /** 'assent' is polite or a yes: which it is has to be asked. 'assign' names the agency that gets a returned task. */
  readonly kind: 'approve' | 'reject' | 'reopen' | 'assign' | 'assent'
  /** Why, or what else was said; of 'assign' the name. */
  readonly words: string
  readonly tasks: readonly TaskReference[]
}

const polite = String.raw`(?:(?:da|vang|ok|oke|okay|anh|chi|em|toi|minh|thoi)(?:\s*,\s*|\s+))*`
const starting = (words: string): RegExp => new RegExp(String.raw`^\s*${polite}(?:${words})(?!\p{L})`, 'u')

const approving = starting(
  'duyet|phe duyet|dong y|nhat tri|chap thuan|chap nhan|approved?|agreed?|granted|accept(?:ed)?',
)
const rejecting = starting(
  String.raw`(?:khong|chua|ko|chang)(?: the)? (?:duyet|phe duyet|dong y|nhat tri|chap thuan|chap nhan|dat)(?: duoc)?|tra lai|tu choi|rejected?|refused?|declined?|not (?:approved|agreed|granted)|send back`,
)
/** What has to be done is the reason itself. */
const demanding = starting('lam lai|sua lai|bo sung|can (?:bo sung|sua|lam lai)|yeu cau (?:bo sung|sua|lam lai)')
const reopening = starting('mo lai|reopen')
const assigning = starting('giao(?: lai| viec nay)?(?: cho| sang)?|chuyen(?: lai| viec nay)?(?: cho| sang)|assign to')

/** The first that fits decides. `read` makes words of what follows, or of all that was said; null when it does not fit. */
const rules: readonly {
  readonly kind: Verdict['kind']
  readonly pattern: RegExp
  readonly read: (after: string, all: string) => string | null
}[] = [
  { kind: 'reject', pattern: rejecting, read: (after) => withoutBecause(after) },
  { kind: 'reject', pattern: demanding, read: (_after, all) => tidy(all) },
  { kind: 'reopen', pattern: reopening, read: (after) => withoutBecause(after) },
  { kind: 'approve', pattern: approving, read: (after) => (saysNothing(after) ? '' : after) },
  { kind: 'assign', pattern: assigning, read: (after) => (after === '' ? null : after) },
]

/** Null when it is nothing of the kind: most of what is said is an answer about work. */
export const hearVerdict = (text: string): Verdict | null => {
  if (text.includes('?')) return null
  const { tasks, rest } = takeTasks(hear(text))
  for (const { kind, pattern, read } of rules) {
    const match = pattern.exec(rest.folded)
    const words = match === null ? null : read(tidy(rest.text.slice(match[0].length)), rest.text)
    if (words !== null) return { kind, words, tasks }
  }
  const agrees = isAssent(sentenceOf(rest.text)) || /^[\s👍👌✅🆗]+$/u.test(rest.text)
  return agrees ? { kind: 'assent', words: '', tasks } : null
}

const tidy = (words: string): string => words.replace(/^[\s:,;.\-–—]+/u, '').trim()

const withoutBecause = (words: string): string => {
  const match = because.exec(words)
  return match?.index === 0 ? words.slice(match[0].length).trim() : words
}

const filler = /^(?:\s|,|\.|!|nhé|nhe|ạ|em|anh|chị|rồi|roi|kết quả|ket qua|việc này|viec nay|cho em|this|it)*$/iu

/** "Duyệt nhé, cảm ơn em" says no more than "duyệt". */
const saysNothing = (words: string): boolean =>
  filler.test(words) || isFriendly(sentenceOf(words)) || isAssent(sentenceOf(words))
