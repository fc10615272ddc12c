import { bold, code, lines, type Rich, rich } from '../rich-text.ts'

const day = (date: string): string => date.split('-').reverse().join('/')

const kinds = {
  'ubnd-cap-tinh': 'UBND cấp tỉnh',
  'ubnd-cap-huyen': 'UBND cấp huyện',
  'ubnd-cap-xa': 'UBND cấp xã',
  hdnd: 'Hội đồng nhân dân',
  'van-phong': 'Văn phòng',
  so: 'Sở',
  ban: 'Ban',
  'thanh-tra': 'Thanh tra',
  phong: 'Phòng chuyên môn',
  'trung-tam': 'Trung tâm',
  'don-vi-su-nghiep': 'Đơn vị sự nghiệp',
  'cong-an': 'Công an',
  'quan-su': 'Quân sự',
  'bao-chi': 'Báo, đài',
  'nganh-doc': 'Cơ quan ngành dọc',
  'tu-phap': 'Tòa án, viện kiểm sát',
  dang: 'Cơ quan Đảng',
  'doan-the': 'Mặt trận, đoàn thể',
  'doanh-nghiep': 'Doanh nghiệp',
  khac: 'Khác',
}

type Kind = keyof typeof kinds

interface Period {
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** "từ 01/03/2025 đến 30/06/2025"; empty when it is not bounded. */
const period = ({ validFrom, validTo }: Period): string =>
  [validFrom === null ? '' : `từ ${day(validFrom)}`, validTo === null ? '' : `đến ${day(validTo)}`]
    .filter((part) => part !== '')
    .join(' ')

interface AgencyCard extends Period {
  readonly name: string
  readonly kind: Kind
  readonly shortName: string
  readonly parent: string | null
  readonly aliases: readonly string[]
  readonly dated: readonly (Period & { readonly name: string })[]
  readonly groups: readonly string[]
}

interface Asked {
  readonly name: string
  readonly at: number
  readonly of: number
  /** Tasks that wait, a line each plan. */
  readonly waiting: readonly {
    readonly plan: string
    readonly numbers: readonly number[]
    readonly lines: readonly number[]
  }[]
  readonly draftLines: readonly number[]
}

const shownNumbers = 10

const some = (numbers: readonly (number | string)[]): string =>
  numbers.length > shownNumbers
    ? `${numbers.slice(0, shownNumbers).join(', ')} và ${numbers.length - shownNumbers} nữa`
    : numbers.join(', ')

const problems = {
  'no-name': 'thiếu tên đơn vị',
  'kind-unknown': 'chưa hiểu loại',
  'bad-date': 'ngày không đúng (cần dạng 01/07/2025)',
  'ends-before-it-begins': 'hết hiệu lực trước khi có hiệu lực',
  twice: 'tên này đã có ở dòng trên',
  'name-taken': 'tên này đang là tên gọi khác của đơn vị',
  'alias-taken': 'tên gọi khác này đang chỉ một đơn vị khác',
  'parent-unknown': 'không thấy đơn vị cấp trên',
  'parent-below-it': 'đơn vị cấp trên lại trực thuộc chính đơn vị này',
}

interface Imported {
  readonly file: string
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: number
  readonly groups: readonly { readonly name: string; readonly members: number }[]
  readonly problems: readonly {
    readonly line: number
    readonly code: keyof typeof problems
    readonly detail: string
  }[]
}

const shownNames = 10
const shownProblems = 20

const someNames = (names: readonly string[]): string =>
  names.length > shownNames
    ? `${names.slice(0, shownNames).join('; ')} và ${names.length - shownNames} đơn vị khác`
    : names.join('; ')

export const agenciesVi = {
  about: 'Danh mục đơn vị, nhóm đơn vị và tên gọi khác',
  kind: (kind: Kind): string => kinds[kind],
  listed: ({
    workspace,
    total,
    kinds: sections,
    groups,
    unknown,
  }: {
    workspace: string
    total: number
    kinds: readonly { readonly kind: Kind; readonly names: readonly string[]; readonly more: number }[]
    groups: readonly { readonly name: string; readonly members: number }[]
    unknown: number
  }): Rich =>
    lines([
      rich`${bold('Danh mục đơn vị')} của ${workspace}: ${total} đơn vị`,
      ...sections.map(
        ({ kind, names, more }) =>
          rich`• ${bold(`${kinds[kind]} (${names.length + more})`)}: ${names.join('; ')}${more > 0 ? `; và ${more} đơn vị khác` : ''}`,
      ),
      groups.length > 0 && '',
      groups.length > 0 && bold('Nhóm đơn vị'),
      ...groups.map(({ name, members }) => `• ${name} = ${members} đơn vị`),
      '',
      rich`Xem một đơn vị hoặc một nhóm: ${code('/donvi Sở Nội vụ')}. Thêm, sửa nhiều đơn vị: gửi tệp .xlsx theo mẫu.`,
      unknown > 0 && rich`❓ ${unknown} tên trong kế hoạch chưa rõ là đơn vị nào: gõ ${code('/tenla')}.`,
    ]),
  card: ({ name, kind, shortName, parent, aliases, dated, groups, ...valid }: AgencyCard): Rich =>
    lines([
      bold(name),
      `Loại: ${kinds[kind]}`,
      shortName !== '' && `Tên viết tắt: ${shortName}`,
      aliases.length > 0 && `Tên gọi khác: ${aliases.join('; ')}`,
      ...dated.map((alias) => `Tên theo thời gian: ${alias.name} (${period(alias)})`),
      parent !== null && `Trực thuộc: ${parent}`,
      groups.length > 0 && `Thuộc nhóm: ${groups.join('; ')}`,
      period(valid) !== '' && `Hiệu lực: ${period(valid)}`,
    ]),
  group: ({ name, aliases, members }: { name: string; aliases: readonly string[]; members: readonly string[] }): Rich =>
    lines([
      rich`${bold(name)}: ${members.length} đơn vị`,
      aliases.length > 0 && `Tên gọi khác: ${aliases.join('; ')}`,
      members.length > 0 && members.join('; '),
    ]),

  imported: ({ file, added, changed, unchanged, groups, problems: rows }: Imported): Rich =>
    lines([
      added.length + changed.length + groups.length === 0
        ? rich`Tệp “${file}” không làm thay đổi danh mục: ${unchanged} đơn vị đã có đúng như tệp.`
        : rich`✅ Đã nhập danh mục từ “${file}”: thêm ${bold(String(added.length))}, sửa ${bold(String(changed.length))}, giữ nguyên ${unchanged} đơn vị. Không xóa đơn vị nào.`,
      added.length > 0 && `Thêm: ${someNames(added)}.`,
      changed.length > 0 && `Sửa: ${someNames(changed)}.`,
      ...groups.map(({ name, members }) => `Nhóm ${name}: thêm ${members} đơn vị.`),
      rows.length > 0 && '',
      rows.length > 0 && rich`⚠️ ${bold(`${rows.length} dòng chưa nhập được`)}, sửa rồi gửi lại tệp:`,
      ...rows
        .slice(0, shownProblems)
        .map(
          ({ line, code: what, detail }) => `• dòng ${line}: ${problems[what]}${detail === '' ? '' : ` (“${detail}”)`}`,
        ),
      rows.length > shownProblems && `và ${rows.length - shownProblems} dòng khác.`,
    ]),

  aboutNames: 'Cho biết tên lạ trong kế hoạch là đơn vị nào',
  noNames: (): Rich => rich`Không có tên đơn vị nào chờ làm rõ.`,
  noMoreNames: (): Rich => rich`Không còn tên nào khác chờ làm rõ.`,
  ask: ({ name, at, of, waiting, draftLines }: Asked): Rich =>
    lines([
      rich`❓ Tên lạ ${at}/${of}: ${bold(`“${name}”`)}`,
      ...waiting.map(
        ({ plan, numbers, lines: rows }) =>
          rich`${bold(plan)}: ${numbers.length} nhiệm vụ chờ giao (${some(numbers.map((number) => `NV${number}`))}; dòng ${some(rows)}).`,
      ),
      draftLines.length > 0 && `Bản đang chờ xác nhận: dòng ${some(draftLines)}.`,
      'Là đơn vị nào? Chọn bên dưới hoặc gõ tên đơn vị.',
    ]),
  until: (date: string): string => `đến ${day(date)}`,
  former: (name: string): string => `${name} (tên cũ)`,
  create: 'Tạo đơn vị mới',
  later: 'Để sau',
  open: 'Làm rõ tên lạ',
  learned: ({ name, meaning }: { name: string; meaning: string }): Rich =>
    rich`✅ “${name}” là ${bold(meaning)}. Từ nay tên này được nhận ra.`,
  created: ({ name, kind }: { name: string; kind: Kind }): Rich =>
    rich`✅ Đã thêm ${bold(name)} vào danh mục, loại: ${kinds[kind]}.`,
  settled: (names: readonly { readonly name: string; readonly meaning: string }[]): Rich =>
    lines([
      bold('Đã nhận ra thêm theo danh mục hiện nay'),
      ...names.map(({ name, meaning }) => `• “${name}” là ${meaning}`),
    ]),
  assigned: ({ plan, assignments, told }: { plan: string; assignments: number; told: number }): Rich =>
    rich`Đã giao thêm ${bold(`${assignments} phân công`)} theo ${plan}${told === 0 ? '; chưa báo được cho ai' : `; đã báo cho ${told} người`}.`,
  nobodyYet: (names: readonly string[]): Rich =>
    rich`Chưa có ai tham gia: ${names.join('; ')}. Gõ ${code('/moi')} để mời.`,
  notFound: ({ typed, nearest }: { typed: string; nearest: readonly string[] }): Rich =>
    nearest.length === 0
      ? rich`Danh mục không có đơn vị “${typed}”. Chọn một đơn vị ở trên, gõ lại tên, hoặc bấm “Để sau”.`
      : rich`Danh mục không có đơn vị “${typed}”. Có phải một trong các đơn vị dưới đây?`,
  nameGone: (): Rich =>
    rich`Tên này đã được làm rõ hoặc không còn kế hoạch nào dùng. Gõ ${code('/tenla')} để xem tiếp.`,
}

export type AgenciesMessages = typeof agenciesVi
