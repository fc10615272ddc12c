import { expect, test } from 'vitest'
import { inUnicode } from '../../plans/readers/legacy-fonts.ts'

test.each([
  ['Uû ban nh©n d©n thµnh phè', 'ABCDEF+.VnTime', 'Uỷ ban nhân dân thành phố'],
  ['ñy ban nh©n d©n', '.VnTimeH', 'ỦY BAN NHÂN DÂN'],
  ['®iÒu hµnh, cña, ®­îc, qu¶n lý', '.VnTime-Bold', 'điều hành, của, được, quản lý'],
  ['UÛY BAN NHAÂN DAÂN', 'XXXXXX+VNI-Times', 'ỦY BAN NHÂN DÂN'],
  ['Keá hoaïch caûi caùch haønh chính, ñöôïc giao', 'VNI-Times', 'Kế hoạch cải cách hành chính, được giao'],
  ['Phoøng Noäi vuï, Sôû Taøi chính', 'VNI-Helve', 'Phòng Nội vụ, Sở Tài chính'],
  ['Sở Nội vụ µ', 'BAAAAA+TimesNewRomanPSMT', 'Sở Nội vụ µ'],
])('%s in %s reads %s', (drawn, font, meant) => {
  expect(inUnicode(drawn, font)).toBe(meant)
})
