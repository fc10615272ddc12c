import { bold, code, lines, type Rich, rich } from '../rich-text.ts'

const day = (date: string): string => date.split('-').reverse().join('/')

/** "2026-03" as people write it: 03/2026. */
const month = (key: string): string => key.split('-').reverse().join('/')

/** What is doubtful, followed by the words in question. */
const warnings = {
  'no-number': 'không thấy số, ký hiệu văn bản',
  'no-issue-date': 'không thấy ngày ban hành',
  'no-plan-year': 'không rõ năm kế hoạch',
  'no-lead': 'không rõ đơn vị chủ trì, chưa giao cho ai',
  'no-deadline': 'không có thời hạn',
  'deadline-not-understood': 'chưa hiểu thời hạn',
  'impossible-date': 'ngày không có thật',
  'date-before-issue': 'hạn trước ngày ban hành',
  'row-not-understood': 'chưa hiểu dòng này',
}

/** What is doubtful; `row` is the number of the task on the screen, null when it is about the document. */
export interface ShownDoubt {
  readonly row: number | null
  readonly code: keyof typeof warnings
  readonly detail: string
  readonly line: number
}

export interface Found {
  readonly number: string
  readonly title: string
  readonly issuer: string
  readonly issuedOn: string | null
  readonly planYear: number
  /** Whether it is compared with a plan that is followed up. */
  readonly amended: boolean
  readonly tasks: number
  readonly assignments: number
  readonly agencies: number
  /** Tasks a lead, the most first; a group is one lead of many members. */
  readonly leads: readonly { readonly name: string; readonly members: number; readonly tasks: number }[]
  readonly moreLeads: number
  /** The groups among those that are not listed. */
  readonly otherGroups: readonly { readonly name: string; readonly members: number }[]
  readonly months: readonly { readonly month: string; readonly count: number }[]
  /** Due dates that have passed already. */
  readonly past: number
  readonly undated: number
  readonly doubts: readonly ShownDoubt[]
  /** Which of all doubts the first one shown is, from 1, and how many there are. */
  readonly firstDoubt: number
  readonly allDoubts: number
  /** Names of leads that the directory does not have, with the rows that they lead. */
  readonly unknown: readonly { readonly name: string; readonly rows: readonly number[] }[]
  readonly moreUnknown: number
  /** What can be typed, as it works on this very plan. */
  readonly examples: readonly string[]
}

/** "Các Sở, ban, ngành = 19 đơn vị" */
const standsFor = ({ name, members }: { readonly name: string; readonly members: number }): string =>
  members > 1 ? `${name} = ${members} đơn vị` : name

const others = (groups: Found['otherGroups']): string =>
  groups.length === 0 ? '' : `, trong đó ${groups.map(standsFor).join('; ')}`

const dueDates = ({ months, undated }: Pick<Found, 'months' | 'undated'>): string =>
  [
    ...months.map(({ month: key, count }) => `${month(key)}: ${count}`),
    ...(undated > 0 ? [`không thời hạn: ${undated}`] : []),
  ].join(' · ')

/** What is doubtful, in words, with those it is about: "không có thời hạn (“theo chỉ đạo”)". */
export const warning = ({ code: what, detail }: Pick<ShownDoubt, 'code' | 'detail'>): string =>
  `${warnings[what]}${detail === '' ? '' : ` (“${detail}”)`}`

/** "12 · dòng 57 · không có thời hạn (“theo chỉ đạo”)" */
export const doubt = ({ row, line, ...about }: ShownDoubt): Rich => {
  const words = `${line > 0 ? `dòng ${line} · ` : ''}${warning(about)}`
  return row === null ? rich`• ${words}` : rich`${bold(row)} · ${words}`
}

const doubtful = ({ doubts, firstDoubt, allDoubts }: Found): readonly (Rich | string | false)[] => {
  if (allDoubts === 0) return []
  const last = firstDoubt + doubts.length - 1
  const where = doubts.length < allDoubts ? ` (${firstDoubt}–${last})` : ''
  return ['', rich`⚠️ ${bold(`Cần xem lại ${allDoubts} chỗ`)}${where}`, ...doubts.map(doubt)]
}

const rowsShown = 8

const rowsOf = (rows: readonly number[]): string =>
  `${rows.slice(0, rowsShown).join(', ')}${rows.length > rowsShown ? ', …' : ''}`

/** Names that wait for somebody to say what they mean; their tasks are kept and assigned then. */
const unknownNames = ({ unknown, moreUnknown }: Found): readonly (Rich | string | false)[] =>
  unknown.length === 0
    ? []
    : [
        '',
        rich`❓ ${bold(`${unknown.length + moreUnknown} tên đơn vị chưa có trong danh mục`)}, việc của các đơn vị này chờ đến khi rõ:`,
        ...unknown.map(({ name, rows }) => `• ${name}: ${rows.length} nhiệm vụ (${rowsOf(rows)})`),
        moreUnknown > 0 && `và ${moreUnknown} tên khác.`,
        rich`Gõ ${code('/tenla')} để cho biết là đơn vị nào, trước hay sau khi xác nhận đều được.`,
      ]

/** Who leads how much, and when it falls due; of an amended plan only what changes is of interest. */
const spread = (found: Found): readonly (Rich | string | false)[] =>
  found.amended
    ? []
    : [
        '',
        found.leads.length > 0 && bold('Nhiệm vụ theo đơn vị chủ trì'),
        ...found.leads.map((lead) => `• ${standsFor(lead)}: ${lead.tasks}`),
        found.moreLeads > 0 && `và ${found.moreLeads} đơn vị khác${others(found.otherGroups)}.`,
        '',
        rich`${bold('Số kỳ hạn theo tháng')}: ${dueDates(found)}.`,
        found.past > 0 && `⚠️ ${found.past} kỳ hạn đã qua.`,
      ]

const typing = ({ examples, allDoubts }: Found): readonly (Rich | string)[] =>
  examples.length === 0
    ? []
    : [
        '',
        allDoubts > 0 ? 'Sửa bằng cách nhắn, mỗi dòng một ý, ví dụ:' : 'Muốn sửa gì thì nhắn, mỗi dòng một ý, ví dụ:',
        ...examples.map((example) => code(example)),
      ]

/** The findings of a file on one screen. */
export const found = (found: Found): Rich =>
  lines([
    rich`${bold(found.number)} ${found.title}`,
    `${found.issuer === '' ? '' : `${found.issuer}, `}ban hành ${found.issuedOn === null ? '(chưa rõ ngày)' : day(found.issuedOn)}, năm kế hoạch ${found.planYear}.`,
    '',
    rich`${bold(`${found.tasks} nhiệm vụ`)}, thành ${bold(`${found.assignments} phân công`)} cho ${found.agencies} đơn vị.`,
    ...spread(found),
    ...doubtful(found),
    ...unknownNames(found),
    ...typing(found),
  ])
