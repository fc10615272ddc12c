import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findNamedAgencies, planReach } from '../../domain/audience.ts'

const directory = {
  agencies: [
    { id: 'nv', name: 'Sở Nội vụ', aliases: ['SNV'] },
    { id: 'tc', name: 'Sở Tài chính', aliases: [] },
    { id: 'hb', name: 'UBND quận Hồng Bàng', aliases: ['Quận Hồng Bàng'] },
    { id: 'lc', name: 'UBND quận Lê Chân', aliases: [] },
  ],
  groups: [
    { name: 'UBND cấp huyện', aliases: ['UBND các quận, huyện'], memberIds: ['hb', 'lc'] },
    { name: 'Các đoàn thể', aliases: [], memberIds: [] },
  ],
}

describe('names of agencies as people type them', () => {
  test.each([
    ['one name', 'Sở Nội vụ', ['nv']],
    ['without diacritics and abbreviated', 'so noi vu; quan hong bang', ['nv', 'hb']],
    ['on several lines', 'SNV\nSở Tài chính', ['nv', 'tc']],
    ['a group stands for its members', 'UBND cấp huyện', ['hb', 'lc']],
    ['a group by its other name, and a member of it', 'ubnd cac quan, huyen; UBND quận Lê Chân', ['hb', 'lc']],
    ['empty places are nothing', ' ; Sở Nội vụ;; ', ['nv']],
  ])('%s', (_name, typed, expected) => {
    expect(findNamedAgencies(typed, directory)).toEqual({ agencyIds: expected, unknown: [] })
  })

  test('an unknown name comes with the names most like it', () => {
    const { agencyIds, unknown } = findNamedAgencies('Sở Nội vu; Sở Tài chánh; Kho bạc', directory)
    expect(agencyIds).toEqual(['nv'])
    expect(unknown.map(({ typed }) => typed)).toEqual(['Sở Tài chánh', 'Kho bạc'])
    expect(unknown[0]?.nearest[0]).toBe('Sở Tài chính')
    expect(unknown[1]?.nearest).toEqual([])
  })

  test('a group of nobody is not understood, so that it can never come to mean everybody', () => {
    expect(findNamedAgencies('Các đoàn thể', directory)).toMatchObject({ agencyIds: [], unknown: [{}] })
  })

  test('whatever is typed, only agencies of the directory come out, none twice', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const { agencyIds } = findNamedAgencies(`${typed};SNV`, directory)
        expect(new Set(agencyIds).size).toBe(agencyIds.length)
        expect(directory.agencies.map(({ id }) => id)).toEqual(expect.arrayContaining([...agencyIds]))
      }),
    )
  })
})

test('the reach counts agencies that have somebody, names the others, and leaves out the author', () => {
  const member = (personId: string, agencyIds: string[]) => ({
    ...{ personId, name: personId, locale: 'vi' as const, chatId: personId, channel: 'web' as const },
    agencyIds,
  })
  const members = [member('author', ['tc']), member('p1', ['nv', 'hb']), member('p2', ['nv'])]
  const reach = planReach(directory.agencies, members, 'author')
  expect(reach.members.map(({ personId }) => personId)).toEqual(['p1', 'p2'])
  expect(reach).toMatchObject({ reached: 3, unreached: ['UBND quận Lê Chân'] })
})
