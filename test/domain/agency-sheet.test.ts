import { describe, expect, test } from 'vitest'
import type { SheetRow } from '../../domain/agency-sheet.ts'
import { planDirectoryChanges } from '../../domain/agency-sheet-changes.ts'
import type { Agency } from '../../domain/ports/agencies.ts'

const agency = (id: string, name: string, more: Partial<Agency> = {}): Agency => ({
  ...{ id, name, kind: 'so', shortName: '', parentId: null, aliases: [], datedAliases: [] },
  ...{ validFrom: null, validTo: null },
  ...more,
})

const current = {
  agencies: [
    agency('ub', 'UBND thành phố', { kind: 'ubnd-cap-tinh' }),
    agency('nv', 'Sở Nội vụ', { parentId: 'ub', aliases: ['Nội vụ thành phố'] }),
    agency('tc', 'Sở Tài chính', {
      aliases: ['Sở Kế hoạch và Đầu tư'],
      datedAliases: [{ name: 'Sở Kế hoạch và Đầu tư', validFrom: null, validTo: '2025-02-28' }],
    }),
  ],
  groups: [{ id: 'g', name: 'Các Sở, ban, ngành', aliases: ['Các Sở, ngành'], memberIds: ['nv'] }],
}

const kindOf = (word: string) => (word === 'Sở' ? 'so' : word === 'Phòng' ? 'phong' : null)

const row = (line: number, cells: Partial<SheetRow>): SheetRow => ({
  ...{ line, name: '', kind: '', shortName: '', aliases: '', parent: '', groups: '', validFrom: '', validTo: '' },
  ...cells,
})

const plan = (...rows: readonly Partial<SheetRow>[]) =>
  planDirectoryChanges(
    rows.map((cells, at) => row(at + 2, cells)),
    current,
    kindOf,
  )

describe('a directory in rows', () => {
  test('adds what is new, changes what is different and leaves the rest', () => {
    const { added, changed, unchanged, groups, problems } = plan(
      { name: 'Sở Xây dựng', kind: 'Sở', aliases: 'Sở Giao thông vận tải (đến 28/02/2025)', parent: 'UBND thành phố' },
      { name: 'Thanh tra thành phố', groups: 'Các Sở, ngành' },
      { name: 'sở tài chính', shortName: 'STC', validFrom: '01/01/1990' },
      { name: 'Sở Nội vụ', kind: 'Sở', parent: 'UBND thành phố', groups: 'Các Sở, ban, ngành' },
    )
    expect(added).toMatchObject([
      {
        name: 'Sở Xây dựng',
        kind: 'so',
        parent: 'UBND thành phố',
        newAliases: [{ name: 'Sở Giao thông vận tải', validFrom: null, validTo: '2025-02-28' }],
      },
      { name: 'Thanh tra thành phố', kind: 'thanh-tra', parent: null },
    ])
    expect(changed).toMatchObject([{ id: 'tc', shortName: 'STC', validFrom: '1990-01-01' }])
    expect(unchanged).toBe(1)
    expect(groups).toEqual([{ name: 'Các Sở, ban, ngành', newMembers: ['Thanh tra thành phố'] }])
    expect(problems).toEqual([])
  })

  test('may call an agency by its other name', () => {
    const { added, changed } = plan({ name: 'Nội vụ thành phố', shortName: 'SNV' })
    expect(added).toEqual([])
    expect(changed).toMatchObject([{ id: 'nv', name: 'Sở Nội vụ', shortName: 'SNV' }])
  })

  test('may name as parent what stands further down', () => {
    const { added } = plan({ name: 'Phòng CCHC', parent: 'Sở Y tế' }, { name: 'Sở Y tế' })
    expect(added.map(({ name, parent }) => [name, parent])).toEqual([
      ['Phòng CCHC', 'Sở Y tế'],
      ['Sở Y tế', null],
    ])
  })

  test.each<[string, Partial<SheetRow>[], object]>([
    ['no name', [{ kind: 'Sở' }], { line: 2, code: 'no-name', detail: 'Sở' }],
    ['an unknown kind', [{ name: 'Sở Y tế', kind: 'Xở' }], { line: 2, code: 'kind-unknown', detail: 'Xở' }],
    ['no such day', [{ name: 'Sở Y tế', validTo: '31/02/2025' }], { code: 'bad-date', detail: '31/02/2025' }],
    ['no such day in a name', [{ name: 'Sở Y tế', aliases: 'Y tế (đến hôm qua)' }], { line: 2 }],
    [
      'an end before the beginning',
      [{ name: 'Sở Y tế', validFrom: '01/07/2025', validTo: '30/06/2025' }],
      { code: 'ends-before-it-begins' },
    ],
    ['a name twice', [{ name: 'Sở Y tế' }, { name: 'SỞ Y TẾ' }], { line: 3, code: 'twice' }],
    [
      'a name that was another’s at that time',
      [{ name: 'Sở Kế hoạch và Đầu tư', validTo: '28/02/2025' }],
      { code: 'name-taken', detail: 'Sở Tài chính' },
    ],
    ['an alias of another', [{ name: 'Sở Y tế', aliases: 'SNV' }], { code: 'alias-taken', detail: 'SNV' }],
    ['an unknown parent', [{ name: 'Sở Y tế', parent: 'Bộ Y tế' }], { code: 'parent-unknown', detail: 'Bộ Y tế' }],
    ['a parent below it', [{ name: 'UBND thành phố', parent: 'Sở Nội vụ' }], { code: 'parent-below-it' }],
  ])('is told of %s and takes the other rows', (_what, rows, problem) => {
    const { problems, added } = plan(...rows, { name: 'Sở Ngoại vụ' })
    expect(problems).toEqual([expect.objectContaining(problem)])
    expect(added.map(({ name }) => name)).toContain('Sở Ngoại vụ')
  })

  test('a name may pass from one agency to another on a day', () => {
    const { problems, added } = plan(
      { name: 'Sở Du lịch', validTo: '28/02/2025' },
      { name: 'Sở Văn hóa, Thể thao và Du lịch', aliases: 'Sở Du lịch (từ 01/03/2025)' },
    )
    expect(problems).toEqual([])
    expect(added).toHaveLength(2)
  })
})
