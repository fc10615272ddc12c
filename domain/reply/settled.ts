import { doneWord } from './done-word.ts'
import { anyMarks, phrase, phrases } from './sentence.ts'

// What a message holds besides the state of the work now: what was once the case and is over, what is denied because it
// is all right, what is asked of whoever reads it, what is offered or excused. It is taken out before the rest is weighed.

/** A clause from its comma or the beginning to the next comma or the end. */
const clause = (...bodies: readonly string[]): RegExp =>
  new RegExp(`(?<=(?:^|,) )(?:${bodies.map(anyMarks).join('|')})(?: (?:${softWords}))*(?= (?:,|$))`, 'gu')

const reader =
  '(?:anh|chi|em|sep|co|chu|bac|ban|bot|quy|dong chi0?|lanh dao|moi nguoi|cac|ca nha0?|so|sở|thanh pho|phuong|xa|noi vu|ai do)'
const speaker =
  '(?:em|minh|toi|tui0|tui|chung minh|chung em|chung toi|ben em|phong em|xa em|phuong em|don vi em|ben minh|anh|chi)'
const softWords =
  'a|nhe|em|anh|chi|sep|ban|oi|dau|nua|het|ca|nao|gi|roi|luon|lun|voi|ha|hi|ta|do|day|co|chu|bac|bot|minh|toi|cho0?|ne|hen|nghen|kia|lam|vay|the'

const wrongs =
  '(?:qua han|ton|ton dong|bo sot|sot|tre|tre han|cham|vuong|vuong mac|chua \\S+(?: \\S+)?|sai|sai sot|loi|thieu|khieu nai|phan nan|ton tai|bi tra|kien nghi|y kien khac|phat sinh)'
const soon =
  '(?:chieu|sang|toi|tối|trua|lat|ti|chut|mai|mot|tuan|thu|ngay|dau|hom|bua)(?: (?:nay|mai|nua|sau|toi|tuan|[2-7]|hai|ba|tu|nam|bay|kia))*'
const papers =
  '(?:minh chung|ban (?:giay|cung|goc|chinh|scan|in|do|dau do|luu|mem|anh0)|file|link|anh0|anh0? chup|hinh(?: anh0?)?|tai lieu(?: kiem chung)?|ho so|bien ban|giay to|chung tu|danh sach|san pham|quyet dinh)'

const before =
  '(?:luc (?:sang|trua|chieu|dau0?)|(?:luc|lan|hom|bua|tuan|thang|ban|hoi|dao|dot|may hom|ngay) (?:truoc|nay|qua|no0?|kia|dau0?)|truoc day|truoc do|truoc|ban dau0?|moi0? hom (?:truoc|qua|no|kia)|sang nay|ban nay)'
const now =
  '(?:(?:den |toi )?(?:nay|gio|bay gio|hom nay|hien tai|hien nay|hien gio|sang nay|chieu nay|trua nay|nay thi|gio thi|sang DAY|DAY)(?: thi)?)'

/** Nothing is left: that says as much as "all of it". */
const nothingLeft = clause(
  // "Không còn nội dung nào chưa làm", "không có hồ sơ nào quá hạn", "ko thiếu gì nữa đâu", "k sót ai".
  `(?:${speaker} |hien |nay |va |da )*(?:khong|chang) con (?:\\S+ ){0,4}?(?:gi|nao|viec ton|ton(?: dong)?|vuong(?: mac)?|no|thieu|sot|du no)(?: (?!,|chac|ro)\\S+){0,5}`,
  `(?:hien |va )*khong (?:co |phat sinh |de )(?:(?!nen )\\S+ ){0,4}?(?:nao |gi )?(?:bi |con |de )*${wrongs}(?: (?!,)\\S+){0,3}`,
  `(?:va )?(?:0|khong) (?:qua han|ton dong|tre han|sot|bo sot|thieu)(?: (?:ai|gi|cai|ho so|truong hop|xa|thon|muc|nguoi|viec|nao|mot))*`,
  'khong (?:thieu|sot|bo sot|ton|lech|no0?|tru|rot)(?: \\S+)? (?:nao|gi|ai)(?: (?:het|ca))?|khong (?:thieu|sot|bo sot|ton)(?: (?:gi|ai|cai|muc|viec|xa|thon|ho so|truong hop|nguoi|mot|nao))*',
)

