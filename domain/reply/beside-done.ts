import { isClouded } from './clouds.ts'
import { withoutCompounds } from './compounds.ts'
import { doneWord } from './done-word.ts'
import { isReturned } from './phrases.ts'
import { anyMarks, phrase, phrases } from './sentence.ts'
import { isUncertain, isUnfinished } from './unfinished.ts'

// What a clause beside "xong rồi" does to it: nothing, as a rule, but some take it back.

const reader =
  '(?:anh|chi|em|sep|co|chu|bac|chau|ban|bot|quy|dong chi|lanh dao|moi nguoi|cac|ca nha|so|sở|thanh pho|noi vu|tren|ubnd|he thong)'
const soft =
  'a|nhe|em|anh|chi|sep|ban|oi|ei|nua|luon|lun|voi|ne|hen|nghen|day|do|co|chu|bac|chau|bot|minh|toi|vang|ok|roi|va|ma|nhi'
const system = '(?:bot|he thong|may|phan mem|bang|tren (?:he thong|bang|may|app|web|phan mem|do)|app|web)'
const shown =
  '(?:bao|nhac|ghi|hien|de|giuc|keu|treo)(?: (?:la|em|toi|minh|do|qua han|cham|tre|chua|xong|hoan thanh|dang|lam|thuc hien|xu ly|hoai|mai|suot|nua|lai|viec|nay|vay|the))*'

