import { readPlanReference } from './plan-reference.ts'

/** From whom to whom work is to be moved, as it was typed; '' for what was not said. */
export interface TransferWords {
  readonly from: string
  readonly to: string
  /** "229", "229/KH-UBND"; null when no plan was named. */
  readonly plan: string | null
}

/** "Việc của", "từ": what is said before the one that gives. */
const leading =
  /^(?:(?:(?:tất\s+cả|tat\s+ca|toàn\s+bộ|mọi|các|all|the)\s+)?(?:vi[eệ]c|nhi[eệ]m\s+v[uụ]|tasks?|work)\s+)?(?:(?:c[uủ]a|từ|of|from)\s+)?/iu
/** What stands between the two, the surest first; a name may have "Sang" or "cho" in it. */
const between = [
  /\s*(?:->|→|=>|;|\n)\s*/u,
  /\s+(?:sang(?:\s+cho)?|SANG)\s+/u,
  /\s+(?:chuyển\s+cho|chuyen\s+cho|giao\s+cho|cho|to)\s+/u,
]
const alone = /^(?:sang(?:\s+cho)?|cho|to)\s+/iu
/** A plan has a number with its letters, or is called a plan: "Trường Tiểu học 3" is none. */
const namesPlan = /\d+\s*\/\s*\p{L}|(?:kế\s+hoạch|ke\s+hoach|\bkh|plan)\s+(?:(?:số|so)\s+)?\d/iu
const inPlan = /\s*(?:của|thuộc|theo|trong|of|in|[,(])?\s*$/iu

/** "Phòng Y tế sang Phòng Nội vụ 229/KH-UBND": the two names in the order they are said, and the plan. */
export const readTransfer = (typed: string): TransferWords => {
  const { words, plan } = takePlan(
    typed
      .normalize('NFC')
      .replace(/[^\S\n]+/gu, ' ')
      .trim(),
  )
  const found = between.map((separator) => separator.exec(words)).find((match) => match !== null)
  if (found === undefined) {
    const target = alone.exec(words)
    return target === null
      ? { from: nameIn(words), to: '', plan }
      : { from: '', to: nameIn(words.slice(target[0].length)), plan }
  }
  return { from: nameIn(words.slice(0, found.index)), to: nameIn(words.slice(found.index + found[0].length)), plan }
}

const takePlan = (words: string): { readonly words: string; readonly plan: string | null } => {
  const at = namesPlan.exec(words)
  const reference = at === null ? null : readPlanReference(words.slice(at.index))
  if (at === null || reference === null) return { words, plan: null }
  const before = words.slice(0, at.index).replace(inPlan, '')
  const number = reference.number.replace(/[).]+$/u, '')
  return {
    words: [before, reference.rest.replace(/^[)\s,]+/u, '')].filter((part) => part !== '').join(' '),
    plan: number,
  }
}

const nameIn = (words: string): string =>
  words
    .trim()
    .replace(leading, '')
    .replace(/[\s.,;:]+$/u, '')
    .trim()
