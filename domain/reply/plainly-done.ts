import { compounds, harmlessBeside } from './compounds.ts'
import { doneWord } from './done-word.ts'
import type { Facts } from './facts.ts'
import { isMetBesideDone } from './likely-intent.ts'
import { officeWords } from './office-words.ts'
import { anyMarks, phrase } from './sentence.ts'
import { signOf, withoutKeys } from './signs.ts'

// "Em đã hoàn thành báo cáo và gửi về Sở rồi ạ": done, said among other words.

/** Anywhere in the text, they may take back, put off, part or question what is said. */
const clouds = phrase(
  'khong|chua|truoc|xin(?! (?:phep )?(?:bao cao|thong bao|cam on|loi|kinh|tran))|muc(?! nay )|by|chang|dung0?|dau(?! vao day )|not|no|never|but|see|bao(?! cao)|noi|ke lai|tin|biet|(?:cuoi|het) (?:tuan|thang|quy|nam)|ca (?:\\d+|hai|ba|bon|nam) viec|gan|suyt|hau|nhung|tuy|tiec|du (?:rang|sao)|song|co dieu|moi(?! (?:lam |vua )*(?:xong|hoan))|chi0|chi(?= (?:con|moi|la|xong|duoc|co) )|con|thieu|cho(?= (?:ky|duyet|xong))|xong di',
  'se|mai|(?:tuan|thang|hom|quy|dip|sap) toi|sap|mot0|kia|sau|lat|chut|ti|xiu|du kien|co gang|phan dau0?|hua|hen|chuan bi|cbi|dang|tiep|tuc|bat dau0?|gio|hien|doi',
  'phai|can|muon|dinh|nen|khi|neu|thi|de|gi|sao|nao|ai|bao gio|ha|hay|nhi|chac|hinh|nghe|thay|tuong|nghi|coi|xem nhu|nhu|ma(?= (?!(?:(?:anh|chi|em|sep|ban|bot) )?(?:a )?$))',
  'lai|sua|sua0|chinh|bo sung|tra|huy|hoan(?! thanh| tat)|hoãn|loi|hong|hong0|hu|mat|vuong|kho|ket|tac|bi|sai|nham|treo|tre|cham|phat sinh|roi0|tru|ngoai|rieng',
  'mot(?! (?:cua|tram|cach|buoi|lop|ban|bo|hoi) )|phan|nửa|nua|buoc|khau|giai doan|cong doan|dot|lan|da so|phan lon|hau het|tuong doi0?|so bo|tam|co ban|nhap0|ban nhap|du thao|de cuong|ban thao|ngay khi|cho den|den khi|tung|vai|it|so0? so0?|so sai|qua loa|dai khai|hinh thuc|doi pho|tren giay|ve (?:mat|phia|phan)|ly thuyet|gia vo|kha|nua voi|dang do|do dang|tam bo|phien phien',
  'co da|roi cung|tu tu|dan dan|dang0? (?:le|ra)|le0? ra|dung0? ra|mong|uoc|(?:hy|hi) vong|gia ma|phai chi0?|ngo|cu cho|ra la|dua|choi|xao|het (?:tien|kinh phi|von|nguon)|ua|qua han|lam(?= (?:tuan|hom|chieu|tối|trong|vao|ngay) )',
)

/** Who is told to finish has not: "đã giao phòng hoàn thành", "đăng ký hoàn thành trước 20/3". */
const told = new RegExp(
  ` (?:giao|chi0? dao|don doc|yeu cau|de nghi|phan cong|nhac|dang0? ky|cam ket0?|bao(?! cao)|noi|nho|ke hoach|tien do|thoi gian|thoi han|muc tieu|dat(?= hoan)|lo trinh|han|thoi diem|ty le|muc do|kha nang|nhan(?= (?:viec|nhiem vu|yeu cau) )|ro|nam|hieu|giup|huong dan|toan) (?:(?!,|da |roi )\\S+ )*${doneWord} `,
  'u',
)

