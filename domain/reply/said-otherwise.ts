import { anyMarks, phrase } from './sentence.ts'

// "Done" in other words: they are read as "xong", and what speaks against "xong" speaks against them.

const self = '(?:em|minh|toi|phong|don vi|phuong|xa|ben em|chung toi|so|sở)'

const ways: readonly (readonly [RegExp, string])[] = [
  [/(?<= )(?:coi|xem) nhu (?=(?:tron ven|khep lai|dong lai))/gu, ''],
  [
    /(?<=(?:^|,) )((?:vang |da )?(?:em|toi|minh|ben em|ben minh|phong em|tui0 em|xa|phuong)? ?(?:da )?)ket0? thuc(?= roi)/gu,
    '$1xong',
  ],
  [/(?<=(?:^|,) )khong con (?:viec |noi dung )?gi (?:nua|ca|het|phai lam|de lam)(?: nua| dau)*(?= )/gu, 'xong het'],
  // "Khắc phục dứt điểm", "giải quyết triệt để".
  [
    /(?<= )(giai quyet|khac phuc|xu ly|thao go|lam|thuc hien) (?:dut diem|triet de|tron ven|rot rao|on thoa|on xong)(?: (?:xong|duoc))?(?= )/gu,
    '$1 xong',
  ],
  // "Em xin kết thúc nhiệm vụ", "việc này khép lại", "đã đóng việc này".
  [
    /(?<= )(?:em |toi |phong |phuong |xa |don vi )?xin (?:phep )?(?:ket0? thuc|khep lai|dong) (?:viec|nhiem vu|cong viec)(?: nay)?(?= )/gu,
    'viec nay da xong',
  ],
  [
    /(?<= )(?:viec|nhiem vu|cong viec)(?: nay)? (da |cung |vay la |nhu vay la |the la |coi nhu )*(?:khep lai|ket0? thuc|dong lai)(?= )/gu,
    'viec nay $1xong',
  ],
  [/(?<= )da dong (?:viec|nhiem vu|cong viec)(?: nay| do)?(?= )/gu, 'da xong viec nay'],
  [
    /(?<= )het (?:viec|nhiem vu|no0? viec|no0?)(?: nay)?(?=(?: (?:roi|a|nhe|luon|anh|chi|em|sep))* (?:,|$))/gu,
    'xong viec',
  ],
  // "Đạt đủ 100% nội dung", "đã thực hiện 100% chỉ tiêu".
  [
    /(?<= )(?:dat|da lam|lam|da thuc hien|thuc hien|da trien khai)(?: du| duoc| tron)? HUNDRED (?:ke hoach|noi dung|chi0? tieu|khoi luong|yeu cau|nhiem vu|muc tieu|cong viec)(?: duoc giao| de ra)?(?= )/gu,
    'hoan thanh HUNDRED',
  ],
  // "100% rồi chị ơi".
  [
    /^ (?:(?:vang|ok|da|em|minh|toi|ben em|phong em|xa em|viec nay|nhiem vu nay) )*HUNDRED (?:(?:luon|het|ca) )*roi(?=(?: (?:a|nhe|luon|anh|chi|em|sep|ban|oi|day|do|ne))* $)/gu,
    ' da xong roi',
  ],
  // "Đã thực hiện đầy đủ theo yêu cầu của kế hoạch".
  [
    /(?<=^ (?:(?:vang|em|minh|toi|phong em|xa|phuong|don vi) )*)da (?:thuc hien|trien khai|lam) (?:day|đầy) du(?=(?: (?:cac|noi dung|nhiem vu|viec|theo|dung|yeu cau|ke hoach|quy dinh|cua|duoc giao|a|nhe|roi|anh|chi|em|sep))* $)/gu,
    'da xong',
  ],
  // "Không còn nội dung nào chưa làm": there is nothing but done.
  [
    /(?<= )khong con (?:noi dung|viec|muc|nhiem vu|chi0? tieu|phan viec)(?: viec)? nao (?:la )?(?:chua|phai) (?:lam|xong|thuc hien|hoan thanh|trien khai|xu ly)(?: nua| dau| xong)?(?= )/gu,
    'da xong het',
  ],
  // "Tick xong giúp em việc này với": who asks for the mark has done it.
  [
    /(?<=(?:^|,) )(?:(?:vang|anh|chi|sep|bot|nho|phien|em|minh|ban|(?:coi|xem|check|kiem tra) (?:giup|ho)) )*(?:tick|tich|danh dau|chuyen|cap nhat|dong|ghi nhan|bam)(?: (?:xanh|viec|nay|trang thai|sang|la|nhiem vu))*(?: giup| ho| dum)*(?: em| minh| toi| phong em)* (?:,? )?(?:da )?(?:xong|hoan thanh)(?: (?:giup|ho|dum|gium|cho|em|minh|toi|voi|viec|nay|nhiem vu|nhe|a|phong|phuong|xa|di))+(?= (?:,|$)| $)/gu,
    'da xong',
  ],
  // "Anh cho em chốt hoàn thành", "cho anh xác nhận phường đã hoàn thành".
  [
    /(?<=(?:^|,) )(?:(?:vang|anh|chi|sep|bot|xin) )*cho (?:em|anh|chi|minh|toi) (?:xin )?(?:chot|xac nhan)(?: la)?(?: (?:phuong|xa|phong|don vi))?(?: da)? (?:xong|hoan thanh)(?= )/gu,
    'da xong',
  ],
  [
    /(?<=(?:^|,) )((?:anh la \S+ \S+ )?(?:anh|chi|em|toi|minh)) xac nhan(?: luon)?(?: la)?(?: (?:viec|phuong|xa|phong|don vi))?(?: nay)?(?: da)? (?:xong|hoan thanh)(?= )/gu,
    '$1 xac nhan viec nay da xong',
  ],
  // "UBND phường Hải Châu báo cáo đã hoàn thành": who reports speaks of their own.
  [
    /^ (?:vang )?(?:(?:ubnd|dang0? uy|sở|so|phong|phuong|xa|dac khu|ban|trung tam|van phong|chi cuc|thanh tra) )(?!(?:ben|ban|khac) )(?:(?!,|bao |noi |ghi |cac )\S+ ){0,6}(?:xin |kinh )?bao cao (?:, )?(?=da |viec |nhiem vu )/gu,
    ' ',
  ],
  // "Em báo xong", "em xin báo: …", "phường báo cáo đã hoàn thành".
  [
    new RegExp(
      `(?<=(?:^|,) )(?:(?:vang|nay|hom nay|sep|anh|chi) )*(?:${anyMarks(self)} )(?:xin |kinh |xin phep )*bao(?: cao)?(?: lai)?(?:(?: cho| voi)? (?:anh|chi|sep|dong chi|lanh dao|so|sở))*(?: la| rang)? (?:da )?(xong|hoan thanh)(?= )`,
      'gu',
    ),
    'viec nay da $1',
  ],
  [
    new RegExp(
      `(?<=(?:^|,) )(?:vang )?(?:${anyMarks(self)} )?(?:xin |kinh |xin phep )+(?:duoc )?bao(?: cao)?(?: lai)?(?:(?: cho| voi)? (?:anh|chi|sep|em|dong chi|lanh dao|cac|so|sở|quy|noi vu|thanh pho))*(?: la| rang)? (?=\\S)`,
      'gu',
    ),
    ' ',
  ],
  [
    /(?<=(?:^|,) )(?:vang )?bao cao(?: (?:anh|chi|sep|dong chi0?|lanh dao|cac|co|chu))+(?: (?:la|rang))?(?= (?!,)\S)/gu,
    '',
  ],
  [
    /(?<=(?:^|,) )(?:em |toi |minh )?(?:bao|thong bao|noi) lai(?: cho chac)?(?: (?:anh|chi|sep))*(?: la| rang)? (?=, |viec)/gu,
    ' ',
  ],
  [/(?<=(?:^|,) )(?:chot|noi chung|ket0? luan|tom lai)(?: la)? ,? ?(?=xong )/gu, 'da '],
]

/** Nobody writes more about one task. */
const mostCharacters = 3000

/** The same words with "xong" for what says as much. */
export const sayDone = (sentence: string): string =>
  sentence.length < mostCharacters && worth.test(sentence)
    ? ways.reduce((rest, [pattern, words]) => rest.replace(pattern, words), sentence)
    : sentence

const worth = phrase(
  'thuc hien|trien khai|lam|dut diem|on thoa|triet de|tron ven|rot rao|ket0? thuc|khep lai|dong|dong lai|het (?:viec|nhiem vu|no0?)|HUNDRED|khong con|tick|tich|danh dau|chuyen|cap nhat|bam|ghi nhan|chot|xac nhan|bao|ket0? luan|noi|tom lai',
)
