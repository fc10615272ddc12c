import type { Completion } from './completion.ts'
import { withoutCompounds } from './compounds.ts'
import { mayBeDenial } from './denial-slips.ts'
import type { Facts } from './facts.ts'
import { anyMarks, phrase } from './sentence.ts'
import { mostCharacters } from './signs.ts'
import { isUncertain } from './unfinished.ts'

/** How much a text has to resemble "done" to be heard so, by what the rules heard in it; null for never. */
const leastDone: Readonly<Record<Completion, number | null>> = {
  none: 0.7,
  asked: null,
  guessed: null,
  'not-yet': null,
  contradicted: 0.85,
  doubtful: 0.7,
  done: 0,
}

const anyPhrase = (...alternatives: readonly string[]): RegExp => phrase(...alternatives.map(anyMarks))

// Hardly ever said of what is done: too costly a slip to leave to likeness.

/** On words without their compounds: "sắp" is not that of "sắp xếp". */
const unsettlingWord = anyPhrase(
  'mai|se|sap|gan|suyt|hau het|hau nhu|phan lon|da so|dan dan|co ban|so bo|tam(?= (?:xong|thoi))|mot nua|nửa|du thao|ban nhap',
  'tru|ngoai tru|neu|gia ma|gia nhu|uoc gi|le ra|dang le|dua thoi|noi dua|a nham',
)

const ending = '(?= (?:(?:a|nhe|anh|chi|em|sep) )*$)'

/** By what each turn does to "done". */
const unsettlingTurns = {
  leavesSome:
    'chi (?:con|cho|doi|co|moi)|con (?:(?:em |minh )?(?:lam|phai)|thieu|cho|doi|no|lai|moi|phan|muc|mot|hai|ba|\\d+|khau|buoc|chu ky)|mot phan|buoc (?:\\d+|dau|mot)|xong (?:duoc )?(?:may|vai)|ban thao|van (?:phai|dang|thieu)|phan dau (?:thoi|tien)',
  waits:
    '(?:cho|doi) (?:\\S+ )?(?:duyet|ky|phe duyet|y kien|tham dinh|xac nhan|ket qua|sep|lanh dao|von|quyet dinh)|kiem tra da',
  comesLater: `khi (?:co|duoc)|xong (?:em|minh|toi) (?:gom|tong hop|lam|don)|thi (?:em|minh|toi) (?:se |moi )?(?:bao|gui|nop|lam)(?! cao)|(?:chieu|trua|lat) (?:em |minh )?xong|(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat) nay|xong (?:(?!,)\\S+ ){1,5}la (?:xong|hoan thanh|het)|xin (?:them|gia han|lui)|da${ending}`,
  tookItBack:
    'nhung (?:van )?(?:chua (?:ky|gui|nop|duyet|xong|dat|du|co)|bi (?:tra|loi|sua|huy))|nhung (?:\\S+ ){0,3}(?:khong|chua) dat|thi chua|be ke hoach|(?:so|sở) bac|hoãn|hoan (?:cong bo|to chuc|den|sang|lai)|dan (?:khieu )?kien(?! nghi)',
  asks: `(?:ha|chua nhi|(?<=, )chua|phai khong|(?:the nao|sao) duoc|(?<!nhac |nhac lai |nua )dau)${ending}|can (?:nhung )?gi`,
  guesses:
    'doan (?:the|vay|la)|ang chung|tu kiep|bam nham|mang tieng|cho co|moi nguoi (?:bao|noi|keu)|(?:he thong|may|bot|phan mem|tren bang) (?:bao|ghi|hien)(?! cao| da nhan| nhan)',
  meansAnother:
    'INITIAL (?:da |vua )?(?:lam )?xong|(?:xa|phuong|ben|don vi) (?:ban|khac|kia|ho)|nam (?:ngoai|truoc)|(?:tien|kinh phi|ngan sach) (?:xong|het)|xong viec (?:anh|chi|em|minh) (?:qua|don|ghe|ve|di)|(?:co|dau) phai (?:cua|viec) (?:minh|em)|giay moi|phat dong|ket thuc (?:cuoc )?hop',
}
const unsettlingTurn = anyPhrase(...Object.values(unsettlingTurns))

const isUnsettled = (sentence: string): boolean =>
  unsettlingWord.test(withoutCompounds(sentence).replace(/ tru so /gu, ' ')) || unsettlingTurn.test(sentence)

/** In spite of such a turn: "chỉ còn chờ bot tick xanh thôi". */
const leastUnsettled = 0.95

/** "Đừng tick vội"; and of "cả ba việc" nobody knows which they are. */
const never = anyPhrase(
  'co ban|phan dau (?:thoi|tien)',
  '(?:dung|khong|chang|khoi) (?:dong|tick|tich|danh dau)|ca (?:hai|ba|bon|nam|\\d+) (?:viec|nhiem vu)',
)

/** What is laughed at, heard from others, asked, or put off by a day or perhaps a slip is not done, whatever it resembles. */
const mayBeDone = ({ sentence, circumstances: { notPlain, below100, soon } }: Facts): boolean =>
  !(notPlain || below100 || soon) &&
  !sentence.includes(' ? ') &&
  !isUncertain(sentence) &&
  !never.test(sentence) &&
  sentence.length < mostCharacters &&
  !sentence.split(' ').some(mayBeDenial)

/** Whether a text that resembles "done" most, with this share of likeness, is heard so. */
export const isHeardDone = (facts: Facts, share: number): boolean => {
  const least = leastDone[facts.completion]
  if (least === null || share < least || !mayBeDone(facts)) return false
  return share >= leastUnsettled || !isUnsettled(facts.sentence)
}
