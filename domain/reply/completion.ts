import { phrase, phrases } from './sentence.ts'

/**
 * Whether a text says that the work is done. A wrong "done" is the worst mistake, so it takes more than the word:
 * nothing may deny, delay or condition it, and every other word has to be one that cannot. What is left is asked.
 */
export type Completion = 'none' | 'asked' | 'not-yet' | 'doubtful' | 'done'

export const doneWord =
  '(?:xong(?: xuoi)?|hoan thanh|hoan tat|(?<= da )ht|ht(?= (?:roi|PERCENT))|done|finish(?:ed)?|completed?)'

/** Wins over "done" wherever it stands before it in the same clause. */
const denies = [
  'khong|chua|chang|dau|not|never|no|ll|isn|hasn|haven|wasn|didn|doesn|don t|won t|cannot|cant|yet',
  'sap|gan|suyt|hau nhu|hau het|co ban|so bo|tam(?= xong| hoan| thoi)|mot phan|mot so|phan lon|da so|almost|nearly|mostly|partly|half',
  'se|(?<!chi |co |ba )mai|ngay kia|(?:tuan|thang|quy|nam|hom|lan) (?:sau|toi)|sap toi|cuoi (?:tuan|thang|quy|nam|ngay|gio)',
  'du kien|co gang|phan dau|quyet tam|hua|cam ket|hen|tomorrow|soon|will|going|next|expect\\w*|plan\\w*|try\\w*|hope\\w*',
  'dang|tiep tuc|doi|working|ongoing|waiting|pending|still|until|khi|luc nao|bao gio|when|once|unless|nua la|thi|phai|kho(?! bac)',
].join('|')

/** Conditions reach over commas: "nếu có kinh phí, xong ngay". */
const conditions = phrase('neu|gia su|gia ma|mien la|mien sao|chi0? can|if|unless|khi nao|bao gio')

const part = 'du thao|ban nhap|de cuong|mot phan|mot nua|nửa|half|mot so|buoc|giai doan|draft|part|so bo|co ban'

const politeness = '(?: roi| het| ca| a| em| anh| chi| vay| the| ban| nhe)*'
const asked = new RegExp(` ${doneWord}(?: roi| het| ca)*(?: hay)? (?:chua|khong)${politeness}(?= ,| \\?| $)`, 'u')
const askedInEnglish = phrase('(?:is|are|has|have|did) (?:it|the|this|that|we|they|you)')

const doneWords = phrases(doneWord)
const denial = phrase(denies)

/** Something denies it, and "xong" comes after that in the same clause. */
const isDenied = (sentence: string): boolean =>
  sentence.split(/(?<= )[,?](?= )/u).some((clause) => {
    const last = [...clause.matchAll(doneWords)].at(-1)?.index
    return last !== undefined && denial.test(clause.slice(0, last))
  })

const onlyPart = new RegExp(` ${doneWord}(?: duoc| xong| roi)? (?:${part})(?= )`, 'u')
const laterInClause = new RegExp(
  ` ${doneWord} (?:vao |trong )?(?:ngay )?(?:mai|(?:tuan|thang|quy|nam) (?:sau|toi)|cuoi (?:tuan|thang|quy|nam)|tomorrow|soon)(?= )`,
  'u',
)
const withShare = new RegExp(
  ` ${doneWord}(?: (?:duoc|khoang|tam|den|toi|hon|co|dat|ty le|la|moi|gan|o|muc|about|at))* PERCENT | PERCENT(?: roi| la)* ${doneWord} `,
  'u',
)

/** A share below 100 names how much; a hundred only says it again. */
export interface Circumstances {
  readonly below100: boolean
  /** A day after today is named. */
  readonly laterDay: boolean
}

export const judgeCompletion = (sentence: string, circumstances: Circumstances): Completion => {
  if (!says.test(sentence)) return 'none'
  if (isAsked(sentence)) return 'asked'
  if (sentence.includes(' ? ')) return 'doubtful'
  if (isDenied(sentence) || notYet.some((pattern) => pattern.test(sentence))) return 'not-yet'
  return judgeCircumstances(sentence, circumstances) ?? (isSurelyDone(sentence) ? 'done' : 'doubtful')
}

