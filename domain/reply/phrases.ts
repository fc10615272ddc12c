import { phrase, phrases } from './sentence.ts'
import { isRhetoric } from './unfinished.ts'

// What sentences are recognised by, besides completion. On canonical words, see sentence.ts.

const unit = '(?:phong|don vi|ben|sở|so|co quan|ban|xa|phuong|ubnd|van phong)'
const self = '(?:em|minh|chung|ta|toi)(?= )'

const number = '(?:\\d+|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|vai|may|it)'

const extension = phrase(
  'gia han|keo dai (?:them|thoi gian|thoi han)|lui (?:han|thoi han|thoi gian|den|sang|lai|toi)|hoan (?:den|sang|lai)|hoãn|postpone|extension|extend|more time',
  `(?:xin|cho|de nghi) (?:\\S+ ){0,3}them (?:thoi gian|han|${number} (?:ngay|bua|hom|tuan|thang))`,
  `(?:xin|cho|de nghi|xin phep) (?:\\S+ ){0,3}(?:tre|cham|muon)(?: (?:lai|nop|them|den|toi|sang))* (?:${number}|ngay|thu|tuan|thang|quy|DAY)`,
  '(?:xin|cho) (?:\\S+ ){0,3}(?:em|minh) den (?:het )?(?:ngay|thu|tuan|cuoi|DAY)|dieu chinh (?:thoi han|thoi gian|tien do|han)|cho (?:em|minh|ben em|phong em) thu thu|doi0? (?:qua|sang|den|lai|toi) (?:ngay|tuan|thang|quy|thu|dau|cuoi|DAY)',
  'lui (?:lai )?(?:them )?\\d+ (?:ngay|tuan|thang)',
  'doi0? (?:han|thoi han|lich|ngay nop)(?! \\?)|(?:xin|cho) (?:\\S+ )?khat|khat (?:den|sang|them|lai|qua)',
)
const extensionDenied = phrase('(?:khong|chua|chang)(?: \\S+){0,2} gia han')

export const asksForTime = (sentence: string): boolean => extension.test(sentence) && !extensionDenied.test(sentence)

/** "Việc này của phòng Kinh tế": somebody else's, but not "của phòng em". */
export const isReturned = (sentence: string): boolean => returned.test(sentence) || ofOthers.test(sentence)

const returned = phrase(
  `(?:khong|dau|chang) phai (?:la )?(?:(?:viec|nhiem vu|trach nhiem|chuc nang) )?(?:cua )?(?:${unit}|${self})`,
  'khong (?:thuoc|nam trong|dung) (?:(?:ve|cua) )?(?:tham quyen|trach nhiem|chuc nang|nhiem vu|linh vuc|pham vi|phong|don vi|sở)',
  '(?:giao|gui|phan cong|chuyen) (?:\\S+ ){0,3}(?:nham|lon)|(?:nham|lon) (?:don vi|phong|co quan|nguoi|sở|dia chi)',
  `(?:xin|de nghi|nho|vui long) (?:\\S+ ){0,2}(?:tra lai|chuyen (?:\\S+ ){0,5}${unit})`,
  `do ${unit} (?!${self})(?:\\S+ ){1,6}(?:phu trach|chu tri|quan ly|dam nhan)|khong lam (?:linh vuc|mang|viec) nay|khong co (?:chuc nang|tham quyen|trach nhiem)`,
  `(?:viec|nhiem vu|cai)(?: nay)? (?:la )?(?:(?:do|thuoc|trach nhiem|cua|nhiem vu) )+${unit}(?! ${self})`,
  'not (?:ours|our task|our job|my task|my job)|wrong (?:agency|unit|sở|department|office)',
  `(?:nay |la )?thuoc (?:tham quyen|trach nhiem|chuc nang|linh vuc)(?: quan ly)? (?:cua )?${unit}(?! ${self})`,
  `khong (?:phu trach|quan ly|dam nhan|chu tri)(?! (?:duoc|noi|kip))`,
  `(?:viec|nhiem vu|cai|noi dung)(?: nay)? (?:do |ben )?${unit} (?!${self})(?:\\S+ ){1,4}(?:lam|phu trach|chu tri|quan ly|thuc hien)(?! xong| roi| duoc)`,
  `(?<!da |dang )chuyen (?:giup |cho |sang |qua |ve )*(?:${unit}|em) (?:\\S+ ){1,6}(?:nhe|di|giup|chu)`,
)

