import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { agencyDirectorySchema, expandAgencies } from '../../domain/agency-directory.ts'
import { agencyKey } from '../../domain/agency-names.ts'

const file = new URL('../../prisma/data/agencies-hai-phong.json', import.meta.url)
const starter = agencyDirectorySchema.parse(JSON.parse(readFileSync(file, 'utf8')))

test('the starter directory names every department and 15 districts, and no alias that says nothing new', () => {
  const ofKind = (kind: string): number => starter.agencies.filter((agency) => agency.kind === kind).length
  expect(ofKind('so')).toBe(17)
  expect(ofKind('ubnd-cap-huyen')).toBe(15)
  for (const { name, aliases } of [...starter.agencies, ...starter.groups]) {
    const keys = [name, ...aliases].map(agencyKey)
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test.each([
  ['SNV', 'Sở Nội vụ'],
  ['VP UBND TP', 'Văn phòng UBND thành phố'],
  ['Đài PT-TH Hải Phòng', 'Đài Phát thanh và Truyền hình Hải Phòng'],
  ['so tttt', 'Sở Thông tin và Truyền thông'],
  ['Ủy ban nhân dân huyện Thuỷ Nguyên', 'UBND huyện Thủy Nguyên'],
  ['BHXH thành phố Hải Phòng', 'Bảo hiểm xã hội thành phố'],
])('%j is found as %j', (typed, name) => {
  expect(expandAgencies([typed], starter)).toEqual({ matched: [{ name: typed, agencies: [name] }], unknown: [] })
})

test('a group fans out to its members', () => {
  const { matched } = expandAgencies(
    ['Các sở, ban, ngành thành phố', 'UBND các quận, huyện', 'UBND cấp huyện'],
    starter,
  )
  expect(matched.map(({ agencies }) => agencies.length)).toEqual([20, 15, 15])
  expect(matched[0]?.agencies).toContain('Sở Nội vụ')
})

test('a group without members and an unknown name stand for themselves, and only the unknown is reported', () => {
  expect(expandAgencies(['UBND cấp xã', 'Hội Người cao tuổi'], starter)).toEqual({
    matched: [
      { name: 'UBND cấp xã', agencies: ['UBND cấp xã'] },
      { name: 'Hội Người cao tuổi', agencies: ['Hội Người cao tuổi'] },
    ],
    unknown: ['Hội Người cao tuổi'],
  })
})

test('a directory in which one name means two things is refused', () => {
  const agencies = [
    { name: 'Sở Nội vụ', kind: 'so', aliases: [] },
    { name: 'Sở Tài chính', kind: 'so', aliases: ['SNV'] },
  ]
  expect(agencyDirectorySchema.safeParse({ agencies, groups: [] }).success).toBe(false)
})

test('a directory whose groups have members that it does not know is refused', () => {
  const groups = [{ name: 'Các Sở', aliases: [], members: ['Sở Nội vụ'] }]
  expect(agencyDirectorySchema.safeParse({ agencies: [], groups }).success).toBe(false)
})
