import { readdirSync, readFileSync } from 'node:fs'
import { stripMarks } from '../domain/fold.ts'
import { gather } from '../domain/reply/facts.ts'
import { type Likely, weightScale } from '../domain/reply/likely-intent.ts'
import { rulesOn } from '../domain/reply/rules.ts'
import { signsOf } from '../domain/reply/signs.ts'
import { saidDone } from './said-done.ts'
import { type Example, train } from './train.ts'

/** A sentence somebody may write, and what a careful person takes it for; "done" also where it is only likely. */
interface Sentence {
  readonly intent: Likely
  readonly text: string
}

const readLines = (file: string): readonly string[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

/** The sentences of a folder's files, one after the other. */
const readFolder = (folder: string, intentOf: (file: string) => Likely): readonly Sentence[] =>
  readdirSync(new URL(folder, import.meta.url))
    .toSorted()
    .flatMap((file) => readLines(`${folder}${file}`).map((text) => ({ intent: intentOf(file), text })))

/** As it is, politely, and without diacritics: what holds the word and is not done must not be outweighed. */
const inSomeForms = ({ intent, text }: Sentence): readonly Sentence[] =>
  [text, stripMarks(text), `Dạ, ${text} nhé chị`].map((form) => ({ intent, text: form }))

/** The sentences of one file for each intent, and those that hold the word and are not done. */
const writtenSentences = (): readonly Sentence[] => [
  ...readFolder('./sentences/', (file) => file.replace(/\.txt$/u, '') as Likely),
  ...readFolder('./undone/', () => 'progress').flatMap(inSomeForms),
]

const framesEach = 2
/** So that topics next to each other do not share all their frames. */
const framesApart = 3

/**
 * Each topic said in some ways of each intent: what a task is about must not decide what is said of it, and with the
 * written sentences alone "chợ" would be an obstacle because one of them once was about a market.
 */
const framedSentences = (): readonly Sentence[] => {
  const frames = readLines('./frames.txt').map((line) => line.split(' | ') as [Likely, string])
  const byIntent = Map.groupBy(frames, ([intent]) => intent)
  return readLines('./topics.txt').flatMap((topic, at) =>
    [...byIntent].flatMap(([intent, all]) =>
      Array.from({ length: framesEach }, (_, more) => {
        const [, frame = ''] = all[(at + more * framesApart) % all.length] ?? []
        return { intent, text: frame.replace('{x}', topic) }
      }),
    ),
  )
}

/** Of so many sentences that say "done" each one is said once more, hedged. */
const hedgedOneOf = 8

/** What is done no more once something is put before the word or after all of it: the rest must not outweigh that. */
const hedgedSentences = (done: readonly Sentence[]): readonly Sentence[] => {
  const hedges = readLines('./hedges.txt').map((line) => line.split(' | ') as ['before' | 'after', string])
  return done
    .filter((_, at) => at % hedgedOneOf === 0)
    .map(({ text }, at) => {
      const [place, words] = hedges[at % hedges.length] ?? ['before', 'chưa']
      return { intent: 'progress', text: place === 'before' ? hedgedBefore(text, words) : `${text}, ${words}` }
    })
}

const hedgedBefore = (text: string, words: string): string => {
  const found = saidDone.exec(text)
  return found === null ? `${words} ${text}` : `${text.slice(0, found.index)}${words} ${text.slice(found.index)}`
}

/** The sentences say nothing of the day; any will do, as long as it stays. */
const today = '2026-03-02'

const allSentences = (): readonly Sentence[] => {
  const written = writtenSentences()
  return [...written, ...framedSentences(), ...hedgedSentences(written.filter(({ intent }) => intent === 'done'))]
}

const readSentences = () => allSentences().map(({ intent, text }) => ({ intent, facts: gather(text, { today }) }))

type Read = ReturnType<typeof readSentences>[number]

const exampleOf = ({ intent, facts }: Read): Example => ({ intent, signs: signsOf(facts, rulesOn(facts)) })

export const readExamples = (): readonly Example[] => readSentences().map(exampleOf)

/** A pair of words that tells hardly anything only makes the table long. */
const leastWeight = 20

/** What domain/reply/likely-intent.json holds. */
export const makeTable = () => {
  const sentences = readSentences()
  const { intents, weights } = train(sentences.map(exampleOf))
  const rows = [...weights]
    .map(([sign, row]) => ({ sign, row: row.map((weight) => Math.round(weight * weightScale)) }))
    .filter(({ sign, row }) => !sign.includes(' ') || row.some((weight) => Math.abs(weight) >= leastWeight))
    .toSorted((a, b) => (a.sign < b.sign ? -1 : 1))
  return { intents, weights: rows.map(({ sign, row }) => `${sign}\t${row.join(' ')}`) }
}
