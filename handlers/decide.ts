import type { Assignment } from '../domain/assignment.ts'
import type { AssignmentChange, DecisionKind } from '../domain/ports/assignments.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Request } from './request.ts'

/** What whoever decides needs: it is read, recorded, told, and the queue goes on. */
export type DecisionNeeds =
  | 'agencies'
  | 'assignments'
  | 'audiences'
  | 'audit'
  | 'decisions'
  | 'delegations'
  | 'dialogs'
  | 'extensions'
  | 'outbox'
  | 'people'
export type DecisionStores = Pick<Stores, DecisionNeeds>

/** Records a decision and puts it on record; returns the update's id. */
export const decide = async (
  { person, chat, now }: Request,
  assignment: Assignment,
  decision: {
    readonly kind: DecisionKind
    readonly note: string
    readonly change: AssignmentChange
    readonly dueOn?: LocalDate
    /** What else the record should say. */
    readonly details?: object
  },
  { decisions, audit }: Pick<Stores, 'decisions' | 'audit'>,
): Promise<string> => {
  const { details, ...recorded } = decision
  const { kind, note, change, dueOn } = recorded
  const id = await decisions.record({ assignment, personId: person.id, ...recorded }, now)
  const { state, percent, obstacle } = change
  await audit.append(
    {
      ...{ action: `assignment.${kind}`, subject: 'assignment', subjectId: assignment.id },
      ...{ personId: person.id, channel: chat.channel },
      before: standingOf(assignment),
      after: { state, percent, obstacle, dueOn: dueOn ?? assignment.dueOn, update: id, note, ...details },
    },
    now,
  )
  return id
}

const standingOf = ({ state, percent, obstacle, dueOn }: Assignment) => ({ state, percent, obstacle, dueOn })

/** A decision that changes nothing but what is known: a refusal, or an agency that takes over. */
export const unchanged = (
  { state, percent, obstacle, doneOn }: Assignment,
  remindAt: Date | null,
): AssignmentChange => ({
  ...{ state, percent, obstacle, doneOn, remindAt },
})
