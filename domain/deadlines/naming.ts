import { type Mention, nearBefore } from './mention.ts'

const things =
  'ke hoach|chuong trinh|de an|du an|nghi quyet|quyet dinh|chi thi|thong bao|cong tac|nhiem vu|chi so|bo chi so|chu de|du toan|ngan sach|chi tieu|phong trao|ky hop|hoi nghi|cuoc hop|nam hoc|giao ban'
/** "tổng kết năm" names what is summed up, "tổng kết tháng 12" says when. */
const summaries = /\b(?:s\S{1,2}|t\S{1,2}ng) k\St\s+$/
const due =
  'trong|truoc|het|den|xong|hoan thanh|cham nhat|muon nhat|vao|tu|thoi gian|thoi han|tien do|thoi diem|han|ban hanh trong|gui'
/** The name of a plan, a programme, a meeting, and nothing between it and the time that says "due". */
const named = new RegExp(`\\b(?:${things})\\b(?:(?!\\b(?:${due})\\b)[^,:;()·-])*$`)

/**
 * Whether a period belongs to the name of something ("Kế hoạch CCHC năm 2022", "chương trình 6 tháng cuối năm",
 * "kỳ họp cuối năm") and is no deadline. Reports are called by the period they are due for.
 */
export const namesSomething = (text: string, { start, end, level }: Mention): boolean => {
  if (/^(?:trong|ca|het|den|truoc|tu)\b/.test(text.slice(start, end))) return false
  const before = nearBefore(text, start)
  if (/^(?:half|year)$/.test(level) && summaries.test(before)) return true
  return named.test(before) && !/\bbao cao\b/.test(before)
}
