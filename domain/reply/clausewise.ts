import { isAsserted, isClosing } from './asserted.ts'
import { isByTheWay, isHarmlessBeside, isTakingBack } from './beside-done.ts'
import { doneWord } from './done-word.ts'
import { isKnownWord } from './known-words.ts'
import { phrase } from './sentence.ts'

/** Where another clause begins, with or without a comma: "xong rồi mà hệ thống vẫn nhắc". */
const seams =
  / , |(?<! gia0?| the| mien| gi) (?=(?:ma|nhung) (?!ma |a |xong |hoan |$)\S)| (?=va (?:da|vua|trien khai|gui|nop|bao cao|cap nhat|lam|thuc hien) )| (?<= roi | xong | nhe | a )(?=(?:chu0? (?:khong|gio|nay|viec|sang|hom)|nen|de|khong (?:can|phai)) )/u

const clausesAround = (sentence: string): readonly string[] =>
  sentence
    .split(seams)
    .map((clause) => ` ${clause.trim()} `)
    .filter((clause) => clause.trim() !== '')

/** Nobody writes more about one task; a word that nobody knows may hide a denial. */
const isTooMuch = (sentence: string): boolean =>
  sentence.length > mostCharacters || !sentence.split(' ').every(isKnownWord)
const mostCharacters = 1500

const accounts = / (?:da|roi|du|vua) /u

/**
 * Whether one clause says plainly that the work is done and every other leaves that as it is. A clause that only closes
 * ("nhiệm vụ hoàn thành", "coi như xong việc này") does so after what was done.
 */
export const isDoneByClause = (sentence: string): boolean => {
  if (isTooMuch(sentence)) return false
  const clauses = clausesAround(sentence)
  const others = clauses.filter((clause) => !isAsserted(clause))
  const said = others.length < clauses.length
  const beside = others.filter((clause) => !isClosing(clause))
  const closed = beside.length < others.length && beside.some((clause) => accounts.test(clause))
  return (said || closed) && beside.every(isHarmlessBeside) && !isTakenBack(sentence)
}

/** Whether a clause after the one that says "done" takes it back. */
export const isTakenBack = (sentence: string): boolean => {
  if (sentence.length > mostCharacters) return true
  const clauses = clausesAround(sentence)
  const from = clauses.findIndex((clause) => says.test(clause))
  return clauses.some((clause, at) => at >= from && isTakingBack(clause))
}

/** A message without what is said by the way; as it is when nothing else says "done". */
export const withoutAsides = (sentence: string): string => {
  if (isTooMuch(sentence)) return sentence
  const clauses = clausesAround(sentence)
  const kept = clauses.filter((clause) => !isByTheWay(clause))
  return kept.length < clauses.length && kept.some((clause) => says.test(clause)) ? kept.join(',') : sentence
}

const says = phrase(doneWord)
