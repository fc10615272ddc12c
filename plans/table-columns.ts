import type { NamedColumn, ReadName } from './table-column-names.ts'

/** What a column of a task table holds; 'agencies' is who leads and who supports in one, 'start' when work begins. */
export type Role =
  | 'number'
  | 'criterion'
  | 'task'
  | 'requirement'
  | 'time'
  | 'start'
  | 'lead'
  | 'support'
  | 'agencies'
  | 'output'
  | 'note'

/** Where each role stands, columns counted from 0. */
export type Columns = ReadonlyMap<Role, number>

interface Candidate extends NamedColumn {
  readonly at: number
}

const single = ['number', 'requirement', 'time', 'start', 'support', 'agencies', 'output'] as const

/** The strongest name, the first of equals. */
const strongest = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>(
    (best, one) => (best === undefined || one.strength > best.strength ? one : best),
    undefined,
  )

const meaning = (candidates: readonly Candidate[], wanted: NamedColumn['meaning']): Candidate[] =>
  candidates.filter((one) => one.meaning === wanted)

const setUnless = (columns: Map<Role, number>, role: Role, at: number | undefined): void => {
  if (at !== undefined && !columns.has(role)) columns.set(role, at)
}

/** "Nội dung" beside "Nhiệm vụ": what the tasks are about; "Nhiệm vụ" beside "Nội dung thực hiện": what they ask. */
const placeTasks = (columns: Map<Role, number>, tasks: readonly Candidate[]): void => {
  const [first, second] = tasks
  if (first === undefined || second === undefined) {
    setUnless(columns, 'task', first?.at)
    return
  }
  const isAsked = first.strength > second.strength
  setUnless(columns, 'task', isAsked ? first.at : second.at)
  setUnless(columns, isAsked ? 'requirement' : 'criterion', isAsked ? second.at : first.at)
}

/** Of two columns of criteria the second names the tasks; criteria or requirements alone are the tasks. */
const placeCriteria = (columns: Map<Role, number>, criteria: readonly Candidate[]): void => {
  const [first, second] = criteria
  if (columns.has('task') || second !== undefined) setUnless(columns, 'criterion', first?.at)
  setUnless(columns, 'task', (second ?? first)?.at ?? columns.get('requirement'))
  if (columns.get('requirement') === columns.get('task')) columns.delete('requirement')
}

/** "Cơ quan thực hiện" beside "Cơ quan chủ trì" are those who help. */
const placeLeads = (columns: Map<Role, number>, leads: readonly Candidate[]): void => {
  const lead = strongest(leads)
  setUnless(columns, 'lead', lead?.at)
  setUnless(columns, 'support', leads.find((one) => one !== lead && one.strength > 1)?.at)
}

/** Tables that list people, money or marks name no tasks even where their columns are called so. */
const isOtherTable = (candidates: readonly Candidate[], columns: Columns): boolean => {
  const has = (wanted: NamedColumn['meaning']): boolean => meaning(candidates, wanted).length > 0
  const isFirm = (wanted: NamedColumn['meaning']): boolean =>
    meaning(candidates, wanted).some(({ strength }) => strength > 1)
  if (has('roster')) return true
  if (columns.has('time')) return false
  if (has('money') || has('count')) return !isFirm('lead') && !columns.has('agencies')
  return has('score') && !isFirm('task')
}

const whoOrWhen: readonly Role[] = ['time', 'lead', 'support', 'agencies']

const placed = (candidates: readonly Candidate[]): Map<Role, number> => {
  const columns = new Map<Role, number>()
  for (const role of single) setUnless(columns, role, strongest(meaning(candidates, role))?.at)
  placeLeads(columns, meaning(candidates, 'lead'))
  placeTasks(columns, meaning(candidates, 'task'))
  placeCriteria(columns, meaning(candidates, 'criterion'))
  return columns
}

/** Three names, or two that mean nothing else where there are no more. */
const isEnough = (candidates: readonly Candidate[], columns: Columns, written: number, timed: boolean): boolean => {
  if (columns.size !== 2) return columns.size > 2
  return timed || (written === 2 && candidates.every(({ strength }) => strength > 1))
}

const otherwise: readonly NamedColumn['meaning'][] = ['money', 'count', 'score', 'roster', 'status']

/** Whether names head a table of something else: numbered rows with money, marks, figures or people. */
export const namesOtherTable = (names: readonly string[], read: ReadName): boolean => {
  const candidates = candidatesIn(names, read)
  const has = (wanted: NamedColumn['meaning']): boolean => meaning(candidates, wanted).length > 0
  return has('number') && otherwise.some(has) && columnsOf(names, false, read) === null
}

const candidatesIn = (names: readonly string[], read: ReadName): Candidate[] =>
  names.flatMap((name, at) => {
    const found = read(name)
    return found === null ? [] : [{ ...found, at }]
  })

/**
 * The columns that a row of names gives, null when it is no header of a task table: it names the tasks and says who
 * does them or when. `timed`: other columns of the row are months or quarters.
 */
export const columnsOf = (names: readonly string[], timed: boolean, read: ReadName): Columns | null => {
  const candidates = candidatesIn(names, read)
  const written = names.filter((name) => name !== '').length
  if (candidates.length * 2 < written) return null
  const columns = placed(candidates)
  const says = timed || whoOrWhen.some((role) => columns.has(role))
  if (!columns.has('task') || !says || isOtherTable(candidates, columns)) return null
  if (!isEnough(candidates, columns, written, timed)) return null
  setUnless(columns, 'note', meaning(candidates, 'note')[0]?.at)
  return columns
}
