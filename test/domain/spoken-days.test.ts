import { describe, expect, test } from 'vitest'
import { readDay } from '../../domain/extension-words.ts'
import { understand } from '../../domain/reply/understand.ts'
import { today } from './reply-table.ts'

/** A Monday, the 2nd of March. */
const context = { today, dueOn: null }

describe('days as they are said', () => {
  test.each([
    ['mai', '2026-03-03'],
    ['chiều mai', '2026-03-03'],
    ['ngày kia', '2026-03-04'],
    ['mốt', '2026-03-04'],
    ['thứ 6', '2026-03-06'],
    ['thứ sáu này', '2026-03-06'],
    ['thu 6', '2026-03-06'],
    ['t6', '2026-03-06'],
    ['thứ 2', '2026-03-09'],
    ['chủ nhật', '2026-03-08'],
    ['thứ hai tuần sau', '2026-03-09'],
    ['thứ 6 tuần tới', '2026-03-13'],
    ['cuối tuần', '2026-03-06'],
    ['hết tuần này', '2026-03-06'],
    ['tuần sau', '2026-03-13'],
    ['đầu tuần sau', '2026-03-09'],
    ['ngày 20', '2026-03-20'],
    ['mùng 10', '2026-03-10'],
    ['mùng 1', '2026-04-01'],
    ['đến 25', '2026-03-25'],
    ['mùng 5 tháng sau', '2026-04-05'],
    ['mùng tám tháng ba', '2026-03-08'],
    ['tới hai mươi hai tháng ba', '2026-03-22'],
    ['giữa tháng', '2026-03-15'],
    ['cuối tháng', '2026-03-31'],
    ['hết tháng sau', '2026-04-30'],
    ['tháng 5', '2026-05-31'],
    ['giữa tháng 4', '2026-04-15'],
    ['hết T3', '2026-03-31'],
    ['tháng 1', '2027-01-31'],
    ['tháng 1/2028', '2028-01-31'],
    ['hết quý II', '2026-06-30'],
    ['quý 3/2027', '2027-09-30'],
    ['cuối quý', '2026-03-31'],
    ['quý sau', '2026-06-30'],
    ['6 tháng đầu năm', '2026-06-30'],
    ['hết năm', '2026-12-31'],
    ['thêm 3 ngày', '2026-03-05'],
    ['thêm mười ngày nữa', '2026-03-12'],
    ['hai tuần nữa', '2026-03-16'],
    ['nửa tháng', '2026-03-17'],
    ['một tháng', '2026-04-02'],
    ['tháng 13', null],
    ['vài hôm nữa', null],
    ['từ từ', null],
  ])('%s', (said, day) => {
    expect(readDay(said, context)).toBe(day)
  })
})

describe('the day that a request for time asks for', () => {
  test.each([
    ['xin gia hạn đến hết quý II', '2026-06-30'],
    ['đề nghị điều chỉnh thời hạn từ 05/3 sang 25/3', '2026-03-25'],
    ['chưa kịp hôm thứ 2, cho em lùi đến thứ 6', '2026-03-06'],
    ['em xin thêm 3 ngày vì chờ số liệu ngày 20/3', '2026-03-05'],
    ['lùi cho anh đến cuối tháng', '2026-03-31'],
    ['hạn 5/3 gấp quá, xin sang 15/3', '2026-03-15'],
    ['xin gia hạn vài hôm', null],
  ])('%s', (said, date) => {
    expect(understand(said, { today })).toMatchObject({ intent: 'extension', date })
  })
})
