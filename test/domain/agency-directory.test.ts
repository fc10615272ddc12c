import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { agencyDirectorySchema } from '../../domain/agency-directory.ts'

const read = (name: string) =>
  agencyDirectorySchema.parse(
    JSON.parse(readFileSync(new URL(`../../prisma/data/${name}.json`, import.meta.url), 'utf8')),
  )

test.each([
  ['agencies-hai-phong', 'so', 17],
  ['agencies-hai-phong', 'ubnd-cap-huyen', 15],
  ['agencies-hai-phong-2025', 'so', 11],
  ['agencies-hai-phong-2025', 'ubnd-cap-xa', 114],
  ['agencies-hai-phong-2025', 'ubnd-cap-huyen', 15],
])('the directory %s has of the kind %s: %i', (name, kind, count) => {
  expect(read(name).agencies.filter((agency) => agency.kind === kind)).toHaveLength(count)
})

const agency = (name: string, more: object = {}) => ({ name, kind: 'so', aliases: [], ...more })
const isRead = (...agencies: readonly object[]) => agencyDirectorySchema.safeParse({ agencies, groups: [] }).success

test('a directory in which one name means two things is refused', () => {
  expect(isRead(agency('Sở Nội vụ'), agency('Sở Tài chính', { aliases: ['SNV'] }))).toBe(false)
})

test('a name may mean one thing until a day and another from then on', () => {
  const before = agency('Sở Du lịch', { validTo: '2025-02-28' })
  const after = agency('Sở Văn hóa, Thể thao và Du lịch', {
    aliases: [{ name: 'Sở Du lịch', validFrom: '2025-03-01' }],
  })
  expect(isRead(before, after)).toBe(true)
  expect(isRead({ ...before, validTo: '2025-03-01' }, after)).toBe(false)
})

test('two communes may be called alike but for their diacritics', () => {
  expect(isRead(agency('UBND xã Cẩm Giang'), agency('UBND xã Cẩm Giàng'))).toBe(true)
})

test('a kind that nobody knows and a day that does not exist are refused', () => {
  expect(isRead(agency('Sở Nội vụ', { kind: 'department' }))).toBe(false)
  expect(isRead(agency('Sở Nội vụ', { validTo: '31/12/2025' }))).toBe(false)
})

test('a directory whose groups have members that it does not know is refused', () => {
  const groups = [{ name: 'Các Sở', aliases: [], members: ['Sở Nội vụ'] }]
  expect(agencyDirectorySchema.safeParse({ agencies: [], groups }).success).toBe(false)
})
