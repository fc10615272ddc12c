import { fold } from '../domain/fold.ts'
import { findScanned, scannedText } from './outline-likeness.ts'

/**
 * What a heading says of what stands under it: 'none' asks nothing of anybody (aims, state of affairs, funds), 'tasks' are to be
 * done, 'organising' tells who does what, 'direction' is what a report's writer will do next, 'request' what it asks of others.
 */
export type Chapter = 'none' | 'tasks' | 'organising' | 'direction' | 'request'

interface Meaning {
  readonly chapter: Chapter
  /** Only at the heading's beginning. */
  readonly opens: boolean
  readonly phrases: readonly string[]
  /** Words that make it mean something else. */
  readonly unless?: readonly string[]
}

const work = ['nhiệm vụ', 'nội dung', 'giải pháp', 'phương hướng', 'biện pháp']

const organising = [
  'tổ chức thực hiện',
  'phân công',
  'trách nhiệm',
  'chế độ báo cáo',
  'chế độ thông tin',
  'thông tin báo cáo',
]

/** In the order in which they decide. */
const meanings: readonly Meaning[] = [
  {
    chapter: 'direction',
    opens: false,
    phrases: ['phương hướng', 'nhiệm vụ trọng tâm thời gian tới', 'công tác trọng tâm'],
  },
  {
    chapter: 'request',
    opens: true,
    phrases: ['kiến nghị', 'đề xuất', 'những kiến nghị', 'một số kiến nghị', 'đề xuất, kiến nghị'],
  },
  {
    chapter: 'none',
    opens: true,
    phrases: [
      'thực trạng',
      'tình hình',
      'kết quả',
      'những kết quả',
      'một số kết quả',
      'đánh giá',
      'ưu điểm',
      'tồn tại',
      'hạn chế',
      'những tồn tại',
      'những hạn chế',
      'một số hạn chế',
      'nguyên nhân',
      'khó khăn',
      'thuận lợi',
      'công tác chỉ đạo, điều hành',
      'bài học kinh nghiệm',
      'nội dung tuyên truyền',
      'nội dung kiểm tra',
      'nội dung tập huấn',
      'nội dung đánh giá',
      'nội dung khảo sát',
      'nội dung giám sát',
    ],
  },
  {
    chapter: 'none',
    opens: true,
    unless: work,
    phrases: [
      'mục đích',
      'mục tiêu',
      'yêu cầu',
      'quan điểm',
      'căn cứ',
      'chỉ tiêu',
      'một số chỉ tiêu',
      'các chỉ tiêu',
      'phạm vi',
      'đối tượng',
      'nguyên tắc',
      'sự cần thiết',
      'cơ sở pháp lý',
      'kinh phí',
      'nguồn kinh phí',
      'dự toán kinh phí',
      'nguồn lực',
      'hiệu lực',
      'thời gian, địa điểm',
      'địa điểm',
      'bối cảnh',
    ],
  },
  { chapter: 'organising', opens: true, phrases: organising },
  { chapter: 'tasks', opens: false, phrases: [...work, 'công việc', 'hoạt động'] },
  { chapter: 'organising', opens: false, phrases: organising },
]

const likely = 0.84
/** How far from its beginning a heading still opens with a word: a bracket, "Một số". */
const opening = 3
const longestHeading = 200

const sayer = (heading: string, scanned: boolean): ((phrase: string, opens: boolean) => boolean) => {
  const text = heading.slice(0, longestHeading)
  const folded = ` ${fold(text)} `
  const near = scannedText(text)
  return (phrase, opens) => {
    const at = folded.indexOf(` ${fold(phrase)} `)
    if (at !== -1) return !opens || at <= opening
    if (!scanned) return false
    const found = findScanned(near, phrase, likely)
    return found !== null && (!opens || found.start <= opening)
  }
}

/** What kind of chapter a heading opens; null when its words say nothing of that. */
export const chapterOf = (heading: string, scanned: boolean): Chapter | null => {
  const says = sayer(heading, scanned)
  const meaning = meanings.find(
    ({ phrases, opens, unless = [] }) =>
      phrases.some((phrase) => says(phrase, opens)) && !unless.some((phrase) => says(phrase, false)),
  )
  return meaning?.chapter ?? null
}

/** Whether a heading begins with what there is to do: in a report only such a chapter asks for anything. */
export const opensWithWork = (heading: string, scanned: boolean): boolean => {
  const says = sayer(heading, scanned)
  return [
    'nhiệm vụ',
    'một số nhiệm vụ',
    'các nhiệm vụ',
    'những nhiệm vụ',
    'giải pháp',
    'các giải pháp',
    'một số giải pháp',
  ].some((phrase) => says(phrase, true))
}

const annexWords =
  /(?:phu luc|danh muc|bang phan cong|bieu)(?: \w+){0,8} (?:kem theo|dinh kem|ke hoach nay|van ban nay)|(?:kem theo|dinh kem)(?: \w+){0,6} (?:phu luc|danh muc)|^chi tiet (?:tai|theo) (?:phu luc|danh muc|bieu)/

/** "Có Danh mục nhiệm vụ tại Phụ lục kèm theo": the tasks stand elsewhere. */
export const pointsToAnnex = (text: string): boolean => text.length <= 220 && annexWords.test(fold(text))
