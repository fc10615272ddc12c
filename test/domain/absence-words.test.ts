import { describe, expect, test } from 'vitest'
import { findNamed, readAbsence } from '../../domain/absence-words.ts'

const today = '2026-03-02'
const week = { firstDay: '2026-03-05', lastDay: '2026-03-12' }

describe('being away, in words', () => {
  test.each([
    ['từ 5/3 đến 12/3 giao Chuyên viên Hai', week, 'Chuyên viên Hai'],
    ['5/3-12/3 nhờ Hai', week, 'Hai'],
    ['giao cho Chuyên viên Hai từ ngày 5/3 đến ngày 12/3/2026', week, 'Chuyên viên Hai'],
    ['from 5/3 to 12/3 to Official Two', week, 'Official Two'],
    ['từ 05/03/2026 đến 12/03/2026', week, ''],
    ['đến hết 12/3', { firstDay: today, lastDay: '2026-03-12' }, ''],
    ['ngày 5/3', { firstDay: '2026-03-05', lastDay: '2026-03-05' }, ''],
    ['từ 1/3 đến 12/3', { firstDay: '2026-03-01', lastDay: '2026-03-12' }, ''],
    ['từ 28/12 đến 3/1', { firstDay: '2026-12-28', lastDay: '2027-01-03' }, ''],
    ['Chuyên viên Hai', null, 'Chuyên viên Hai'],
    ['giao Chuyên viên Hai', null, 'Chuyên viên Hai'],
    ['từ 31/2 đến 5/3', null, ''],
    ['từ 12/3/2026 đến 5/3/2026', null, ''],
  ])('%s', (text, days, standIn) => {
    expect(readAbsence(text, today)).toEqual({ days, standIn, isOff: false })
  })

  test.each(['hủy', 'huỷ', 'HUY', 'cancel'])('%s ends it', (text) => {
    expect(readAbsence(text, today).isOff).toBe(true)
  })
})

test('a name means whoever is called so, else all whose name has it', () => {
  const people = [{ name: 'Chuyên viên Hai' }, { name: 'Chuyên viên Hai Mươi' }, { name: 'Thủ trưởng' }]
  const named = (typed: string) => findNamed(typed, people).map(({ name }) => name)
  expect(named('chuyen vien hai')).toEqual(['Chuyên viên Hai'])
  expect(named('Hai')).toEqual(['Chuyên viên Hai', 'Chuyên viên Hai Mươi'])
  expect(named('Ha')).toEqual([])
  expect(named('')).toEqual([])
})
