import { randomUUID } from 'node:crypto'
import type { Assignment } from '../../domain/assignment.ts'
import type { Stores } from '../../domain/ports/stores.ts'

/** What of another workspace somebody knows who tries to reach its people. */
export interface TheirPeople {
  readonly person: { readonly id: string; readonly chatId: string; readonly externalId: string }
  readonly agencyId: string
  readonly assignment: Assignment
  readonly delegationId: string
}

/** Somebody of the workspace that tries. */
type Us = () => { readonly id: string; readonly chatId: string; readonly agencyId: string }
type Attempt = (stores: Stores, theirs: TheirPeople, us: ReturnType<Us>) => Promise<unknown>

const later = new Date('2026-06-16T02:00:00Z')
const today = '2026-06-15'
const days = { firstDay: today, lastDay: '2026-06-20' }
const page = { offset: 0, limit: 10 }

const reads: Readonly<Record<string, readonly [Attempt, unknown]>> = {
  'delegations.list': [({ delegations }, { person }) => delegations.list(person.id, today), []],
  'delegations.listForHeads': [({ delegations }, { agencyId }) => delegations.listForHeads([agencyId], today), []],
  'delegations.listStandIns': [({ delegations }, { person }) => delegations.listStandIns(person.id, today), []],
  'departures.countOthers': [({ departures }, _, us) => departures.countOthers(us.id, 'official'), 0],
  'departures.listEmptied': [({ departures }, { person }) => departures.listEmptied(person.id), []],
  'departures.countOwn': [({ departures }, { person }) => departures.countOwn(person.id), 0],
  'handovers.listGone': [({ handovers }) => handovers.listGone('all'), []],
  'handovers.listGone of their agency': [({ handovers }, { agencyId }) => handovers.listGone([agencyId]), []],
  'handovers.listHeld': [({ handovers }, { person }) => handovers.listHeld(person.id, 'all'), []],
  'people.listChannels': [({ people }, { person }) => people.listChannels(person.id), []],
  'people.listRecipients': [({ people }, { person }) => people.listRecipients({ personIds: [person.id] }), []],
  'people.listRecipients of their agency': [
    ({ people }, { agencyId }) => people.listRecipients({ agencyIds: [agencyId] }),
    [],
  ],
  'mergers.listMembers': [({ mergers }, { agencyId }) => mergers.listMembers(agencyId), []],
  'contributions.listSupported': [
    ({ contributions }, { agencyId }) => contributions.listSupported([agencyId], page),
    { items: [], total: 0 },
  ],
  'contributions.listSupporting': [
    ({ contributions }, { agencyId, assignment }) => contributions.listSupporting(assignment.id, [agencyId]),
    [],
  ],
}

const writes: typeof reads = {
  'departures.leaveAgency': [
    ({ departures }, { person, agencyId }) => departures.leaveAgency(person.id, agencyId, later),
    [],
  ],
  'delegations.end': [({ delegations }, { delegationId }) => delegations.end(delegationId, later), false],
  'departures.lock': [({ departures }) => departures.lock(), undefined],
}

/** What somebody tries to hand on of theirs. */
const handing = ({ person, assignment }: TheirPeople, us: ReturnType<Us>, from: string) => ({
  ...{ from, to: null, assignmentIds: [assignment.id], by: { personId: us.id, channel: 'web' as const } },
  ...(from === us.id && { to: { id: person.id, name: '' } }),
})

const newInvite = (createdById: string, agencyId: string) =>
  ({ codeHash: randomUUID(), agencyId, role: 'official', createdById, expiresAt: later }) as const

const refused: Readonly<Record<string, Attempt>> = {
  'invites.create in their name': ({ invites }, { person }, us) =>
    invites.create(newInvite(person.id, us.agencyId), later),
  'invites.create to their agency': ({ invites }, { agencyId }, us) =>
    invites.create(newInvite(us.id, agencyId), later),
  'people.get': ({ people }, { person }) => people.get(person.id),
  'people.addMembership': ({ people }, { person }) =>
    people.addMembership(person.id, { role: 'admin', agencyId: null }, later),
  'people.addMembership in their agency': ({ people }, { agencyId }, us) =>
    people.addMembership(us.id, { role: 'head', agencyId }, later),
  'people.linkAccount of their person': ({ people }, { person }, us) =>
    people.linkAccount(person.id, 'zalo', randomUUID(), us.chatId),
  'people.linkAccount to their chat': ({ people }, { person }, us) =>
    people.linkAccount(us.id, 'zalo', randomUUID(), person.chatId),
  'people.linkAccount of their account': ({ people }, { person }, us) =>
    people.linkAccount(us.id, 'telegram', person.externalId, us.chatId),
  'people.setLocale': ({ people }, { person }) => people.setLocale(person.id, 'en'),
  'signInLinks.create': ({ signInLinks }, { person }) => signInLinks.create(person.id, randomUUID(), later),
  'handovers.hand from their person': ({ handovers }, theirs, us) =>
    handovers.hand(handing(theirs, us, theirs.person.id), later),
  'handovers.hand to their person': ({ handovers }, theirs, us) => handovers.hand(handing(theirs, us, us.id), later),
  'mergers.moveMembers of their agency': ({ mergers }, { agencyId }) => mergers.moveMembers(agencyId, agencyId),
  'mergers.moveSupport of their agency': ({ mergers }, { agencyId }) => mergers.moveSupport(agencyId, agencyId),
  'linkCodes.create': ({ linkCodes }, { person }) => linkCodes.create(person.id, 'hash', later, later),
  'profiles.describe': ({ profiles }, { person }) => profiles.describe(person.id),
  'profiles.setName': ({ profiles }, { person }) => profiles.setName(person.id, 'Khác'),
  'departures.leave': ({ departures }, { person }) => departures.leave(person.id, later),
  'delegations.create from their person': ({ delegations }, { person }, us) =>
    delegations.create({ fromPersonId: person.id, toPersonId: us.id, ...days }, later),
  'delegations.create to their person': ({ delegations }, { person }, us) =>
    delegations.create({ fromPersonId: us.id, toPersonId: person.id, ...days }, later),
  'doers.name': ({ doers }, { assignment }, us) => doers.name({ assignment, personId: us.id, doer: null }, later),
  'doers.name of their person': ({ doers }, { assignment, person }, us) =>
    doers.name({ assignment, personId: us.id, doer: { id: person.id, name: '' } }, later),
  'contributions.add': ({ contributions }, { assignment }, us) =>
    contributions.add({ assignment, personId: us.id, note: '' }, later),
}

type Asked = readonly [(stores: Stores) => Promise<unknown>, unknown]

const each = <A, B>(attempts: Readonly<Record<string, A>>, bind: (attempt: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(attempts).map(([name, attempt]) => [name, bind(attempt)]))

/** What is tried on their people: what finds nothing, what has nothing to write, and what is refused outright. */
export const attemptsOnPeople = (theirs: () => TheirPeople, us: Us) => {
  const bind = ([ask, nothing]: readonly [Attempt, unknown]): Asked => [
    (stores) => ask(stores, theirs(), us()),
    nothing,
  ]
  return {
    reads: each(reads, bind),
    writes: each(writes, bind),
    refused: each(refused, (attempt) => (stores: Stores) => attempt(stores, theirs(), us())),
  }
}
