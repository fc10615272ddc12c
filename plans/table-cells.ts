import type { Role } from './table-columns.ts'

/** What the cells of a row may hold. */
export type CellRole = Exclude<Role, 'number'>
export type Cells = Readonly<Record<CellRole, string>>

export const cellRoles = [
  'criterion',
  'task',
  'requirement',
  'time',
  'start',
  'lead',
  'support',
  'agencies',
  'output',
  'note',
] as const

/** The same for every role. */
export const cellsBy = (textOf: (role: CellRole) => string): Record<CellRole, string> => ({
  criterion: textOf('criterion'),
  task: textOf('task'),
  requirement: textOf('requirement'),
  time: textOf('time'),
  start: textOf('start'),
  lead: textOf('lead'),
  support: textOf('support'),
  agencies: textOf('agencies'),
  output: textOf('output'),
  note: textOf('note'),
})

export const noCells: Cells = cellsBy(() => '')

export const firstText = (cells: Cells): string => {
  const role = cellRoles.find((one) => cells[one] !== '')
  return role === undefined ? '' : cells[role]
}

/** "-nt-", "như trên", """, "//": as above. */
const ditto = /^[-–"'”“″〃\s]*(?:nt|như trên|\/\/)?[-–"'”“″〃\s]*$/iu
const isDitto = (text: string): boolean =>
  text.length <= 16 && /nt|như trên|["”“″〃]|\/\//iu.test(text) && ditto.test(text)

/** A lone dash says that there is nothing. */
const isNothing = (text: string): boolean => text.length <= 8 && /^[-–—_\s.…]*$/u.test(text)

/** Replaces marks of repetition by what stands above, and keeps what stands here for the rows below. */
export const withoutDittos = (cells: Cells, above: Record<CellRole, string>): Cells =>
  cellsBy((role) => {
    const text = cells[role]
    if (isDitto(text)) return above[role]
    if (isNothing(text)) return ''
    above[role] = text
    return text
  })

const joined = (before: string, after: string): string => {
  if (before === '' || after === '') return before + after
  return before + (/^(?:[-–+•]\s|\p{Ll}\s?[.)])/u.test(after) ? '\n' : ' ') + after
}

/** The cells of a row with the rest of each. */
export const joinedCells = (cells: Cells, rest: Cells): Cells => cellsBy((role) => joined(cells[role], rest[role]))