/** "Này của phường bên kia mà" */
const ofOthers = new RegExp(`^ (?:cai |viec )?nay cua ${unit} (?!${self})`, 'u')

const unblocked =
  '(?:khong|chua|chang|(?<!chua |khong |chang )het|da go|da giai quyet|da khac phuc|da thao go|da go duoc|no)(?: con| co| bi| gi| more)*(?: vuong(?: mac)?| ket| kho khan| van de gi| obstacles?)(?: gi)?'

/** "Đã có kinh phí rồi": what was missing is there. */
const provided =
  'da (?:co|duoc (?:cap|bo tri|phan bo|giao)) (?:du )?(?:kinh phi|tien|von|nguoi|nhan luc|can bo|huong dan)(?: roi)?(?! \\?)'

export const isUnblocked = (sentence: string): boolean => phrase(unblocked, provided).test(sentence)

/** "Không vướng gì" and "có vướng gì không" name no obstacle. */
const unobstructed = phrases(unblocked, 'vuong(?: mac)?(?: gi)? khong(?= \\?| $)')

const obstacleNamed = phrase(
  'vuong(?: mac)?|kho khan|be tac|bi ket|ket|bi tac|thieu|blocked|stuck|obstacles?|bottleneck',
)
const obstacleDescribed = phrase(
  '(?:khong|chua|chang) (?:co|du|duoc (?:cap|bo tri|duyet|phe duyet|giao|phan bo|huong dan|tra loi)|nhan duoc|bo tri|thong nhat|tim duoc|lien he duoc)(?! gi )|chua (?:(?:cho|gop) y kien|tra loi0?|phan hoi)',
  'khong (?:the(?! noi| coi| goi| xem)|kip|biet lam)|khong (?:lam|thuc hien|trien khai|hoan thanh|xong|xu ly) (?:duoc|noi|kip|xong)',
  'kho (?:qua|lam|lam0|thuc hien|hoan thanh|xu ly|trien khai)|qua tai|loi (?:he thong|phan mem|mang)',
  '(?:lam|xu ly|nop|nhap|vao|giai quyet) khong (?:noi|duoc|kip|xue)|khong (?:nhap|nop|gui|vao|truy cap|dang0? nhap|tai) (?:duoc|noi)',
  '(?:he thong|phan mem|mang|may|may chu|trang|web|cong dich vu cong|tai khoan)(?: \\S+)? (?:bi |dang |hay )*(?:loi|treo|sap0?|nghen|mat|hong0?|hu|lag|cham)|bi (?:f0|om|benh|tai nan|loi|tra|tu choi|treo|ngung|dung|khoa|huy|hong)|tac (?:o|khau|nghen)',
  '(?:khong|chua|chang) .*nen (?:\\S+ ){0,3}(?:khong|chua)|nen (?:\\S+ ){0,3}(?:khong|chua) (?:\\S+ ){0,3}(?:duoc|noi|kip)|(?:khong|chua) ai|khong (?:chiu|hop tac|phoi hop|dong thuan|xac dinh)|nghi (?:om|thai san|che do)',
  'lack of|not enough|unable|cannot|no (?:money|budget|staff|funding)',
)

/** An obstacle called by its name, or described. */
export const namesObstacle = (sentence: string): boolean => obstacleNamed.test(sentence.replace(unobstructed, ''))
export const describesObstacle = (sentence: string): boolean =>
  obstacleDescribed.test(sentence.replace(unobstructed, ''))

