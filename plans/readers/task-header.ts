import { fold } from '../../domain/fold.ts'

/** A longer text is content, not the name of a column. */
const maxNameLength = 80

const what = /nhiem vu|noi dung|cong viec|hoat dong|giai phap|tieu chi|chi so|chi tieu|ten viec/
const whoWhenWherefore =
  /chu tri|phoi hop|thuc hien|phu trach|chiu trach nhiem|tham muu|co quan|don vi|bo phan|phan cong|thoi gian|thoi han|thoi diem|tien do|hoan thanh|han xu ly|lo trinh|ket qua|san pham|thang|quy/

/**
 * Whether a row of cells reads as the header of a table of tasks: enough of a look to tell where a table is in a file
 * that does not say so. What each column holds is decided by the extractors.
 */
export const namesTaskColumns = (cells: readonly string[]): boolean => {
  const names = cells.map(fold).filter((name) => name !== '' && name.length <= maxNameLength)
  const tasks = names.findIndex((name) => what.test(name))
  const others = names.filter((name, at) => at !== tasks && whoWhenWherefore.test(name))
  return names.length >= 3 && tasks !== -1 && others.length > 0
}
