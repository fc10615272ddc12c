/** What the command line says of a plan that it read. */
export const planReportVi = {
  columns: { code: 'Mục', title: 'Nhiệm vụ', who: 'Chủ trì / Phối hợp', due: 'Thời hạn', line: 'Dòng' },
  cadences: { once: '', periodic: 'định kỳ', ongoing: 'thường xuyên', unscheduled: 'không hạn' },
  noIssueDate: 'chưa rõ ngày ban hành',
  issued: (day: string): string => `ban hành ${day}`,
  year: (year: number): string => `năm kế hoạch ${year}`,
  counted: (tasks: number, doubts: number): string =>
    doubts === 0 ? `${tasks} nhiệm vụ, không có chỗ nào nghi vấn.` : `${tasks} nhiệm vụ, ${doubts} chỗ cần xem lại:`,
  doubt: (line: number, words: string): string => (line > 0 ? `  dòng ${line}: ${words}` : `  ${words}`),
}

export type PlanReportMessages = typeof planReportVi