const interrogative = phrase(
  'khi nao|bao gio|hom nao|mau nao|chung nao|cho0? nao|ngay nao|han (?:nao|den dau|bao lau|may)|ai (?:lam|phu trach|chu tri|thuc hien|chiu|la)|don vi nao|phong nao|la (?:gi|ai|sao)|(?:lam|nop|can|yeu cau) (?:\\S+ ){0,2}gi|the nao|ra sao|tai sao|vi sao|o dau|cho ai|lam sao|(?:cho|em|xin) hoi|cho (?:em|anh|minh|phong em) xin (?:mau|file|link|huong dan)|(?:mau|file|link|bieu|van ban|cong van|huong dan|so lieu) (?:\\S+ )?dau|nhu the nao|bao nhieu|bao lau|may (?:ngay|gio)',
  'who|what|when|where|how|why|which',
)
const notKnown = phrase(
  '(?:khong|chua) (?:biet|ro|chac|hieu)',
  // "Khi nào xong em báo", "chưa làm gì".
  '(?:khi nao|bao gio|luc nao) (?:\\S+ )*(?:em|minh|toi) (?:la |thi |se )*(?:bao|gui|nop|trinh|cap nhat)',
  '(?:khong|chua|chang) (?:\\S+ ){0,2}(?:gi|ai|dau|nao)(?! khong)',
)
/** "Có bắt buộc không ạ" */
const yesOrNo =
  /^ (?:vang |a |em |anh |chi |oi |the |viec |nay |nhiem |vu |cho |hoi |xin |, )*co (?:(?!khong|chua)\S+ ){1,7}khong(?: (?:a|anh|chi|em|nhe|vay|the|ban|sep))* (?:\? )?$/u
const mostWords = 8

/** A question by its words: with its mark, or short, or shaped as one. */
export const asksByWords = (sentence: string): boolean => {
  if (yesOrNo.test(sentence)) return true
  if (!interrogative.test(sentence) || notKnown.test(sentence) || isRhetoric(sentence)) return false
  const isShort = sentence.trim().split(' ').length <= mostWords
  return isShort || sentence.includes(' ? ') || / (?:vay|the|nhi|ha|day) $| cho (?:\S+ ){0,2}biet /u.test(sentence)
}

const going = phrase(
  'dang(?! ky)|doi|con (?:(?:mot )?(?:xiu|ti|chut|it)(?: xiu)?)(?: nua)?|tiep tuc|lam tiep|bat dau0?|(?:lam|thuc hien|dat|trien khai|xu ly) duoc|tien do|(?:mai|tuan (?:sau|toi)|thang (?:sau|toi)) (?:\\S+ ){0,2}(?:nop|gui|trinh)|con (?:doi|phai)|con cho (?:gop y|duyet|ky|y kien|van ban|huong dan)|du thao|soan thao|mot phan|mot it|mot so',
  'working|in progress|started|ongoing|underway|not (?:yet|done|finished)|almost|nearly',
  'chua (?:lam|bat dau0?|trien khai|thuc hien|xu ly|gui|nop|trinh|bao cao|toi|den|di den|ban hanh|co gi)',
)
const notYetAlone = /^ (?:vang |em |a |da )*(?:chua|not yet|no)(?: a| nhe| em| anh| chi| ban| oi| duoc| dau)* $/u

const soonAlone = /^ (?:vang |em |a |da )*(?:sap|gan)(?: duoc| roi| a| nhe| anh| chi| em)* $/u

export const isGoing = (sentence: string): boolean =>
  going.test(sentence) || notYetAlone.test(sentence) || soonAlone.test(sentence)

const notBegun = phrase(
  'chua (?:lam|bat dau0?|trien khai|thuc hien|xu ly)(?! (?:xong|duoc|het|tron))|khong lam gi|chua (?:lam|co) gi|not started',
)

/** "Chưa làm", "chưa": it was seen, and that is all. */
export const isNotBegun = (sentence: string): boolean => notBegun.test(sentence) || notYetAlone.test(sentence)

