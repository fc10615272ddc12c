/** A directory of agencies as a ward would write it: what the import of a directory is tried with. */
export const directoryColumns = [
  'Tên',
  'Loại',
  'Tên viết tắt',
  'Tên gọi khác',
  'Trực thuộc',
  'Nhóm',
  'Hiệu lực từ',
  'Hiệu lực đến',
] as const

const rows = `
UBND phường Mẫu | UBND cấp xã | | UBND phường | | | 01/07/2025 |
Văn phòng HĐND và UBND | Văn phòng | | Văn phòng | UBND phường Mẫu | Các phòng chuyên môn | 01/07/2025 |
Phòng Kinh tế, Hạ tầng và Đô thị | Phòng chuyên môn | KTHTĐT | Phòng Kinh tế | UBND phường Mẫu | Các phòng chuyên môn | 01/07/2025 |
Phòng Văn hóa - Xã hội | Phòng chuyên môn | VHXH | | UBND phường Mẫu | Các phòng chuyên môn | 01/07/2025 |
Trung tâm Phục vụ hành chính công | Trung tâm | TTPVHCC | Bộ phận Một cửa (đến 30/06/2025) | UBND phường Mẫu | Các phòng chuyên môn | 01/07/2025 |
Trạm Y tế phường Mẫu | Đơn vị sự nghiệp | | Trạm Y tế phường | UBND phường Mẫu | | |
Trường Tiểu học Mẫu | Đơn vị sự nghiệp | | Tiểu học Mẫu; Trường TH Mẫu | UBND phường Mẫu | Các trường học | |
Trường Trung học cơ sở Mẫu | Đơn vị sự nghiệp | | THCS Mẫu | UBND phường Mẫu | Các trường học | |
Tổ dân phố số 1 | Khác | TDP 1 | | UBND phường Mẫu | Các tổ dân phố | |
Tổ dân phố số 2 | Khác | TDP 2 | | UBND phường Mẫu | Các tổ dân phố | |
`

/** One list of cells a row, in the order of the columns. */
export const directoryRows: readonly (readonly string[])[] = rows
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
