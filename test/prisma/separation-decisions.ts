import type { Assignment } from '../../domain/assignment.ts'
import type { AssignmentChange } from '../../domain/ports/assignments.ts'
import type { Stores } from '../../domain/ports/stores.ts'

/** What of another workspace somebody knows who tries to decide on its work or to take its evidence. */
export interface TheirCases {
  readonly planId: string
  readonly agencyId: string
  readonly person: { readonly id: string }
  readonly assignment: Assignment
  readonly change: AssignmentChange
  readonly updateId: string
  readonly requestId: string
  readonly evidenceId: string
}

const snoozeOf = (assignmentId: string, personId: string) => ({ assignmentId, personId, dueVersion: 1, turn: 1 })
const snoozed = { day: '2026-06-18', remindAt: new Date('2026-06-18T01:00:00Z') }
const uploadHash = 'the hash of their upload link'

const later = new Date('2026-06-16T02:00:00Z')

/** Something that waits, and a way to bring a file, in the workspace that is tried. */
export const fillCases = async (
  { extensions, evidence, snoozes, uploadLinks }: Stores,
  { assignmentId, personId }: { readonly assignmentId: string; readonly personId: string },
  now: Date,
): Promise<{ readonly requestId: string; readonly evidenceId: string }> => {
  await uploadLinks.create({ personId, assignmentId, tokenHash: uploadHash }, new Date('2027-01-01T00:00:00Z'))
  const asked = { assignmentId, personId, reason: 'chờ', dueBefore: '2026-06-20', wantedOn: '2026-07-20' }
  const requestId = await extensions.request(asked, now)
  await snoozes.save({ ...snoozeOf(assignmentId, personId), ...snoozed }, now)
  return { requestId, evidenceId: (await evidence.list(assignmentId))[0]!.id }
}

type Attempt = (stores: Stores, theirs: TheirCases, us: { readonly id: string }) => Promise<unknown>

const reads: Readonly<Record<string, readonly [Attempt, unknown]>> = {
  'decisions.findFinishing': [({ decisions }, { assignment }) => decisions.findFinishing(assignment.id), null],
  'decisions.findReturn': [({ decisions }, { updateId }) => decisions.findReturn(updateId), null],
  'decisions.findLatestReturn': [({ decisions }, { assignment }) => decisions.findLatestReturn(assignment.id), null],
  'decisions.listWaiting': [
    ({ decisions }, _, us) => decisions.listWaiting({ agencyIds: 'all', notBy: us.id, steering: true }),
    [],
  ],
  'extensions.find': [({ extensions }, { requestId }) => extensions.find(requestId), null],
  'extensions.list': [({ extensions }, { assignment }) => extensions.list(assignment.id), []],
  'evidence.find': [({ evidence }, { evidenceId }) => evidence.find(evidenceId), null],
  'evidence.list': [({ evidence }, { assignment }) => evidence.list(assignment.id), []],
  'transfers.list': [({ transfers }, { agencyId }) => transfers.list(wishOf(agencyId)), []],
  'planSettings.lock': [({ planSettings }, { planId }) => planSettings.lock(planId), null],
}

const wishOf = (agencyId: string) => ({ fromId: agencyId, toId: agencyId, planId: null, received: false })

/** A transfer of theirs that nobody was told of. */
const transferOf = ({ assignment, agencyId }: TheirCases, us: { readonly id: string }) => ({
  ...{ wish: wishOf(agencyId), toName: 'x', by: { personId: us.id, channel: 'web' as const }, reopened: [], left: [] },
  passed: [
    {
      ...{ id: assignment.id, number: 1, planId: '', planNumber: '', state: assignment.state, dueOn: null },
      ...{ asksForTime: false, there: null, newState: 'assigned' as const },
    },
  ],
})

const writes: typeof reads = {
  'urgings.press': [({ urgings }, { assignment }, us) => urgings.press([assignment.id], us.id, later), []],
  'transfers.lock': [({ transfers }, { agencyId }) => transfers.lock([agencyId]), undefined],
  'extensions.settle': [
    ({ extensions }, { requestId }, us) =>
      extensions.settle(requestId, { state: 'refused', grantedOn: null, answer: '', personId: us.id }, later),
    false,
  ],
  'extensions.withdrawPending': [
    ({ extensions }, { assignment }) => extensions.withdrawPending(assignment.id, later),
    undefined,
  ],
  'evidence.listToChange': [({ evidence }, { assignment }) => evidence.listToChange(assignment.id), []],
  'evidence.withdraw': [({ evidence }, { evidenceId }) => evidence.withdraw(evidenceId, later), false],
  'snoozes.remove': [
    ({ snoozes }, { assignment, person }) => snoozes.remove(snoozeOf(assignment.id, person.id)),
    false,
  ],
  'uploadLinks.claim': [({ uploadLinks }) => uploadLinks.claim(uploadHash, later), false],
}

const refused: Readonly<Record<string, Attempt>> = {
  'transfers.move': ({ transfers }, theirs, us) => transfers.move(transferOf(theirs, us), later),
  'decisions.record': ({ decisions }, { assignment, change }, us) =>
    decisions.record({ assignment, personId: us.id, kind: 'approve', note: '', change }, later),
  'decisions.assignTo': ({ decisions }, { assignment, agencyId }) =>
    decisions.assignTo(assignment, agencyId, null, later),
  'extensions.request': ({ extensions }, { assignment }, us) =>
    extensions.request(
      { assignmentId: assignment.id, personId: us.id, reason: 'x', dueBefore: null, wantedOn: '2026-08-01' },
      later,
    ),
  'planSettings.save': ({ planSettings }, { planId }) =>
    planSettings.save(planId, { workflow: 'chat', requiresEvidence: true }),
  'snoozes.save': ({ snoozes }, { assignment }, us) =>
    snoozes.save({ ...snoozeOf(assignment.id, us.id), ...snoozed }, later),
  'snoozes.save in their name': ({ snoozes }, { assignment, person }) =>
    snoozes.save({ ...snoozeOf(assignment.id, person.id), ...snoozed }, later),
  'uploadLinks.create': ({ uploadLinks }, { assignment }, us) =>
    uploadLinks.create({ personId: us.id, assignmentId: assignment.id, tokenHash: 'ours' }, later),
}

/** What is tried on their cases: what finds nothing, what has nothing to write, and what is refused outright. */
export const attemptsOnCases = (theirs: () => TheirCases, us: () => { readonly id: string }) => {
  const bind = (attempts: typeof reads) =>
    Object.fromEntries(
      Object.entries(attempts).map(([name, [ask, nothing]]) => [
        name,
        [(stores: Stores) => ask(stores, theirs(), us()), nothing] as const,
      ]),
    )
  return {
    reads: bind(reads),
    writes: bind(writes),
    refused: Object.fromEntries(
      Object.entries(refused).map(([name, attempt]) => [name, (stores: Stores) => attempt(stores, theirs(), us())]),
    ),
  }
}