/** Said by the way: of the reminder and the system, of who reads it, of being late, of what was found, thanks. */
const byTheWay = [
  `(?:nhung |ma |sao |the |chac |la |hinh nhu |tai |do |vi )*${system} (?:van |cu |lai |con |chua |khong )+(?:${shown}|cap nhat|ghi nhan|nhan)(?: (?:ma|nhung|vay|the))*(?: \\?)?`,
  // "… nên giờ mới báo", "em không rành máy nên báo chậm", "vì em không vào được hệ thống".
  '(?:(?!xong |hoan |chua |thieu |con |doi |ky |duyet |sua )\\S+ ){1,8}nen (?:em |minh |toi )?(?:(?:den |bay )?gio |nay |hom nay |chua kip |quen |chua |khong kip |khong )*(?:moi )?(?:bao|bao cao|nhan|tra loi|cap nhat|rep|phan hoi)(?: (?:cham|muon|tre|duoc|lai|cho|tin|cao))*',
  '(?:vi |do |tai )?(?:em|minh|toi|bac|chu|co|chau) khong (?:ranh|vao duoc|dang nhap duoc|biet (?:bam|dung|cap nhat|cach cap nhat|su dung)|quen dung)(?: (?:may|may tinh|he thong|phan mem|cong nghe|app|web|tren|duoc|zalo))*',
  '(?:lan sau|lan toi|tu nay) (?:em |minh |toi |phong |xa )*(?:se )?(?:bao|bao cao|cap nhat|luu y|rut kinh nghiem|chu y|nho)(?: (?:bao|som|hon|ngay|kip thoi|day du|cap nhat|luon|dung han))*',
  `(?:${reader} )*(?:xem|kiem tra|coi|check)(?: lai)?(?: giup| ho)?(?: (?:em|minh|toi))? (?:neu )?(?:co )?(?:thieu|sai|vuong|can)(?: sot)?(?: gi)? (?:thi )?(?:bao|nhan|goi|noi|alo)(?: (?:lai|em|minh|toi|cho|voi))*`,
  '(?:thoi |xin )?(?:dung|chang|khoi|khong)(?: can| phai)* (?:nhac|spam|giuc|goi|keu|lam phien|lo|theo doi)(?: (?:em|minh|toi|phien|nua|hoai|mai|lai))*',
  `${system} (?:chac |hinh nhu |co le |cap nhat )*(?:bi |hoi |cap nhat )*(?:cham|tre|lag)`,
  `(?:nho |phien )?(?:${reader} )+(?:ghi vao|ghi|bam|nhap|cap nhat)(?: vao| len| tren)? (?:giup|ho|dum|gium) (?:em|minh|toi|chau|chu|bac)`,
  '(?:nhung |ma )?(?:em|minh|toi|chau|chu|bac) khong (?:thay|tim thay) (?:nut|cho|o|muc|dau)(?: (?:nao|de|bam|hoan thanh|tick|tich|bao|cap nhat|dau))*',
  '(?:vi |do |tai )?(?:dien thoai|zalo|app|tai khoan)(?: cua)?(?: (?:em|minh|toi|chu|bac|chau))? khong (?:bam|vao|mo|tick|tich|nhan|cap nhat|dang nhap)(?: (?:duoc|nut|app|he thong|tren))*',
  '(?:(?!xong |hoan |chua |thieu |con |doi |ky |duyet |sua )\\S+ ){1,6}(?:gui|nhan|bao|vao|dang nhap|cap nhat) (?:hoai|mai) moi (?:duoc|len)',
  '(?:lan truoc|hom truoc|hom qua|luc nay|hoi nay|bua truoc) (?:em |minh |toi )?(?:bao|ghi|bam|nhan|go) nham (?:la )?(?:chua|dang lam|chua xong|chua lam)',
  'khong (?:con|co)(?: (?!xong )\\S+){0,3} (?:tre han|qua han|ton dong|ton|bo sot|sot|vuong mac|sai sot)',
  '(?:anh|chi|sep|co|chu|bac|ban|bot|dong chi|lanh dao) (?:xem|kiem tra|coi|check)(?: lai)?(?: giup| ho)?(?: em| minh)?',
  '(?:co |voi |gom )?\\d+ (?:nguoi|dai bieu|can bo|hoc vien|luot nguoi)(?: (?:tham|du|gia|da|den|ve))+',
  '(?:ban chinh|ban giay|ban goc|ho so|tai lieu|minh chung|file)(?: (?:em|minh|phong|dong quyen|da))* (?:de|luu|cat) (?:o |tai |trong |vao |tu |ben )?(?:tu|phong|van thu|kho|may|drive|ban|vp|van phong)(?: (?:roi|em|minh))*',
  `(?:nho |xin |mong )?(?:${reader} )*(?:xem |kiem tra |coi )?(?:chinh|sua|doi|cap nhat|tat|bo)(?: lai)?(?: trang thai| nhac| tren he thong)* (?:giup|ho|dum|cho) (?:em|minh|toi)(?! lam)`,
  `(?:(?:kinh )?(?:de nghi|nho|mong|xin|phien|kinh) )?(?:${reader} )*(?:(?:xem |vao |coi )?(?:ghi nhan|xac nhan|danh dau|danh gia|tich|tick|dong(?! chi)|tat nhac|ket thuc theo doi|ngung nhac|thoi nhac|khong nhac|dung nhac|khoi nhac)(?: (?:viec|nay|nua|xanh|lai|xong|hoan thanh|cho|giup|ho|dum|nhiem vu|la|da|theo doi|tren|vao|he thong|${reader}|minh))*)(?: de (?:anh em|moi nguoi|em|${reader}) (?:do|bot|khoi|yen|nam|biet|theo doi|tong hop)(?: \\S+)?)?`,
  `(?:${reader} )+(?:xem|kiem tra|coi|check) (?:lai |giup |tren |he thong |xem )*(?:da |co )?(?:hien|ghi nhan|cap nhat|nhan|len)(?: duoc| hoan thanh| xong)* (?:chua|khong)`,
  '(?:vang |em |minh |co |hoi |tuy |nhung |ma |bi |da |viec nay )*(?:tre|cham|muon|qua han)(?: (?:mat|han|mot|hai|ba|vai|may|\\d+|bua|hom|ngay|tuan|ti|chut|xiu|it|hen|day|gio|tieng|thang|cua))*(?: (?:em|minh|toi|xin|mong|loi|thong cam|nhe|a|anh|chi|sep))*',
  '(?:nhung |ma |em |minh |toi |vi |do |ban qua |tai )*(?:quen|chua kip|khong kip|chua)(?: (?:mat|chua|khong|luon))* (?:bao(?: cao| lai)?|cap nhat|bam|tich|tick|nhan tin)(?: (?:len |tren |lai |he thong |cho |voi |anh |chi |sep )*)?',
  '(?:ma |nhung )?(?:(?:gio|nay|hom nay|bay gio) )?(?:em |minh |toi |con |chau |phong |xa )?(?:gio |nay |hom nay )?(?:vua |moi |cung |da )+(?:cap nhat|gui|nop|bao cao|bao|dang|up|tai|dua|dinh kem|nhap|ky)(?: (?:len|tren|vao|xong|he thong|hoi|cho|anh|chi|sep|lai|duoc|phan mem|bao cao|ho so|file|link|sáng|sang|chieu|trua|toi|tối|nay|qua|hom|roi|minh chung|ket qua|van thu|phong|so|sở|noi vu))*',
  '(?:em |minh |vang |toi )*tuong (?:la |em |minh |toi |da )*(?:bao|bao cao|cap nhat|gui|nhan|bam)(?: cao| lai| xong| hoan thanh)* roi(?: (?:cho|chu|ma|co|day|do))*',
  '(?:ket qua |qua ra soat |chu |va |hien )*khong (?:co|phat hien|phat sinh|con) (?:\\S+ ){0,5}?(?:nao|gi)(?: (?:nua|phai|can|bi|de|vuong|sua|sua doi|dieu chinh|bo sung|sai|sai sot|vuong mac|ton|ton dong|chua|trai|luat|trung|chong cheo|lac hau|phu hop|vi pham|quy dinh|xu ly|lam|huy|bai bo|thay the|het|ca))*',
  'de (?:anh em|moi nguoi|em|minh) (?:do|bot|khoi|yen)(?: \\S+)?',
  '(?:du |tuy )?(?:hoi |qua )?(?:met|cuc|vat va|cang|gap|voi|muon|lau)(?: (?:lam|qua|that|ti|chut|muon|xiu|chet|tho|re))*',
  '(?:(?:sang nay|chieu nay|hom qua|hom truoc|chieu qua|toi qua) )?(?:em|minh|toi|chau|phong|xa) (?:co |da |cung |vua |xin phep )+(?:bao|bao cao|gui|nhan|nop|goi)(?: (?!chua |khong |la |xong |con |xin )\\S+){0,6} roi(?: (?:day|do))?',
  `(?:em|minh|toi) (?:xin )?gui (?:lai |kem |kem theo )*(?:bao cao|file|ket qua|van ban|so lieu|minh chung)(?: (?:de|cho|den))* (?:${reader} )*(?:theo doi|tong hop|xem|nam|biet|luu)`,
  '(?:anh|chi|sep|bot|co|chu) a0',
  'nhac (?:chi|gi|lam gi)(?: nua)?',
  '(?:sao|ma) (?:van )?chua (?:xoa|tat|dong|ghi nhan|cap nhat)(?: (?:khoi|danh sach|tren|he thong|viec|nay|nhac|cho|em|minh))*',
  'chuc(?: (?!xong |con |phan |chua )\\S+){1,8}',
  '(?:cam on|xin loi|tran trong|thong cam|mong (?=thong))(?: (?:thong cam|nhieu|loi|da|nhac|vi|cham|tre|muon|quan tam))*',
  '(?:hom qua|hom truoc|hom bua|luc truoc|truoc|tuan truoc)(?: (?:em|minh|toi|phong|xa))? (?:co )?(?:bao|noi)(?: cao)?(?: la)? (?:chua|vuong|dang|gan|sap|con)(?: (?!xong \\S)\\S+){0,4}',
]
const harmless = new RegExp(
  `^ (?!(?:\\S+ )*(?:co ban|chi0? co|so0? so0?) )(?:(?:${anyMarks(soft)}) )*(?:(?:${byTheWay.map(anyMarks).join('|')})(?: (?:${anyMarks(soft)}))* )?$`,
  'u',
)

