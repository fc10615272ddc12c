import { describe, expect, test } from 'vitest'
import { type Evidence, type KeptFile, kindOfWords, mayWithdraw, planFiles } from '../../domain/evidence.ts'
import { AppError } from '../../domain/errors.ts'
import { purposeOfFile } from '../../domain/file-purpose.ts'

const at = new Date('2026-03-02T02:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)

const file = (name: string, sha256: string, photo = false): KeptFile => ({
  ...{ name, photo, size: 10, sha256, mime: 'application/pdf', storageKey: `evidence/${sha256}` },
})

const given = (
  words: string,
  sha256: string,
  more: Partial<Evidence> & { readonly version?: number } = {},
): Evidence => ({
  ...{ id: sha256, assignmentId: 'a', kind: 'file', words, giver: { personId: 'p', name: 'Chuyên viên Một' }, at },
  ...{ withdrawnAt: null, file: { size: 10, sha256, mime: '', storageKey: '', version: more.version ?? 1 }, ...more },
})

const plan = (evidence: readonly Evidence[], files: readonly KeptFile[]) => {
  const planned = planFiles({ number: 12, evidence }, files)
  if (planned instanceof AppError) throw planned
  return {
    fresh: planned.fresh.map(({ name, version, kind }) => `${name} v${version} ${kind}`),
    known: planned.known.map(({ as }) => as.words),
  }
}

describe('files become evidence', () => {
  test('of the same name as the next version, in whatever letters', () => {
    const evidence = [given('Biên bản.pdf', 'b', { version: 2 }), given('Biên bản.pdf', 'a')]
    expect(plan(evidence, [file('biên BẢN.pdf', 'c')])).toEqual({ fresh: ['biên BẢN.pdf v3 file'], known: [] })
    expect(plan(evidence, [file('khác.pdf', 'c'), file('Khác.pdf', 'd')]).fresh).toEqual([
      'khác.pdf v1 file',
      'Khác.pdf v2 file',
    ])
  })

  test('of the same bytes not again, whatever they are called', () => {
    expect(plan([given('a.pdf', 'x')], [file('b.pdf', 'x'), file('c.pdf', 'y'), file('d.pdf', 'y')])).toEqual({
      fresh: ['d.pdf v1 file'],
      known: ['a.pdf'],
    })
  })

  test('of what was withdrawn again, as a new version', () => {
    expect(plan([given('a.pdf', 'x', { withdrawnAt: at })], [file('a.pdf', 'x')])).toEqual({
      fresh: ['a.pdf v2 file'],
      known: [],
    })
  })

  test('and photos, which have no names, are counted', () => {
    const evidence = [given('anh-1.jpg', 'x', { kind: 'photo' })]
    expect(plan(evidence, [file('anh.jpg', 'y', true), file('anh.jpg', 'z', true)]).fresh).toEqual([
      'anh-2.jpg v1 photo',
      'anh-3.jpg v1 photo',
    ])
  })

  test('up to thirty that are not withdrawn; what is there already is still told so', () => {
    const many = Array.from({ length: 29 }, (_, index) => given(`${index}.pdf`, String(index)))
    const evidence = [...many, given('bỏ.pdf', 'w', { withdrawnAt: at })]
    expect(plan(evidence, [file('a.pdf', 'a')]).fresh).toHaveLength(1)
    expect(planFiles({ number: 12, evidence }, [file('a.pdf', 'a'), file('b.pdf', 'b')])).toMatchObject({
      code: 'evidence-full',
      details: { number: 12, limit: 30 },
    })
    expect(plan([...evidence, given('a.pdf', 'a')], [file('a.pdf', 'a')])).toEqual({ fresh: [], known: ['a.pdf'] })
  })
})

test.each([
  ['https://haiphong.gov.vn/1', 'link'],
  ['www.haiphong.gov.vn', 'link'],
  ['haiphong.gov.vn/bao-cao', 'link'],
  ['CV số 123/SNV-CCHC ngày 5/6/2025', 'document'],
  ['12/2024/QĐ-UBND', 'document'],
])('"%s" is a %s', (words, kind) => expect(kindOfWords(words)).toBe(kind))

test.each([
  [{ personId: 'p', approves: false, now: later(10) }, true],
  [{ personId: 'p', approves: false, now: later(11) }, false],
  [{ personId: 'q', approves: false, now: later(1) }, false],
  [{ personId: 'q', approves: true, now: later(9999) }, true],
])('withdrawing by %o: %s', (who, allowed) => expect(mayWithdraw(given('a.pdf', 'x'), who)).toBe(allowed))

test('what is withdrawn is not withdrawn again', () => {
  const gone = given('a.pdf', 'x', { withdrawnAt: at })
  expect(mayWithdraw(gone, { personId: 'p', approves: true, now: at })).toBe(false)
})

const nothing = { mayImport: true, announces: false, repliesToTask: false, namesTask: false, awaited: null }
test.each([
  [nothing, 'import'],
  [{ ...nothing, repliesToTask: true }, 'evidence'],
  [{ ...nothing, namesTask: true }, 'evidence'],
  [{ ...nothing, awaited: 'evidence' }, 'evidence'],
  [{ ...nothing, mayImport: false }, 'evidence'],
  [{ ...nothing, announces: true, repliesToTask: true, awaited: 'evidence' }, 'broadcast'],
  [{ ...nothing, mayImport: false, announces: true }, 'broadcast'],
  [{ ...nothing, awaited: 'broadcast', namesTask: true }, 'broadcast'],
  [{ ...nothing, awaited: 'broadcast', repliesToTask: true }, 'evidence'],
] as const)('a file with %o is for %s', (signs, purpose) => expect(purposeOfFile(signs)).toBe(purpose))
