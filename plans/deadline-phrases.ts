/** Words of a deadline inside a sentence, as patterns over its plain form (lower case, no diacritics, citations blotted out). */

const day = '(?:0?[1-9]|[12]\\d|3[01])'
const month = '(?:0?[1-9]|1[0-2])'
const year = '(?:20\\d\\d)'
const number = '(?:iv|iii|ii|i|[1-4])(?![a-z\\d])'
const over = '(?![\\d%?])(?! ?\\/)'
const weekday = '(?:thu (?:hai|ba|tu|nam|sau|bay|\\d)|chu nhat)'

const slashed = `${day} ?\\/ ?${month}(?: ?\\/ ?${year})?${over}`
const dotted = `${day} ?[.-] ?${month} ?[.-] ?${year}${over}`
const spelled = `${day} thang ${month}${over}(?:,? nam ${year})?`
const shortDotted = `(?<=ngay )${day}[.-]${month}${over}`
const nextYear = '(?: (?:cua )?(?:nam (?:sau|tiep theo|ke tiep)|hang nam))?'
const oneDay = `(?:(?:${weekday},? ?)?(?:ngay )?(?:${slashed}|${dotted}|${spelled}|${shortDotted})${nextYear})`

const days = `${day}(?:(?:,| va) (?:ngay )?${day}){0,5}`
const ofMonth =
  '(?:cua )?(?:(?:hang|moi|tung) thang(?: (?:sau|ke tiep|tiep theo))?|thang (?:sau|ke tiep|tiep theo|lien ke|bao cao))'
const ofQuarter = `(?:cua )?thang (?:cuoi(?: cung)?|dau(?: tien)?|thu (?:hai|ba|[23]))(?: cua)?(?: hang| moi)? quy(?: (?:sau|ke tiep|tiep theo)| ${number})?`
const ofMonths = `(?:cua )?(?:cac )?thang ${month}(?:(?:,| va) (?:thang )?${month}(?!\\d)){1,11}(?: nam ${year}| hang nam)?`
const lastDay = `ngay (?:lam viec )?cuoi(?: cung)?(?: lam viec)?(?: cua)?(?: hang| moi)? (?:thang cuoi(?: cua)?(?: moi)? quy|thang|quy)(?: ${number}| ${month}(?!\\d))?(?:(?: nam |\\/)${year})?`
const everyTime = `(?:(?:ngay )?${days} (?:${ofMonth}|${ofQuarter}|${ofMonths})|${lastDay}|${weekday} (?:cua )?(?:hang|moi) tuan)`

const ofYear = `(?: ?\\/ ?${year}|,? nam ${year}| nam (?:sau|nay|ke hoach))?`
const week = '(?:tuan (?:thu )?(?:\\d|nhat|hai|ba|tu|dau(?: tien)?|cuoi(?: cung)?) (?:cua )?)?'
const oneMonth = `${week}thang ${month}(?!\\d)${ofYear}`
const oneQuarter = `quy ${number}${ofYear}`
const partOfYear = `(?:0?[369]|sau|ba|chin) thang (?:dau|cuoi) nam(?: ${year})?`
const onePeriod = `(?:(?:cuoi )?(?:${oneMonth}|${oneQuarter})|${partOfYear})`

const listed = (one: string): string => `${one}(?:(?:, ?| va |, va |; ?)(?:truoc )?${one}){0,11}`
const time = `(?:${listed(everyTime)}|${listed(oneDay)})`
const period = listed(onePeriod)

const hour = '(?:\\d{1,2} ?(?:h|gio|:) ?(?:\\d{2})?(?: ?phut)?,? )?'
const marks =
  '(?:(?:den )?truoc|(?:cham|muon) nhat(?: (?:la|den|vao|truoc))*|den het|het|xong truoc|vao|trong(?= ngay)|han(?: cuoi)?(?: la)?)'
const end = '(?=\\s*(?:$|[.,;:)\\n]|-\\s|va\\b))'
/** A list of periods before a comma is a list of names. */
const fullEnd = '(?=\\s*(?:$|[.;)\\n]))'

