import { fold } from './fold.ts'

/**
 * The sectors that departments (sở) of a province and divisions (phòng) below it are named by, with the initials that
 * offices write for them: the structure that government decrees prescribe for every province, before and after July 2025.
 */
const sectors: readonly (readonly [name: string, ...initials: string[]])[] = [
  ['Nội vụ', 'NV'],
  ['Tài chính', 'TC'],
  ['Tư pháp', 'TP'],
  ['Y tế', 'YT'],
  ['Xây dựng', 'XD'],
  ['Du lịch', 'DL'],
  ['Ngoại vụ', 'NgV'],
  ['Công Thương', 'CT'],
  ['Kế hoạch và Đầu tư', 'KHĐT', 'KHvĐT'],
  ['Thông tin và Truyền thông', 'TTTT', 'TTvTT'],
  ['Khoa học và Công nghệ', 'KHCN', 'KHvCN'],
  ['Giáo dục và Đào tạo', 'GDĐT', 'GDvĐT'],
  ['Tài nguyên và Môi trường', 'TNMT', 'TNvMT'],
  ['Nông nghiệp và Phát triển nông thôn', 'NNPTNT', 'NNvPTNT', 'NNPTTT'],
  ['Nông nghiệp và Môi trường', 'NNMT', 'NNvMT'],
  ['Lao động - Thương binh và Xã hội', 'LĐTBXH', 'LĐTBvXH'],
  ['Giao thông vận tải', 'GTVT'],
  ['Văn hóa và Thể thao', 'VHTT', 'VHvTT'],
  ['Văn hóa, Thể thao và Du lịch', 'VHTTDL', 'VHTTvDL'],
  ['Quy hoạch - Kiến trúc', 'QHKT'],
  ['Dân tộc và Tôn giáo', 'DTTG', 'DTvTG'],
]

/** What divisions (phòng) of districts and, since July 2025, of wards and communes are named by, besides the sectors. */
const divisionsOnly: readonly (readonly [name: string, ...initials: string[]])[] = [
  ['Kinh tế', 'KT'],
  ['Kinh tế, Hạ tầng và Đô thị', 'KTHTĐT', 'KTHTvĐT', 'KTHT', 'HTĐT'],
  ['Văn hóa - Xã hội', 'VHXH'],
  ['Tài chính - Kế hoạch', 'TCKH'],
  ['Văn hóa và Thông tin', 'VHTT', 'VHvTT'],
  ['Văn hóa, Khoa học và Thông tin', 'VHKHTT', 'VHKHvTT'],
  ['Quản lý đô thị', 'QLĐT'],
  ['Kinh tế và Hạ tầng', 'KTvHT'],
  ['Tư pháp', 'TP'],
  ['Dân tộc', 'DT'],
]

/** A name as keys hold it: folded and without "và", which offices write as "&", "-" or not at all. */
export const withoutAnd = (folded: string): string => folded.replace(/\bva /g, '').trim()

const byKey = new Map(sectors.map(([name]) => [withoutAnd(fold(name)), name]))
const byInitials = new Map(
  sectors.flatMap(([name, ...initials]) =>
    initials.map((letters): [string, string] => [fold(letters), withoutAnd(fold(name))]),
  ),
)

const divisions = new Map(
  [...sectors, ...divisionsOnly].flatMap(([name]): [string, string][] => [[withoutAnd(fold(name)), name]]),
)
const divisionsByInitials = new Map(
  [...sectors, ...divisionsOnly].flatMap(([name, ...initials]) =>
    initials.map((letters): [string, string] => [fold(letters), withoutAnd(fold(name))]),
  ),
)

/** The official spelling of what a division is for ("van hoa xa hoi" → "Văn hóa - Xã hội"); null when it is none. */
export const spellDivision = (text: string): string | null => divisions.get(withoutAnd(fold(text))) ?? null

/** The key of the division that initials stand for ("vh xh" → "van hoa xa hoi"); null when none does. */
export const divisionOfInitials = (folded: string): string | null =>
  divisionsByInitials.get(folded.replaceAll(' ', '')) ?? null

/** Every department and division by its whole name, for finding them in damaged text. */
export const departmentNames: readonly string[] = [
  ...sectors.map(([name]) => `Sở ${name}`),
  ...[...divisions.values()].map((name) => `Phòng ${name}`),
]
export const sectorNames: readonly string[] = sectors.map(([name]) => name)

/** The official spelling of a sector ("cong thuong" → "Công Thương"); null when it is none. */
export const spellSector = (text: string): string | null => byKey.get(withoutAnd(fold(text))) ?? null

/** The key of the sector that initials stand for ("ttvtt", "tt tt" → "thong tin truyen thong"); null when none does. */
export const sectorOfInitials = (folded: string): string | null => byInitials.get(folded.replaceAll(' ', '')) ?? null

/** Whether a text begins a sector's name that more words could complete ("Văn hóa, Thể thao"). */
export const beginsSector = (text: string): boolean => {
  const begun = withoutAnd(fold(text))
  return [...divisions.keys()].some((key) => key === begun || key.startsWith(`${begun} `))
}

/** Sector keys as alternatives of a regular expression, the longest first. */
export const sectorAlternatives: string = [...byKey.keys()].sort((a, b) => b.length - a.length).join('|')
