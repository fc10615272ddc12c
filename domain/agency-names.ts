import {
  divisionOfInitials,
  sectorAlternatives,
  sectorOfInitials,
  spellDivision,
  spellSector,
  withoutAnd,
} from './agency-sectors.ts'
import { usualNames } from './agency-vocabulary.ts'
import { fold } from './fold.ts'

/** Abbreviations that mean the same wherever they stand in a name; on folded text without "va". */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bubmttq\b/g, 'uy ban mttq'],
  [/\buy ban nhan dan\b/g, 'ubnd'],
  [/\bhoi dong nhan dan\b/g, 'hdnd'],
  [/\bvp ?(?=ubnd|hdnd)/g, 'van phong '],
  [/\bvp(?=\s|$)/g, 'van phong'],
  [/\b(ubnd|hdnd)tp\b/g, '$1 thanh pho'],
  [/\b(ubnd|hdnd) (?:cac )+(?!(?:phuong|xa|quan|huyen|dac khu)$)/g, '$1 '],
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
  [/\bpvhcc\b/g, 'phuc vu hanh chinh cong'],
  [/\bbch ?qs\b/g, 'ban chi huy quan su'],
  [/\bchqs\b/g, 'chi huy quan su'],
  [/\bbch\b/g, 'ban chi huy'],
  [/\btdp\b/g, 'to dan pho'],
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

/** "phong vh xh" → "phong van hoa xa hoi". */
const spellOutDivision = (key: string): string => {
  const [, letters, rest = ''] =
    /^phong ([a-z]{2,6}(?: [a-z]{1,4}){0,3}?)( (?:phuong|xa|quan|huyen|thi xa|dac khu)\b.*)?$/.exec(key) ?? []
  const division = letters === undefined ? null : divisionOfInitials(letters)
  return division === null ? key : `phong ${division}${rest}`
}

/**
 * What names are told apart by when they are spelled: folded, the usual abbreviations written out, "Ủy ban nhân dân" as
 * "ubnd", without a leading "các", without "và", and a department without the province it belongs to.
 */
export const spellingKey = (name: string): string => {
  let key = spellOutDivision(spellOutDepartment(withoutAnd(fold(name)).replace(/^(?:cac )+/, '')))
  for (const [pattern, meaning] of abbreviations) key = key.replace(pattern, meaning)
  const sector = departmentOf(key)
  return sector === undefined ? key.replace(allDepartments, '$1') : `so ${sector}`
}

/** A ward has one police, one clinic, one of each: "Công an phường" is "Công an" there. */
const ofTheWard =
  /(?<!^(?:ubnd|hdnd|dang uy|thuong truc|thon|to dan pho)(?: [a-z ]*)?)(?<!\b(?:cap|thi|tac|cac|xa|huyen|quan|phuong|doan))(?: (?:phuong|xa|dac khu))$/

/**
 * What names of agencies are matched by: their spelling's key, and without the word for the ward that all of them belong
 * to. The key of a key is the key itself.
 */
export const agencyKey = (name: string): string => spellingKey(name).replace(ofTheWard, '')

const usualByKey = new Map(usualNames.map((name) => [spellingKey(name), name]))

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
  [/\bBCH\s?QS\b/gu, 'Ban Chỉ huy Quân sự'],
  [/\bBCH\b/gu, 'Ban Chỉ huy'],
  [/\bUBMTTQ(?: VN| Việt Nam)?/gu, 'Ủy ban Mặt trận Tổ quốc Việt Nam'],
  [/^Các sở(?=[\s,]|$)/iu, 'Các Sở'],
  [/^CATP\b/gu, 'Công an thành phố'],
  [/(thành phố|tỉnh)(?:\s+\1)+/giu, '$1'],
  [/\s+/gu, ' '],
]

/** The older place of a tone ("Toà án", "Hoà Bình") and today's. */
const olderTones: readonly (readonly [string, string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
]
const olderTone = new RegExp(`(?<!q)(${olderTones.map(([older]) => older).join('|')})(?!\\p{L})`, 'giu')

const withTodaysTone = (name: string): string =>
  name.replace(olderTone, (older) => new Map(olderTones).get(older) ?? older)

const spellOut = (name: string): string => {
  let spelled = withTodaysTone(name.normalize('NFC'))
  for (const [pattern, meaning] of spellings) spelled = spelled.replace(pattern, meaning)
  spelled = spelled.trim()
  return spelled.charAt(0).toLocaleUpperCase('vi') + spelled.slice(1)
}

/** The ward or commune that an agency belongs to, at the end of its name. */
const placeAtEnd =
  /\s+(?:[Tt]hành phố|[Tt]ỉnh|[Qq]uận|[Hh]uyện|[Tt]hị xã|[Pp]hường|[Xx]ã|[Tt]hị trấn|[Đđ]ặc khu)(?:\s+\p{Lu}\S*)*$/u

const spellKnown = (name: string): string | null => {
  const key = spellingKey(name)
  const sector = departmentOf(key)
  const department = sector === undefined ? null : spellSector(sector)
  if (department !== null) return `Sở ${department}`
  const division = key.startsWith('phong ') ? spellDivision(key.slice('phong '.length)) : null
  return division === null ? (usualByKey.get(key) ?? null) : `Phòng ${division}`
}

/**
 * One agency's name in its usual official spelling: "SNV" → "Sở Nội vụ", "Sở Công thương" → "Sở Công Thương",
 * "Đài PT-TH Hải Phòng" → "Đài Phát thanh và Truyền hình Hải Phòng". A name that nobody here knows is only tidied.
 */
export const spellAgency = (name: string): string => spellWithPlace(name) ?? spellOut(name)

/** The same with the ward or province it belongs to at its end; null when nobody here knows it. */
export const spellWithPlace = (name: string): string | null => {
  const known = spellKnown(name)
  if (known !== null) return known
  const spelled = spellOut(name)
  const end = placeAtEnd.exec(spelled)?.[0] ?? ''
  const base = spelled.slice(0, spelled.length - end.length)
  const spelledBase = end === '' || /[,;]$/u.test(base) ? null : spellKnown(base)
  return spelledBase === null ? null : spelledBase + end
}
