import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understandEach } from '../../domain/reply/several.ts'
import { today } from './reply-table.ts'

const open = [12, 15, 18]

/** "12 done | 15 progress 60% | 18 ask", as somebody would sum a message up. */
const summary = (text: string, known: readonly number[] | 'any' = open): string =>
  understandEach(text, { today, open: known })
    .map(({ task, intent, percent, confidence }) => {
      const share = intent === 'progress' && percent !== null ? ` ${percent}%` : ''
      return `${task ?? '-'} ${confidence < 1 ? 'ask' : `${intent}${share}`}`
    })
    .join(' | ')

describe('several tasks in one message are understood one by one', () => {
  test.each([
    ['12 xong, 15 được 60%, 18 vướng kinh phí', '12 done | 15 progress 60% | 18 obstacle'],
    ['nv12 xong, nv15 chưa', '12 done | 15 progress'],
    ['nv12 và nv15 xong', '12 done | 15 done'],
    ['cả nv12 và nv15 đều đã xong', '12 done | 15 done'],
    ['nv12, nv15 xong rồi ạ', '12 done | 15 done'],
    ['xong nv12, nv15', '12 done | 15 done'],
    ['xong nv12 và nv15, vướng nv18 chưa có kinh phí', '12 done | 15 done | 18 obstacle'],
    ['12 15 18 xong', '12 done | 15 done | 18 done'],
    ['12: xong; 15: 80%; 18: đang làm', '12 done | 15 progress 80% | 18 progress'],
    ['nv12: xong\nnv15: 60%, còn chờ góp ý\nnv18 đã nhận', '12 done | 15 progress 60% | 18 acknowledge'],
    ['- nv12 xong\n- nv15 chưa làm', '12 done | 15 progress'],
    ['nv12 xong nv15 chưa', '12 done | 15 progress'],
    ['nv12 xong còn nv15 thì chưa', '12 done | 15 progress'],
    ['Đã xong: 12, 15. Chưa xong: 18', '12 done | 15 done | 18 progress'],
    ['chưa xong: nv12, nv15', '12 progress | 15 progress'],
    ['việc 12 xong, việc 15 gần xong', '12 done | 15 progress'],
    ['229-1.3.1 xong, 229-1.3.2 được 12,5%', '229-1.3.1 done | 229-1.3.2 progress 12%'],
    ['Kính báo cáo anh, nv12 đã hoàn thành, nv15 đạt 60%', '12 done | 15 progress 60%'],
    ['nv12 xong https://a.vn/x,y,nv18 ; nv15 đang làm', '12 done | 15 progress'],
    ['nv12 xin gia hạn đến 20/3, nv15 xong', '12 extension | 15 done'],
    ['dạ nv12 xog r, nv15 dc 60% nha c', '12 done | 15 progress 60%'],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected)
  })
})

describe('what holds for the whole message holds for each task', () => {
  test.each([
    ['nếu được duyệt, nv12 xong, nv15 xong', '12 progress | 15 progress'],
    ['nv12 xong, nv15 xong nếu kịp', '12 ask | 15 progress'],
    ['nv12 xong, nv15 xong, hình như thế', '12 ask | 15 ask'],
    ['sếp bảo nv12 xong, nv15 xong', '12 ask | 15 ask'],
    ['chắc nv12 xong, nv15 xong', '12 ask | 15 ask'],
    ['nv12 xong, nv15 chắc xong', '12 done | 15 ask'],
    ['nv12 xong, nv15 xong 🤣', '12 ask | 15 ask'],
    ['nv12 xong, nv15 xong?', '12 ask | 15 question'],
    ['Fwd: nv12 xong, nv15 xong', '12 ask | 15 ask'],
    ['nếu nv12 xong thì nv15 xong', '12 ask | 15 ask'],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected)
  })
})

describe('what nothing is said of, or two things, is asked', () => {
  test.each([
    ['nv12 xong, nv15', '12 done | 15 ask'],
    ['nv12, xong nv15', '12 ask | 15 done'],
    ['nv12 xong, nv12 60%, nv15 xong', '12 ask | 15 done'],
    ['cả 3 việc xong rồi', '- ask'],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected)
  })
})

describe('a bare number is a task only where it is open and heads what is said', () => {
  test.each([
    ['12 xong rồi ạ', '12 done'],
    ['12 60%', '12 progress 60%'],
    ['99 xong', '- ask'],
    ['12 xã xong', '- ask'],
    ['12 ngày nữa xong', '- progress'],
    ['xong 12', '- ask'],
    ['12/3 xong', '- progress'],
    ['12%', '- progress 12%'],
    ['12 xong, 99 xong', '12 ask'],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected)
  })

  test('and anywhere where nobody knows what is open', () => {
    expect(summary('99 xong, 7 được 60%', 'any')).toBe('99 done | 7 progress 60%')
    expect(summary('12 xong', [])).toBe('- ask')
  })
})

test('a message about one task means what it means alone', () => {
  for (const text of ['xong rồi', 'nv12 60%, còn chờ ký', 'xin gia hạn đến 20/3', 'cảm ơn anh']) {
    expect(understandEach(text, { today, open })).toHaveLength(1)
  }
})

test('no task is done that was not said to be, in whatever order', () => {
  const undone = [
    'chưa xong',
    'gần xong',
    'mai xong',
    'sẽ hoàn thành',
    'xong phần em',
    'xong trừ mục 3',
    '60%',
    'đang làm',
  ]
  const joints = [', ', '; ', '\n', ' còn ', '. ']
  fc.assert(
    fc.property(
      fc.constantFrom(...undone),
      fc.constantFrom(...undone),
      fc.constantFrom(...joints),
      fc.boolean(),
      (first, second, joint, isAfter) => {
        const one = isAfter ? `${first} nv12${joint}${second} nv15` : `nv12 ${first}${joint}nv15 ${second}`
        expect([one, summary(one)]).not.toEqual([one, expect.stringContaining('done')])
      },
    ),
  )
})
