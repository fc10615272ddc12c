import { describe, expect, test } from 'vitest'
import { readDay, readExtension } from '../../domain/extension-words.ts'

const context = { today: '2026-03-02', dueOn: '2026-03-20' }

test.each([
  ['xin gia hạn đến 15/12 vì chờ văn bản của Bộ', '2026-12-15', 'chờ văn bản của Bộ'],
  ['nv12 xin gia han den 15/12/2026 do cho Bo huong dan', '2026-12-15', 'cho Bo huong dan'],
  ['xin gia hạn đến 15/12, chờ văn bản của Bộ', '2026-12-15', 'chờ văn bản của Bộ'],
  ['vì chờ công văn ngày 12/5, em xin gia hạn đến 15/12', '2026-12-15', 'chờ công văn ngày 12/5'],
  ['xin gia hạn đến 15/12', '2026-12-15', ''],
  ['cho em xin thêm 10 ngày vì mưa bão', '2026-03-30', 'mưa bão'],
  ['xin lùi thêm 2 tuần', '2026-04-03', ''],
  ['xin gia hạn 1 tháng vì thiếu người', '2026-04-20', 'thiếu người'],
  ['xin gia hạn vì chờ công văn 12/5', null, 'chờ công văn 12/5'],
  ['xin gia hạn vì chờ công văn ngày 20/5', null, 'chờ công văn ngày 20/5'],
  ['vì chờ công văn ngày 20/5 xin gia hạn đến ngày 15/12', '2026-12-15', ''],
  ['xin gia hạn đến hết quý II do chưa có kinh phí', '2026-06-30', 'chưa có kinh phí'],
  ['xin gia hạn', null, ''],
  ['đến 15/12 vì chờ văn bản', '2026-12-15', 'chờ văn bản'],
] as const)('%s', (text, wantedOn, reason) => {
  expect(readExtension(text, context)).toEqual({ wantedOn, reason })
})

describe('the day that an answer names', () => {
  test.each([
    ['15/12', '2026-12-15'],
    ['1/2', '2027-02-01'],
    ['15-12-2026', '2026-12-15'],
    ['ngày 15 tháng 12', '2026-12-15'],
    ['hết tháng 4', '2026-04-30'],
    ['cuối quý 1', '2026-03-31'],
    ['31/2', null],
    ['thêm 5 ngày', '2026-03-25'],
    ['chưa biết', null],
  ] as const)('%s', (text, day) => {
    expect(readDay(text, context)).toBe(day)
  })

  test('counts from today once the due date is over', () => {
    expect(readDay('thêm 5 ngày', { today: '2026-03-25', dueOn: '2026-03-20' })).toBe('2026-03-30')
    expect(readDay('thêm 1 tháng', { today: '2026-01-31', dueOn: null })).toBe('2026-02-28')
  })
})
