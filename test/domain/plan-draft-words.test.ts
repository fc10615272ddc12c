import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stripMarks } from '../../domain/fold.ts'
import type { Target } from '../../domain/plan-draft-targets.ts'
import { type DraftReading, readDraftWords } from '../../domain/plan-draft-words.ts'
import { phrases } from './plan-draft-phrases.ts'

const shortTarget = (target: Target): string => {
  if (target.kind === 'line') return `dòng ${target.line}`
  return target.kind === 'code' ? target.code : String(target.number)
}

/** What was understood, as the table of phrases has it. */
const short = (reading: DraftReading): string =>
  'commands' in reading
    ? reading.commands
        .map((command) => {
          const named = 'targets' in command ? command.targets.map(shortTarget).join(',') : ''
          const rest = Object.entries(command).flatMap(([key, value]) =>
            key === 'kind' || key === 'targets' ? [] : [String(value)],
          )
          return [command.kind === 'field' ? '' : command.kind, named, ...rest].filter((part) => part !== '').join(' ')
        })
        .join(' | ')
    : `? ${reading.notUnderstood}${reading.about === '' ? '' : ` (${reading.about})`}`

describe('what is typed about a draft', () => {
  test.each(phrases)('%j is %s', (typed, meaning) => {
    expect(short(readDraftWords(typed)).trim()).toBe(meaning)
  })

  test('means the same without diacritics', () => {
    // "ạ" without its dot is a letter like any other.
    for (const [typed, meaning] of phrases.filter(([words]) => !words.endsWith('ạ'))) {
      const reading = readDraftWords(stripMarks(typed))
      expect(stripMarks(short(reading).trim())).toBe(stripMarks(meaning))
    }
  })

  test('means the same in capitals and with decomposed letters', () => {
    for (const [typed, meaning] of phrases) {
      expect(
        short(readDraftWords(typed.normalize('NFD')))
          .trim()
          .normalize('NFC'),
      ).toBe(meaning)
      expect(stripMarks(short(readDraftWords(typed.toUpperCase())).trim())).toBe(stripMarks(meaning))
    }
  })
})

describe('whatever is typed', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 })

  test('is read without failing, and what was not understood is quoted', () => {
    const piece = fc.oneof(
      fc.constantFrom(...phrases.map(([typed]) => typed)),
      fc.string(),
      fc.constantFrom('12', ';', '\n', 'hạn'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const typed = pieces.join(' ')
        const reading = readDraftWords(typed)
        if ('commands' in reading) expect(reading.commands.length).toBeGreaterThan(0)
        else if (typed.trim() !== '') expect(typed).toContain(reading.notUnderstood)
      }),
    )
  })

  test('numbers are the tasks that are named, in their order', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(' ', ', ', ' và ', ','), (rows, glue) => {
        const targets = rows.map((number) => ({ kind: 'number', number }))
        expect(readDraftWords(`bỏ ${rows.join(glue)}`)).toEqual({ commands: [{ kind: 'remove', targets }] })
        expect(readDraftWords(`${rows.join(glue)} không hạn`)).toEqual({
          commands: [{ kind: 'field', targets, field: 'due', mode: 'clear', text: '' }],
        })
      }),
    )
  })

  test('several lines mean what each of them means', () => {
    const known = phrases.map(([typed]) => typed).filter((typed) => 'commands' in readDraftWords(typed))
    const commandsOf = (typed: string) => {
      const reading = readDraftWords(typed)
      return 'commands' in reading ? reading.commands : []
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 4 }), (typed) => {
        expect(commandsOf(typed.join('\n'))).toEqual(typed.flatMap(commandsOf))
      }),
    )
  })
})
