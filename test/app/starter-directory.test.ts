import { describe, expect, test } from 'vitest'
import { readStarterDirectory } from '../../app/starter-directory.ts'
import { matchAgencies, sureTarget } from '../../domain/agency-matching.ts'
import type { AgencyDirectory } from '../../domain/agency-directory.ts'
import { agencyKey } from '../../domain/agency-names.ts'

/** A directory as it is once it is stored. */
const stored = ({ agencies, groups }: AgencyDirectory) => ({
  agencies: agencies.map((agency) => ({
    ...agency,
    id: agency.name,
    aliases: agency.aliases.map(({ name }) => name),
    datedAliases: agency.aliases.filter(({ validFrom, validTo }) => validFrom !== null || validTo !== null),
  })),
  groups: groups.map((group) => ({ ...group, id: group.name, memberIds: group.members })),
})

const city = stored(await readStarterDirectory('UBND thành phố Hải Phòng', '2026-01-05'))
const meaningIn = (directory: ReturnType<typeof stored>, name: string, on: string) =>
  sureTarget(matchAgencies([name], directory, on)[0])?.name ?? null
const membersIn = (directory: ReturnType<typeof stored>, name: string, on: string) => {
  const [match] = matchAgencies([name], directory, on)
  return match?.kind === 'group' ? match.agencyIds.length : 0
}

test.each([
  ['UBND thành phố Hải Phòng', '2026-01-05', 'Sở Nông nghiệp và Môi trường', 'Sở Giao thông vận tải'],
  ['UBND thành phố Hải Phòng', '2024-01-05', 'Sở Giao thông vận tải', 'Sở Nông nghiệp và Môi trường'],
  ['UBND phường Trần Liễu', '2026-01-05', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'Sở Nội vụ'],
  ['UBND xã Việt Khê', '2026-01-05', 'Phòng Kinh tế', 'Phòng Kinh tế, Hạ tầng và Đô thị'],
  ['UBND đặc khu Cát Hải', '2026-01-05', 'Công an đặc khu', 'Công an phường'],
  ['UBND tỉnh Nghệ An', '2026-01-05', 'Văn phòng UBND tỉnh', 'UBND phường An Biên'],
  ['Ủy ban nhân dân Phường Gia Viên', '2026-01-05', 'UBND phường Gia Viên', 'Sở Nội vụ'],
])('%s on %s begins with %s and without %s', async (workspace, on, has, hasNot) => {
  const names = (await readStarterDirectory(workspace, on)).agencies.map(({ name }) => name)
  expect(names).toContain(has)
  expect(names).not.toContain(hasNot)
})

test.each(['UBND thành phố Hải Phòng', 'UBND phường Trần Liễu', 'UBND xã Việt Khê', 'UBND tỉnh Nghệ An'])(
  'no alias of %s says nothing new',
  async (workspace) => {
    const { agencies, groups } = await readStarterDirectory(workspace, '2026-01-05')
    const named = [
      ...agencies.map(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]),
      ...groups.map(({ name, aliases }) => [name, ...aliases]),
    ]
    for (const words of named) expect([...new Set(words.map(agencyKey))]).toHaveLength(words.length)
  },
)

describe('a plan of 2023 and one of 2026', () => {
  test.each([
    ['Sở Kế hoạch và Đầu tư', 'Sở Tài chính'],
    ['Sở TT&TT', 'Sở Khoa học và Công nghệ'],
    ['Sở Giao thông vận tải', 'Sở Xây dựng'],
    ['Sở LĐTB&XH', 'Sở Nội vụ'],
    ['Sở Tài nguyên và Môi trường', 'Sở Nông nghiệp và Môi trường'],
  ])('both find the successor of %s: %s', (name, successor) => {
    expect(meaningIn(city, name, '2023-08-31')).toBe(successor)
    expect(meaningIn(city, name, '2026-01-05')).toBe(successor)
  })

  test('find the districts while there were districts, and the wards since', () => {
    expect(membersIn(city, 'UBND cấp huyện', '2023-08-31')).toBe(15)
    expect(membersIn(city, 'UBND các quận, huyện', '2026-01-05')).toBe(0)
    expect(membersIn(city, 'UBND cấp xã', '2023-08-31')).toBe(0)
    expect(membersIn(city, 'UBND các xã, phường, đặc khu', '2026-01-05')).toBe(45 + 67 + 2)
    expect(meaningIn(city, 'UBND quận Lê Chân', '2023-08-31')).toBe('UBND quận Lê Chân')
    expect(meaningIn(city, 'UBND quận Lê Chân', '2026-01-05')).toBeNull()
    expect(meaningIn(city, 'UBND phường Lê Chân', '2026-01-05')).toBe('UBND phường Lê Chân')
  })
})

test.each([
  ['Phòng Văn hóa - Xã hội', 'Phòng Văn hóa - Xã hội'],
  ['Văn phòng HĐND và UBND phường', 'Văn phòng HĐND và UBND'],
  ['Trung tâm Phục vụ hành chính công phường', 'Trung tâm Phục vụ hành chính công'],
  ['Phòng VH-XH', 'Phòng Văn hóa - Xã hội'],
  ['UBND phường', 'UBND phường Trần Liễu'],
  ['Công an phường', 'Công an phường'],
  [
    'Các phòng chuyên môn, đơn vị sự nghiệp trực thuộc UBND phường Trần Liễu',
    'Các phòng chuyên môn, đơn vị sự nghiệp trực thuộc UBND phường',
  ],
])('in a ward %s is known as %s', async (name, meaning) => {
  const ward = stored(await readStarterDirectory('UBND phường Trần Liễu', '2026-01-05'))
  expect(meaningIn(ward, name, '2025-08-01')).toBe(meaning)
})
