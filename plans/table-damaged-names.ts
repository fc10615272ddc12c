import { likeness } from '../domain/likeness.ts'
import { meaningOf, type NamedColumn } from './table-column-names.ts'

/** The names that columns most often have, in correct spelling. */
const usual = [
  'STT',
  'Nội dung',
  'Nội dung công việc',
  'Nội dung nhiệm vụ',
  'Nhiệm vụ',
  'Nhiệm vụ, giải pháp',
  'Tên nhiệm vụ',
  'Hoạt động',
  'Lĩnh vực',
  'Tiêu chí',
  'Yêu cầu',
  'Chủ trì',
  'Cơ quan chủ trì',
  'Đơn vị chủ trì',
  'Cơ quan thực hiện',
  'Đơn vị thực hiện',
  'Bộ phận thực hiện',
  'Phối hợp',
  'Cơ quan phối hợp',
  'Đơn vị phối hợp',
  'Thời gian',
  'Thời gian thực hiện',
  'Thời gian hoàn thành',
  'Thời hạn',
  'Thời hạn hoàn thành',
  'Tiến độ',
  'Kết quả',
  'Kết quả đầu ra',
  'Sản phẩm',
  'Sản phẩm đầu ra',
  'Kết quả, sản phẩm',
  'Ghi chú',
  'Kinh phí',
]

/** Longer than any of the usual names with its damage. */
const longest = 40
const sure = 0.85
/** The share of a name's letters that may be lost or too many. */
const mostMissing = 0.25

/** What a column is by a name that scanning damaged ("N6i dung c6ng viéc"); null when it is like none of the usual ones. */
export const meaningLike = (name: string): NamedColumn | null => {
  const plain = meaningOf(name)
  if (plain !== null || name === '' || name.length > longest) return plain
  let best = { usual: '', likeness: sure }
  for (const one of usual) {
    if (Math.abs(one.length - name.length) > one.length * mostMissing) continue
    const found = likeness(name, one, true)
    if (found > best.likeness) best = { usual: one, likeness: found }
  }
  return best.usual === '' ? null : meaningOf(best.usual)
}
