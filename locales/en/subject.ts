import { bold, lines, type Rich, rich } from '../rich-text.ts'
import type { Subject } from '../vi/subject.ts'
import { commonEn } from './common.ts'

const due = ({ dueOn, daysLeft }: Subject): string => {
  if (dueOn === null) return 'without a due date'
  return `due ${commonEn.date(dueOn)}${daysLeft === null ? '' : ` (${commonEn.daysLeft(daysLeft)})`}`
}

const turn = ({ occurrence, occurrences }: Subject): string =>
  occurrences > 1 ? `${occurrence} of ${occurrences}, ` : ''

export const subjectEn = (heading: string, subject: Subject): Rich =>
  lines([
    rich`${heading}: ${bold(`NV${subject.number}`)} ${subject.title}`,
    `${subject.agency}, ${turn(subject)}${due(subject)}`,
  ])