/** Said of what might have been expected, and was not so. */
const denied = clause(
  'khong (?:vuong(?: mac)?|kho khan|van de|co van de)(?: gi)?',
  'khong co gi (?:kho|vuong|phuc tap|to tat|phai ban|ghe)(?: (?!,)\\S+){0,2}|khong kho(?: gi| lam0?)?',
  // "Không phải làm nữa", "khỏi lùi hạn", "không cần gia hạn nữa", "em rút lại đề nghị gia hạn".
  `(?:${speaker} |nen |viec nay |bot |he thong )*(?:khong|khoi|thoi|chang|dung0?)(?: can| phai| xin)* (?:nhac|giuc|hoi|goi|doi0?|gia han|lui|xin|lam|theo doi0?|lo|rep|ray|mang|gian|trach|buon|la|phat|phe binh)(?: (?:lam|gi|han|gia han|them|nua|viec|nay|lai|nho|phien|${reader}))*`,
  `(?:gio |nay |hien )?(?:khoi|khong) can(?: nua)?|(?:${before} )?${speaker} (?:da |vua |moi |cung )*(?:kiem tra|check|ra soat|hoi|xem|coi|ra)(?: lai)?(?: roi)?(?: (?:thay )?(?:on|dung|du|ok|tot|dat|chuan)(?: het| ca| roi)*| lai roi)`,
  `(?:${speaker} )?(?:xin )?(?:rut|rut lai|huy|bo)(?: (?:de nghi|don|yeu cau|y kien|van ban))* (?:xin )?(?:gia han|lui han|khat)(?: (?!,)\\S+){0,4}`,
  'khong (?:cham|tre|muon|qua han)(?: han| dau| mot ngay| ngay nao| gi)*',
  'chua bao gio (?:nhanh|le|gon|som)(?: (?!,)\\S+){0,4}',
)

/** "Trễ 2 hôm", "hơi chậm một tí", "em báo muộn", "quên chưa cập nhật". */
const late =
  '(?:tre|cham|muon|lo(?! (?:bam|ghi|tick|tich|bao|nhan|noi) ))(?: (?:han|mat|hen|xiu|chut|ti|it|mot|hai|ba|vai|may|\\d+|ngay|hom|bua|tuan|tieng|gio|phut|day|do))*'
