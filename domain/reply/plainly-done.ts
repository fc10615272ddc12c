import { isTakenBack } from './clausewise.ts'
import { isClouded, isCounted, isPartial } from './clouds.ts'
import { harmlessBeside, withoutCompounds } from './compounds.ts'
import { doneWord } from './done-word.ts'
import type { Facts } from './facts.ts'
import { isKnownWord } from './known-words.ts'
import { anyMarks, phrase } from './sentence.ts'
import { withoutKeys } from './typed-words.ts'

// "Em đã hoàn thành báo cáo và gửi về Sở rồi ạ": done, said among other words.

/** Without its diacritics "chờ" looks like "cho"; and who is called upon has not finished. */
const waiting = new RegExp(
  ` (?:,|roi|a|nhe|het|xuoi) (?:, )?cho(?! (?:anh|chi|em|sep|ca|minh|toi|\\d+) (?!ky |duyet |xem |xac |tra ))|(?<!gui|nop|kem) cho (?:(?!,)\\S+ )*${doneWord} |(?:^|,) (?:\\S+ ){0,2}cho (?!anh |chi )(?:\\S+ )*${doneWord} | (?:thong bao|truyen dat|quan triet|phat dong|van dong|keu goi) (?:(?!,)\\S+ )*${doneWord} | ngay hoan (?:thanh|tat) | ${doneWord} (?:duoc )?la(?! (?:do|nho) ) `,
  'u',
)

const self = '(?:em|minh|toi|chung|tui0|ta)'
/** Somebody else who finished. */
const somebody =
  '(?:anh|sep|chu|bac|co|cau|ong|ba|(?<!van )ban(?! (?:giao|hanh|be|chi|to))|ho(?! (?:so|tich|dan|khau|gia|kinh|ngheo))|nguoi ta)(?: (?!SELF |,)\\S+){0,2}|chi (?!lam |da |vua |,|tra |tien |phi )\\S+(?: (?!SELF |,|da |lam )\\S+)?|(?:ben|sở|so (?:noi|tai|y|tu|xay|nong|cong|van|khoa|giao|giay|ngoai|lao|thong)|cuc|chi cuc|nha thau|nhe thau|tu van|cong ty|cong an|doi tac|he thong|(?:phong|xa|phuong) (?:ben|khac|ban))(?! SELF )(?: (?!SELF |,)\\S+){0,4}'
const others = new RegExp(
  ` (?:INITIAL|${anyMarks(somebody).replaceAll('SELF', self)}) (?:da |vua |moi |cung )*(?:lam |thuc hien |xu ly |trien khai )*${doneWord} `,
  'u',
)

const past = phrase(
  '(?<!^ )da(?! ,)|da(?! (?:,|a|em|chi(?! tra)|anh|ben|phong|vang|viec|tui0|minh|xa|phuong|nhiem|toi|chung|don|nv) )|roi|vua|hom qua|hom kia|(?:toi|tối|chieu|sang) qua|DAY|(?:tuan|thang) truoc|tu (?:hom|ngay|dau0?|giua|cuoi|hoi|lau|sang|trua|chieu|tối|toi|khuya|dem|\\S+ \\S+ truoc)|DOCUMENT|LINK|dat PERCENT|moi(?= xong)|xong viec(?= (?:em|nhe|anh|chi|,|$))|vay la xong|bao cao(?: xin)? hoan thanh|kem (?:theo|file)',
)
/** Past unless it is said of later today. */
const pastPerhaps = phrase(
  'truoc han (?:ca )?(?:\\d+|tuan|ngay|thang)|xong(?= (?:day|luon|het|tat|tron) )|WHOLE|(?<=(?:^|,) )xong(?=(?: (?:a|nhe|anh|chi|em|sep|oi|luon))* (?:,|$))|(?<=^ (?:vang )?)(?:xong|hoan thanh)(?=(?: (?:a|nhe))* ,)',
)
const laterToday = phrase(
  '(?:hom|chieu|tối|toi|trua|sang) nay|tu tu|thang \\d+|quy (?:i|ii|iii|iv|\\d)|t[2-7]|cn|tuan(?! (?:truoc|roi|qua|vua|kia))|trong (?:hom|ngay|tuan|thang|quy|chieu|tối|toi|nam)',
)

/** The task itself, or all of it, is what is said to be done. */
const whole = new RegExp(
  ` (?:viec(?= (?!hoan))|nhiem vu|cong viec(?= (?!hoan)))(?: (?:nay|so \\d+|do|tren|duoc giao|cua (?:em|minh|phong|phuong|xa)))*(?: (?:da|vua|cung|duoc|roi|thuc hien|lam|em|minh|toi))* ${doneWord} | ${doneWord} (?:het |tron |cai |luon |toan bo )*(?:nhiem vu|viec)(?= (?:nay|roi|a|nhe|anh|chi|em|duoc giao|so|,|nv) | $)`,
  'u',
)

/** What is longer is no answer about one task. */
const mostCharacters = 3000

/**
 * Whether "done" is said plainly, though with more words than those that are known to be harmless: nothing in the text
 * clouds it, it is past, whoever speaks did it, and no word is a slip that might hide a denial.
 */
export const isPlainlyDone = ({ sentence }: Facts): boolean => {
  const words = sentence.replace(harmlessBeside, ',').split(' ')
  const spoken = words.join(' ')
  const isWhole = whole.test(spoken)
  const isFact = isFactual(sentence, isWhole) && sentence.length < mostCharacters
  return (
    isFact && !isTakenBack(sentence) && isOwn(spoken) && words.every(isKnownWord) && isClear(bareOf(words), isWhole)
  )
}

/** It is said by whoever did it. */
const isOwn = (spoken: string): boolean => says.test(spoken) && !others.test(spoken) && !waiting.test(spoken)

const isClear = (bare: string, isWhole: boolean): boolean =>
  !isClouded(bare) && !isCounted(bare) && !isPartial(isWhole ? clausesOfWhole(bare) : bare)

/** What else was finished on the way does not part the whole. */
const clausesOfWhole = (bare: string): string =>
  bare
    .split(/(?<= ),(?= )/u)
    .filter((clause) => whole.test(clause))
    .join(',')

/** Without the compounds; all of something stays all of it. */
const bareOf = (words: readonly string[]): string =>
  withoutCompounds(
    words
      .map(withoutKeys)
      .join(' ')
      .replace(/ (?:toan bo|tat ca|toan the)(?= )/gu, ' het'),
  )

const isFactual = (sentence: string, isWhole: boolean): boolean =>
  past.test(sentence) || ((isWhole || pastPerhaps.test(sentence)) && !laterToday.test(sentence))

const says = phrase(doneWord)
