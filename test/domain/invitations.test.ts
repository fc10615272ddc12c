import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayGive, readInviteWish } from '../../domain/invitations.ts'
import type { Role } from '../../domain/people.ts'

describe('whom somebody wants to invite', () => {
  test.each<[string, string, Role | null]>([
    ['Sở Nội vụ', 'Sở Nội vụ', null],
    ['Sở Nội vụ thủ trưởng', 'Sở Nội vụ', 'head'],
    ['so noi vu thu truong', 'so noi vu', 'head'],
    ['Sở Nội vụ, chuyên viên', 'Sở Nội vụ', 'official'],
    ['Sở Nội vụ - chuyên viên đầu mối', 'Sở Nội vụ', 'official'],
    ['Phòng Y tế trưởng phòng', 'Phòng Y tế', 'head'],
    ['Sở Nội vụ head', 'Sở Nội vụ', 'head'],
    ['Sở Nội vụ lãnh đạo', 'Sở Nội vụ', 'head'],
    ['lãnh đạo', '', 'leader'],
    ['Lãnh đạo UBND', '', 'leader'],
    ['leader', '', 'leader'],
    ['tổng hợp', '', 'coordinator'],
    ['cán bộ tổng hợp', '', 'coordinator'],
    ['quản trị', '', 'admin'],
    ['thủ trưởng', '', 'head'],
  ])('"%s" means the agency "%s" and the role %s', (text, agency, role) => {
    expect(readInviteWish(text)).toEqual({ agency, role })
  })

  test('is read from any words without breaking', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readInviteWish(text).agency.length).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('who may give which role', () => {
  test.each<[Role, Role, boolean]>([
    ['admin', 'admin', true],
    ['admin', 'coordinator', true],
    ['coordinator', 'official', true],
    ['coordinator', 'leader', true],
    ['coordinator', 'coordinator', true],
    ['coordinator', 'admin', false],
    ['leader', 'official', false],
    ['head', 'official', false],
    ['official', 'official', false],
  ])('%s may make somebody %s: %s', (own, role, expected) => {
    expect(mayGive([{ role: own, agencyId: null }], role)).toBe(expected)
  })
})
