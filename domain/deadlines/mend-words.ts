import { isSyllable } from '../likeness-syllables.ts'
import { likeness } from '../likeness.ts'
import { stripMarks } from '../fold.ts'
import { replaceIn, type Words } from './words.ts'

/** The words that tell the time in a plan. */
const timeWords = (
  'trước ngày tháng quý năm chậm nhất muộn trong hoàn thành xong đến hết cuối đầu giữa tuần hằng mỗi định kỳ lần làm việc ' +
  'thường xuyên vòng thời hạn sau gửi giai đoạn kịp nửa kết thúc tiếp liền theo khi từ kể các cả một tiên khoảng'
).split(' ')
/** Those that name the documents whose dates are no deadlines. */
const documentWords =
  'báo cáo kế hoạch quyết nghị thông công văn bản chương trình ban hành số chỉ đạo yêu cầu được kỳ họp hội tổng sơ nhiệm'.split(
    ' ',
  )

const mended = new Map<string, string | null>()

/** How like a damaged word must be, and how much more than the next, to be taken for it; words of time are likelier here. */
const enough = 0.83
const ahead = 0.02

const onset = /^(?:ng|nh|th|tr|ch|kh|gi|qu|đ|[a-z])/
/** A scan seldom hurts the consonants that a word begins with; đ comes out as d or b, l as 1 or I. */
const beginnings: Readonly<Record<string, string>> = { đ: '[db@]', l: '[l1i|]' }

const vocabulary = [...timeWords, ...documentWords].map((known, at) => {
  const begins = onset.exec(known)?.[0] ?? ''
  return {
    known,
    begins: new RegExp(`^${beginnings[begins] ?? begins}`),
    favour: at < timeWords.length ? 0.04 : 0,
  }
})

const closest = (word: string): string | null => {
  const plain = stripMarks(word)
  const ranked = vocabulary
    .filter(({ begins }) => begins.test(plain))
    .map(({ known, favour }) => ({ known, like: likeness(word, known, true) + favour }))
    .sort((one, other) => other.like - one.like)
  const [best, next] = ranked
  if (best === undefined || best.like < enough || best.like - (next?.like ?? 0) < ahead) return null
  return stripMarks(best.known)
}

/** "CTr", "PAR": letters that stand for words. */
const abbreviation = /^(?:\p{Lu}{2,5}|.+\p{Lu}.*\p{Ll}.*|\p{Lu}+\p{Ll})$/u

/** The word that a damaged one was, in plain letters; null when it can be Vietnamese as it is, or tells too little. */
const mendWord = (word: string): string | null => {
  const known = mended.get(word)
  if (known !== undefined) return known
  const found = word.length < 3 || word.length > 9 || abbreviation.test(word) || isSyllable(word) ? null : closest(word)
  if (mended.size > 10_000) mended.clear()
  mended.set(word, found)
  return found
}

const word = /[a-z][^\s.,;:()/"“”…?+\d-]*(?:\d[^\s.,;:()/"“”…?+\d-]+)*/g
const gluedWords = 'ngay|thang|nam|quy|truoc|tuan|den|het'
const glued = new RegExp(
  `(?<![a-z])(${gluedWords})(?=[oil|!]?\\d)|(?<=\\d)(?=(?:ngay|thang|nam|quy|tuan)(?![a-z]))`,
  'g',
)

/** Damaged words that are whole words too, and tell themselves only by what stands beside them. */
const besides: readonly [pattern: RegExp, word: string][] = [
  [/(?<![a-z\d])1(?=an(?![a-z])|am viec)/g, 'l'],
  [/(?<![a-z])n(?:[dil1&ea]|ia)m(?= ?2[0o][\doil|!]{2}(?![a-z\d]))/g, 'nam'],
  [/(?<=(?<![a-z])(?:hang|h\Sng|moi|trong|ca|het|cuoi|dau|den|lan ?\/) ?)n[dil1&e]m(?![a-z])/g, 'nam'],
  [/(?<![a-z])ch\Sm(?= nh\St(?![a-z]))/g, 'cham'],
  [/(?<=(?<![a-z])(?:cham|muon) )nh\St(?![a-z])/g, 'nhat'],
  [/(?<=(?<![a-z])nhat )[1li][ad](?![a-z])/g, 'la'],
  [/(?<![a-z])h\Sng(?= (?:thang|quy|nam|tuan|ngay)(?![a-z]))/g, 'hang'],
  [/(?<![a-z])th[io]ng(?= ?\d{1,2} ?\/ ?20\d\d(?!\d))/g, 'thang'],
  [/(?<![a-z])qu[ij](?= ?(?:[iv1-4]))/g, 'quy'],
  [/(?<=(?<![a-z])dinh )k\S(?![a-z])/g, 'ky'],
  [/(?<=(?<![a-z])cuoi )c\Sng(?![a-z])/g, 'cung'],
  [/(?<= )c(?:i|ti|ii|t|io|iu)a(?= )/g, 'cua'],
  [/(?<=(?<![a-z])(?:n\Sm|thang|quy) )k\S(?= tiep)/g, 'ke'],
  [/(?<![a-z])n[dil1&e]m(?= (?:sau|ke tiep|tiep theo|lien|nay|hoc)(?![a-z]))/g, 'nam'],
  [/(?<![a-z])qu[¥jv](?![a-z])/g, 'quy'],
  [/(?<![a-z])c[de&4]c(?= (?:thang|quy)(?![a-z]))/g, 'cac'],
  [/(?<=\S )v[d&4](?= \S)/g, 'va'],
  [/(?<=(?<![a-z])tuan )th(?!ang)\S{1,3}(?= )/g, 'thu'],
  [/(?<![a-z])th(?:ur|ir|w|u')(?= (?:hai|ba|tu|nam|sau|bay)(?![a-z]))/g, 'thu'],
  [/(?<![a-z])m\St(?= lan(?![a-z])| l\Sn$)/g, 'mot'],
  [/(?<=(?:\/ ?|(?<![a-z])mot |\d ))l\Sn(?![a-z])/g, 'lan'],
  [/(?<=(?<![a-z])nh\Sn )d[ed]n(?![a-z])/g, 'dan'],
  [/(?<![a-z])d[e&]u(?= (?:thang|quy|nam|tien)(?![a-z]))/g, 'dau'],
  [/(?<![a-z])t(?:w|ir|ur|tr)(?= ?(?:ngay|thang|quy|nam|nay|khi|[oil|!]?\d))/g, 'tu'],
  [/(?<=(?<![a-z])khi )c6(?![a-z\d])/g, 'co'],
]

const part = (words: Words): Words =>
  replaceIn(words, glued, ({ 1: before }) => (before === undefined ? ' ' : `${before} `))

/** Puts right the words of time that a scan has damaged, and parts them from the figures beside them. */
export const mendWords = (words: Words, raw: string): Words => {
  const parted = part(words)
  let better = replaceIn(parted, word, ({ 0: seen, index }) =>
    mendWord(raw.slice(parted.at[index], parted.at[index + seen.length]).trim()),
  )
  better = part(better)
  for (const [pattern, right] of besides) better = replaceIn(better, pattern, () => right)
  return better
}
