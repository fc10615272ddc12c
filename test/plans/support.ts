import { readFileSync } from 'node:fs'
import type { ParsedPlan, ParsedTask } from '../../domain/plan-document.ts'
import { type OfficeCell, type OfficeTable, toDocx, toXlsx } from '../../examples/office-files.ts'
import { readPlan } from '../../plans/read-plan.ts'

export const readText = (text: string): Promise<ParsedPlan> =>
  readPlan({ name: 'ke-hoach.txt', bytes: new TextEncoder().encode(text) })

export const readFile = (url: URL): Promise<ParsedPlan> =>
  readPlan({ name: url.pathname.split('/').at(-1) ?? '', bytes: readFileSync(url) })

/** A letterhead that no test has to care about. */
export const letterhead = [
  'ỦY BAN NHÂN DÂN',
  'THÀNH PHỐ MẪU',
  'Số: 15/KH-UBND',
  'Thành phố Mẫu, ngày 05 tháng 01 năm 2026',
  'KẾ HOẠCH',
  'Công tác năm 2026',
]

/** The header of a task table with all that most have. */
export const taskHeader = 'TT | Nội dung nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn hoàn thành | Kết quả'

/** A plan as text, with these rows (cells between bars) under the letterhead. */
export const readRows = (...rows: readonly string[]): Promise<ParsedPlan> =>
  readText(
    [
      ...letterhead,
      '',
      ...rows.map((row) =>
        row
          .split('|')
          .map((cell) => cell.trim())
          .join('\t'),
      ),
    ].join('\n'),
  )

/** The same table as a workbook and as a Word file, read back. */
export const readOffice = async (
  rows: readonly (readonly OfficeCell[])[],
): Promise<{ readonly xlsx: ParsedPlan; readonly docx: ParsedPlan }> => {
  const widths = (rows[0] ?? []).flatMap((cell) => Array.from({ length: cell.columns ?? 1 }, () => 20))
  const table: OfficeTable = { kind: 'table', widths, rows }
  const blocks = [{ kind: 'lines', lines: letterhead } as const, table]
  return {
    xlsx: await readPlan({ name: 'a.xlsx', bytes: await toXlsx([{ name: 'Sheet1', blocks }]) }),
    docx: await readPlan({ name: 'a.docx', bytes: await toDocx(blocks) }),
  }
}

export const cells = (...texts: readonly string[]): OfficeCell[] => texts.map((text) => ({ text }))

/** A task without what differs from format to format: where it stands in the file. */
export const withoutLines = (tasks: readonly ParsedTask[]): unknown[] =>
  tasks.map((task) => ({ ...task, line: 0, warnings: task.warnings.map((warning) => ({ ...warning, line: 0 })) }))