const excuses = [
  new RegExp(
    `(?<=(?:^|,) )(?:(?:vang|${speaker}|viec nay|tuy|du|co|hoi|bi|da|qua) )*(?:${late})(?: (?:roi|nua|that))?(?: nhung ma| nhung| ma| co)?(?=(?: ,)? (?:\\S+ ){0,6}${doneWord} )`,
    'gu',
  ),
  new RegExp(
    `(?<= ${doneWord} (?:(?:roi|a|anh|chi|em|nhe|oi|,) )*)(?:nhung(?: ma)?|ma|tuy|du|co|,)(?: (?:${speaker}|co|hoi|bi))* (?:${late})(?=(?: (?:a|nhe|roi|em|anh|chi|thoi))* (?:,|$))`,
    'gu',
  ),
  clause(
    `(?:mong|xin|nho|cho)?(?: ?(?:${reader}|cho|em|thu))* ?(?:thong cam|thu loi0?|bo qua|luong thu|dai xa)(?: (?:giup|cho|voi|nhe|a|em|vi|bao|muon|cham|tre|da))*`,
    `(?:(?:cho )?(?:${speaker} )?)?(?:xin loi0?|sorry|cao loi0?)(?: (?:${reader}|vi|da|em|minh|toi|bao|bao cao|cap nhat|tra loi0?|rep|muon|cham|tre|nay|moi0?|gio|quen|khong|chua|lam|phien))*`,
    `(?:tai |do |vi |ma |nhung )?(?:${speaker} )?(?:ban qua |mai lam |lu qua |ban |so suat )?(?:(?:nen )?quen|(?:nen )?(?:chua|khong) kip|(?:nen )?chua)(?: (?:mat|chua|khong|luon|phat))* (?:bao(?: cao| lai)?|cap nhat|bam|tich|tick|nhan|rep|tra loi0?|vao|len)(?: (?!,|xong|hoan)\\S+){0,5}`,
    `(?:${speaker} )?tuong (?:la )?(?:da )?(?:bao|bao cao|cap nhat|bam|nhan|gui)(?: cao| lai)? roi(?: (?!,)\\S+){0,2}`,
    '(?:(?:khong|chua|chang) (?:biet|hieu|ro) )?(?:sao|tai sao|vi sao|ma|the ma|vay ma)?(?: ?(?:la|ma|cai|con|bot|he thong|may|phan mem|bang|tren|phan))* (?:van|cu|lai|con)(?: (?:van|cu|lai|con|thay))* (?:bao|nhac|ghi|hien|de|giuc|keu)(?: (?:do0?|qua han|cham|tre|chua|xong|la|hoai|mai|hoan thanh|em|toi|minh|vay|the|mau|dang|lam|thuc hien|lai|suot|ngay|nao|cung|ta))*',
  ),
  // "… rồi mà hệ thống vẫn nhắc hoài".
  /(?<= )ma(?: (?:bot|he thong|may|phan mem|ben|anh|chi|tren|cu|van|lai|con))* (?:nhac|bao do|bao qua han|hien do|giuc|ghi qua han|ghi chua xong|bao chua xong|(?:van )?chua (?:cap nhat|ghi nhan|doi0? trang thai|nhan))(?: (?:hoai|mai|nua|em|toi|minh|vay|the|lai|a|nhi|viec|ta|suot))*(?= ,| $)/gu,
  // "Chưa kịp báo với anh chứ việc này xong rồi".
  new RegExp(
    `(?<=(?:^|,) )(?:(?:vang|da|${speaker}) )*(?:chua|quen|khong)(?: kip| co)* (?:bao|bao cao|cap nhat|nhan|bam)(?: (?:voi|cho|lai|anh|chi|sep|em|len|he thong))* (?:chu0?|cho0?|nhung|chu thuc ra) (?=(?:\\S+ ){0,5}${doneWord} )`,
    'gu',
  ),
]

/** What is asked of the reader: to look, to note, to approve, to complain if something is missing. */
const asked = clause(
  `(?:(?:kinh )?(?:de nghi|nho|mong|phien|xin|nhờ|cho) )?(?:(?:${reader}|em|minh) )*(?:vao |coi |xem )?(?:check|tich|tick|danh dau|kiem tra|xem|coi|ghi nhan|xac nhan|cap nhat|duyet|phe duyet|dong|nghiem thu|tong hop|theo doi0?|nhan|ngo)(?: (?:xanh|lai|viec|nay|xong|hoan thanh|la|cho|nhiem vu|da|dum|phat))*(?: (?:giup|ho|dum|voi|cho|gium))(?: (?:${reader}|em|minh|toi|voi|cai|viec|nay|tick|tich|danh dau|xong|hoan thanh|la|phuong|xa|phong))*`,
  `(?:(?:xin |kinh )?(?:bao cao |bao )?de|nham) (?:${reader} )+(?:tong hop|theo doi0?|nam|biet|ghi nhan|cap nhat|danh gia|yen tam|ro|tinh|tien theo doi0?)(?: (?!,)\\S+){0,3}`,
  `(?:kinh |xin )?(?:de nghi|mong|nho|kinh mong)(?: ${reader})* (?:ghi nhan|xac nhan|danh dau|tich|tick|dong|cap nhat|theo doi0?|tong hop|duyet|phe duyet)(?: (?:hoan thanh|xong|la|viec|nhiem vu|nay|ket qua|da|cho|phuong|xa|phong|don vi|em|giup|tren|he thong|vao))*`,
  `(?:neu )?(?:co gi|can gi|thieu gi|sai gi|vuong gi|co dieu gi|co thieu|co sai|can them gi|co van de gi|cho0? nao|co cho0? nao|neu (?:can|thieu|sai|co gi|chua dung|can them))(?: (?!,)\\S+){0,4}? (?:(?:${reader}|cu) )*(?:bao|nhan|goi|noi|cho|em|alo|phan hoi|lien he|gui|de em)(?: (?!,)\\S+){0,8}`,
  `(?:${soon} )?(?:(?:${speaker}) )?(?:se )?(?:gui|nop|bo sung|cap nhat|chup|mang|dem|dua|up|scan|chuyen|cam|de|luu)(?: (?:kem|kem theo|anh|chi|em|sep|cho|lai|them|len|qua))* (?:${papers})(?: (?!,|xong|hoan|chua|nhung|con)\\S+){0,6}`,
  `${papers} (?:${soon} )?(?:${speaker} )?(?:se )?(?:gui|nop|bo sung|mang|up|chuyen)(?: (?:anh|chi|em|sep|cho|lai|sau|len|qua|duoi|o|day|ben|zalo|mail|email|nhe|a|${soon}))*`,
  `(?:nay |cho )?(?:anh|chi|em|sep|${reader}) (?:cu )?yen tam(?: (?:nhe|di|a|luon))*`,
  `con (?:viec|nhiem vu|cai|chuyen)(?: (?!,)\\S+){1,8} la (?:viec|nhiem vu|chuyen|cai) (?:khac|rieng)(?: (?!,)\\S+){0,4}`,
  '(?:cam on|cam ta|thanks|tks)(?: (?!,)\\S+){0,6}|tran trong(?: (?!,)\\S+){0,3}',
)

