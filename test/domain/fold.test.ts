import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, stripMarks } from '../../domain/fold.ts'

test.each([
  ['Ủy ban nhân dân', 'uy ban nhan dan'],
  ['Uỷ ban  nhân\tdân', 'uy ban nhan dan'],
  ['ĐÀI PT-TH Hải Phòng.', 'dai pt th hai phong'],
  ['Đường — “phố”; số 5/2', 'duong pho so 5 2'],
  ['', ''],
  ['…', ''],
])('%j folds to %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('punctuation survives when only the marks are stripped', () => {
  expect(stripMarks('Trước ngày 21/3; Quý IV')).toBe('truoc ngay 21/3; quy iv')
})

test('composed and decomposed spellings fold alike, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})
