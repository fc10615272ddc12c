import { doneWord } from './done-word.ts'
import { anyMarks, phrase } from './sentence.ts'

// What takes "done" back though it is said, on canonical words without the compounds that hold the same syllables.

/** Anywhere in the text, they may take back, put off, part or question what is said. */
const clouds = phrase(
  'khong|chua|truoc|xin(?! (?:phep )?(?:bao cao|thong bao|cam on|loi|kinh|tran))|muc(?! nay )|by|chang|dung0?(?= (?:\\S+ ){0,6}(?:xong|hoan|da|ht|done|finished|completed?) )|dung0? (?:tich|tick|ghi|bao|danh|coi|tuong|voi|hoi|noi|bam|xong|lam)|(?:tam|phai|bi) dung0?|dau(?! vao day )|not|no|never|but|see|bao(?! cao)|noi|ke lai|tin|biet|(?:cuoi|het) (?:tuan|thang|quy|nam)|gan|suyt|hau|nhung|tuy|tiec|du (?:rang|sao)|song|co dieu|moi(?! (?:lam |vua )*(?:xong|hoan))|chi0|chi(?= (?:con|moi|la|xong|duoc|co|cho|doi|thieu) )|roi (?:la |se )?xong|cu lam|con|thieu|cho(?= (?:ky|duyet|xong|ket|so|sở|lanh|sep|y|gop|phan|tra|phe|nghiem|tham|cac|xac|\\S+ (?:ky|duyet|tra loi|phan hoi|xac nhan)) )|xong di|hem|coc|dech|mo(?! hinh)|nham|lon(?= )|not|nốt(?!(?: xong)? roi| xong)|(?<!(?:vay|the|nhu|bao|cao|lai|chac|rang|dung|nhan) )la (?:xong|hoan thanh)|\\d+ (?:trong|tren)(?: tong)?(?: so)? \\d+|trong tong so|tren tong|tuong',
  'se|mai|(?:tuan|thang|hom|quy|dip|sap) toi|sap|mot0|kia|sau|lat|chut|ti|xiu|du kien|co gang|phan dau0?|hua|hen|chuan bi|cbi|dang|tiep|tuc|bat dau0?|gio|hien|doi|du dinh|nhat dinh|the nao|kieu gi',
  'phai|can|muon|dinh|nen|khi|neu|thi|de|gi|sao|nao|ai|bao gio|(?<! (?:anh|chi|co|em|ong|ba|bac|chu) )ha(?= (?:,|$|a |nhe |anh |chi |em |ban |sep ))|hay(?! nhat )|nhi|chac|hinh(?= nhu)|nghe (?:noi|bao|dau|ke|thay|don|chi|anh|ben)|thay|nghi|coi|xem nhu|nhu|ma(?= (?!(?:(?:anh|chi|em|sep|ban|bot) )?(?:a )?$))|kha nang|(?:em|toi|minh|cu|phong|thu) doan|ang chung|duong nhu|co ve|co khi',
  'lai|sua|sua0|chinh|bo sung|tra|huy|hoan(?! thanh| tat)|hoãn|loi|hong|hong0|hu|mat|vuong|kho|ket|tac|bi|sai|(?:bi|dang|con|van) treo|treo (?:may|do|day)|tre|cham|phat sinh|roi0|tru(?! so )|ngoai|rieng',
  'mot(?! (?:cua|tram|cach|buoi|lop|ban|bo|hoi) )|(?<!ca (?:hai|ba|bon|nam|sau|\\d+) )phan|nửa|nua|buoc|khau|giai doan|cong doan|dot|lan (?:dau0?|mot|hai|ba|thu|nay|truoc|sau|cuoi|toi|\\d+)|da0? (?:so|phan)|phan lon|hau het|tuong0? doi0?|so bo|tam|co ban|nhap0|ban nhap|du thao|de cuong|ban thao|ngay khi|cho den|den khi|tung|vai|it|so0? so0?|so sai|qua loa|dai khai|hinh thuc|doi pho|tren giay|ve (?:mat|phia|phan)|ly thuyet|gia vo|kha|nua voi|dang do|do dang|tam bo|phien phien|vong|(?<!(?:sinh|khoi|hoc) )lop (?:dau0?|thu|\\d+)|ngay dau0?|lop mot|phia|khung|suon',
  'a0|u0|ca (?:\\d+|hai|ba|bon|nam) viec|co da|roi cung|tu tu|dan dan|dang0? (?:le|ra)|le0? ra|dung0? ra|mong|uoc|(?:hy|hi) vong|gia ma|phai chi0?|ngo|cu cho|ra la|dua|choi|xao|het (?:tien|kinh phi|von|nguon)|ua|qua han|lam(?= (?:tuan|hom|chieu|tối|trong|vao|ngay) )|kho0? long|cau troi|thoi xong|chet|phen nay',
  'cho co|rang(?= (?:chieu|tối|toi|sang|mai|hom|tuan|lam|cho|truoc|trong|dung) )|gang|da (?:ro|doc|nam|hieu)(?! roi )|sang (?:tuan|thang|quy|nam)|(?:buoc|chuyen) sang|buoc vao|di (?:an|nhau|uong|choi|ca phe|cafe)|ke hoach la|du tru|de sau|day0 (?:den|toi)',
)

