import { withoutCompounds } from './compounds.ts'
import { doneWord, doneWords } from './done-word.ts'
import { isHarmlessAround } from './harmless.ts'
import { phrase } from './sentence.ts'
import { isDenied, isFlatlyDenied, isUncertain, isUnfinished } from './unfinished.ts'

/**
 * Whether a text says that the work is done. A wrong "done" is the worst mistake, so it takes more than the word:
 * nothing may deny, delay or condition it, and every other word has to be one that cannot. What is left is asked.
 */
export type Completion = 'none' | 'asked' | 'guessed' | 'not-yet' | 'contradicted' | 'doubtful' | 'done'

const politeness =
  '(?: roi| het| ca| a| em| anh| chi| vay| the| ban| nhe| bot| nhi| ha| sep| cac| dong| chi0| moi0| nguoi)*'
const asked = new RegExp(
  ` ${doneWord}(?: roi| het| ca| a| nhe| PERCENT)*(?: hay)? (?:chua|khong)${politeness}(?= ,| \\?| $)`,
  'u',
)
const askedInEnglish = phrase('(?:is|are|has|have|did) (?:it|the|this|that|we|they|you)')

const withShare = new RegExp(
  ` ${doneWord}(?: (?:duoc|khoang|tam|den|toi|hon|co|dat|ty le|la|moi|gan|o|muc|about|at))* PERCENT | PERCENT(?: roi| la)* ${doneWord} | PERCENT (?:cong viec|khoi luong|noi dung)(?: da| duoc)* ${doneWord} `,
  'u',
)

/** A share below 100 names how much; a hundred only says it again. */
export interface Circumstances {
  readonly below100: boolean
  /** A day after today is named. */
  readonly laterDay: boolean
  /** One of the next weeks. */
  readonly soon: boolean
  /** Laughed at, quoted or passed on: perhaps not meant as it is said. */
  readonly notPlain: boolean
}

export const judgeCompletion = (sentence: string, circumstances: Circumstances): Completion => {
  if (!says.test(sentence)) return 'none'
  if (isAsked(sentence)) return 'asked'
  if (isGuessed(sentence) || circumstances.notPlain) return 'guessed'
  if (isUnfinished(sentence, bareOf(sentence))) return 'not-yet'
  return judgeCircumstances(sentence, circumstances) ?? (isSurelyDone(sentence) ? 'done' : 'doubtful')
}

const isGuessed = (sentence: string): boolean =>
  sentence.includes(' ? ') || (isUncertain(sentence) && !isFlatlyDenied(sentence) && !isPutOff(sentence))

/** "Chắc tuần sau mới xong": whatever else is guessed, it is not done. */
const isPutOff = (sentence: string): boolean => putOff.test(sentence)
const putOff = phrase(
  `(?:mai|(?:tuan|thang|quy|hom) (?:sau|toi)|cuoi (?:tuan|thang|quy)|DAY) (?:\\S+ ){0,2}moi (?:lam |trinh )?${doneWord}`,
)

const judgeCircumstances = (sentence: string, { below100, laterDay }: Circumstances): Completion | null => {
  if (below100) return withShare.test(sentence) ? 'not-yet' : 'contradicted'
  if (laterDay || weekday.test(sentence)) return isPast.test(sentence) ? 'contradicted' : 'not-yet'
  return null
}

/** "Hoàn thành toàn bộ" holds no "thanh toán". */
const bareOf = (sentence: string): string => withoutCompounds(sentence.replace(doneWords, 'xong'))

const says = phrase(doneWord)

/** "Chưa xong" followed by "chưa" is no question: what is denied was not asked. */
const isAsked = (sentence: string): boolean =>
  askedInEnglish.test(sentence) || (asked.test(sentence) && !isDenied(sentence))

const weekday = phrase(
  '(?<!tu |hom )(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat)(?! (?:tuan truoc|vua roi|vua qua|roi|tuan roi))',
)

/** "Đã", "rồi", "hôm qua": it lies behind. */
const isPast = phrase(
  `da(?! ,)|roi|vua|already|xuoi|moi(?= ${doneWord})|hom qua|hom kia|hom truoc|(?:tuan|thang|quy) truoc|(?:toi|tối|chieu|sang) qua|ban nay|nay gio|hoi (?:sang|trua|chieu|nay)|yesterday|(?:tu|hom) (?:thu|chu nhat)`,
)
/** Said of a plan as well as of a fact: without a past they are asked about. */
const needsPast = phrase(
  '(?:hom|sang|chieu|trua|toi|tối) nay',
  '(?:dung|truoc|dam bao) (?:han|thoi han|tien do|yeu cau|ke hoach)',
  'theo(?: dung)? (?:yeu cau|ke hoach|quy dinh|chi0? dao|tien do)',
  `(?<=^ (?:(?:vang|em|minh|toi|ok|da|,) )*)nay(?= (?:em |minh |toi )?${doneWord})`,
  `${doneWord} (?:bao cao|nhiem vu|cong viec|noi dung|yeu cau|viec)`,
)

const isSurelyDone = (sentence: string): boolean =>
  (!needsPast.test(sentence) || isPast.test(sentence)) && isHarmlessAround(sentence)
