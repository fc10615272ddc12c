import { bold, code, lines, type Rich, rich } from '../rich-text.ts'

const day = (date: string): string => date.split('-').reverse().join('/')
const dates = (days: readonly string[]): string => (days.length === 0 ? 'không hạn' : days.map(day).join(', '))
const names = (all: readonly string[]): string => (all.length === 0 ? 'chưa có' : all.join('; '))

interface NoteOfNames<Kind extends string> {
  readonly kind: Kind
  readonly row: number
  readonly before: readonly string[]
  readonly after: readonly string[]
}

interface NoteOfWords<Kind extends string> {
  readonly kind: Kind
  readonly row: number
  readonly after: string
}

interface NoteOfTask<Kind extends string> {
  readonly kind: Kind
  readonly row: number
  readonly title: string
}

interface NoteOfHeading<Kind extends string> {
  readonly kind: Kind
  readonly after: string
}

/** What a correction did, with how it was before. */
export type FixNote =
  | NoteOfNames<'due'>
  | NoteOfNames<'lead'>
  | NoteOfNames<'support'>
  | NoteOfWords<'title'>
  | NoteOfWords<'output'>
  | NoteOfTask<'removed'>
  | NoteOfTask<'accepted'>
  | (NoteOfTask<'merged'> & { readonly from: readonly number[] })
  | { readonly kind: 'split'; readonly row: number; readonly into: readonly number[] }
  | NoteOfHeading<'number'>
  | NoteOfHeading<'issuer'>
  | NoteOfHeading<'plan-title'>
  | NoteOfHeading<'issued-on'>
  | { readonly kind: 'year'; readonly after: number; readonly moved: number }
  | { readonly kind: 'amends'; readonly number: string; readonly partial: boolean }
  | { readonly kind: 'new-plan' }

type NoteOfDocument = Exclude<FixNote, { readonly row: number }>
type NoteOfRow = Extract<FixNote, { readonly row: number }>

const documentNotes: {
  readonly [Kind in NoteOfDocument['kind']]: (note: Extract<NoteOfDocument, { readonly kind: Kind }>) => string
} = {
  number: ({ after }) => `Số văn bản: ${after}`,
  issuer: ({ after }) => `Nơi ban hành: ${after}`,
  'plan-title': ({ after }) => `Tên kế hoạch: ${after}`,
  'issued-on': ({ after }) => `Ngày ban hành: ${day(after)}`,
  year: ({ after, moved }) => `Năm kế hoạch: ${after}${moved > 0 ? `, ${moved} nhiệm vụ đổi hạn theo` : ''}`,
  amends: ({ number, partial }) => (partial ? `Sửa đổi, bổ sung ${number}` : `Thay ${number}`),
  'new-plan': () => 'Là kế hoạch mới, không thay kế hoạch nào',
}

const rowNotes: {
  readonly [Kind in NoteOfRow['kind']]: (note: Extract<NoteOfRow, { readonly kind: Kind }>) => string
} = {
  due: ({ before, after }) => `hạn: ${dates(before)} → ${dates(after)}`,
  lead: ({ before, after }) => `chủ trì: ${names(before)} → ${names(after)}`,
  support: ({ before, after }) => `phối hợp: ${names(before)} → ${names(after)}`,
  title: ({ after }) => `tên: ${after}`,
  output: ({ after }) => `sản phẩm: ${after === '' ? 'không có' : after}`,
  removed: ({ title }) => `bỏ: ${title}`,
  accepted: ({ title }) => `giữ nguyên: ${title}`,
  merged: ({ from, title }) => `gộp ${from.join(', ')} vào đây: ${title}`,
  split: ({ into }) => `tách thành ${into.join(', ')}`,
}

/** The table has the right words for every kind; that they fit together the compiler cannot see. */
const wordsOf = <Note extends { readonly kind: string }>(
  table: { readonly [Kind in Note['kind']]: (note: Extract<Note, { readonly kind: Kind }>) => string },
  note: Note,
): string => (table[note.kind as Note['kind']] as (note: Note) => string)(note)

const changed = (note: FixNote): Rich =>
  'row' in note ? rich`${bold(note.row)} · ${wordsOf(rowNotes, note)}` : rich`${wordsOf(documentNotes, note)}`

const nothingDone = 'Chưa sửa gì.'

const nearestOf = (nearest: readonly string[]): string =>
  nearest.length === 0 ? '' : ` Gần giống nhất: ${nearest.join('; ')}.`

