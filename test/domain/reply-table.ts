import { describe, expect, test } from 'vitest'
import { understand } from '../../domain/reply/understand.ts'
import type { Intent, Understanding } from '../../domain/reply/understanding.ts'

/** A Monday. */
export const today = '2026-03-02'

type Expected = Partial<Understanding>

/** Sentences that all mean one thing, for certain unless told otherwise. */
export const table = (name: string, intent: Intent, rows: readonly (string | readonly [string, Expected])[]): void => {
  describe(name, () => {
    test.each(rows.map((row) => (typeof row === 'string' ? ([row, {}] as const) : row)))('%s', (sentence, expected) => {
      expect(understand(sentence, { today })).toMatchObject({ intent, confidence: 1, ...expected })
    })
  })
}
