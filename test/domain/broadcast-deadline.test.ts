import { describe, expect, test } from 'vitest'
import { proposeDeadline, readDay } from '../../domain/broadcast-deadline.ts'

/** A Monday. */
const today = '2026-03-02'

describe('a day near today', () => {
  test.each([
    ['Nộp trước thứ Sáu tuần này', '2026-03-05', 'trước thứ Sáu tuần này'],
    ['Gửi trước 17h thứ 6 tuần này', '2026-03-06', 'trước 17h thứ 6 tuần này'],
    ['Gui trong ngay mai nhe', '2026-03-03', 'trong ngay mai'],
    ['Phải xong hết hôm nay', '2026-03-02', 'hết hôm nay'],
    ['Hạn nộp: chủ nhật tuần này', '2026-03-08', 'Hạn nộp: chủ nhật tuần này'],
    ['Chậm nhất thứ hai tuần sau', '2026-03-09', 'Chậm nhất thứ hai tuần sau'],
    ['Chậm nhất thứ Tư tuần tới', '2026-03-11', 'Chậm nhất thứ Tư tuần tới'],
  ])('%s', (text, day, words) => {
    expect(proposeDeadline(text, today)).toEqual({ day, words })
  })

  test.each([
    ['a weekday of no said week', 'Nộp trước thứ Sáu'],
    ['what happens on it', 'Họp thứ Sáu tuần này'],
    ['a weekday that has passed', 'Nộp trước thứ Hai tuần này'],
    ['before today', 'Nộp trước hôm nay'],
    ['two days', 'Đăng ký trong hôm nay, nộp trong ngày mai'],
    ['a person called so', 'Trình bày trước chị Mai'],
  ])('%s is none', (_name, text) => expect(proposeDeadline(text, today)).toBeNull())

  test('in the middle of a week “tuần này” is still that week', () => {
    expect(proposeDeadline('Nộp trước thứ Hai tuần sau', '2026-03-08')).toMatchObject({ day: '2026-03-08' })
    expect(readDay('thứ bảy tuần này', '2026-03-05')).toBe('2026-03-07')
    expect(readDay('ngày mai', '2026-02-28')).toBe('2026-03-01')
  })
})

describe('for whoever writes English', () => {
  test.each([
    ['Please send it by 15 March', '2026-03-15', 'by 15 March'],
    ['Before 15/3, to the Office', '2026-03-14', 'Before 15/3'],
    ['Submit before 5 pm on 15 March 2026.', '2026-03-15', 'before 5 pm on 15 March 2026'],
    ['no later than Friday, March 13th, 2026', '2026-03-13', 'no later than Friday, March 13th, 2026'],
    ['Deadline: 15th of April', '2026-04-15', 'Deadline: 15th of April'],
    ['It is due on 20/3.', '2026-03-20', 'due on 20/3'],
    ['by the end of April', '2026-04-30', 'by the end of April'],
    ['by tomorrow', '2026-03-03', 'by tomorrow'],
    ['before tomorrow', '2026-03-02', 'before tomorrow'],
    ['Nộp trước ngày 15/3', '2026-03-14', 'trước ngày 15/3'],
  ])('%s', (text, day, words) => {
    expect(proposeDeadline(text, today, 'en')).toEqual({ day, words })
    expect(proposeDeadline(text, today) === null).toBe(!words.startsWith('trước'))
  })

  test.each([
    ['two days', 'by 15 March and 20 March'],
    ['two phrases', 'register by 10 March, report before 20 March'],
    ['a day that has passed', 'by 1 February'],
    ['a day that no calendar has', 'by 31 April'],
    ['a weekday', 'by Friday'],
    ['a month alone', 'before May'],
    ['what happens on it', 'We meet on 15 March'],
    ['a verb', 'by then we may 15 times'],
  ])('%s is none', (_name, text) => expect(proposeDeadline(text, today, 'en')).toBeNull())

  test.each([
    ['15 March', '2026-03-15'],
    ['on March 20th, 2026', '2026-03-20'],
    ['the end of April', '2026-04-30'],
    ['15/3', '2026-03-15'],
    ['tomorrow', '2026-03-03'],
    ['hết tháng 4', '2026-04-30'],
    ['Friday', null],
    ['31 April', null],
  ])('typed as “%s”', (typed, day) => expect(readDay(typed, today, 'en')).toBe(day))
})
