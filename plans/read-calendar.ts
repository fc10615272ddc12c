import type { CalendarColumn, CalendarSheet } from '../domain/calendar/calendar-sheet.ts'
import type { PlanFile } from '../domain/plan-document.ts'
import { oneLine } from './document.ts'
import { namedRows } from './named-columns.ts'
import { openSheet } from './open-sheet.ts'

/** What the columns are called, folded. */
const headers: Record<CalendarColumn, RegExp> = {
  from: /^(?:(?:tu )?ngay|date|from|day)$/,
  to: /^(?:den(?: ngay| het ngay)?|to|until)$/,
  kind: /^(?:loai(?: ngay)?|kind|type)$/,
  name: /^(?:ten(?: ngay| dip)?|dip|noi dung|ghi chu|name)$/,
  source: /^(?:can cu|nguon|van ban|so van ban|source)$/,
}

/** A calendar from an .xlsx or .csv, told by its columns "Ngày" and "Loại"; null when the file is none. */
export const readCalendar = async (file: PlanFile): Promise<CalendarSheet | null> => {
  const document = await openSheet(file, ['xlsx', 'csv'])
  if (document === null) return null
  const rows = namedRows(document, headers, (columns) => columns.has('from') && columns.has('kind'))
  if (rows.length === 0) return null
  return {
    rows: rows.map(({ line, text }) => ({
      ...{ line, from: oneLine(text('from')), to: oneLine(text('to')), kind: oneLine(text('kind')) },
      ...{ name: oneLine(text('name')), source: oneLine(text('source')) },
    })),
  }
}
