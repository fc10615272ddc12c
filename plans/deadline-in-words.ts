import { blot } from '../domain/deadlines/mention.ts'
import { plainWords } from '../domain/deadlines/plain-words.ts'
import { rawOf, type Words } from '../domain/deadlines/words.ts'
import {
  closing,
  countedUpTo,
  labelledTime,
  naming,
  opening,
  reporting,
  stated,
  told,
  within,
} from './deadline-phrases.ts'

interface Stretch {
  readonly start: number
  readonly end: number
  /** A time that is told or names something: nothing in it is a deadline either. */
  readonly other: boolean
}

const inOrder = (one: Stretch, other: Stretch): number => one.start - other.start

/** How far back words say that something is told or named. */
const reach = 60

const stretchesOf = (rest: string, plain: string, pattern: RegExp, isOther: RegExp | null): Stretch[] =>
  [...rest.matchAll(pattern)].map((match) => {
    const before = plain.slice(Math.max(0, match.index - reach), match.index)
    const isCounted = /^(?:den|toi) (?!truoc)/.test(match[0]) && countedUpTo.test(before)
    const other = isCounted || told.test(before) || isOther?.test(before) === true
    return { start: match.index, end: match.index + match[0].length, other }
  })

/** "Định kỳ hằng quý báo cáo trước ngày 10 …" is one deadline. */
const joined = (plain: string, stretches: readonly Stretch[]): Stretch[] => {
  const joint: Stretch[] = []
  for (const stretch of stretches) {
    const previous = joint.at(-1)
    const between = previous === undefined ? null : plain.slice(previous.end, stretch.start)
    if (previous !== undefined && between !== null && between.length <= 40 && /^[^.;:()\n]*$/.test(between)) {
      joint[joint.length - 1] = { ...previous, end: stretch.end }
    } else joint.push(stretch)
  }
  return joint
}

/** What an earlier pattern has taken a later one does not see. */
const findAll = ({ plain }: Words): Stretch[] => {
  let rest = plain
  const found: Stretch[] = []
  const find = (patterns: readonly RegExp[], isOther: RegExp | null): void => {
    for (const pattern of patterns) {
      const more = stretchesOf(rest, plain, pattern, isOther)
      found.push(...more)
      rest = blot(rest, more)
    }
  }
  find([labelledTime, ...stated], null)
  find(within, reporting)
  find([...closing, opening], naming)
  const due = found.filter(({ other }) => !other)
  return joined(plain, due.toSorted(inOrder))
}

/**
 * Deadlines that a sentence states ("hoàn thành trước ngày 30/12/2023", "báo cáo định kỳ hằng quý"), in its own words
 * as they stand, also damaged ones, several joined with "; "; '' when it states none. The date of a document that is
 * cited, the year in the name of a plan and what is told of the past are none.
 */
export const deadlineInSentence = (sentence: string): string => {
  const words = plainWords(sentence)
  return findAll(words)
    .map(({ start, end }) => rawOf(sentence, words, start, end))
    .join('; ')
}

const allAlong = new RegExp(
  `(?:^|\\n|[.;:]\\s*|[-–+•]\\s*|\\b(?:thuc hien|duy tri|trien khai|tien hanh|cap nhat|kiem tra) )(thuong xuyen)(?![a-z])|(thuong xuyen(?:, lien tuc)?)(?=\\s*(?:$|[.;)\\n]))`,
)

/** The same for the words of a task where a plan has no column for the time; "Thường xuyên" only where it opens or closes a part of a sentence. */
export const deadlineInTask = (task: string): string => {
  const found = deadlineInSentence(task)
  if (found !== '') return found
  const words = plainWords(task)
  const match = allAlong.exec(words.plain)
  const along = match?.[1] ?? match?.[2]
  if (match === null || along === undefined) return ''
  const start = match.index + match[0].length - along.length
  return rawOf(task, words, start, start + along.length)
}
