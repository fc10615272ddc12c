import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLog, scrub } from '../log.ts'
import { keepLog } from './support/log.ts'

const token = '7000000001:AA-Token_ThatMustNotBeSeen'

describe('a secret', () => {
  test.each([
    ['as it is', token],
    ['in an address', `https://x/bot${encodeURIComponent(token)}/getMe`],
    [
      'in an address with small letters',
      `https://x/bot${encodeURIComponent(token)
        .toLowerCase()
        .replace(/aa-t.*/, 'AA-Token_ThatMustNotBeSeen')}/`,
    ],
    ['in JSON within JSON', JSON.stringify(JSON.stringify({ url: token }))],
  ])('is taken out of a line %s', (_form, line) => {
    expect(scrub(line, [token])).not.toContain('ThatMustNotBeSeen')
  })

  test('leaves nothing behind, whatever it contains and whatever stands around it', () => {
    const secret = fc.string({ minLength: 4, maxLength: 30, unit: 'grapheme' }).filter((text) => text.isWellFormed())
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
        fc.pre(!'[secret]'.includes(hidden))
        const forms = [hidden, encodeURIComponent(hidden), encodeURI(hidden), JSON.stringify(hidden).slice(1, -1)]
        for (const form of forms) {
          const line = scrub(`${before} ${form} ${after}`, [hidden])
          fc.pre(!`${before} [secret] ${after}`.includes(form))
          expect(line).toBe(scrub(`${before} [secret] ${after}`, [hidden]))
        }
      }),
    )
  })

  test('that contains another leaves nothing of either', () => {
    expect(scrub('postgresql://u:geheim@h/d', ['geheim', 'postgresql://u:geheim@h/d'])).toBe('[secret]')
  })

  test('is taken out wherever it stands: message, fields, names, errors and their causes', () => {
    const kept = keepLog([token])
    const cause = Object.assign(new Error(`inner ${token}`), { code: token, request: { url: token } })
    const error = new Error(`outer ${token}`, { cause })
    kept.log.error({ err: error, [token]: { deep: [token] } }, `said ${token}`)
    kept.log.child({ url: `/bot${token}` }).info('child')
    expect(kept.text()).not.toContain('ThatMustNotBeSeen')
    expect(kept.text()).toContain('outer [secret]')
    expect(kept.text()).toContain('inner [secret]')
  })
})

describe('an error', () => {
  test('is told by name, words, place, code and cause, and by nothing that hangs on it', () => {
    const kept = keepLog()
    const cause = Object.assign(new TypeError('không nối được'), { code: 'ECONNREFUSED' })
    const error = Object.assign(new Error('hỏng', { cause }), { request: { body: 'nội dung tin nhắn' } })
    kept.log.error({ err: error }, 'x')
    const line = JSON.parse(kept.text()) as { readonly err: object }
    expect(line.err).toMatchObject({
      name: 'Error',
      message: 'hỏng',
      stack: expect.stringContaining('log.test.ts') as string,
      cause: { name: 'TypeError', message: 'không nối được', code: 'ECONNREFUSED' },
    })
    expect(kept.text()).not.toContain('nội dung tin nhắn')
  })

  test('may be anything that was thrown', () => {
    const kept = keepLog()
    kept.log.error({ err: 'chỉ là chữ' }, 'x')
    kept.log.error({ err: undefined }, 'y')
    expect(kept.text()).toContain('chỉ là chữ')
  })
})

test('the level is kept', () => {
  const lines: string[] = []
  const log = createLog('warn', [], { write: (line) => void lines.push(line) })
  log.info('nhỏ')
  log.warn('to')
  expect(lines.map((line) => (JSON.parse(line) as { readonly msg: string }).msg)).toEqual(['to'])
})
