import type { Stores } from '../../domain/ports/stores.ts'

/** What of another workspace somebody knows who asks about its work. */
export interface TheirWork {
  readonly planId: string
  readonly agencyId: string
  readonly person: { readonly id: string; readonly chatId: string }
  readonly assignment: { readonly id: string }
}

type Attempt = (stores: Stores, theirs: TheirWork) => Promise<unknown>

const today = '2026-06-15'
const everything = { agencyIds: 'all' } as const

const reads: Readonly<Record<string, readonly [Attempt, unknown]>> = {
  'assignments.figuresBy': [({ assignments }) => assignments.figuresBy('plan', everything, today), []],
  'assignments.figuresBy of their plan': [
    ({ assignments }, { planId }) => assignments.figuresBy('section', { ...everything, planId }, today),
    [],
  ],
  'history.list': [({ history }, { assignment }) => history.list(assignment.id), []],
  'reminders.listSaid': [
    ({ reminders }, { person, agencyId }) => reminders.listSaid(person.id, { messageKey: null, agencyIds: [agencyId] }),
    [],
  ],
  'reminders.findSaid': [({ reminders }, { person, assignment }) => reminders.findSaid(person.id, assignment.id), null],
  'reminders.listClaimed': [({ reminders }, { assignment }) => reminders.listClaimed(assignment.id), []],
  'reminders.listTold': [
    ({ reminders }, { assignment, agencyId }) =>
      reminders.listTold({ id: assignment.id, agencyId }, [
        { heads: false, milestone: -1, at: new Date('2026-06-16T02:00:00Z') },
      ]),
    [],
  ],
  'reminders.findSilence': [({ reminders }, { assignment }) => reminders.findSilence(assignment.id), null],
  'reminders.listLevels': [({ reminders }, { agencyId }) => reminders.listLevels(agencyId), []],
  'reminders.listReported': [
    ({ reminders }, { person, assignment }) => reminders.listReported(person.id, assignment.id),
    [],
  ],
  'urgings.look': [
    ({ urgings }, { person, assignment }) => urgings.look([assignment.id], person.id, new Date('2026-06-16T02:00:00Z')),
    [],
  ],
  'reminders.findNext': [({ reminders }, { assignment }) => reminders.findNext(assignment.id), null],
  'snoozes.list': [({ snoozes }, { assignment }) => snoozes.list(assignment.id), []],
  'search.findTasks': [
    ({ search }) => search.findTasks(['viec'], everything, { offset: 0, limit: 9 }),
    { items: [], total: 0 },
  ],
  'search.findPlace': [({ search }) => search.findPlace(1), null],
  'search.listSections': [({ search }) => search.listSections(), []],
}

/** What finds nothing when somebody of one workspace asks about the work of another. */
export const attemptsOnAsking = (theirs: () => TheirWork) =>
  Object.fromEntries(
    Object.entries(reads).map(([name, [ask, nothing]]) => [
      name,
      [(stores: Stores) => ask(stores, theirs()), nothing] as const,
    ]),
  )