/** "Quý I, Quý III gửi trước …", "6 tháng: trước …": what a date is named by. */
const name = `(?:(?:dinh ky |bao cao )?(?:${listed(`quy ${number}`)}|0?[69] thang(?: dau nam)?|(?:ca |hang )?nam|hang (?:thang|quy)|thang)(?:\\s?:)?(?: (?:bao cao|gui|nop|hoan thanh|xong|chot))*(?: ve [^.,;:()\\n]{1,60}?)?,? )?`

/** "kể từ ngày ban hành quyết định công bố": of another document, which the reader of deadlines must see. */
const ofOther =
  '(?: (?:quyet dinh|nghi quyet|nghi dinh|thong tu|van ban|ket luan|thong bao|danh muc|huong dan|chi thi)(?![a-z])(?! nay)[^.,;:()\\n]{0,60})?'

/** Says by itself that it is a deadline. */
export const stated: readonly RegExp[] = [
  new RegExp(`(?<![a-z])tu nay (?:den|toi) (?:het |cuoi )?(?:${time}|${period}|nam(?: ${year})?)`, 'g'),
  new RegExp(`(?<![a-z])tu (?:${listed(oneDay)}|${period}) (?:den|toi)(?: het)? (?:${listed(oneDay)}|${period})`, 'g'),
  new RegExp(`(?<![a-z])${name}${marks} ${hour}(?:${time}|(?:trong )?${period}|(?:het |cuoi )?nam ${year})`, 'g'),
  new RegExp(`(?<![a-z])(?:den|toi) (?:het |cuoi )+(?:${time}|${period}|nam(?: ${year})?(?! \\d))`, 'g'),
  new RegExp(`(?<![a-z])den ${hour}(?:ngay ${slashed}|ngay ${spelled}|ngay ${dotted})`, 'g'),
  new RegExp(
    `(?<![a-z])(?:ngay )${days} (?:${ofMonth}|${ofQuarter}|${ofMonths})|(?<![a-z])${weekday} (?:hang|moi) tuan`,
    'g',
  ),
  new RegExp(
    `(?<![a-z])(?:trong vong|trong thoi han|cham nhat(?: la)?|khong qua|sau) \\d{1,3} (?:ngay(?: lam viec)?|tuan|thang),? (?:ke tu|tinh tu|tu|sau) (?:khi |ngay )*(?:ky|ban hanh|ky ban hanh|ke hoach (?:nay )?(?:duoc )?(?:ky|ban hanh))(?![a-z])${ofOther}`,
    'g',
  ),
  /(?<![a-z])(?:it nhat )?(?:(?:0?1|mot) lan ?\/ ?(?:thang|quy|nam)|(?:moi|hang) (?:thang|quy) (?:0?1|mot) lan|[36] thang ?\/? ?(?:0?1|mot) lan)(?![a-z])/g,
  /(?<![a-z])dinh ky (?:hang|moi) (?:tuan|thang|quy|6 thang)(?: mot lan)?(?![a-z])/g,
  new RegExp(
    `(?<=\\b(?:trinh|gui|nop|bao cao|hoan thanh|to chuc|khai mac|cong bo|xong)\\b[^.,;:()\\n·]{0,60} )ngay (?:${slashed}|${spelled})${end}`,
    'g',
  ),
]

