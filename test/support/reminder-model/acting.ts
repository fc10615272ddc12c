import type { IncomingBody } from '../../../domain/incoming.ts'
import { speaksUntil } from './calendar.ts'
import type { Command } from './commands.ts'
import type { Play } from './play.ts'
import type { ModelAssignment } from './work.ts'

/** The commands of a kind. */
export type Of<Kind extends Command['kind']> = Extract<Command, { readonly kind: Kind }>

/** As much of an id as a button carries. */
export const endOf = (id: string): string => id.slice(-12)

/** The one that a number chooses. */
export const choose = <T>(from: readonly T[], number: number): T | undefined => from[number % from.length]

export const inState = ({ model }: Play, wanted: ModelAssignment['state']): readonly ModelAssignment[] =>
  model.assignments.filter(({ state }) => state === wanted)

/** The id of an assignment of the model in the program's tables. */
export const idOf = async (
  { database, workspace, agencyIds }: Play,
  { number, agency }: ModelAssignment,
): Promise<string> => {
  const agencyId = agencyIds[agency] ?? ''
  const where = { workspaceId: workspace.id, agencyId, occurrence: { task: { number } } }
  return (await database.client.assignment.findFirstOrThrow({ where, select: { id: true } })).id
}

export const say = (play: Play, person: number, body: IncomingBody, twice = false): Promise<void> => {
  const who = play.people[person]
  const listener = play.model.staff.people[person]
  if (who === undefined || listener === undefined) throw new Error(`no person ${person}`)
  // Whoever writes can be written to again.
  listener.isReachable = body.kind !== 'blocked'
  return play.office.tell(who, body, twice)
}

export const press = (play: Play, person: number, action: string, twice = false): Promise<void> =>
  say(play, person, { kind: 'button', action }, twice)

export const write = (play: Play, person: number, text: string): Promise<void> =>
  say(play, person, { kind: 'text', text })

export const membersOf = ({ model }: Play, { agency }: ModelAssignment): readonly number[] =>
  model.staff.people.flatMap(({ roles }, index) => (roles.some((one) => one.agency === agency) ? [index] : []))

/** What happened speaks for every milestone until now, but for those of a day on which nobody was told yet. */
export const goesOn = (
  { office: { now } }: Play,
  assignment: ModelAssignment,
  change: Partial<ModelAssignment> = {},
): void => {
  Object.assign(assignment, { ...change, changedAt: now })
  assignment.handledUntil = assignment.due === null ? now : speaksUntil(now)
}
