import { expect, test } from 'vitest'
import { hearVerdict } from '../../domain/approval-words.ts'

test.each([
  ['duyệt', 'approve', ''],
  ['Duyệt nhé, cảm ơn em', 'approve', ''],
  ['ok duyệt', 'approve', ''],
  ['nv12 đồng ý', 'approve', ''],
  ['đồng ý đến 10/12', 'approve', 'đến 10/12'],
  ['duyệt nhưng còn thiếu phụ lục', 'approve', 'nhưng còn thiếu phụ lục'],
  ['trả lại', 'reject', ''],
  ['trả lại: thiếu phụ lục 2', 'reject', 'thiếu phụ lục 2'],
  ['không duyệt vì thiếu phụ lục', 'reject', 'thiếu phụ lục'],
  ['chưa đạt, thiếu phụ lục', 'reject', 'thiếu phụ lục'],
  ['không đồng ý, đã gấp lắm rồi', 'reject', 'đã gấp lắm rồi'],
  ['bổ sung phụ lục 2', 'reject', 'bổ sung phụ lục 2'],
  ['em làm lại bảng 3', 'reject', 'em làm lại bảng 3'],
  ['mở lại vì số liệu sai', 'reopen', 'số liệu sai'],
  ['nv12 mở lại', 'reopen', ''],
  ['giao cho Phòng Tư pháp', 'assign', 'Phòng Tư pháp'],
  ['ok', 'assent', ''],
  ['👍', 'assent', ''],
  ['vâng ạ', 'assent', ''],
] as const)('%s', (text, kind, words) => {
  expect(hearVerdict(text)).toMatchObject({ kind, words })
})

test.each(['duyệt chưa?', 'xong rồi', 'nv12 60%', 'đang chờ duyệt', 'việc này của phòng Tư pháp', 'giao'])(
  '"%s" decides nothing',
  (text) => {
    expect(hearVerdict(text)).toBeNull()
  },
)
