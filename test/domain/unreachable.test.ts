import { expect, test } from 'vitest'
import { blockedReasonOf } from '../../domain/unreachable.ts'

test.each([
  ['telegram-403', true, 1, 'blocked'],
  ['telegram-403-deactivated', true, 1, 'gone'],
  ['telegram-400', true, 1, 'gone'],
  ['telegram-400', false, 1, null],
  ['zalo-400', false, 2, null],
  ['zalo-400', false, 3, 'refused'],
  ['telegram-502', false, 3, null],
  ['zalo-403', false, 3, null],
  ['zalo-404', false, 3, null],
])('%s, gone %s, %i in a row: %s', (failure, chatGone, refusals, reason) => {
  expect(blockedReasonOf({ failure, chatGone }, refusals)).toBe(reason)
})
