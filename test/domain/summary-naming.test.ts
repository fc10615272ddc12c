import { expect, test } from 'vitest'
import { readNaming } from '../../domain/summary-naming.ts'
import { readSchedule, readSwitch, usualSchedule } from '../../domain/summary-schedule.ts'

test.each([
  ['nêu tên', true],
  ['Nêu tên đơn vị.', true],
  ['co ten', true],
  ['show names', true],
  ['giấu tên', false],
  ['không nêu tên', false],
  ['hide names', false],
  ['thứ Hai 8:00', null],
  ['tắt', null],
  ['', null],
])('“%s” says whether agencies are named: %s', (typed, named) => {
  expect(readNaming(typed)).toBe(named)
})

test('no wording about names is also one about when or whether', () => {
  for (const typed of ['nêu tên', 'có tên', 'giấu tên', 'không tên', 'thôi nêu tên', 'names', 'no names']) {
    expect(readSwitch(typed)).toBeNull()
    expect(readSchedule(typed, usualSchedule)).toBeNull()
  }
})
