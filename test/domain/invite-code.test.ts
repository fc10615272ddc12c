import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inviteCodeBytes, inviteCodeFrom, inviteExpiry, normaliseInviteCode } from '../../domain/invite-code.ts'

const randomBytes = fc.uint8Array({ minLength: inviteCodeBytes, maxLength: inviteCodeBytes })

describe('an invitation code', () => {
  test('is two groups of four characters that nobody mistakes for one another', () => {
    fc.assert(
      fc.property(randomBytes, (bytes) => {
        expect(inviteCodeFrom(bytes)).toMatch(/^[2-9BCFGHJKMNPQRSTVXZ]{4}-[2-9BCFGHJKMNPQRSTVXZ]{4}$/)
      }),
    )
  })

  test('is understood however it is typed', () => {
    const spellings = [
      (code: string) => code.toLowerCase(),
      (code: string) => code.replace('-', ''),
      (code: string) => code.replace('-', ' '),
      (code: string) => code.replace('-', '–'),
      (code: string) => ` ${code.split('').join(' ')}\n`,
    ]
    fc.assert(
      fc.property(randomBytes, fc.constantFrom(...spellings), (bytes, spell) => {
        const code = inviteCodeFrom(bytes)
        expect(normaliseInviteCode(spell(code))).toBe(code)
      }),
    )
  })

  test('differs with its random bytes', () => {
    expect(inviteCodeFrom(new Uint8Array(inviteCodeBytes))).toBe('2222-2222')
    expect(inviteCodeFrom(new Uint8Array(inviteCodeBytes).fill(1))).toBe('9999-9999')
  })

  test('is not made of too few random bytes', () => {
    expect(() => inviteCodeFrom(new Uint8Array(8))).toThrow(RangeError)
  })

  test.each([
    '',
    'K7M2',
    'K7M2-9QX',
    'K7M2-9QXDD',
    'K7M2-9QX0',
    'K7M2-9QXO',
    'K7M2-9QXI',
    'xin chào',
    '😀😀😀😀😀😀😀😀',
  ])('"%s" cannot be one', (typed) => {
    expect(normaliseInviteCode(typed)).toBeNull()
  })

  test('what people type never breaks the check', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const code = normaliseInviteCode(typed)
        expect(code === null || /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/.test(code)).toBe(true)
      }),
    )
  })

  test('can be used for seven days', () => {
    expect(inviteExpiry(new Date('2026-03-02T02:00:00Z'))).toEqual(new Date('2026-03-09T02:00:00Z'))
  })
})
