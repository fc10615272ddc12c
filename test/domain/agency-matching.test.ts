import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchAgencies, sureTarget } from '../../domain/agency-matching.ts'

const on = '2026-01-05'

const agency = (name: string, more: object = {}) => ({ id: name, name, aliases: [] as string[], ...more })

const departments = [
  'Sở Nội vụ',
  'Sở Ngoại vụ',
  'Sở Tài chính',
  'Sở Tư pháp',
  'Sở Y tế',
  'Sở Xây dựng',
  'Sở Công Thương',
  'Sở Nông nghiệp và Môi trường',
  'Sở Khoa học và Công nghệ',
  'Sở Giáo dục và Đào tạo',
]
const wards = [
  'UBND phường An Biên',
  'UBND phường An Hải',
  'UBND phường Hải An',
  'UBND xã Tân Minh',
  'UBND xã Tiên Minh',
]
const others = [
  'Phòng Kinh tế, Hạ tầng và Đô thị',
  'Phòng Văn hóa - Xã hội',
  'Trung tâm Phục vụ hành chính công',
  'Thanh tra thành phố',
  'Công an thành phố',
]
const names = [...departments, ...wards, ...others]

const directory = {
  agencies: [
    ...names.map((name) => agency(name)),
    agency('Văn phòng UBND thành phố', { aliases: ['Văn phòng Ủy ban'], shortName: 'VPUB' }),
    agency('UBND xã Cẩm Giang'),
    agency('UBND xã Cẩm Giàng'),
    agency('UBND quận Lê Chân', { validTo: '2025-06-30' }),
    agency('Sở Du lịch', { validTo: '2025-02-28' }),
    agency('Sở Văn hóa, Thể thao và Du lịch', {
      aliases: ['Sở Du lịch', 'Sở Văn hóa và Thể thao'],
      datedAliases: [
        { name: 'Sở Du lịch', validFrom: '2025-03-01', validTo: null },
        { name: 'Sở Văn hóa và Thể thao', validFrom: null, validTo: '2025-02-28' },
      ],
    }),
  ],
  groups: [
    { id: 'g', name: 'Các Sở', aliases: ['Các Sở, ngành'], memberIds: departments },
    { id: 'h', name: 'UBND cấp huyện', aliases: ['UBND các quận, huyện'], memberIds: ['UBND quận Lê Chân'] },
  ],
}

const match = (name: string, day = on) => matchAgencies([name], directory, day)[0]!
const meaning = (name: string, day = on) => sureTarget(match(name, day))?.name ?? null