/** Who is told to finish has not: "đã giao phòng hoàn thành", "đăng ký hoàn thành trước 20/3". */
const told = new RegExp(
  ` (?:giao|chi0? dao|don doc|yeu cau|de nghi|phan cong|nhac|dang0? ky|cam ket0?|bao(?! cao)|noi|nho|ke hoach|lich|tien do|thoi gian|thoi han|muc tieu|dat(?= hoan)|lo trinh|han|thoi diem|ty le|muc do|kha nang|nhan(?= (?:viec|nhiem vu|yeu cau) )|ro|nam|hieu|giup|huong dan|(?:du|tinh) toan|chu truong|bien phap|giai phap|tap trung|khan truong|tieu chi|xep loai|danh gia|phieu|moc) (?:(?!,|da |roi )\\S+ )*${doneWord} `,
  'u',
)

export const isClouded = (bare: string): boolean => clouds.test(bare) || told.test(bare)

/** Only a step of what is mostly asked for. */
const steps = anyMarks(
  '(?:hop(?! dong| tac)|khao sat|soan|soan thao|viet|trinh|(?:lay|xin|co) y kien|gop y|tham dinh|thu thap|ky(?! (?:va )?(?:phat hanh|ban hanh|duyet|so))|in|len khung|len ke hoach|ra soat so bo|dang ky|mua|doc|nghe|xem|an|chuan bi|ho so trinh|to trinh|lap du toan|du toan|giay moi0?|cong van|don doc|danh sach|ho so (?:moi0?|du|thiet ke|de nghi|dau|xin)|lien he|thue|chon|len|lap (?:to|bien ban)|phan cong|photo|pho to|quet|thu phieu|phat phieu|tong hop(?!.* (?:gui|nop|phat hanh|ban hanh) )|(?:cac )?y kien|so lieu|thiet ke|do dac|ban ve|mong|moi0? thau|(?<!thanh ly )hop dong|tam ung|chay thu|test|khung|hoi y|bien tap|dich)',
)
/** "Xong xã A", "xong 2 việc", "12 xã xong": there are more of them. */
const some =
  '(?:duoc |den |toi |moi |cac |may |\\d+ )*(?:xa|phuong|thon|ap|to|khu|truong|(?:\\d+|may|vai) (?:don vi|phong|so|muc|viec|noi dung|phan|buoc|khau|lop|dot|ho|phieu|trang|ban|mau|tieu chi|chi tieu|nhiem vu|cuon|quyen|bo)) (?!nay |em |minh |toi |roi |nhe |a |anh |chi |duoc giao |,)'
const partial = [
  new RegExp(
    ` (?<!tong )${steps}(?: (?!,)\\S+){0,2} ${doneWord} | ${doneWord} (?:viec |cong tac |roi )*${steps} `,
    'u',
  ),
  new RegExp(` ${doneWord} (?:\\S+ )*?(?:duoc|moi|co|dau) (?:\\d+|may|vai) `, 'u'),
  new RegExp(` \\d+ (?!,)\\S+(?: (?!,)\\S+)? (?:da )?${doneWord} | ${doneWord} (?!het |ca )${some}`, 'u'),
  // "Đã lắp xong 6 ki-ốt" counts what was asked for, "lắp xong 6 ki-ốt" what there is so far.
  new RegExp(`^(?:(?! da ).)* ${doneWord} (?:duoc |den |toi )*\\d+ (?!.* roi )`, 'u'),
  new RegExp(`(?:^|,) (?:(?:vang|em|minh|toi|ben|phong|moi|da) )*${doneWord} (?:duoc |den |toi )*\\d+ `, 'u'),
  new RegExp(
    ` ${doneWord} (?:cho|o|tai|den|voi|tren)? ?(?:\\d+|may|vai) (?:xa|phuong|thon|phong|don vi|to|khu|truong|lop|co quan|so) `,
    'u',
  ),
]

const reached = new RegExp(` ${doneWord} (?:\\S+ )*?(?:duoc|moi) (?:\\d+|may|vai) `, 'u')

/** So far there are only some, whatever else is said. */
export const isCounted = (bare: string): boolean => reached.test(bare)

export const isPartial = (bare: string): boolean => partial.some((pattern) => pattern.test(bare))
