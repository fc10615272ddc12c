import { readdirSync, readFileSync } from 'node:fs'
import { gather } from '../domain/reply/facts.ts'
import { type Likely, weightScale } from '../domain/reply/likely-intent.ts'
import { rulesOn } from '../domain/reply/rules.ts'
import { signsOf } from '../domain/reply/signs.ts'
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

/** The sentences of one file for each intent. */
const writtenSentences = (): readonly Sentence[] =>
  readdirSync(new URL('./sentences/', import.meta.url))
    .toSorted()
    .flatMap((file) =>
      readLines(`./sentences/${file}`).map((text) => ({ intent: file.replace(/\.txt$/u, '') as Likely, text })),
    )

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

/** The sentences say nothing of the day; any will do, as long as it stays. */
const today = '2026-03-02'

const readSentences = () =>
  [...writtenSentences(), ...framedSentences()].map(({ intent, text }) => ({ intent, facts: gather(text, { today }) }))

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
  return { intents, weights: rows.map(({ sign, row }) => [sign, ...row].join(' ')) }
}
