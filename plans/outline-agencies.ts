import { isAgencyName, splitAgencies } from '../domain/agency-lists.ts'
import { departmentNames } from '../domain/agency-sectors.ts'
import { usualNames } from '../domain/agency-vocabulary.ts'
import { fold } from '../domain/fold.ts'
import { opensWithAny } from './outline-likeness.ts'

/** What begins like an agency's name and is none, folded. */
const others =
  /^(?:ban hanh|bao cao|bao dam|bao ve|hoi nghi|hoi thi|hoi thao|hoi dap|so hoa|so lieu|so sanh|so voi|so tay|phong chong|phong ngua|phong trao|doan kiem tra|doan ket|doan cong tac|bo tri|bo sung|bo chi so|bo thu tuc|ban giao|truong hop|thue suat|vien dan|dai tu|phuong (?:huong|an|tien|phap|thuc|cham)|tong so|quan ly|to chuc$|to chuc(?= (?!doan the|chinh tri|xa hoi|dang|co so|ca nhan|tin dung|va|hanh chinh)[a-z]))(?=\s|$)/
const groups =
  /^cac (?:so|ban|nganh|phong|co quan|don vi|dia phuong|ubnd|uy ban|xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh|thon|to dan pho|to truong|khu|khu pho|ap|truong(?! hop)|nha truong|doan the|to chuc|hoi|doanh nghiep|thanh vien|bo phan|cong chuc|trung tam|chi bo|chi cuc|thu truong|dong chi|luc luong|bo(?= nganh)|vien|cong ty|tap doan|cuc|to cong nghe|ngan hang|benh vien|tram|van phong|cap(?! ban)|hop tac xa|nha may|can bo|chi nhanh|chu (?:dau tu|rung|ho|dap|phuong tien|tau|co so|du an|trang trai|nguon thai)|nha (?:dau tu|thau|xe|mang)|ho (?:kinh doanh|dan|gia dinh|san xuat)|co so(?= (?:y te|giao duc|kinh doanh|san xuat|dao tao|kham|luu tru))|bao(?! cao)|dai)(?=\s|$)/
const more =
  /^(?:chu (?:dau tu|rung)|bo phan(?= [a-z])|cong chuc(?= [a-z])|hieu truong|truong (?:thon|khu|ban|ap|phong|tram|ban)|to (?:cong nghe|cong tac|giup viec|truong|dan pho|de an)|tram (?:y te|[a-z]+)|mat tran|uy ban|thuong truc|chi bo|chi cuc|nha truong|khu pho|xa|phuong(?= [a-z])|chuyen (?:de|trang)|cong (?:thong tin|dich vu)|dia phuong|dong chi|dang bo|hat kiem lam|quy tin dung|toan (?:the|bo) (?:can bo|co quan))(?=\s|$)/

const heads = [
  'Ủy ban nhân dân',
  'Văn phòng',
  'Trung tâm',
  'Công an',
  'Bưu điện',
  'Các sở, ban, ngành',
  'Các sở, ngành',
  'Các sở',
  'Các phòng',
  'Các cơ quan',
  'Các đơn vị',
  'Các ban',
  'Các cấp',
  'Các xã',
  'Các tổ dân phố',
  'Các trường học',
  'Các chủ đầu tư',
  'Các chủ rừng',
  'Các doanh nghiệp',
  'Phòng Văn hóa',
  'Phòng Nội vụ',
  'Phòng Kinh tế',
  'Phòng Tư pháp',
  'Phòng Tài chính',
  'Ban Chỉ huy',
  'Ban Quản lý',
  'Thanh tra',
  'Mặt trận Tổ quốc',
  'Đài Phát thanh',
  'Kho bạc',
]

const like = 0.8

/** Shorter names are too like other words. */
const longEnough = 12
const longNames = [...departmentNames, ...usualNames].filter(({ length }) => length >= longEnough)

/** The first letter of a name seldom suffers, but for Đ; that leaves few names to compare a text with. */
const initialOf = (text: string): string => {
  const initial = fold(text.slice(0, 3)).charAt(0)
  return 'bp'.includes(initial) ? 'd' : initial
}
const namesByInitial = Map.groupBy(longNames, initialOf)

/** Enough of a text to hold any name; the same beginnings are asked about again and again. */
const longestName = 70
const asked = new Map<string, boolean>()
const mostKept = 2_000

const beginsLongName = (text: string): boolean => {
  if (!/^\p{Lu}/u.test(text)) return false
  const beginning = text.slice(0, longestName)
  const before = asked.get(beginning)
  if (before !== undefined) return before
  const begins = opensWithAny(beginning, namesByInitial.get(initialOf(text)) ?? [], like) > 0
  if (asked.size >= mostKept) asked.clear()
  asked.set(beginning, begins)
  return begins
}