const acknowledged = phrase(
  'da (?:tiep )?nhan|tiep nhan|nhan (?:duoc )?(?:viec|nhiem vu|thong tin|chi0? dao|roi|nhe|a)|em nhan|da (?:ro|xem|doc|biet|nam|hieu)|(?:ro|nam|hieu|biet) roi|tiep thu|em (?:da |xin )?ghi nhan|nam duoc',
  'se (?:giao|chi0? dao|phan cong|cu|bo tri nguoi|lam|thuc hien|trien khai|xu ly|co gang|tham muu|bao cao|khan truong)|xin nhan',
  '(?:em|minh|phong em|ben em|don vi) (?:se )?(?:lam|trien khai|thuc hien|xu ly|kiem tra|xem|ra soat) (?:ngay|luon|lien)|de (?:(?:ben |phong )?em|minh|chung em) (?:lam|xem|coi|kiem tra|trien khai|xu ly|ra soat|nghien cuu|thuc hien)|nhat tri|tuan lenh',
  'received|got it|noted|understood|acknowledged|roger|will do',
)
const acknowledgedAlone = /^ (?:vang |ok |em |a )*(?:ro|nhan)(?: roi| a| nhe| anh| chi| em| ban| sep)* $/u
const acknowledgementDenied = phrase(
  '(?:chua|khong|chang|not) (?:\\S+ )?(?:tiep nhan|nhan|ro|xem|doc|received|understood)',
)

export const isAcknowledged = (sentence: string): boolean =>
  (acknowledged.test(sentence) || acknowledgedAlone.test(sentence)) && !acknowledgementDenied.test(sentence)

const claims = phrase(
  'da (?:lam|thuc hien|trien khai|gui|nop|bao cao|ban hanh|trinh|giai quyet|xu ly|to chuc|phat hanh|cong bo|dang0|hop|ky)(?! duoc)',
  '(?:lam|gui|nop|bao cao|trinh|ban hanh|thuc hien|xu ly) (?:\\S+ ){0,3}roi|song roi|het roi',
  'submitted|sent it|did it',
)
const claimsAlone = /^ (?:vang |em |da |ok )*(?:roi|song|ht|da|co|khong)(?: roi| a| nhe| em| anh| chi| ban)* $/u
const denied = phrase('chua|khong|chang|se|sap|mai|dang|not|will')

/** "Rồi": the answer to a question nobody knows. */
export const isBareYes = (sentence: string): boolean => claimsAlone.test(sentence)

/** It was done, sent, handed in: something was finished, perhaps the work. */
export const claimsSomething = (sentence: string): boolean => claims.test(sentence) && !denied.test(sentence)

const assent = /^ (?:(?:vang|ok|u|uh|da|a|em|anh|chi|nhe|sep|ban|yes|dong y|duoc|roi|alright|sure) )+$/u

/** "Ok", "vâng": said of a task it is an acknowledgement, otherwise only polite. */
export const isAssent = (sentence: string): boolean => assent.test(sentence)

const friendly =
  /^ (?=.*(?:cam on|camon|thanks|thank you|tks|thanh kiu|chao|hello|hi|hey|alo|bye|tam biet|chuc|khong co gi|hihi|haha|kk|good (?:morning|afternoon)) )(?:(?:cam|on|camon|thanks|thank|you|tks|chao|xin|hello|hi|hey|alo|bye|tam|biet|chuc|bot|ban|anh|chi|em|a|sep|minh|ok|vang|da|nhe|nhieu|rat|lam|lam0|vui|mot|ngay|tuan|cuoi|buoi|sang|trua|chieu|tối|toi|tot|lanh|ve|luon|khong|co|gi|oi|hihi|haha|good|morning|afternoon|va|cac|moi|moi0|nguoi|dong|chi0|tran|trong|da|nhac|nho|very|much|so|roi|,) )+$/u

export const isFriendly = (sentence: string): boolean => friendly.test(sentence)
