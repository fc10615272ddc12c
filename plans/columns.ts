import { fold } from '../domain/fold.ts'
import type { Square } from './document.ts'

/** What a column of a task table holds. */
export type Role = 'number' | 'criterion' | 'task' | 'requirement' | 'time' | 'lead' | 'support' | 'output'

export type Columns = ReadonlyMap<Role, number>

/** A longer text is content, not the name of a column. */
const maxNameLength = 80

/** Names of columns as plans print them, folded; the first that fits decides, so "phối hợp thực hiện" is support. */
const meanings: readonly (readonly [Role, RegExp])[] = [
  ['number', /^(?:stt|tt|so tt|so thu tu|so)$/],
  ['support', /phoi hop/],
  [
    'lead',
    /chu tri|(?:co quan|don vi|bo phan|dia phuong|to chuc)(?: \w+){0,4} (?:thuc hien|tham muu|phu trach|chiu trach nhiem|dau moi)|^(?:phan cong|trach nhiem)(?: thuc hien)?$|^(?:co quan|don vi)$/,
  ],
  ['time', /^(?:thoi gian|thoi han|thoi diem|tien do|han hoan thanh|han xu ly|ky han|lo trinh|moc thoi gian)/],
  ['output', /^(?:du kien )?(?:san pham|ket qua)|^(?:ho so|tai lieu|van ban) (?:dau ra|san pham)/],
  ['requirement', /^(?:yeu cau|muc tieu|chi tieu)/],
  ['criterion', /tieu chi|chi so|^linh vuc|^nhom (?:nhiem vu|noi dung)|^muc (?:tieu )?lon/],
  ['task', /nhiem vu|^noi dung|cong viec|hoat dong|giai phap/],
]

const roleOf = (name: string): Role | null => {
  const folded = fold(name)
  if (folded === '' || folded.length > maxNameLength) return null
  return meanings.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

/** The columns that a row of names gives; a second column of tasks makes the first the criterion ("Nội dung", "Nhiệm vụ"). */
const columnsOf = (names: readonly string[]): Map<Role, number> => {
  const columns = new Map<Role, number>()
  names.forEach((name, at) => {
    const role = roleOf(name)
    if (role === null) return
    const first = columns.get(role)
    if (first === undefined) columns.set(role, at)
    else if (role === 'task' && !columns.has('criterion')) columns.set('criterion', first).set('task', at)
    else if (role === 'criterion' && !columns.has('task')) columns.set('task', at)
  })
  return columns
}

const answerable: readonly Role[] = ['time', 'lead', 'support', 'output', 'requirement']

/** A header names the tasks and says who, when or what for. */
const isHeader = (columns: Columns): boolean =>
  (columns.has('task') || columns.has('criterion')) && answerable.some((role) => columns.has(role)) && columns.size >= 3

const withTask = (columns: Map<Role, number>): Columns => {
  const criterion = columns.get('criterion')
  if (columns.has('task') || criterion === undefined) return columns
  const tasks = new Map(columns)
  tasks.delete('criterion')
  return tasks.set('task', criterion)
}

const namesIn = (squares: readonly Square[]): string[] =>
  squares.map((square) => (square.from === 'left' ? '' : square.text))

/** In the second line of a header: "Chủ trì | Phối hợp" under a merged "Cơ quan thực hiện". */
const isSecondLine = (first: readonly Square[], second: readonly Square[]): boolean =>
  first.some((square) => square.from === 'left') &&
  second.some((square, at) => square.from === 'above' && square.text === first[at]?.text) &&
  second.some((square, at) => square.from === 'here' && roleOf(square.text) !== null && first[at]?.text !== '')

export interface Header {
  readonly columns: Columns
  /** How many rows it takes. */
  readonly rows: number
}

/** Reads a table's header by the meaning of its names; null when a row is none. */
export const readHeader = (row: readonly Square[], next: readonly Square[] | undefined): Header | null => {
  const twoLines = next !== undefined && isSecondLine(row, next)
  const columns = columnsOf(namesIn(twoLines ? next : row))
  return isHeader(columns) ? { columns: withTask(columns), rows: twoLines ? 2 : 1 } : null
}

/** "(1) (2) (3)" under a header. */
export const isNumbering = (row: readonly Square[]): boolean => {
  const texts = row.filter((square) => square.from === 'here' && square.text !== '').map((square) => fold(square.text))
  return texts.length >= 3 && texts.every((text, at) => text === String(at + 1) || /^[a-h]$/.test(text))
}
