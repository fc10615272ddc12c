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

/** A name as keys hold it: folded and without "và", which offices write as "&", "-" or not at all. */
export const withoutAnd = (folded: string): string => folded.replace(/\bva /g, '').trim()

const byKey = new Map(sectors.map(([name]) => [withoutAnd(fold(name)), name]))
const byInitials = new Map(
  sectors.flatMap(([name, ...initials]) =>
    initials.map((letters): [string, string] => [fold(letters), withoutAnd(fold(name))]),
  ),
)

/** The official spelling of a sector ("cong thuong" → "Công Thương"); null when it is none. */
export const spellSector = (text: string): string | null => byKey.get(withoutAnd(fold(text))) ?? null

/** The key of the sector that initials stand for ("ttvtt", "tt tt" → "thong tin truyen thong"); null when none does. */
export const sectorOfInitials = (folded: string): string | null => byInitials.get(folded.replaceAll(' ', '')) ?? null

/** Whether a text begins a sector's name that more words could complete ("Văn hóa, Thể thao"). */
export const beginsSector = (text: string): boolean => {
  const begun = withoutAnd(fold(text))
  return [...byKey.keys()].some((key) => key === begun || key.startsWith(`${begun} `))
}

/** Sector keys as alternatives of a regular expression, the longest first. */
export const sectorAlternatives: string = [...byKey.keys()].sort((a, b) => b.length - a.length).join('|')
