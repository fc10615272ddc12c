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

/** Null when it is nothing of the kind: most of what is said is an answer about work. */
export const hearVerdict = (text: string): Verdict | null => {
  if (text.includes('?')) return null
  const { tasks, rest } = takeTasks(hear(text))
  const said = (kind: Verdict['kind'], words: string): Verdict => ({ kind, words, tasks })
  const after = (pattern: RegExp): string | null => {
    const match = pattern.exec(rest.folded)
    return match === null ? null : tidy(rest.text.slice(match[0].length))
  }
  const rejected = after(rejecting)
  if (rejected !== null) return said('reject', withoutBecause(rejected))
  if (demanding.test(rest.folded)) return said('reject', tidy(rest.text))
  const reopened = after(reopening)
  if (reopened !== null) return said('reopen', withoutBecause(reopened))
  const approved = after(approving)
  if (approved !== null) return said('approve', saysNothing(approved) ? '' : approved)
  const assigned = after(assigning)
  if (assigned !== null && assigned !== '') return said('assign', assigned)
  return isAssent(sentenceOf(rest.text)) || /^[\s👍👌✅🆗]+$/u.test(rest.text) ? said('assent', '') : null
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
