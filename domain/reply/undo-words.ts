import { hear } from './hear.ts'
import { sentenceOf } from './sentence.ts'
import { takeTasks, type TaskReference } from './task-reference.ts'

const undo =
  /^ (?:(?:vang|da|em|minh|xin|cho|a|oi|ok|viec|anh|chi) )*(?:hoan tac|undo|thu hoi|rut lai|huy cap nhat|huy ket qua|(?:em |minh )?(?:bam|ghi|go|nhap) nham)(?: (?:giup|dum|ho|em|minh|a|nhe|voi|roi|lai|anh|chi|oi|cua|viec|nay|di|cai|vua|tin|,))* $/u

/** "Hoàn tác", "bấm nhầm rồi", "hoàn tác nv12": which tasks it names; null when it says anything else. */
export const readUndo = (raw: string): readonly TaskReference[] | null => {
  const { tasks, rest } = takeTasks(hear(raw))
  return undo.test(sentenceOf(rest.text)) ? tasks : null
}
