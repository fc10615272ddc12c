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

interface Found {
  readonly number: string
  readonly title: string
  readonly issuer: string
  readonly issuedOn: string | null
  readonly planYear: number
  /** Whether a plan of this number is there already. */
  readonly sameNumber: boolean
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
  readonly doubts: readonly { readonly code: keyof typeof warnings; readonly detail: string; readonly line: number }[]
  readonly moreDoubts: number
  readonly newAgencies: readonly string[]
  readonly moreNewAgencies: number
}

const list = (names: readonly string[], more: number): string =>
  more > 0 ? `${names.join('; ')} và ${more} đơn vị khác` : names.join('; ')

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

const doubt = ({ code: what, detail, line }: Found['doubts'][number]): string => {
  const where = line > 0 ? `dòng ${line}: ` : ''
  return `• ${where}${warnings[what]}${detail === '' ? '' : ` (“${detail}”)`}`
}

const doubtful = ({ doubts, moreDoubts }: Found): readonly (Rich | string | false)[] =>
  doubts.length === 0
    ? []
    : [
        '',
        rich`⚠️ ${bold(`Cần xem lại ${doubts.length + moreDoubts} chỗ`)}`,
        ...doubts.map(doubt),
        moreDoubts > 0 && `và ${moreDoubts} chỗ khác.`,
      ]

export const plansVi = {
  evidenceAsLink: (): Rich =>
    rich`Hiện bot nhận minh chứng bằng liên kết: anh/chị đưa tệp lên kho dùng chung rồi gửi liên kết vào đây. Tệp vừa gửi chưa được lưu.`,
  alreadyImported: ({ number, tasks }: { number: string; tasks: number }): Rich =>
    rich`Tệp này đã được nhập trước đây: ${bold(number)}, ${tasks} nhiệm vụ. Không có gì thay đổi.`,
  noNumber: 'chưa rõ số',
  found: (found: Found): Rich =>
    lines([
      rich`${bold(found.number)} ${found.title}`,
      `${found.issuer === '' ? '' : `${found.issuer}, `}ban hành ${found.issuedOn === null ? '(chưa rõ ngày)' : day(found.issuedOn)}, năm kế hoạch ${found.planYear}.`,
      found.sameNumber &&
        '⚠️ Đã có một kế hoạch mang số này. Nếu xác nhận, các nhiệm vụ dưới đây được giao thêm lần nữa.',
      '',
      rich`${bold(`${found.tasks} nhiệm vụ`)}, thành ${bold(`${found.assignments} phân công`)} cho ${found.agencies} đơn vị.`,
      '',
      found.leads.length > 0 && bold('Nhiệm vụ theo đơn vị chủ trì'),
      ...found.leads.map((lead) => `• ${standsFor(lead)}: ${lead.tasks}`),
      found.moreLeads > 0 && `và ${found.moreLeads} đơn vị khác${others(found.otherGroups)}.`,
      '',
      rich`${bold('Số kỳ hạn theo tháng')}: ${dueDates(found)}.`,
      found.past > 0 && `⚠️ ${found.past} kỳ hạn đã qua.`,
      ...doubtful(found),
      ...(found.newAgencies.length === 0
        ? []
        : ['', `Sẽ được thêm vào danh mục đơn vị: ${list(found.newAgencies, found.moreNewAgencies)}.`]),
      '',
      'Chưa giao gì cho ai. Đúng thì xác nhận để giao việc.',
    ]),
  confirm: 'Xác nhận',
  drop: 'Bỏ',
  confirmed: ({ number, tasks, assignments, told }: Confirmed): Rich =>
    lines([
      rich`✅ Đã giao ${bold(number)}: ${tasks} nhiệm vụ, ${assignments} phân công.`,
      told === 0 ? 'Chưa báo được cho ai.' : `Đã báo cho ${told} người.`,
    ]),
  nobodyYet: (names: readonly string[], more: number): Rich =>
    rich`Chưa có ai tham gia: ${list(names, more)}. Gõ ${code('/moi')} để mời.`,
  dropped: (): Rich => rich`Đã bỏ, chưa giao gì cho ai. Sửa lại tệp thì gửi lần nữa.`,
  draftGone: (): Rich =>
    rich`Bản này đã được xác nhận hoặc đã bỏ nên không có gì thay đổi. Gõ ${code('/kehoach')} để xem các kế hoạch.`,
  assigned: ({ agencies, total, number }: { agencies: readonly string[]; total: number; number: string }): Rich =>
    rich`📌 ${bold(agencies.join('; '))} được giao ${bold(`${total} việc`)} theo ${bold(number)}:`,
  moreTasks: (more: number): Rich => rich`và ${more} việc khác. Gõ ${code('/viec')} để xem tất cả.`,
  allTasks: (): Rich => rich`Gõ ${code('/viec')} để xem và tiếp nhận.`,

  about: 'Các kế hoạch đang theo dõi',
  listed: (
    plans: readonly { readonly number: string; readonly title: string; readonly tasks: number }[],
    more: number,
  ): Rich =>
    lines([
      bold('Các kế hoạch đang theo dõi'),
      ...plans.map(({ number, title, tasks }) => rich`• ${bold(number)} ${title}: ${tasks} nhiệm vụ`),
      more > 0 && `và ${more} kế hoạch khác.`,
    ]),
  none: (): Rich =>
    rich`Chưa có kế hoạch nào. Cán bộ tổng hợp gửi tệp kế hoạch (.docx, .xlsx, .txt) vào đây để bắt đầu.`,
}

interface Confirmed {
  readonly number: string
  readonly tasks: number
  readonly assignments: number
  readonly told: number
}

export type PlansMessages = typeof plansVi
