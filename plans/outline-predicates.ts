import { stripMarks } from '../domain/fold.ts'
import { findScanned, scannedText } from './outline-likeness.ts'
import { maskNames } from './outline-names.ts'

/** What an agency is told to do: the first of these words ends the list of those who are told. */
const words =
  'căn cứ|thường xuyên|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|tăng cường|theo dõi|chủ trì|phối hợp|tham mưu|hướng dẫn|triển khai|xây dựng|thực hiện|' +
  'chỉ đạo|kiểm tra|đôn đốc|bố trí|thẩm định|báo cáo|chủ động|tiếp tục|đẩy mạnh|nghiên cứu|rà soát|ban hành|công khai|cập nhật|đăng tải|tuyên truyền|cân đối|đảm bảo|bảo đảm|' +
  'phân công|nâng cao|kịp thời|trên cơ sở|theo chức năng|theo nhiệm vụ|là cơ quan|là đơn vị|là đầu mối|làm đầu mối|định kỳ|hằng|đề xuất|lựa chọn|hoàn thành|đưa|tích cực|quán triệt|' +
  'khẩn trương|nghiêm túc|tập trung|lập|gửi|cung cấp|tiếp nhận|đăng ký|giám sát|vận hành|cử|tập huấn|hỗ trợ|duy trì|phát huy|nắm bắt|giải quyết|xử lý|công bố|niêm yết|số hóa|khắc phục|' +
  'thành lập|chuẩn bị|khảo sát|đánh giá|phát động|quan tâm|xem xét|đề nghị|tạo điều kiện|lồng ghép|huy động|vận động|sử dụng|tham gia|chấp hành|lưu trữ|phổ biến|mở|rà|đề cao|chấn chỉnh|' +
  'hoàn thiện|kiện toàn|sắp xếp|cung ứng|thu thập|thông báo|đôn|phê duyệt|tự|sớm|phải|cần|được giao|lắp đặt|mua|ra quân|trang bị|sửa chữa|đầu tư|nâng cấp|giải tỏa|tổ giác|tổng kết|sơ kết|tăng|giảm|quản lý chặt chẽ|chịu|bảo vệ|yêu cầu|thành lập|kiện toàn|giải ngân|phản ánh|thẩm tra|điều phối|đấu mối|kêu gọi|bám sát|đẩy nhanh|siết chặt|ngăn chặn|cam kết|dự trữ|cắm|nộp|phát dọn|phòng ngừa|điều tra|khơi thông|nạo vét'

/** Words that are also parts of names: "công trình", "các tổ chức chính trị - xã hội", "Trung tâm Dịch vụ tổng hợp xã", "Ngân hàng". */
const partsOfNames =
  '(?<!công |Công |chương |Chương |quy |quá |lộ |tiến |giáo |hành |thuyết )trình|(?<!phòng |tâm |phong |tam )(?:kiểm soát|kiem soat)|(?<!ngân |Ngân |ngan |Ngan )(?:hàng|hang)(?= (?:ngày|tuần|tháng|quý|năm|ngay|tuan|thang|quy|nam))|(?<!các |và |cac |va |, )(?:tổ chức|to chuc)(?! (?:chính trị|chinh tri|đoàn thể|doan the|xã hội|xa hoi|đảng|liên quan|có liên quan|thành viên))|(?<!dịch vụ |kinh tế |phòng |dich vu |phong )(?:tổng hợp|tong hop)(?! (?:xã|phường|huyện|tỉnh|thành phố)(?![\\p{L}]))'

/** In whole text by its marks and in lower case: "Ban Tổ chức" is a name, "tổ chức" is what somebody does. */
const whole = new RegExp(String.raw`(?<![\p{L}])(?:${words}|${partsOfNames})(?![\p{L}])`, 'u')
const afterColon = new RegExp(String.raw`:\s*[-–+]?\s*(?:${words}|tổ chức|tổng hợp|hàng)(?![\p{L}])`, 'iu')

/** Words that scanning leaves short are too like others: of those only the longer ones are looked for. */
const longer = words.split('|').filter((phrase) => phrase.length >= 6)
const sought = [...longer, 'tổ chức', 'tổng hợp']
const plainWords = new RegExp(
  String.raw`(?<![\p{L}])(?:${stripMarks(longer.join('|'))}|${partsOfNames})(?![\p{L}])`,
  'gu',
)
const likely = 0.85

/** A word that begins with another letter is another word; only đ is often taken for another. */
const sameInitial = (text: string, at: number, phrase: string): boolean => {
  const initial = stripMarks(text.charAt(at))
  return phrase.startsWith('đ') ? 'dbp@'.includes(initial) : initial === stripMarks(phrase.charAt(0))
}

const isLower = (text: string, at: number): boolean => /^\p{Ll}/u.test(text.slice(at))

const inPlain = (text: string): number => {
  const plain = stripMarks(text)
  if (plain.length !== text.length) return -1
  return [...plain.matchAll(plainWords)].find(({ index }) => isLower(text, index))?.index ?? -1
}

/** "các tổ chức" are bodies, not something that is done; "xã hội thành phố" has the letters of "hoàn thành". */
const isDoing = (text: string, at: number, phrase: string): boolean =>
  isLower(text, at) &&
  sameInitial(text, at, phrase) &&
  !(phrase === 'tổ chức' && /c\Sc\s$|,\s$/u.test(text.slice(0, at))) &&
  !(phrase === 'hoàn thành' && /x\S\s$/u.test(text.slice(0, at)))

/** The first damaged word of those who are told, not behind `end`. */
const inDamaged = (text: string, end: number): number => {
  const near = scannedText(text.slice(0, end))
  const starts = sought.flatMap((phrase) => {
    const found = findScanned(near, phrase, likely)
    return found !== null && isDoing(text, found.start, phrase) ? [found.start] : []
  })
  return starts.length === 0 ? -1 : Math.min(...starts)
}

/** In scanned text a colon before a capital ends whom it names, unless names follow it. */
const damagedColon = /:\s*[-–+]?\s*\p{Lu}/u

const before = (one: number, other: number): number => {
  if (one === -1) return other
  return other === -1 ? one : Math.min(one, other)
}

/** Nobody is named over a longer stretch. */
const reach = 260

const foundAt = (pattern: RegExp, text: string): number => pattern.exec(text)?.index ?? -1

const inScanned = (text: string): number => {
  const near = text.slice(0, reach)
  const stop = before(foundAt(afterColon, near), foundAt(damagedColon, near))
  const plain = before(inPlain(near), before(foundAt(whole, near), stop))
  return before(plain, inDamaged(near, plain === -1 ? near.length : plain))
}

/** Where what somebody is told to do begins; -1 when nothing in the text's beginning is such a word. */
export const predicateAt = (text: string, scanned: boolean): number =>
  scanned ? inScanned(text) : before(foundAt(whole, maskNames(text)), foundAt(afterColon, text))
