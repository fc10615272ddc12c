import { doneWord, doneWords } from './done-word.ts'
import { phrases } from './sentence.ts'

// What may stand around "done" without changing what it means.

const self = '(?:em|toi|minh|chung minh|chung em|chung toi|ta)'
const proof =
  'minh chung|bang chung|tai lieu kiem chung|kiem chung|tai lieu|link|lien ket|duong dan|duong link|file|cong van|van ban|quyet dinh|ke hoach|to trinh|bien ban|ho so|thong bao|bao cao|evidence|attached'

const soon = '(?:chieu|sang|toi|tối|trua)(?: nay| mai)?|(?:ngay )?mai|lat nua|chut nua|ti nua|tuan sau|dau tuan'
const keptForLater = 'minh chung|ban (?:giay|cung|goc|chinh|scan)|file|link|anh chup|hinh anh|tai lieu(?: kiem chung)?'

/** Groups of words that cannot change what "done" means, though one of them alone might. */
const harmless = phrases(
  `(?:ben )?(?:ben|phong|don vi|co quan|sở|xa|phuong|ubnd(?: xa| phuong)?) ${self}`,
  // "Phòng Nội vụ chúng tôi"
  `(?:phong|sở|ban|van phong|chi cuc|trung tam|xa|phuong|ubnd) (?:[a-z]+ ){1,4}(?:chung minh|chung em|em)`,
  'cam on(?: (?:anh|chi|sep|dong chi0?|moi nguoi))* (?:da )?nhac(?: nho)?|duoc(?= hoan thanh| hoan tat)|khoi luong|tran trong|xin cam on',
  'theo(?: dung)? (?:yeu cau|ke hoach|quy dinh|chi0? dao|tien do)',
  '(?:(?:kinh )?(?:de nghi|nho|mong) )?(?:(?:anh|chi|sep|dong chi0?|moi nguoi) )*(?:check|tich|danh dau|kiem tra|xem|ghi nhan|xac nhan|cap nhat)(?: lai)?(?: (?:giup|ho|dum))+',
  '(?<= , )(?:kinh )?(?:de nghi|nho|mong)(?: (?:anh|chi|sep|dong chi0?))* (?:ghi nhan|xac nhan|kiem tra|cap nhat)',
  'toi(?= da )|(?:chung|tui0) (?:em|minh|toi|ta)|moi nguoi|ca nha0?|dong chi0?|thu truong',
  // Spoken to after "xong"; before it somebody else may have done it.
  `(?<= ${doneWord} (?:\\S+ )*)(?:anh|chi|chu|bac) (?:hai|ba|tu|nam|sau|bay|tam|chin|ut)`,
  '(?<= , )(?:anh|chi|sep) (?:cu )?yen tam',
  'kinh (?:bao cao|thua|gui)|(?:tu )?(?:lau|kha lau|lau lam0?) roi|dau vao day|tron ven',
  'nhiem vu|cong viec|noi dung|yeu cau|bao cao|duoc giao|toan bo|tat ca|hoan toan|don vi|co quan|cam on(?: nhieu)?',
  'thuc hien|trien khai|xu ly|giai quyet|kiem tra giup(?: em| minh)?',
  '(?:xin )?(?:phep )?bao cao(?: la| rang)?',
  '(?:tu )?(?:hom qua|hom kia|hom truoc|(?:tuan|thang|quy) truoc|(?:toi|tối|chieu|sang) qua|ban nay|nay gio|hoi (?:sang|trua|chieu|nay)|yesterday|DAY)|(?:vao|hom) DAY|vua(?: roi| moi| xong)?',
  `moi(?= ${doneWord})`,
  '(?:hom|sang|chieu|trua|toi|tối) nay',
  '(?:dung|truoc|dam bao) (?:han|thoi han|tien do|yeu cau|ke hoach)',
  `(?:kem theo|dinh kem|kem|gui kem|gui|xem|theo|tai|co|la)(?: (?:cho|anh|chi|em|ban|sep))*(?: (?:${proof}))*(?: kem theo| dinh kem)?(?: (?:LINK|DOCUMENT|o day|nhu sau|sau))(?: kem theo)?`,
  `(?:gui(?: kem)? )?(?:${proof})(?: day)?(?= (?:LINK|DOCUMENT|, (?:LINK|DOCUMENT|o day|duoi day|nhu sau)))`,
  // What will follow is the proof, not the work.
  `(?<= , )(?:(?:${soon}) )?(?:(?:em|minh|(?:ben|phong) em) )?(?:se )?(?:gui|nop|bo sung|cap nhat|chup)(?: (?:anh|chi|em|sep|cho|lai))* (?:${keptForLater})(?: (?:sau|nhe|a|lai|${soon}))*(?= ,| $)`,
  '(?<= , )(?:(?:anh|chi|sep|bot|xin) )?(?:khong|chang|khoi|thoi)(?: can| phai)? (?:nhac|giuc)(?: (?:em|lai|nua|nhe|a|oi))*(?= ,| $)',
  '(?:this (?:morning|afternoon|week)|today|last (?:week|night|month)|just now|on time|it s|that s)',
  '(?:day|đầy) du|duoi day|o day|o duoi|nhu sau|kem theo|dinh kem',
  `khong(?: con| co)*(?: vuong(?: mac)?| kho khan| van de)(?: gi)?(?: ca| a| nua| het)*(?= [,?] | $)`,
)

const safe = new Set(
  (
    'da roi vang ok u uk uh ukm um hihi het ca luon lun ma a nhe em anh chi ban minh sep thua oi day viec nay nhan lam va voi nó cua phong chao ' +
    'bot WHOLE LINK DOCUMENT PERCENT DAY , thanks thank you tks all it is the task this i we has have been now our my just already yes'
  ).split(' '),
)

/** Every word besides "done" is one that cannot change it. */
export const isHarmlessAround = (sentence: string): boolean => {
  // "Không vướng gì" is harmless as a clause of its own; before "xong" it is a denial.
  const others = sentence.replace(harmless, '').replace(doneWords, '').split(/\s+/u)
  return others.every((word) => word === '' || safe.has(word))
}
