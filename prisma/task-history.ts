import { z } from 'zod'
import type { UpdateKind } from '../domain/ports/assignments.ts'
import type { History, HistoryEntry, ToldUpdate } from '../domain/ports/history.ts'
import { listChain, tellOnce } from './assignment-chain.ts'
import type { Prisma } from './generated/client.ts'
import { isId, toLocalDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** What happened to the assignments of one workspace, from the updates, the requests for time and the record. */
export const createHistory = (tx: Transaction, workspaceId: string): History => ({
  list: async (assignmentId) => {
    const chain = isId(assignmentId) ? await listChain(tx, workspaceId, assignmentId) : []
    const [first] = chain
    if (first === undefined) return []
    const found: Found[] = []
    for (const { id, agency, createdAt, originalDueOn } of chain) {
      found.push(
        { at: createdAt, person: null, personId: null, what: 'assigned', agency, dueOn: originalDueOn },
        ...(await listUpdates(tx, workspaceId, id)),
        ...(await listRequests(tx, workspaceId, id)),
        ...(await listUrgings(tx, workspaceId, id)),
        ...(await listSnoozes(tx, workspaceId, id)),
      )
    }
    found.push(...(await listAmendments(tx, workspaceId, { planId: first.planId, since: first.createdAt })))
    const entries = await withNames(tx, workspaceId, found)
    return tellOnce(entries).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  },
})

/** An entry with the id of whoever did it, and of the one in whose place. */
type Found = HistoryEntry & { readonly personId: string | null; readonly absentId?: string }

const withNames = async (
  tx: Transaction,
  workspaceId: string,
  found: readonly Found[],
): Promise<readonly HistoryEntry[]> => {
  const ids = [...new Set(found.flatMap(({ personId, absentId }) => [personId ?? [], absentId ?? []].flat()))]
  const people = await tx.person.findMany({ where: { id: { in: ids }, workspaceId }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return found.map(({ personId, absentId, ...entry }) => {
    const absent = names.get(absentId ?? '')
    return { ...entry, person: names.get(personId ?? '') ?? null, ...(absent !== undefined && { insteadOf: absent }) }
  })
}

const kindColumn = z.enum([
  ...['acknowledge', 'progress', 'done', 'obstacle', 'evidence'],
  ...['approve', 'reject', 'reopen', 'return', 'reassign', 'extend', 'assignee', 'contribute'],
] as const satisfies readonly UpdateKind[])

const listUpdates = async (tx: Transaction, workspaceId: string, assignmentId: string): Promise<readonly Found[]> => {
  const rows = await tx.statusUpdate.findMany({
    where: { assignmentId, workspaceId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { evidence: { orderBy: { id: 'asc' }, select: { url: true, withdrawnAt: true } } },
  })
  const absent = await listAbsent(tx, workspaceId, assignmentId)
  return rows.map((row): Found => {
    const absentId = absent.get(row.id)
    return {
      ...{ at: row.at, person: null, personId: row.personId, what: 'update' },
      ...(absentId !== undefined && { absentId }),
      update: toldOf(row),
    }
  })
}

const absentRow = z.object({ update: z.string(), absentId: z.string() })

/** In whose place something was said or decided, by the update, as the record has it. */
const listAbsent = async (
  tx: Transaction,
  workspaceId: string,
  assignmentId: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows = z.array(absentRow).parse(
    await tx.$queryRaw`
      SELECT "after"->>'update' AS "update", "after"->>'insteadOf' AS "absentId" FROM "AuditEvent"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "subject" = 'assignment' AND "subjectId" = ${assignmentId}
        AND "after"->>'insteadOf' IS NOT NULL AND "after"->>'update' IS NOT NULL`,
  )
  return new Map(rows.map(({ update, absentId }) => [update, absentId]))
}

type UpdateRow = Prisma.StatusUpdateGetPayload<{
  include: { evidence: { select: { url: true; withdrawnAt: true } } }
}>

/** What was given with an answer that was taken back went with it, and is not called withdrawn as well. */
const toldOf = (row: UpdateRow): ToldUpdate => ({
  kind: kindColumn.parse(row.kind),
  note: row.note,
  before: {
    ...{ state: row.stateBefore, percent: row.percentBefore, obstacle: row.obstacleBefore },
    dueOn: toLocalDate(row.dueBefore),
  },
  after: {
    ...{ state: row.stateAfter, percent: row.percentAfter, obstacle: row.obstacleAfter },
    dueOn: toLocalDate(row.dueAfter),
  },
  undone: row.undoneAt !== null,
  evidence: row.evidence.map(({ url, withdrawnAt }) => ({
    words: url,
    withdrawn: withdrawnAt !== null && row.undoneAt === null,
  })),
})

/** What was granted is an update of its own. */
const listRequests = async (tx: Transaction, workspaceId: string, assignmentId: string): Promise<readonly Found[]> => {
  const rows = await tx.extensionRequest.findMany({ where: { assignmentId, workspaceId }, orderBy: { id: 'asc' } })
  return rows.flatMap((row): readonly Found[] => {
    const { at, personId, reason, wantedOn, state, decidedAt, decidedById, answer } = row
    const asked: Found = {
      ...{ at, person: null, personId, what: 'asked-for-time', reason },
      wantedOn: wantedOn.toISOString().slice(0, 10),
    }
    if (decidedAt === null || decidedById === null) return [asked]
    const decided = { at: decidedAt, person: null, personId: decidedById }
    if (state === 'refused') return [asked, { ...decided, what: 'refused-time', answer }]
    return state === 'withdrawn' ? [asked, { ...decided, what: 'withdrew-request' }] : [asked]
  })
}

const listUrgings = async (tx: Transaction, workspaceId: string, assignmentId: string): Promise<readonly Found[]> => {
  const rows = await tx.urging.findMany({ where: { assignmentId, workspaceId }, orderBy: { turn: 'asc' } })
  return rows.map(({ at, personId, reached }) => ({ at, person: null, personId, what: 'urged', people: reached }))
}

const listSnoozes = async (tx: Transaction, workspaceId: string, assignmentId: string): Promise<readonly Found[]> => {
  const rows = await tx.snooze.findMany({ where: { assignmentId, workspaceId }, orderBy: { at: 'asc' } })
  return rows.map(({ at, personId, remindOn }) => ({
    ...{ at, person: null, personId, what: 'snoozed', until: remindOn.toISOString().slice(0, 10) },
  }))
}

const listAmendments = async (
  tx: Transaction,
  workspaceId: string,
  { planId, since }: { readonly planId: string; readonly since: Date },
): Promise<readonly Found[]> => {
  const rows = await tx.auditEvent.findMany({
    where: { workspaceId, subject: 'plan', subjectId: planId, action: 'amend', at: { gt: since } },
    orderBy: { id: 'asc' },
    select: { at: true, personId: true },
  })
  return rows.map(({ at, personId }) => ({ at, person: null, personId, what: 'plan-amended' }))
}
