import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../domain/errors.ts'
import { readPlan } from '../../plans/read-plan.ts'

const words = [
  'STT',
  'Nhiệm vụ',
  'Cơ quan chủ trì',
  'Thời gian',
  'Sở Nội vụ',
  '1',
  '1.1',
  'II',
  'a)',
  'Quý I',
  '31/02',
  'PHỤ LỤC 02',
  'III. TỔ CHỨC THỰC HIỆN',
  '1. Sở Y tế theo dõi.',
  '<li>',
  '</ul>',
  '**',
  '-nt-',
  '- ',
  ';',
  'Số: 1/KH-UBND',
  'KẾ HOẠCH',
  '…',
]
const lines = fc.array(
  fc
    .array(fc.constantFrom(...words, ''), { maxLength: 6 })
    .chain((parts) => fc.constantFrom(parts.join('\t'), parts.join(' '))),
  { maxLength: 12 },
)
const files = fc.oneof(
  lines.map((list) => new TextEncoder().encode(list.join('\n'))),
  fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 200 }),
)

test('whatever the file, it is read or refused by name, and every task has a code of its own and a title', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (bytes) => {
      try {
        const { tasks } = await readPlan({ name: 'a.txt', bytes })
        expect(new Set(tasks.map(({ code }) => code)).size).toBe(tasks.length)
        for (const { title, line } of tasks) {
          expect(title.trim()).not.toBe('')
          expect(line).toBeGreaterThan(0)
        }
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
      }
    }),
    { numRuns: 150 },
  )
}, 120_000)
