import { expect, test } from 'vitest'
import { readDeadline } from '../../domain/deadline.ts'
import { stripMarks } from '../../domain/fold.ts'
import { days } from './deadline-phrases/days.ts'
import { further } from './deadline-phrases/further.ts'
import { periods } from './deadline-phrases/periods.ts'
import { type Phrase, plan } from './deadline-phrases/phrase.ts'
import { recurring } from './deadline-phrases/recurring.ts'
import { counted, undated, vague } from './deadline-phrases/undated.ts'

const phrases: readonly Phrase[] = [...days, ...periods, ...recurring, ...counted, ...undated, ...vague, ...further]

const read = (text: string): Omit<Phrase, 'text' | 'scan'> => {
  const { occurrences, cadence, warnings } = readDeadline(text, plan)
  return { days: occurrences, cadence, warnings }
}

test('there are at least 200 phrases, all different, and 80 of them as scans show them', () => {
  expect(new Set(phrases.map(({ text }) => stripMarks(text))).size).toBeGreaterThanOrEqual(200)
  expect(phrases.filter(({ scan }) => scan !== null).length).toBeGreaterThanOrEqual(80)
})

const expected = ({ days: occurrences, cadence, warnings }: Phrase): ReturnType<typeof read> => ({
  days: occurrences,
  cadence,
  warnings,
})

test.each(phrases)('$text', (phrase) => {
  expect(read(phrase.text)).toEqual(expected(phrase))
})

test.each(phrases)('$text, without its diacritics', (phrase) => {
  expect(read(stripMarks(phrase.text))).toEqual(expected(phrase))
})

test.each(phrases.filter(({ scan }) => scan !== null))('$scan is $text', (phrase) => {
  expect(read(phrase.scan ?? '')).toEqual(expected(phrase))
})