const judgeCircumstances = (sentence: string, { below100, laterDay }: Circumstances): Completion | null => {
  if (below100) return withShare.test(sentence) ? 'not-yet' : 'doubtful'
  if (laterDay) return isPast.test(sentence) ? 'doubtful' : 'not-yet'
  return null
}

const says = phrase(doneWord)
const notYet = [conditions, onlyPart, laterInClause]

/** "Chưa xong" followed by "chưa" is no question: what is denied was not asked. */
const isAsked = (sentence: string): boolean =>
  askedInEnglish.test(sentence) || (asked.test(sentence) && !isDenied(sentence))

/** "Đã", "rồi", "hôm qua": it lies behind. */
const isPast = phrase(
  `da|roi|vua|already|xuoi|moi(?= ${doneWord})|hom qua|hom kia|hom truoc|(?:tuan|thang|quy) truoc|(?:toi|tối|chieu|sang) qua|ban nay|nay gio|yesterday`,
)
/** Said of a plan as well as of a fact: without a past they are asked about. */
const needsPast = phrase(
  '(?:hom|sang|chieu|trua|toi|tối) nay',
  '(?:dung|truoc|dam bao) (?:han|thoi han|tien do|yeu cau|ke hoach)',
  `${doneWord} (?:bao cao|nhiem vu|cong viec|noi dung|yeu cau|viec)`,
)

const self = '(?:em|minh|chung minh|chung em|chung toi|ta)'
const proof =
  'minh chung|bang chung|tai lieu kiem chung|kiem chung|tai lieu|link|lien ket|duong dan|duong link|file|cong van|van ban|quyet dinh|ke hoach|to trinh|bien ban|ho so|thong bao|bao cao|evidence|attached'

/** Groups of words that cannot change what "done" means, though one of them alone might. */
const harmless = phrases(
  `(?:ben|phong|don vi|co quan|sở|xa|phuong|ubnd(?: xa| phuong)?) ${self}`,
  'toi(?= da )|chung (?:em|minh|toi|ta)',
  'nhiem vu|cong viec|noi dung|yeu cau|bao cao|duoc giao|toan bo|tat ca|hoan toan|don vi|co quan|cam on(?: nhieu)?',
  'thuc hien|trien khai|xu ly|giai quyet|kiem tra giup(?: em| minh)?',
  'xin (?:phep )?bao cao',
  '(?:tu )?(?:hom qua|hom kia|hom truoc|(?:tuan|thang|quy) truoc|(?:toi|tối|chieu|sang) qua|ban nay|nay gio|yesterday|DAY)|(?:vao|hom) DAY|vua(?: roi| moi| xong)?',
  `moi(?= ${doneWord})`,
  '(?:hom|sang|chieu|trua|toi|tối) nay',
  '(?:dung|truoc|dam bao) (?:han|thoi han|tien do|yeu cau|ke hoach)',
  `(?:kem theo|dinh kem|kem|gui kem|gui|xem|theo|tai|co|la)(?: (?:cho|anh|chi|em|ban|sep))*(?: (?:${proof}))*(?: (?:LINK|DOCUMENT|o day|nhu sau|sau))(?: kem theo)?`,
  `(?:gui(?: kem)? )?(?:${proof})(?= (?:LINK|DOCUMENT|, (?:LINK|DOCUMENT|o day|duoi day|nhu sau)))`,
  '(?:day|đầy) du|duoi day|o day|o duoi|nhu sau|kem theo|dinh kem',
  `khong(?: con| co)*(?: vuong(?: mac)?| kho khan| van de)(?: gi)?(?: ca| a| nua| het)*(?= [,?] | $)`,
)

const safe = new Set(
  (
    'da roi vang ok u uk het ca luon a nhe em anh chi ban minh sep thua oi day viec nay nhan lam va voi nó cua phong chao ' +
    'LINK DOCUMENT PERCENT DAY , thanks thank you tks all it is the task this i we has have been now our my just already yes'
  ).split(' '),
)

const isSurelyDone = (sentence: string): boolean => {
  if (needsPast.test(sentence) && !isPast.test(sentence)) return false
  // "Không vướng gì" is harmless as a clause of its own; before "xong" it was denied above.
  const others = sentence.replace(harmless, '').replace(doneWords, '').split(/\s+/u)
  return others.every((word) => word === '' || safe.has(word))
}
