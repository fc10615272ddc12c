import { bold, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

/** A task in two lines, as what waits for a decision shows it. */
export interface Subject {
  readonly number: number
  readonly title: string
  readonly agency: string
  readonly dueOn: string | null
  readonly daysLeft: number | null
  readonly occurrence: number
  readonly occurrences: number
}

const due = ({ dueOn, daysLeft }: Subject): string => {
  if (dueOn === null) return 'không thời hạn'
  return `hạn ${commonVi.date(dueOn)}${daysLeft === null ? '' : ` (${commonVi.daysLeft(daysLeft)})`}`
}

const turn = ({ occurrence, occurrences }: Subject): string =>
  occurrences > 1 ? `kỳ ${occurrence}/${occurrences}, ` : ''

export const subjectVi = (heading: string, subject: Subject): Rich =>
  lines([
    rich`${heading}: ${bold(`NV${subject.number}`)} ${subject.title}`,
    `${subject.agency}, ${turn(subject)}${due(subject)}`,
  ])
