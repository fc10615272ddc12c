import { bestIn } from './agency-phrases.ts'
import { sectorNames } from './agency-sectors.ts'
import { looksScanned } from './likeness.ts'

/** Letters that Vietnamese has and that neither stripped nor scanned text keeps; among "a é o" nobody can tell. */
const vietnamese = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹăđơư]/iu

/** Marks of which a scan leaves one here and there; of é it leaves many. */
const otherMarks = /[àâãèêìíòóôõùúý]/iu

/** Letters that no Vietnamese word has: a scan took others for them. */
const foreign = /[äåæëïñöøßüÿ€£¥¢]/iu

/** A text in which so many words have kept such marks has not lost the others: it needed none ("Phòng An toàn thông tin"). */
const keptShare = 1 / 3

const hasKeptMarks = (text: string): boolean => {
  const words = text.match(/\p{L}{2,}/gu) ?? []
  return words.filter((word) => otherMarks.test(word)).length >= Math.max(1, words.length * keptShare)
}

/** Whether a text's letters cannot be trusted: scanned badly, or without any diacritics. */
export const isDamaged = (text: string): boolean => {
  const composed = text.normalize('NFC')
  return foreign.test(composed) || looksScanned(composed) || !(vietnamese.test(composed) || hasKeptMarks(composed))
}

const startsUpper = (text: string): boolean => text.charAt(0) !== text.charAt(0).toLocaleLowerCase('vi')

/** Inside a text a name begins as it did there; its own capitals stay. */
const asWritten = (becomes: string, written: string): string =>
  startsUpper(written.replace(/^[^\p{L}]+/u, '')) || !/^(?:Các|Thôn|Tổ|Thủ|Giám|Chủ|Trưởng|Hiệu)/u.test(becomes)
    ? becomes
    : becomes.charAt(0).toLocaleLowerCase('vi') + becomes.slice(1)

/** What is left of a letter that was read as two signs ("S¢&") goes with the word it belongs to. */
const wordStart = (text: string, start: number, from: number): number => {
  let at = start
  while (at > from && /[^\s,;:./(\-–+•*"“]/u.test(text.charAt(at - 1))) at -= 1
  return at
}

/** "Sở" was read as a letter or two that nobody knows: its sector is enough. */
const lostDepartment = new RegExp(`(^|[\\s,;])[S5$8][^\\s,;]{0,3} (${sectorNames.join('|')})(?![\\p{L}])`, 'gu')

/** The ward at the end of a name, as scans read it; "phương" is another word. */
const lostWard = /(?<=[\p{L}] )ph(?:[uưw]|ir?)[^\sươ]{1,3}ng(?=[\s,;.:]|$)/gu

/** Other territories at the end of a name. */
const territories: readonly (readonly [RegExp, string])[] = [
  [/(?<=[\p{L}] )t[iíìĩ]nh(?=[,;.:]|$)/gu, 'tỉnh'],
  [/(?<=[\p{L}] )x[aáäãd4](?=[,;.:]|$)/gu, 'xã'],
  [/(?<=[\p{L}] )huy[eé]n(?=[,;.:]|$)/gu, 'huyện'],
  [/(?<=[\p{L}] )qu[aáéi]n(?=[,;.:]|$)/gu, 'quận'],
  [/(?<=[\p{L}] )th[o6]n(?=[,;.:]|$)/gu, 'thôn'],
]

/** What a name begins with, before a capital, as scans read it. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/(?<=^|[,;:\n]\s*)Ph[oòd]ng(?= \p{Lu})/gu, 'Phòng'],
  [/(?<=^|[,;:\n]\s*)Tr[uưw]?[oòờ]'?ng(?= \p{Lu})/gu, 'Trường'],
  [/(?<=^|[,;:\n]\s*)Tr[aạg]m(?= \p{Lu})/gu, 'Trạm'],
  [/(?<=^|[,;:\n]\s*)H[oộ6]i(?= \p{Lu})/gu, 'Hội'],
  [/(?<=^|[,;:\n]\s*)[DPĐ]o[aàd]n(?= \p{Lu})/gu, 'Đoàn'],
  [/(?<=^|[,;:\n]\s*)C[oôd6]ng ty(?= \p{Lu})/gu, 'Công ty'],
  [/(?<=^|[,;:\n]\s*)S[oò](?= \p{Lu})/gu, 'Sở'],
  [/(?<=^|[,;:\n]\s*)B[oò6](?= \p{Lu})/gu, 'Bộ'],
]

/** The small words between names, as scans read them. */
const lostAnd = /(?<![\p{L}\p{M}])v[aáãäd](?= )/gu
const lostNumber = /(?<![\p{L}\p{M}])s[éôob6](?= \d)/gu
const lostPlural = /(?<![\p{L}\p{M}])c[aáãäeéid]c(?= )/gu

const repair = (text: string): string => {
  let mended = ''
  let done = 0
  for (const { phrase, start, end } of bestIn(text)) {
    const written = asWritten(phrase.becomes, text.slice(start, end))
    mended += `${text.slice(done, wordStart(text, start, done))} ${written} `
    done = end
  }
  const names = (mended + text.slice(done))
    .replace(/ +/gu, ' ')
    .replace(/ ([,.;:)/])/gu, '$1')
    .replace(lostDepartment, '$1Sở $2')
    .replace(lostWard, 'phường')
    .replace(lostAnd, 'và')
    .replace(lostPlural, 'các')
    .replace(lostNumber, 'số')
    .trim()
  return [...heads, ...territories].reduce((written, [lost, territory]) => written.replace(lost, territory), names)
}

/** A table says the same few names again and again. */
const repaired = new Map<string, string>()
const mostKept = 2_000

/**
 * Damaged text with the names and words of agencies that it surely means in their correct spelling; all else stays as it
 * is. Line breaks inside such a name are gone.
 */
export const repairAgencyWords = (text: string): string => {
  const before = repaired.get(text)
  if (before !== undefined) return before
  const after = repair(text)
  if (repaired.size >= mostKept) repaired.clear()
  repaired.set(text, after)
  return after
}
