import { splitAgencies } from '../domain/agency-lists.ts'
import { fold, stripMarks } from '../domain/fold.ts'
import { findLike, likeText } from '../domain/likeness.ts'
import { namesAgency } from './outline-agencies.ts'
import { spellPlace } from './place-names.ts'
import type { Line } from './task-tables.ts'

/** The letterhead stands among these first lines. */
const letterheadLines = 10

const types: readonly (readonly [string, string])[] = [
  ['thanh pho', 'thành phố'],
  ['thi tran', 'thị trấn'],
  ['thi xa', 'thị xã'],
  ['dac khu', 'đặc khu'],
  ['phuong', 'phường'],
  ['huyen', 'huyện'],
  ['quan', 'quận'],
  ['tinh', 'tỉnh'],
  ['xa', 'xã'],
]

const capitalised = (words: string): string =>
  words.toLocaleLowerCase('vi').replaceAll(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'))

/** The capitals that a line opens with: the right half of a letterhead ("Độc lập - …") is left out. */
const leadingCapitals = (text: string): string => {
  const capitals = /^[^\p{L}]*((?:[\p{Lu}\d'’.,&-]+(?:\s+|$))+)/u.exec(text)?.[1] ?? ''
  return capitals
    .replace(/\s*C[ỘO]NG\s+H[ÒO0]A.*$/u, '')
    .replace(/\s+\p{Lu}$|,$/u, '')
    .trim()
}

/** "PHƯỜNG TRẦN LIỄU" → "phường Trần Liễu", also without its marks; null when it is no place. */
const placeOf = (capitals: string): string | null => {
  const folded = fold(capitals)
  const type = types.find(([plain]) => folded.startsWith(`${plain} `))
  if (type === undefined) return null
  const name = capitals.split(/\s+/u).slice(type[0].split(' ').length).join(' ')
  return `${type[1]} ${spellPlace(name) ?? capitalised(name)}`
}

const committee = 'ỦY BAN NHÂN DÂN'
const likely = 0.82

/** What stands behind "ỦY BAN NHÂN DÂN" in its line; null when the line does not open with it. */
const behindCommittee = (capitals: string): string | null => {
  const plain = /^(?:[ỦU][ỶỷYy] BAN NH[ÂA]N D[ÂA]N|UBND)\b/u.exec(capitals.normalize('NFC'))
  if (plain !== null) return capitals.slice(plain[0].length).trim()
  const found = findLike(likeText(capitals, true), committee, likely)
  return found !== null && found.start <= 1 && /\p{Lu}/u.test(capitals) ? capitals.slice(found.end).trim() : null
}

/** "SỞ NỘI VỤ" under "UBND THÀNH PHỐ …": an office that writes in its own name. */
const officeIn = (lines: readonly string[], symbol: string): string | null => {
  if (symbol.includes('UBND') || symbol === '') return null
  const name = lines.find((capitals) => namesAgency(capitals, false) && behindCommittee(capitals) === null)
  return name === undefined
    ? null
    : (splitAgencies(sentenceCase(name), name === stripMarks(name).toUpperCase() || undefined)[0] ?? null)
}

/** "SỞ NỘI VỤ" → "Sở Nội vụ" as far as capitals tell: the spelling of the usual names is known elsewhere. */
const sentenceCase = (capitals: string): string => {
  const lower = capitals.toLocaleLowerCase('vi')
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1)
}

/** "UBND TỈNH MẪU SỞ NỘI VỤ": the office behind the committee in one line, as scanning runs them together. */
const besideOffice =
  /(?<!H[ẢA]I)\s+(?=(?:S[ỞO]|PH[ÒO]NG|THANH TRA|V[ĂA]N PH[ÒO]NG|C[ÔO]NG AN|TRUNG T[ÂA]M|BAN QU[ẢA]N)\s)/u

/** Who issues a document, by its letterhead: "ỦY BAN NHÂN DÂN" over "THÀNH PHỐ HẢI PHÒNG" or beside it. Null without one. */
export const letterheadIssuer = (head: readonly Line[], symbol: string): string | null => {
  const lines = head.slice(0, letterheadLines).flatMap(({ text }) => leadingCapitals(text).split(besideOffice))
  const office = officeIn(lines, symbol)
  if (office !== null) return office
  const at = lines.findIndex((capitals) => behindCommittee(capitals) !== null)
  if (at === -1) return null
  const beside = behindCommittee(lines[at] ?? '') ?? ''
  const places = [beside, ...lines.slice(at + 1, at + 4)].map(placeOf)
  const place = places.find((found) => found !== null)
  return place === undefined ? null : `UBND ${place}`
}
