import { addDays, type LocalDate } from '../time.ts'
import { type Circumstances, type Completion, judgeCompletion } from './completion.ts'
import { takeDays } from './days.ts'
import { hear } from './hear.ts'
import { takeDocuments, takeLinks } from './links.ts'
import { type NamedPercent, reportedPercent, takePercents } from './percents.ts'
import { isPlain } from './plainness.ts'
import { sentenceOf } from './sentence.ts'
import { takeTasks, type TaskReference } from './task-reference.ts'

/** What is known besides the words. */
export interface Context {
  readonly today: LocalDate
  /**
   * The words answer a message about one task: "ok" and 👍 then acknowledge it. Perhaps they do: then words of assent
   * are taken so, pictures are not.
   */
  readonly aboutTask?: boolean | 'perhaps'
  /** Something else was asked for: the words are an answer about work only where rules hear one, not by likeness. */
  readonly byRulesAlone?: boolean
}

/** What a text holds, before anybody says what it means. */
export interface Facts {
  readonly raw: string
  /** Without the task's number and addresses; what a note is taken from. */
  readonly words: string
  readonly tasks: readonly TaskReference[]
  readonly links: readonly string[]
  readonly documents: readonly string[]
  readonly percent: number | null
  readonly percents: number
  /** What of the words is said of the work as it stands now. */
  readonly sentence: string
  readonly completion: Completion
  readonly circumstances: Circumstances
  readonly context: Context
}

/** A day without its year that is further away is more likely the one that has passed. */
const soonDays = 60

export const gather = (raw: string, context: Context): Facts => {
  const { links, rest: withoutLinks } = takeLinks(hear(raw))
  const { tasks, rest: words } = takeTasks(withoutLinks)
  const { documents, rest: withoutDocuments } = takeDocuments(words)
  const { percents, rest: withoutPercents } = takePercents(withoutDocuments)
  const { days, rest } = takeDays(withoutPercents, context.today)
  const shared = withHundreds(sentenceOf(withoutNames(rest.text)), percents)
  const sentence = shared.replace(/ HUNDRED(?= )/gu, ' PERCENT')
  const circumstances = {
    below100: / PERCENT /u.test(shared),
    laterDay: days.some((day) => day > context.today),
    soon: days.some((day) => day > context.today && day <= addDays(context.today, soonDays)),
    notPlain: !isPlain(raw),
  }
  const completion = judgeCompletion(sentence, circumstances)
  return {
    ...{ raw, words: words.text, tasks, links, documents, sentence, completion, circumstances, context },
    ...{ percent: reportedPercent(percents), percents: percents.length },
  }
}

/** "PERCENT" for each share below a hundred, "HUNDRED" for each that is one; "5/5 tồn tại" are all of them. */
const withHundreds = (sentence: string, percents: readonly NamedPercent[]): string => {
  const values = percents.map(({ value }) => value)
  return sentence
    .replace(/(?<= )PERCENT(?= )/gu, (marker) => (values.shift() === 100 ? 'HUNDRED' : marker))
    .replace(/(?<= )(\d+) \1(?= [a-z]+0? )|(?<= )(\d{3,}) \2(?= )/gu, 'WHOLE')
}

/** 'Mô hình "Ngày thứ Năm không hẹn"': what a thing is called says nothing about it. */
const withoutNames = (text: string): string => text.replace(/(?<=\p{L} )["“][^"“”\n]{1,60}["”]/gu, ' ')
