import type { Completion } from './completion.ts'
import { withoutCompounds } from './compounds.ts'
import { mayBeDenial } from './denial-slips.ts'
import type { Facts } from './facts.ts'
import { anyMarks, phrase } from './sentence.ts'
import { isUncertain } from './unfinished.ts'

/** How much a text has to resemble "done" to be heard so, by what the rules heard in it; null for never. */
export const leastDone: Readonly<Record<Completion, number | null>> = {
  none: 0.7,
  asked: null,
  guessed: null,
  'not-yet': null,
  contradicted: 0.85,
  doubtful: 0.7,
  done: 0,
}

/** Nobody writes more about one task. */
const mostCharacters = 3000

const anyPhrase = (...alternatives: readonly string[]): RegExp => phrase(...alternatives.map(anyMarks))

/** Hardly ever said of what is done: too costly a slip to leave to likeness. On words without their compounds. */
const unsettlingWord = anyPhrase(
  'mai|neu|gia ma|gia nhu|uoc gi|le ra|dang le|se|sap|gan|hau het|hau nhu|suyt|co ban|so bo|tam thoi|dan dan|da so|phan lon',
  'tru|ngoai tru|mot nua|nửa|du thao|ban nhap|dua thoi|noi dua|a nham',
)
const unsettlingTurn = anyPhrase(
  'chi (?:con|cho|doi|co|moi)|con (?:(?:em |minh )?(?:lam|phai)|thieu|cho|doi|no|lai|moi|phan|muc|mot|hai|ba|\\d+|khau|buoc|chu ky)',
  '(?:cho|doi) (?:\\S+ )?(?:duyet|ky|phe duyet|y kien|tham dinh|xac nhan|ket qua|sep|lanh dao|von|quyet dinh)',
  'thi (?:em|minh|toi) (?:se |moi )?(?:bao|gui|nop|lam)(?! cao)|ca (?:hai|ba|bon|nam|\\d+) (?:viec|nhiem vu)',
  '(?:dung|khong|chang|khoi) (?:dong|tick|tich|danh dau)|(?<!nhac |nhac lai |nua )dau(?= (?:(?:a|nhe|anh|chi|em|sep) )*$)',
  'nhung (?:van )?(?:chua (?:ky|gui|nop|duyet|xong|dat|du|co)|bi (?:tra|loi|sua|huy))|van (?:phai|dang|thieu)',
  '(?:ha|chua nhi|(?<=, )chua|phai khong|(?:the nao|sao) duoc)(?= (?:(?:a|nhe|anh|chi|em|sep) )*$)|doan (?:the|vay|la)',
  'phan dau (?:thoi|tien)|xin (?:them|gia han|lui)|nhung (?:\\S+ ){0,3}(?:khong|chua) dat|da(?= (?:(?:a|nhe|anh|chi|em) )*$)',
  'INITIAL (?:da |vua )?(?:lam )?xong|(?:xa|phuong|ben|don vi) (?:ban|khac|kia|ho)|(?:chieu|trua|lat) (?:em |minh )?xong|(?:so|sở) bac',
  '(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat) nay',
  'can (?:nhung )?gi|mang tieng|cho co|phat dong|kiem tra da|ban thao|mot phan|nam (?:ngoai|truoc)|thi chua|giay moi|ket thuc (?:cuoc )?hop|hoãn|hoan (?:cong bo|to chuc|den|sang|lai)|dan (?:khieu )?kien(?! nghi)',
  'xong (?:(?!,)\\S+ ){1,5}la (?:xong|hoan thanh|het)',
  'moi nguoi (?:bao|noi|keu)|(?:he thong|may|bot|phan mem|tren bang) (?:bao|ghi|hien)(?! cao| da nhan| nhan)',
)
const isUnsettled = (sentence: string): boolean =>
  unsettlingWord.test(withoutCompounds(sentence).replace(/ tru so /gu, ' ')) || unsettlingTurn.test(sentence)

/** What is laughed at, heard from others, asked, put off by a day, a word or perhaps a slip is not done, whatever it resembles. */
export const mayBeDone = ({ sentence, circumstances: { notPlain, below100, soon } }: Facts): boolean =>
  !(notPlain || below100 || soon) &&
  !sentence.includes(' ? ') &&
  !isUncertain(sentence) &&
  !isUnsettled(sentence) &&
  sentence.length < mostCharacters &&
  !sentence.split(' ').some(mayBeDenial)
