import { understandEach } from '../domain/reply/several.ts'
import type { Understanding } from '../domain/reply/understanding.ts'
import type { LocalDate } from '../domain/time.ts'

/** How an answer is understood, in the shape that `dondoc explain` prints. */
const asJson = ({ intent, task, state, percent, date, note, links, confidence }: Understanding) => ({
  ...{ intent, task: typeof task === 'number' ? `nv${task}` : task, state, percent, date, note, links, confidence },
})

/**
 * An answer as it is understood on a day: an object, and an array where it is about several tasks. Nobody's open tasks
 * are known here, so every bare number that heads what is said is taken for a task, and "ok" for an answer to a reminder.
 */
export const explainAnswer = (text: string, today: LocalDate): string => {
  const understood = understandEach(text, { today, open: 'any', aboutTask: 'perhaps' }).map(asJson)
  return JSON.stringify(understood.length === 1 ? understood[0] : understood, null, 2)
}