/** A deadline only where nothing but the end of its part of the sentence follows. */
export const closing: readonly RegExp[] = [
  new RegExp(
    `(?<=[;(]\\s?)(?:trong )?(?:${time}|${period}|(?:ca |trong )nam(?: ${year})?|hang (?:thang|quy))(?=\\s*[);])`,
    'g',
  ),
  /(?<=[,;:]\s)moi (?:thang|quy)(?= (?:it nhat )?\d)/g,
  new RegExp(`(?<![a-z])${listed(`cuoi (?:${oneMonth}|${oneQuarter})`)}${end}`, 'g'),
  new RegExp(`(?<=:\\s?)(?:trong )?(?:${time}|${period})${fullEnd}`, 'g'),
  new RegExp(`(?<=\\b(?:hoan thanh|xong|to chuc|thuc hien)(?: vao| trong)? )${period}${end}`, 'g'),
  /(?<=(?<![a-z])(?:giao ban|hop|bao cao|kiem tra|cap nhat|cong khai) )hang (?:tuan|thang|quy)(?! cua)/g,
  new RegExp(`(?<![a-z])(?:thuong xuyen )?hang (?:tuan|thang|quy)${end}`, 'g'),
  new RegExp(`(?<=(?<![a-z])(?:thuc hien|duy tri|tien hanh|trien khai) )thuong xuyen${end}`, 'g'),
  new RegExp(`(?<![a-z])hang ngay${end}`, 'g'),
]

/** "trong quý IV", "trong tháng 9/2025": only what is reported on or counted has its period so. */
export const within: readonly RegExp[] = [new RegExp(`(?<![a-z])trong (?:${period}${end}|nam ${year}${fullEnd})`, 'g')]

/** "Thời gian hoàn thành: Quý IV", "tiến độ: trước 30/9": all that follows, up to the end of the part. */
export const labelledTime =
  /(?<=(?<![a-z])(?:thoi gian|thoi han|tien do|(?<!\b(?:dung|qua|tre|som|truoc|giai quyet) )han)(?: (?:hoan thanh|thuc hien|trien khai|bao cao|xong))* ?: ?)[^.;()\n]{2,80}/g

/** A part of a sentence that opens with how often: "Hằng quý, tổng hợp …". */
export const opening =
  /(?<=^\s*|[.;\n]\s*|\n[-–+•]?\s*)(?:dinh ky )?hang (?:tuan|thang|quy)(?=\s*,| tong hop| bao cao| gui| to chuc| ra soat)/g

/** What happened before a day or in a period is told, not asked: "hồ sơ tiếp nhận trước ngày 01/7/2025". */
export const told =
  /\b(?:(?:duoc|da|tung) (?:(?!hoan |xong |phai |bao cao |gui |trinh )\w+ ){0,4}|tiep nhan |tuyen dung |phat sinh |hieu luc |(?:nguoi|tre em|cong dan|thanh nien) sinh |so lieu (?:\w+ ){0,3}|thong ke (?:\w+ ){0,3}|ky niem (?:\w+ ){0,4}|tinh (?:den|tu) |(?:lieu|thoi gian|thoi diem|ky|duoc) tinh |dat duoc (?:\w+ ){0,2}|so voi (?:\w+ ){0,3})$/
/** "Báo cáo tỷ lệ giải ngân đến hết ngày 31/12": up to when something is counted, not when the count is due. */
export const countedUpTo =
  /\b(?:bao cao|tong hop|thong ke|cung cap|cap nhat|ra soat)\b[^.;:()\n]*\b(?:ty le|so lieu|so luong|ket qua|tinh hinh|luy ke|so du|du no)\b[^.,;:()\n]*$/

/** Figures of a period, and what is reported of a plan in it; "ban hành kế hoạch trong tháng 1" says when. */
export const reporting =
  /\b(?:nhiem vu|cong tac|chi tieu|du toan|ngan sach|kinh phi|so lieu|tinh hinh|ket qua) [^.,;:()\n]{0,40}$|\b(?:bao cao|danh gia|kiem diem|tong hop|so ket|tong ket|thong ke)\b[^.;:()\n]*\b(?:ke hoach|chuong trinh|de an|nghi quyet|chi so|phong trao) [^.,;:()\n]{0,40}$/
/** The name of a plan, a programme or a body of figures that a period belongs to. */
export const naming =
  /\b(?:ke hoach|chuong trinh|de an|nghi quyet|chi so|nhiem vu|cong tac|chi tieu|du toan|ngan sach|phong trao|kinh phi|so lieu|tinh hinh|ket qua) [^.,;:()\n]{0,40}$/