/** What is said while a plan is corrected by words. */
export const planFixesVi = {
  done: (notes: readonly FixNote[], more: number): Rich =>
    lines(['✅ Đã sửa:', ...notes.map(changed), more > 0 && `và ${more} chỗ khác.`]),
  undone: (notes: number): Rich => rich`Đã lấy lại như trước (${notes} sửa đổi).`,
  nothingToUndo: (): Rich => rich`Chưa có sửa đổi nào để lấy lại.`,
  undoneBefore: (): Rich => rich`Sửa đổi này đã được lấy lại hoặc đã có sửa đổi mới hơn. Không có gì thay đổi.`,
  standing: ({ tasks, assignments, doubts }: { tasks: number; assignments: number; doubts: number }): string =>
    `${tasks} nhiệm vụ, ${assignments} phân công. ${doubts === 0 ? 'Không còn chỗ nào cần xem lại.' : `Còn ${doubts} chỗ cần xem lại.`}`,
  notUnderstood: ({ typed, example }: { typed: string; example: string }): Rich =>
    rich`${nothingDone} Chưa hiểu “${typed}”; có thể gõ: ${code(example)}`,
  problem: {
    noRow: ({ typed, rows }: { typed: string; rows: number }): Rich =>
      rich`${nothingDone} Không có nhiệm vụ ${typed} trong bản này; các số từ 1 đến ${rows}. Gõ ${code('danh sách')} để xem.`,
    severalRows: ({ typed, numbers }: { typed: string; numbers: readonly number[] }): Rich =>
      rich`${nothingDone} “${typed}” có thể là ${numbers.join(', ')}. Xin gõ một trong các số này, ví dụ ${code(`xem ${numbers[0] ?? 1}`)}.`,
    whichRow: (): Rich =>
      rich`${nothingDone} Sửa nhiệm vụ nào? Xin thêm số, ví dụ ${code('12 hạn 30/9')} hoặc ${code('bỏ 12')}.`,
    deadline: ({ typed, impossible }: { typed: string; impossible: boolean }): Rich =>
      impossible
        ? rich`${nothingDone} Ngày “${typed}” không có thật. Ví dụ: ${code('12 hạn 30/9')}`
        : rich`${nothingDone} Chưa hiểu thời hạn “${typed}”. Ví dụ: ${code('12 hạn 30/9')}, ${code('12 hạn quý IV')}, ${code('12 không hạn')}`,
    agency: ({ typed, nearest, row }: { typed: string; nearest: readonly string[]; row: number }): Rich =>
      rich`${nothingDone} Chưa có đơn vị “${typed}” trong danh mục.${nearestOf(nearest)} Nếu đúng là đơn vị mới, đặt tên trong ngoặc kép: ${code(`${row} chủ trì "${typed}"`)}`,
    notItsAgency: ({ typed, row }: { typed: string; row: number }): Rich =>
      rich`${nothingDone} Nhiệm vụ ${row} không có “${typed}”. Gõ ${code(`xem ${row}`)} để xem.`,
    plan: ({ typed }: { typed: string }): Rich =>
      rich`${nothingDone} Không có kế hoạch ${typed} đang theo dõi. Gõ ${code('/kehoach')} để xem các kế hoạch.`,
    mergeNeedsTwo: (): Rich => rich`${nothingDone} Gộp thì cần ít nhất hai số, ví dụ ${code('gộp 7 8')}.`,
    nothingLeft: (): Rich => rich`${nothingDone} Như vậy thì không còn nhiệm vụ nào; muốn bỏ cả bản này thì bấm “Bỏ”.`,
    nothingToSplit: ({ row }: { row: number }): Rich =>
      rich`${nothingDone} Tên nhiệm vụ ${row} không có dấu chấm phẩy hay gạch đầu dòng để tách. Có thể đặt lại tên trước: ${code(`${row} tên Việc một; việc hai`)}`,
  },
  /** The usual word for what was nearly typed right. */
  verbs: [
    'hạn',
    'không hạn',
    'chủ trì',
    'bỏ chủ trì',
    'phối hợp',
    'bỏ phối hợp',
    'tên',
    'sản phẩm',
    'bỏ',
    'gộp',
    'tách',
    'đúng',
    'xem',
  ],
  exampleWith: (about: string, verb: string, rest: string): string => `${about} ${verb} ${rest}`.trim(),
}

export type PlanFixesMessages = typeof planFixesVi
