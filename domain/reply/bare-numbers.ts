import type { Heard } from './hear.ts'
import type { NamedTask } from './task-reference.ts'

// "12 xong, 15 được 60%": numbers without "nv", where they head what is said of a task.

const status =
  'xong\\p{L}*|xog|hoan|done|dc|duoc|dat|moi|dang|dg|chua|ch|chx|vuong|ket|gan|sap|da|cung|deu|thi|roi|r|ok|lam|tam|khong|ko|k|het|coi|co ban|bi|thieu|nhan|xin|can|\\d{1,3}\\s?%'
const joint = String.raw`(?:\s*(?:,|&|\+|(?<!\p{L})va(?!\p{L}))\s*|\s+)`
const heads = new RegExp(
  String.raw`(?<=^\s*|[,;\n•+&]\s*|(?<!\d)[.:–-]\s*|(?<!\p{L})(?:va|con|rieng|ca)\s+|(?<!\p{L})\d{1,6}\s+)(\d{1,6})` +
    String.raw`(?=(?:${joint}\d{1,6}(?![\d%/.,]\S|\s?%))*(?:\s*[:–-])?\s+(?:${status})(?!\p{L}))`,
  'gu',
)
/** "Xong: 12, 15" */
const lists = new RegExp(
  String.raw`(?<=:\s*(?:\d{1,6}${joint})*)(\d{1,6})(?=(?:${joint}\d{1,6})*\s*(?:[.;\n]|$))`,
  'gu',
)

/** The bare numbers that name tasks: only those that are among the open ones, for a number may count anything. */
export const findBareNumbers = (heard: Heard, open: readonly number[] | 'any'): readonly NamedTask[] =>
  [...heard.folded.matchAll(heads), ...heard.folded.matchAll(lists)]
    .map((match) => ({ task: Number(match[1]), start: match.index, end: match.index + match[0].length }))
    .filter(({ task }) => open === 'any' || open.includes(task))

/** Whether it is worth asking which tasks are open. */
export const hasBareNumber = (text: string): boolean => /(?<![\p{L}\d/.,-])\d{1,6}(?![\p{L}\d%/])/u.test(text)