/** Other people's doings: what they have passed or taken is out of the way, whatever else they do may not be. */
const somebodyElse = anyMarks(
  '(?:sep|lanh dao|thu truong|(?:pho )?(?:chu tich|giam doc|truong phong)|truong ban|ke toan|van thu|tham dinh|thanh pho|bo (?:noi|tai|y|thay|tu)|sở (?!em|minh|toi|da )\\S+|so (?:noi|tai|tu|xay|y|bac|khong|tra|yeu|che)|ben (?!em|minh|toi|ta|nay|xa|phong)\\S+|(?:mot|hai|ba|vai|may|\\d+) (?:ho|xa|thon|don vi|truong|phong|nguoi|to|khu)|(?:anh|chi|chu|bac|co|ong|ba|em) (?:lan|hoa|hung|thu|mai|binh|tuan|ha|huong|nga|minh|linh|ngoc|phuong|dung|hai|ba|tu|INITIAL))',
)
const actsOf = new RegExp(`^ (?:(?:va|roi|ma|gio|nay|nhung) )*${somebodyElse} (?!oi )`, 'u')
const passed = new RegExp(
  ` (?:${anyMarks('duyet|ky|nhan|tiep nhan|xac nhan|thong qua|dong y|phe duyet|nghiem thu|khen|ban hanh|kiem tra|danh gia|nop|gui|bao cao|biet|thong nhat|cong nhan|phat hanh|dong dau|vao so|phuc tra|tham du|du')})0? `,
  'u',
)
const isPassed = (clause: string): boolean =>
  titled.test(clause) ||
  (passed.test(clause) &&
    / (?:da|roi|du|het|vua|hoi|hom qua|chieu qua|sang nay|ky (?:bien ban|nhan)|\d+) /u.test(clause))