/** Without its diacritics "chờ" looks like "cho"; and who is called upon has not finished. */
const waiting = new RegExp(
  `(?<!gui|nop|kem) cho (?:\\S+ )*${doneWord} | (?:thong bao|truyen dat|quan triet|phat dong|van dong|keu goi) (?:(?!,)\\S+ )*${doneWord} | ngay hoan (?:thanh|tat) | ${doneWord} (?:duoc )?la `,
  'u',
)

const self = '(?:em|minh|toi|chung|tui0|ta)'
/** Somebody else who finished. */
const somebody =
  '(?:anh|sep|chu|bac|co|cau|ong|ba|ban|ho|nguoi ta)(?: (?!SELF |,)\\S+){0,2}|chi (?!lam |da |vua )\\S+|(?:ben|sở|so|cuc|chi cuc|nha thau|nhe thau|tu van|cong ty|cong an|doi tac|he thong|(?:phong|xa|phuong) (?:ben|khac))(?! SELF )(?: (?!SELF |,)\\S+){0,4}'
const others = new RegExp(
  ` (?:INITIAL|${anyMarks(somebody).replaceAll('SELF', self)}) (?:da |vua |moi |cung )*(?:lam |thuc hien |xu ly |trien khai )*${doneWord} `,
  'u',
)

/** Only a step of what is mostly asked for. */
const steps = anyMarks(
  '(?:hop(?! dong| tac)|khao sat|soan|soan thao|viet|trinh|(?:lay|xin|co) y kien|gop y|tham dinh|thu thap|ky|in|len khung|len ke hoach|ra soat so bo|dang ky|mua|doc|nghe|xem|an|chuan bi|ho so trinh|to trinh|lap du toan|du toan)',
)
/** "Xong xã A", "xong 2 việc", "12 xã xong": there are more of them. */
const some =
  '(?:duoc |den |toi |moi |cac |may |\\d+ )*(?:\\d+|may|xa|phuong|thon|ap|to|khu|truong) (?!nay |em |minh |toi |roi |nhe |,)'
const partial = [
  new RegExp(
    ` (?<!tong )${steps}(?: (?!,)\\S+){0,2} ${doneWord} | ${doneWord} (?:viec |cong tac |roi )*${steps} `,
    'u',
  ),
  new RegExp(` ${doneWord} (?:\\S+ )*?(?:duoc|moi|co|dau) (?:\\d+|may|vai) `, 'u'),
  new RegExp(` \\d+ (?!,)\\S+(?: (?!,)\\S+)? (?:da )?${doneWord} | ${doneWord} (?!het |ca |toan bo )${some}`, 'u'),
]

const past = phrase(
  '(?<!^ )da(?! ,)|da(?! (?:,|a|em|chi|anh|ben|phong|vang|viec|tui0|minh|xa|phuong|nhiem|toi|chung|don|nv) )|roi|vua|hom qua|hom kia|(?:toi|tối|chieu|sang) qua|DAY|(?:tuan|thang) truoc|tu (?:hom|ngay|dau0?|giua|cuoi)|DOCUMENT|LINK|moi(?= xong)|xong viec(?= (?:em|nhe|anh|chi|,|$))|vay la xong|bao cao(?: xin)? hoan thanh|kem (?:theo|file)',
)

/**
 * Whether "done" is said plainly, though with more words than those that are known to be harmless: nothing in the text
 * clouds it, it is past, whoever speaks did it, and no word is one that was never met.
 */
export const isPlainlyDone = ({ sentence }: Facts): boolean => {
  if (!past.test(sentence)) return false
  const words = sentence.replace(harmlessBeside, ',').split(' ')
  const spoken = words.join(' ')
  if (!says.test(spoken) || others.test(spoken) || waiting.test(spoken)) return false
  const bare = words.map(withoutKeys).join(' ').replace(compounds, '').replace(/ {2,}/gu, ' ')
  return words.every(isHarmless) && ![clouds, told, ...partial].some((pattern) => pattern.test(bare))
}

const says = phrase(doneWord)

const isHarmless = (word: string): boolean =>
  word === '' || signOf(word) === 'N' || isMetBesideDone(word) || officeWords.has(word)