/** "S& Thong tin", "S¢& Khoa hgc", "S¢' Y t€": what scanning makes of "Sở" before a capital. */
const damagedDepartment = /^[S5](?:\S{1,2}|\S{1,2}['’&¢])\s+\p{Lu}(?:\p{Lu}?[^\p{Lu}\s]|\st)/u

/** The same with "Sở" as it is spelled. */
const withDepartment = (text: string): string => (damagedDepartment.test(text) ? text.replace(/^\S+/u, 'Sở') : text)

const beginsDamaged = (text: string): boolean =>
  damagedDepartment.test(text) || opensWithAny(text, heads, like) > 0 || beginsLongName(text)

/** "VP HĐND&UBND", "CA phường", "TTPVHCC", "P. VH-XH". */
const abbreviated =
  /^(?:P\.\s*\p{Lu}|CA\s|VP\.?\s|CAX|CAP|TT\.?\s?\p{Lu}|TTPV|BCH|BCĐ|BQL|UBMT|MTTQ|ĐTN|HĐND|HPN|HND|HCCB|CCB|TYT|Đ\/c\s)/u

/** Whether a text begins with the name of an agency, and not with a word that only looks like one. */
export const namesAgency = (text: string, scanned: boolean): boolean => {
  const folded = fold(text.slice(0, 60))
  if (others.test(folded)) return false
  const known = folded.startsWith('cac ') ? groups.test(folded) : isKnownName(text, folded)
  return known || (scanned && beginsDamaged(text))
}

const isKnownName = (text: string, folded: string): boolean =>
  isAgencyName(text) || abbreviated.test(text) || more.test(folded)

const orders =
  /^(?:trách nhiệm của|nhiệm vụ của|phân công|đồng thời|giao cho|giao|đề nghị|yêu cầu|kiến nghị(?: với| đối với)?|đối với|về phía)(?:\s+(?:cho\s+)?)(?=\p{L})/iu
const persons =
  /(?<![\p{L}])(?:(?:các )?đồng chí\s+)?(?:thủ trưởng|người đứng đầu|phó giám đốc|giám đốc|phó chủ tịch|chủ tịch|chánh|lãnh đạo|(?<!các )(?:bí thư(?= (?:chi bộ|đảng|các chi bộ))|tổ trưởng(?= (?:tổ|các tổ))|hiệu trưởng)|trưởng(?= (?:phòng|ban|trạm|công an|các phòng)))\s+(?=[\p{L}])/giu
const damagedOrders = ['Trách nhiệm của', 'Đối với', 'Đề nghị', 'Yêu cầu']
const damagedPersons = ['Thủ trưởng', 'Người đứng đầu', 'Giám đốc', 'Chủ tịch', 'Lãnh đạo']

/** Orders and persons are longer words, and mean little where they are mistaken. */
const rather = 0.78

const heading = ['Trưởng các', 'Trưởng phòng', 'Trưởng ban', 'Chánh Văn phòng', 'Chánh Thanh tra']

const withoutDamaged = (text: string, phrases: readonly string[]): string => {
  const plain = text.slice(opensWithAny(text, phrases, rather)).trimStart()
  return opensWithAny(plain, heading, rather) > 0 ? plain.replace(/^\S+\s+/u, '') : plain
}

/** "Giao Sở Nội vụ …" without the order. */
export const withoutOrder = (text: string, scanned: boolean): string => {
  const plain = text.normalize('NFC').replace(orders, '')
  return scanned ? withoutDamaged(plain, damagedOrders) : plain
}

/** "Thủ trưởng các cơ quan" is told as the head of them: what counts is whom they head. */
export const withoutPersons = (text: string, scanned: boolean): string => {
  const plain = text.replace(persons, '')
  if (!scanned) return plain
  return plain
    .split(/(?<=[,;])\s/u)
    .map((part) => withoutDamaged(part, damagedPersons))
    .join(' ')
}

/** "được giao các nhiệm vụ trong …" says which of them are meant; only that they are given tasks is kept. */
const withoutClause = (named: string): string =>
  named
    .replace(/\s+được giao\s+(?:các\s+)?nhiệm vụ(?![\p{L}]).*$/iu, ' được giao nhiệm vụ')
    .replace(/\s+được giao (?!nhiệm vụ$).*$/iu, '')

/** Each agency of a list alone. */
export const splitNames = (list: string, scanned: boolean): string[] =>
  scanned ? splitAgencies(withDepartment(list), true) : splitAgencies(list)

/** The agencies that a stretch of words names and nothing else; none when it begins with anything else. */
export const agenciesIn = (named: string, scanned: boolean): string[] => {
  const text = withoutPersons(named, scanned)
  return namesAgency(text, scanned) ? splitNames(withoutClause(text), scanned) : []
}

/** A list of agencies is never longer. */
export const longestList = 320

const trailing = /[\s:;,.]*$/u
const duties =
  /\s+(?:(?:có )?(?:trách nhiệm|nhiệm vụ)|chủ trì|thực hiện|chủ trì thực hiện)(?:\s+(?:các|những)?\s*(?:nhiệm vụ|nội dung|công việc))?(?:\s+sau)?(?:\s+đây)?$/iu

/** Whom a heading names ("3. Sở Nội vụ", "Trách nhiệm của các phòng:"); none for a heading of anything else. */
export const agenciesOfHeading = (
  heading: string,
  isPredicate: (text: string) => boolean,
  scanned: boolean,
): string[] => {
  const text = withoutOrder(heading.replace(trailing, ''), scanned)
    .replace(duties, '')
    .replace(/^\((.*)\)$/u, '$1')
  if (text.length > longestList || /[.!?]\s/u.test(text.replaceAll(/\bTP\./gu, 'TP'))) return []
  const named = withoutPersons(text, scanned)
  if (!namesAgency(named, scanned) || isPredicate(named)) return []
  return agenciesIn(named, scanned)
}