/** Signed: "Đã xong. Chủ tịch xã." */
const titled = /^ (?:pho )?(?:chu tich|giam doc|truong phong|van thu|ke toan) (?:ubnd |xa |phuong |so |sở )*$/u

/** Somebody is still to look at it: "xong rồi, em gửi sếp duyệt", "…, em vừa trình ký". */
const handedOn =
  /^ (?:(?:va|roi|em|minh|toi|vua|moi|da|cung|anh|chi|nho|gio) )*(?:(?:gui|nop|chuyen|trinh)(?: (?!LINK|xong)\S+){0,3} (?:duyet|tham dinh|gop y|y kien|xem xet|ra soat|ky)|trinh (?:ky|sep|lanh dao|chu tich|duyet)|gop y|(?:xin|lay) y kien) (?!.*(?:xong|luon|duoc|dong y|thong qua|nhan) )/u

/** "Xong rồi, toang rồi", "…, văn thư ôm mấy hôm nay", "…, tối nay gửi". */
const takesBack = phrase(
  '(?<!(?:cong|van|bai|toan|tu|nhan|quan|hoc|ngan) )van(?= (?!de |phong |ban |thu |hoa |minh |dong |tai |hanh ))|ngam|om|sot|bo sot|di vang|vang (?:mat|nha0?)|di (?:hoc|phep|cong tac)|nam (?:tren|o|cho|do|im)|treu|theo (?:nhu )?loi0?|nghe (?:the|vay|noi)|bac(?= $)|khoan(?= (?:da|hay|dong|tick|ghi) )|dung0? (?:dong|tick|tich|ghi)|lo0? (?:bam|ghi|nhan|tick|tich|bao)|bo giup|bay sach|mat sach|toang|hut|dan (?:kien(?! nghi )|phan doi0?)|thua (?:chi0? tieu|ke hoach)|(?:thanh tra|kiem toan) (?:vao|doi|sap)|het cuu|mat trang|tieu (?:roi|tung|doi0*)|be0? (?:ke hoach|bet)|doi0?0? (?:mau|bieu|huong|y)|mang cho0?|cho (?:dep|co|xong|qua|roi)|lat lai|dao lai',
  '(?:toi|tối|chieu|sang|trua) nay (?:(?:em|minh|toi|phong) )?(?:la |moi |se )?(?:gui|nop|trinh|ky|hop|dang|in|up)|dau0? (?:tuan|thang) (?:hop|trinh|gui|nop|ky|thong)|(?<!tu |hom |hoi |sang |chieu )thu (?:[2-7]|hai|ba|tu|nam|sau|bay) (?:\\S+ ){0,2}(?:gui|nop|trinh|ky|hop)|la (?:gui|nop|trinh|duoc|on)(?= )',
  `${doneWord} (?:em|doi0*(?: em)?|phim|luon cai may)(?= roi| chi| anh| $)|(?<!(?:da|vua|deu) (?:\\S+ )?)${doneWord} (?:nhiem vu |viec )?nhe (?:cac|moi0? nguoi|anh em)|(?:de nghi|yeu cau)(?: (?!ghi |xac |danh |tich |tick |cong |dong viec|chot |nghiem |duyet |cap |cho |tong |xem |kiem )\\S+){0,5} ${doneWord}|(?<= (?!vang |ok |em )\\S+ )(?<! da )(?:xem|kiem tra|ky|duyet|doc|hop|nghiem thu|ra|sua) da|(?<! da (?:\\S+ ){0,2})${doneWord} roi (?:(?:em|minh) )?(?:se )?(?:gui|nop|bao|nhan|trinh)(?! (?:\\S+ )*(?:roi|LINK|DOCUMENT|kem|hinh|day|luon) )|(?<! da (?:\\S+ ){0,2})${doneWord} (?:\\S+ ){0,3}?trong (?:quy|thang|tuan|nam|hom|ngay|chieu|toi|tối) (?:nay|toi|sau)`,
)

