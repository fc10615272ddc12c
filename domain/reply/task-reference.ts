import { type Heard, takeOut } from './hear.ts'
import { numberInWords, numberWords } from './number-words.ts'

/** A task's number ("nv12" is 12) or the plan's number and the item's code ("229-1.3.1"). */
export type TaskReference = number | string

const separator = String.raw`(?:\s*[-–—:]+(?=\s|\d))?`
const byNumber = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:nvu?(?: so)?|task|nhiem vu(?: so)?|viec so)[\s.:]{0,2}|#\s?)(\d{1,6})(?![\p{L}\d%])(?![.,]\d)${separator}`,
  'gu',
)
const byWords = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:nv|nhiem vu|viec) so ((?:${numberWords}\s?)+)(?![\p{L}])`,
  'gu',
)
const byCode = new RegExp(
  String.raw`(?<![\p{L}\p{N}./-])(\d{1,5}-\d{1,3}(?:\.\d{1,3})+)(?![\p{L}\p{N}/-])${separator}`,
  'gu',
)

/** "Việc 12", but not "việc 12 tháng". */
const bySpokenNumber = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<!cong )viec\s(\d{1,6})(?![\p{L}\d%/.,]\S|\s?(?:%|gio|ngay|tuan|thang|nam|nguoi|don vi|xa|phuong|phan)(?!\p{L}))${separator}`,
  'gu',
)

export interface NamedTask {
  readonly task: TaskReference
  readonly start: number
  readonly end: number
}

/** Where a text names tasks. */
export const findTasks = (heard: Heard): readonly NamedTask[] =>
  [
    ...find(heard, byNumber, Number),
    ...find(heard, byWords, numberInWords),
    ...find(heard, byCode, (code) => code),
    ...find(heard, bySpokenNumber, Number),
  ].sort((a, b) => a.start - b.start)

/** The tasks that a text names, each once and in its order. */
export const takeTasks = (heard: Heard): { readonly tasks: readonly TaskReference[]; readonly rest: Heard } => {
  const found = findTasks(heard)
  return { tasks: [...new Set(found.map(({ task }) => task))], rest: takeOut(heard, found, ' ') }
}

const find = (heard: Heard, pattern: RegExp, read: (words: string) => TaskReference | null) =>
  [...heard.folded.matchAll(pattern)].flatMap((match) => {
    const task = read((match[1] ?? '').trim())
    return task === null ? [] : [{ task, start: match.index, end: match.index + match[0].length }]
  })
