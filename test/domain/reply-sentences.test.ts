import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { understand } from '../../domain/reply/understand.ts'
import type { Understanding } from '../../domain/reply/understanding.ts'
import { today } from './reply-table.ts'

interface Line {
  readonly sentence: string
  /** What a careful person would take it for; "ask" stands for asking back. */
  readonly readings: readonly string[]
  readonly details: readonly string[]
}

const folder = new URL('./reply-sentences/', import.meta.url)

const readLines = (file: string): readonly Line[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, head = '', sentence = ''] = /^(.*?) \| (.*)$/u.exec(line) ?? []
      const [readings = '', ...details] = head.trim().split(/\s+/u)
      return { sentence, readings: readings.split('/'), details }
    })

const files = readdirSync(folder).map((file) => ({ file, lines: readLines(file) }))

test('there are at least 1500 sentences, all different', () => {
  const sentences = files.flatMap(({ lines }) => lines.map(({ sentence }) => sentence))
  expect(new Set(sentences).size).toBe(sentences.length)
  expect(sentences.length).toBeGreaterThanOrEqual(1500)
})

const heardAs = ({ intent, confidence }: Understanding): string => (confidence < 1 ? 'ask' : intent)

/** The details as they were heard, in the order and the words they are wanted in. */
const heardDetail = ({ percent, date, task, unblocked }: Understanding, wanted: string): string => {
  if (wanted.endsWith('%')) return `${percent}%`
  if (wanted.startsWith('@')) return `@${date}`
  if (wanted.startsWith('#')) return `#${task}`
  return unblocked ? '!' : ''
}

describe.each(files)('$file', ({ lines }) => {
  test.each(lines)('$sentence', ({ sentence, readings, details }) => {
    const understood = understand(sentence, { today, aboutTask: 'perhaps' })
    expect(readings).toContain(heardAs(understood))
    expect(details.map((wanted) => heardDetail(understood, wanted))).toEqual(details)
  })
})