/** Whether a clause after "xong rồi" takes it back, or may: by what others do, by a later step, by a mishap. */
export const isTakingBack = (clause: string): boolean =>
  !harmless.test(clause) &&
  ((actsOf.test(clause) && !says.test(clause) && !isPassed(clause)) || handedOn.test(clause) || takesBack.test(clause))
const says = phrase(doneWord)

/** Said by the way, of the reminder or of who reads it: it leaves anything as it is. */
export const isByTheWay = (clause: string): boolean => harmless.test(clause) && !onlyPolite.test(clause)
const onlyPolite = new RegExp(`^ (?:(?:${anyMarks(soft)}) )*$`, 'u')

const relaxed = phrases(
  'nay gio|(?:con|het) hieu luc|het vuong|moi (?=cap nhat|gui|nop|dang|bao|ky)|(?:truong|pho) phong|chu truong|(?:den |toi )?(?:nay|gio)(?= da )|(?:ho so0?|viec|van ban|nhiem vu) (?:tre|qua|cham) han|(?:van ban|thu|cong van) xin loi0?|tai muc \\S+|(?:bao cao|cong van|van ban|to trinh|thong bao|ke hoach) so|gui (?:cho|len|ve)',
)
const joins = /^ (?:nhung|ma|song|tuy|du) | (?:nhung|song|con|thi) /u
/** "Xong nhé, thứ 6 này", "…, được 2 xã": when it will be, or how far it came. */
const day =
  /(?<! (?:tu|hom|hoi|sang|chieu|trua|toi|tối)) (?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|t[2-7]|cn) |^ (?:duoc|moi|co|dau|khoang|tam) (?:\d+|may|vai) |^ (?:trong |vao |den |ngay )?(?:hom|sang|chieu|trua|toi|tối|tuan|thang) nay (?:(?:a|nhe|anh|chi|em|sep) )*$/u

/** Whether a clause leaves "xong rồi" beside it as it is. */
export const isHarmlessBeside = (clause: string): boolean => {
  if (harmless.test(clause)) return true
  // A word or two may be no clause but what hangs on the next: "đừng, theo kế hoạch, …".
  return clause.split(' ').length >= 5 && !isOfOthersOrLater(clause) && isUnclouded(clause)
}

const isOfOthersOrLater = (clause: string): boolean =>
  isReturned(clause) || clause.startsWith(' cho ') || day.test(clause)

const isUnclouded = (clause: string): boolean => {
  const bare = withoutCompounds(clause.replace(relaxed, ''))
  return !joins.test(bare) && !isClouded(bare) && !isUnfinished(clause, bare) && !isUncertain(clause)
}
