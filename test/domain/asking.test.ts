import { describe, expect, test } from 'vitest'
import { monthOf, weekOf } from '../../domain/days.ts'
import { byField, fieldName, matchFields, spellingsOf } from '../../domain/fields.ts'
import { sumFigures } from '../../domain/figures.ts'
import { isPlanNumber, readPlanReference } from '../../domain/plan-reference.ts'
import { readToken, writeToken } from '../../domain/scope-token.ts'
import { patternOf, searchWords } from '../../domain/search-words.ts'

const section = (name: string, task: number) => ({ ...sumFigures([]), total: 1, key: name, name, task })

describe('a field', () => {
  test.each([
    ['I. Cải cách thể chế', 'Cải cách thể chế'],
    ['2) CẢI CÁCH THỂ CHẾ', 'CẢI CÁCH THỂ CHẾ'],
    ['Phần II - Tài chính công', 'Tài chính công'],
    ['Mục 3: Chuyển đổi số', 'Chuyển đổi số'],
    ['1.3.1 Rà soát', 'Rà soát'],
    ['e-Office và chữ ký số', 'e-Office và chữ ký số'],
    ['Công vụ', 'Công vụ'],
    ['Mục tiêu chung', 'Mục tiêu chung'],
    ['5 nhiệm vụ trọng tâm', '5 nhiệm vụ trọng tâm'],
    ['IV.', 'IV.'],
    ['', ''],
  ])('of the section %j is called %j', (words, name) => {
    expect(fieldName(words)).toBe(name)
  })

  test('is one however its number and letters are written', () => {
    const sections = ['I. Cải cách thể chế', '2. CẢI CÁCH THỂ CHẾ', 'II. Tài chính công']
    expect(spellingsOf('Cải cách thể chế', sections)).toEqual(sections.slice(0, 2))
    const fields = byField(sections.map((name, at) => section(name, 9 - at)))
    expect(fields.map(({ name, task, total }) => [name, task, total])).toEqual([
      ['Cải cách thể chế', 8, 2],
      ['Tài chính công', 7, 1],
    ])
  })

  test.each([
    ['thể chế', ['Cải cách thể chế']],
    ['CAI CACH THE CHE', ['Cải cách thể chế']],
    ['cải cách', ['Cải cách thể chế', 'Cải cách thủ tục']],
    ['tục cải', ['Cải cách thủ tục']],
    ['thể', ['Cải cách thể chế']],
    ['th', []],
    ['', []],
  ])('is meant by %j', (typed, names) => {
    const fields = byField([section('I. Cải cách thể chế', 1), section('II. Cải cách thủ tục', 2)])
    expect(matchFields(typed, fields).map(({ name }) => name)).toEqual(names)
  })
})

describe('the number of a plan', () => {
  test.each([
    ['229', { number: '229', rest: '' }],
    ['kế hoạch số 229/KH-UBND', { number: '229/KH-UBND', rest: '' }],
    ['quá hạn 229', { number: '229', rest: 'quá hạn' }],
    ['KH 229 tuần này', { number: '229', rest: 'tuần này' }],
    ['quá hạn', null],
    ['', null],
  ])('is found in %j', (text, found) => {
    expect(readPlanReference(text)).toEqual(found)
  })

  test.each([
    ['229', '229/KH-UBND', true],
    ['229/kh', '229/KH-UBND', true],
    ['229/KH-UBND', '229/KH-UBND', true],
    ['22', '229/KH-UBND', false],
    ['229/QĐ', '229/KH-UBND', false],
    ['1', '01/KH-UBND', true],
    ['229', '', false],
  ])('%j means %j: %j', (typed, number, isMeant) => {
    expect(isPlanNumber(typed, number)).toBe(isMeant)
  })
})

describe('a scope in a button', () => {
  test.each(['all', 'own', crypto.randomUUID()])('is read as it was written: %s', (base) => {
    for (const kind of ['plan', 'field', 'field-of-plan'] as const) {
      const token = { base, narrowing: { kind, task: 1_600_000 } }
      expect(readToken(writeToken(token))).toEqual(token)
      expect(new TextEncoder().encode(`list:${writeToken(token)}:obstacles:100000`).length).toBeLessThanOrEqual(64)
    }
    expect(readToken(writeToken({ base, narrowing: null }))).toEqual({ base, narrowing: null })
  })

  test.each(['', '.p1', 'all.', 'all.p', 'all.x1', 'all.p1.s2', 'all.pABC'])('is not read from %j', (token) => {
    expect(readToken(token)).toBeNull()
  })
})

test.each([
  ['2026-03-02', '2026-03-02', '2026-03-08'],
  ['2026-03-08', '2026-03-02', '2026-03-08'],
  ['2026-01-01', '2025-12-29', '2026-01-04'],
])('the week of %s is %s to %s', (day, from, to) => {
  expect(weekOf(day)).toEqual({ from, to })
})

test.each([
  ['2026-02-14', '2026-02-01', '2026-02-28'],
  ['2028-02-29', '2028-02-01', '2028-02-29'],
  ['2026-12-31', '2026-12-01', '2026-12-31'],
])('the month of %s is %s to %s', (day, from, to) => {
  expect(monthOf(day)).toEqual({ from, to })
})

describe('what is searched for', () => {
  test.each([
    ['  Thủ tục,  HÀNH chính ', ['thu', 'tuc', 'hanh', 'chinh']],
    ['229/KH-UBND "1.3.1"', ['229.kh.ubnd', '1.3.1']],
    ['đổi đổi mới', ['doi', 'moi']],
    ['… :: !', []],
  ])('of %j is %j', (typed, words) => {
    expect(searchWords(typed)).toEqual(words)
  })

  test('fits into a button and stays the same when it comes back', () => {
    const words = searchWords('một hai ba bốn năm sáu bảy tám chín mười mười_một mười_hai mười_ba 中文字典')
    expect(new TextEncoder().encode(`tim:100000:${words.join(' ')}`).length).toBeLessThanOrEqual(64)
    expect(searchWords(words.join(' '))).toEqual(words)
  })

  test.each([
    ['thu tuc', 'Rà soát THỦ TỤC hành chính', true],
    ['thu tuc', 'Rà soát thủ tục'.normalize('NFD'), true],
    ['thu', 'thuế', false],
    ['doi', 'Chuyển đổi số', true],
    ['229.kh.ubnd', 'Kế hoạch 229/KH-UBND', true],
    ['1.3.1', '1.3.12', false],
    ['a.c', 'abc', false],
  ])('%j is in %j: %j', (words, text, isIn) => {
    expect(new RegExp(patternOf(words), 'u').test(text)).toBe(isIn)
  })
})