/** "Lúc trước báo 80% nhưng nay …", "hôm qua còn vướng, nay gỡ được rồi", "tưởng phải kéo dài ai ngờ …". */
const over = [
  new RegExp(
    `(?<=(?:^|,) )(?:(?:vang|da|thua|em|anh|chi|phong em) )*${before} (?:(?!${doneWord} )\\S+ ){1,12}?(?:, (?=${now} )|(?=(?<! (?:bao|may) )(?:gio|bay gio|den nay) (?:\\S+ ){0,6}?(?:${doneWord}|roi) )|(?:nhung|ma|song)(?: ma)? (?=(?:${now}|da|vua|viec)? ?))`,
    'gu',
  ),
  new RegExp(
    `(?<=(?:^|,) )(?:(?:vang|da|thua|em|anh|chi|phong em) )*${before} (?:(?!,)\\S+ ){0,5}(?:chua|gan|sap|moi|chua co|khong kip) (?:lam )?${doneWord} (?:, )?(?:nhung |ma )?(?=${now} )`,
    'gu',
  ),
  new RegExp(
    `(?<=(?:^|,) )(?:(?:vang|da|em|toi|minh|ai cung|cu) )*tuong (?:(?!${doneWord} )\\S+ ){1,9}?(?:ai ngo|ai de|hoa ra|khong ngo|ma|nhung|ai nghi|vay ma|the ma) `,
    'gu',
  ),
  /(?<=(?:^|,) )(?:nay|gio|bay gio)(?: (?!,|con|chua|thieu|mat|hong|bi|het|dang|khong|loi|lai|xong|hoan|moi|phai|doi)\S+){1,5} roi(?= ,)/gu,
  // "Nay gỡ được rồi", "máy hỏng đã sửa", "giờ có kinh phí rồi".
  /(?<=(?:^|,) )(?:(?:nay|gio|hom nay|hom qua|sang nay|da) )*(?:da )?(?:go|thao go|giai quyet|xu ly|khac phuc|sua|lo)(?: (?:vuong mac|vuong|kho khan|loi|su co))?(?: duoc| xong)?(?: het)?(?: roi)?(?=(?: a| nhe)* ,)/gu,
  /(?<=(?:^|,) )(?:\S+ ){0,2}(?:hong0?|loi|vuong|tac|treo|ket|thieu)(?: (?!,)\S+){0,2} da (?:sua|xu ly|khac phuc|go|thao go|thay|bo sung|bu)(?: xong| duoc| du| roi| het)*(?=(?: a| nhe)* ,)/gu,
  // "Du thiếu người nhưng …"
  new RegExp(
    `(?<=(?:^|,) )(?:(?:vang|da|em) )*(?:du(?! (?:kien|dinh|thao|an|toan|bao|tru|hop) )|tuy|mac du)(?: (?:la|rang|co|cho0?))* (?:(?!,|chua|khong|${doneWord} )\\S+ ){1,8}?(?:, |nhung |song |ma )+(?=(?:\\S+ ){0,7}${doneWord} )`,
    'gu',
  ),
]

