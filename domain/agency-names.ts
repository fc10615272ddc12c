import { sectorAlternatives, sectorOfInitials, spellSector, withoutAnd } from './agency-sectors.ts'
import { fold } from './fold.ts'

/** Abbreviations that mean the same wherever they stand in a name; on folded text without "va". */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\buy ban nhan dan\b/g, 'ubnd'],
  [/\bhoi dong nhan dan\b/g, 'hdnd'],
  [/\bvp ?(?=ubnd|hdnd)/g, 'van phong '],
  [/\bvp(?=\s|$)/g, 'van phong'],
  [/\b(ubnd|hdnd)tp\b/g, '$1 thanh pho'],
  [/\b(ubnd|hdnd) (?:cac )+/g, '$1 '],
  [/\bcatp\b/g, 'cong an thanh pho'],
  [/\bca (?=tp\b|thanh pho\b|tinh\b|quan\b|huyen\b)/g, 'cong an '],
  [/\btp\b/g, 'thanh pho'],
  [/\bthanh pho(?: thanh pho)+\b/g, 'thanh pho'],
  [/\bbhxh\b/g, 'bao hiem xa hoi'],
  [/\bkbnn\b/g, 'kho bac nha nuoc'],
  [/\bmttq(?: vn| viet nam)?\b/g, 'mat tran to quoc viet nam'],
  [/\bmat tran to quoc(?! viet nam)\b/g, 'mat tran to quoc viet nam'],
  [/\b(?:pt ?th|ptvth)\b/g, 'phat thanh truyen hinh'],
  [/\bqlda\b/g, 'quan ly du an'],
  [/\bptnt\b/g, 'phat trien nong thon'],
]

const departmentOfPlace = new RegExp(`^so (${sectorAlternatives})(?: cua)?(?: (?:tinh|thanh pho)(?: .+)?)?$`)
const allDepartments = /^(so (?:ban )?nganh)(?: cua)? (?:tinh|thanh pho)$/

/** "so tt tt", "stttt", "snv" → "so thong tin truyen thong", "so noi vu". */
const spellOutDepartment = (key: string): string => {
  const letters = /^so? ?(.+)$/.exec(key)?.[1]
  const sector = letters === undefined ? null : sectorOfInitials(letters)
  return sector === null ? key : `so ${sector}`
}

const departmentOf = (key: string): string | undefined => departmentOfPlace.exec(key)?.[1]

/**
 * What names of agencies are matched by: folded, the usual abbreviations written out, "Ủy ban nhân dân" as "ubnd",
 * without a leading "các", without "và", and a department without the province it belongs to.
 * The key of a key is the key itself.
 */
export const agencyKey = (name: string): string => {
  let key = spellOutDepartment(withoutAnd(fold(name)).replace(/^(?:cac )+/, ''))
  for (const [pattern, meaning] of abbreviations) key = key.replace(pattern, meaning)
  const sector = departmentOf(key)
  return sector === undefined ? key.replace(allDepartments, '$1') : `so ${sector}`
}

/** Names that every plan uses and every office spells a little differently. */
const usualNames = [
  'Các Sở, ban, ngành',
  'Các Sở, ngành',
  'Các Sở, ban, ngành, đoàn thể',
  'UBND cấp tỉnh',
  'UBND cấp huyện',
  'UBND cấp xã',
  'UBND các cấp',
  'UBND các quận, huyện',
  'UBND các huyện, thị xã, thành phố',
  'UBND các xã, phường',
  'UBND các xã, phường, thị trấn',
  'UBND các xã, phường, đặc khu',
  'UBND thành phố',
  'UBND tỉnh',
  'Văn phòng UBND thành phố',
  'Văn phòng UBND tỉnh',
  'Các cơ quan, đơn vị',
  'Các cơ quan, địa phương',
  'Các cơ quan, đơn vị có liên quan',
  'Thôn, tổ dân phố',
]
const usualByKey = new Map(usualNames.map((name) => [agencyKey(name), name]))

/** The same abbreviations in spelled text. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(?:ủy|uỷ|uy) ban (?:nhân dân|nhan dan)/giu, 'UBND'],
  [/(?:hội đồng nhân dân|hoi dong nhan dan)/giu, 'HĐND'],
  [/\b(UBND|HĐND)TP\b/gu, '$1 thành phố'],
  [/\bVP\.?\s*(?=UBND|HĐND)/gu, 'Văn phòng '],
  [/\bTP\b\.?/gu, 'thành phố'],
  [/\bPT\s?[-–&]?\s?TH\b/gu, 'Phát thanh và Truyền hình'],
  [/\bPTNT\b/gu, 'Phát triển nông thôn'],
  [/\bBHXH\b/gu, 'Bảo hiểm xã hội'],
  [/^CATP\b/gu, 'Công an thành phố'],
  [/(thành phố|tỉnh)(?:\s+\1)+/giu, '$1'],
  [/\s+/gu, ' '],
]

const spellOut = (name: string): string => {
  let spelled = name.normalize('NFC')
  for (const [pattern, meaning] of spellings) spelled = spelled.replace(pattern, meaning)
  spelled = spelled.trim()
  return spelled.charAt(0).toLocaleUpperCase('vi') + spelled.slice(1)
}

/**
 * One agency's name in its usual official spelling: "SNV" → "Sở Nội vụ", "Sở Công thương" → "Sở Công Thương",
 * "Đài PT-TH Hải Phòng" → "Đài Phát thanh và Truyền hình Hải Phòng". A name that nobody here knows is only tidied.
 */
export const spellAgency = (name: string): string => {
  const key = agencyKey(name)
  const sector = departmentOf(key)
  const department = sector === undefined ? null : spellSector(sector)
  return department === null ? (usualByKey.get(key) ?? spellOut(name)) : `Sở ${department}`
}
