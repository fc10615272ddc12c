import { isAgencyName, splitAgencies } from '../domain/agency-lists.ts'

const orders = /^(?:giao|đề nghị|yêu cầu)(?:\s+(?:cho\s+)?(?=[\p{Lu}]|các))\s*/iu
const persons =
  /(?<![\p{L}])(?:đồng chí\s+)?(?:thủ trưởng|người đứng đầu|giám đốc|chủ tịch|chánh|trưởng|lãnh đạo)\s+(?=[\p{L}])/giu

/** What an agency is told to do: the first of these words ends the list of those who are told. */
const predicates =
  /(?<![\p{L}])(?:căn cứ|thường xuyên|có trách nhiệm|chịu trách nhiệm|tổng hợp|tăng cường|theo dõi|chủ trì|phối hợp|tham mưu|hướng dẫn|triển khai|xây dựng|thực hiện|tổ chức thực hiện|tổ chức triển khai|chỉ đạo|kiểm tra|đôn đốc|bố trí|thẩm định|báo cáo|chủ động|tiếp tục|đẩy mạnh|nghiên cứu|rà soát|ban hành|công khai|cập nhật|đăng tải|tuyên truyền|cân đối|đảm bảo|bảo đảm|phân công|nâng cao|kịp thời|trên cơ sở|theo chức năng|là cơ quan|định kỳ|hằng|hàng)(?![\p{L}])/u

/** A list of those told is never longer. */
const maxSubject = 400

export interface Subject {
  readonly agencies: readonly string[]
  /** The words that follow them. */
  readonly predicate: string
}

/** Who a sentence of instruction addresses ("Giao Sở Nội vụ theo dõi …"); null when it addresses nobody by name. */
export const subjectOf = (sentence: string): Subject | null => {
  const text = sentence.normalize('NFC').replace(orders, '')
  const end = predicates.exec(text)?.index ?? -1
  if (end <= 0 || end > maxSubject) return null
  const named = text.slice(0, end).replace(persons, '')
  const agencies = splitAgencies(named)
  const [first] = agencies
  if (first === undefined || !isAgencyName(first) || /[.!?]\s/u.test(named)) return null
  return { agencies, predicate: text.slice(end) }
}