/** Whoever heard it answers for it: "anh Sơn báo xong rồi, tôi xác nhận là hoàn thành". */
const confirmed = new RegExp(
  `^ (?!.*(?:chua|chang|con) )(?:(?!,)\\S+ ){2,18}, (?=(?:${speaker}) (?:\\S+ ){0,4}?xac nhan(?: luon| la| roi| viec| nay| ,)* (?:\\S+ ){0,5}?${doneWord} )`,
  'gu',
)

const beside: readonly RegExp[] = [
  phrases(
    'cuoi cung thi(?: cung)?|(?<=(?:^|,) )(?:gio|nay|bay gio|den nay) thi(?= (?:da |cung )?(?:lam )?(?:xong|hoan))|thua (?:co|chu|bac|anh|chi|sep|thay)|cho chac(?: chan)?|cach day \\d+ (?:phut|gio|tieng|ngay|hom|tuan|thang)|(?:quen|xin) loi0?(?= , )',
    '(?:neu|giao|duoc giao|ghi|quy dinh|phan cong|yeu cau) (?:tai|o|trong|theo) (?:(?:diem|muc|khoan|dieu|phu luc|phan|tiet|ke hoach|van ban|so|thu tu|dong|cot|tt) (?:\\S+ )?)*?(?:diem|muc|khoan|dieu|phu luc|phan|tiet) (?:\\d+|[a-z])(?: (?:diem|muc|khoan|dieu|phu luc|phan) (?:\\d+|[a-z]))*',
    'tai (?:muc|diem|khoan|dieu) (?:\\d+|[a-z])(?: (?:muc|diem|khoan|dieu|phu luc) (?:\\d+|[a-z]+))*(?= (?:da|ke hoach|cua|van ban|cong van|thong bao|,|phu luc|quyet dinh))',
    '(?:he thong|phan mem|truc|truc lien thong|may) (?:da )?(?:bao|ghi nhan) (?:tiep nhan|gui|nop|nhan|da nhan|da tiep nhan)(?: thanh cong)?',
    'tu (?:nam )?\\d{4} (?:toi|den) (?:gio|nay|\\d{4})|tu (?:doi0?|thuo|kiep|ngay) (?:nao|xua)(?: roi)?|khong tien mat',
    'nhung0?(?= (?:han che|ton tai|noi dung|van de|sai sot|viec|kho khan|bat cap|thieu sot|thu tuc|cho0? sai|diem)(?: (?!,|chua)\\S+)* (?:,|$))',
  ),
]

/** Nobody writes more about one task. */
const mostCharacters = 3000

/** A message without what is beside its point; " , " where something stood. Without a word of completion it stays. */
export const settle = (sentence: string): string => {
  if (sentence.length > mostCharacters || !says.test(sentence)) return sentence
  const first = [confirmed, ...over, ...beside].reduce((rest, pattern) => rest.replace(pattern, ' , '), sentence)
  const bare = [denied, ...excuses, asked].reduce(
    (rest, pattern) => rest.replace(pattern, ' , '),
    spaced(first).replace(nothingLeft, 'WHOLE'),
  )
  const settled = spaced(bare)
  return says.test(settled) ? settled : sentence
}

const says = phrase(doneWord)

const spaced = (sentence: string): string =>
  ` ${sentence.replace(/\s+/gu, ' ').trim()} `.replace(/(?: ,)+(?= )/gu, ' ,').replace(/^ , | , $/gu, ' ')