describe('what a name means', () => {
  test.each([
    ['Sở Nội vụ', 'exact', 'Sở Nội vụ'],
    ['SỞ NỘI VỤ', 'exact', 'Sở Nội vụ'],
    ['Văn phòng Ủy ban', 'alias', 'Văn phòng UBND thành phố'],
    ['VPUB', 'alias', 'Văn phòng UBND thành phố'],
    ['so noi vu', 'folded', 'Sở Nội vụ'],
    ['SNV', 'folded', 'Sở Nội vụ'],
    ['Phòng VH-XH', 'folded', 'Phòng Văn hóa - Xã hội'],
    ['các sở, ngành', 'group', 'Các Sở'],
  ])('%s is %s: %s', (name, kind, meant) => {
    expect(match(name).kind).toBe(kind)
    expect(meaning(name)).toBe(meant)
  })

  test('two that differ in a diacritic are told apart by it, and without it nobody can tell', () => {
    expect(meaning('UBND xã Cẩm Giàng')).toBe('UBND xã Cẩm Giàng')
    expect(meaning('UBND xã Cẩm Giang')).toBe('UBND xã Cẩm Giang')
    const unclear = match('ubnd xa cam gianh')
    expect(unclear.kind).toBe('unknown')
    const nearest = 'candidates' in unclear ? unclear.candidates.slice(0, 2).map(({ name }) => name) : []
    expect(nearest).toEqual(['UBND xã Cẩm Giang', 'UBND xã Cẩm Giàng'])
  })

  test('a name passes on a day; before it the old body is meant, and since then the successor', () => {
    expect(meaning('Sở Du lịch', '2023-08-31')).toBe('Sở Du lịch')
    expect(meaning('Sở Du lịch', '2026-01-05')).toBe('Sở Văn hóa, Thể thao và Du lịch')
    expect(meaning('Sở Văn hóa và Thể thao', '2023-08-31')).toBe('Sở Văn hóa, Thể thao và Du lịch')
    expect(meaning('Sở Văn hóa và Thể thao', '2026-01-05')).toBe('Sở Văn hóa, Thể thao và Du lịch')
  })

  test('a body that is gone is offered as what it was, and its group of nobody means nothing', () => {
    expect(meaning('UBND quận Lê Chân', '2023-08-31')).toBe('UBND quận Lê Chân')
    const gone = match('UBND quận Lê Chân')
    expect('candidates' in gone && gone.candidates[0]).toMatchObject({ name: 'UBND quận Lê Chân', former: true })
    expect(meaning('UBND các quận, huyện', '2023-08-31')).toBe('UBND cấp huyện')
    expect(meaning('UBND các quận, huyện')).toBeNull()
  })

  test.each([
    ['Sở Nội vụu', 'Sở Nội vụ'],
    ['Sở Nông nghip và Môi trường', 'Sở Nông nghiệp và Môi trường'],
    ['Phòng Kinh tế, Hạ tầng và Đô thịi', 'Phòng Kinh tế, Hạ tầng và Đô thị'],
  ])('%s is like %s, and needs a yes', (name, like) => {
    const found = match(name)
    expect(found.kind).toBe('similar')
    expect('candidates' in found && found.candidates[0]).toMatchObject({ name: like, former: false })
  })

  test('what is like nothing is offered at most three, and what is like two is not decided', () => {
    const unknown = match('Đội Trật tự đô thị')
    expect(unknown.kind).toBe('unknown')
    expect('candidates' in unknown && unknown.candidates.length).toBeLessThanOrEqual(3)
    expect(match('UBND xã Tin Minh').kind).toBe('unknown')
  })

  test('letters stand for the words of a name that begins like it', () => {
    const found = match('Phòng KTHTDT')
    const nearest = 'candidates' in found ? found.candidates.map(({ name }) => name) : [meaning('Phòng KTHTDT')]
    expect(nearest[0]).toBe('Phòng Kinh tế, Hạ tầng và Đô thị')
  })
})

/** A letter lost, doubled or misread, or all marks gone. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('lose' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('double' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('misread' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('strip' as const), at: fc.nat() }),
)

const damaged = (name: string, { kind, at }: { readonly kind: string; readonly at: number }): string => {
  const place = 3 + (at % (name.length - 4))
  const letter = name.charAt(place)
  switch (kind) {
    case 'lose':
      return name.slice(0, place) + name.slice(place + 1)
    case 'double':
      return name.slice(0, place) + letter + name.slice(place)
    case 'misread':
      return name.slice(0, place) + (letter === ' ' ? ' ' : 'l') + name.slice(place + 1)
    default:
      return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
  }
}

test('a known name damaged a little is found or offered first, and no other is ever sure', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), damage, (name, how) => {
      const found = match(damaged(name, how))
      const sure = sureTarget(found)
      if (sure !== null) expect(sure.name).toBe(name)
      else if ('candidates' in found) {
        expect(found.candidates.map((candidate) => candidate.name)).toContain(name)
        if (found.kind === 'similar') expect(found.candidates[0]?.name).toBe(name)
      }
    }),
    { numRuns: 500 },
  )
})

test('nothing that is typed makes the matching fail, and every name is answered in its place', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 5 }), (typed) => {
      expect(matchAgencies(typed, directory, on).map(({ name }) => name)).toEqual(typed)
    }),
  )
})
