import { z } from 'zod'
import type { Assignment } from '../domain/assignment.ts'
import { kindOfWords } from '../domain/evidence.ts'
import type { AssignmentChange, Assignments, StatusUpdate, UpdateKind } from '../domain/ports/assignments.ts'
import type { Prisma } from './generated/client.ts'
import { saveNextReminder } from './next-reminders.ts'
import { isId, toDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

/**
 * Somebody else changed the assignment after it was read. What was decided on the old state must not be written
 * over the new one; handling the same event again decides anew.
 */
export class ChangedMeanwhile extends Error {
  constructor(assignmentId: string) {
    super(`assignment ${assignmentId} was changed meanwhile`)
    this.name = 'ChangedMeanwhile'
  }
}

/** Writes an answer and what it changes. Throws ChangedMeanwhile when the assignment is not as it was read. */
export const recordUpdate = async (
  tx: Transaction,
  workspaceId: string,
  { assignment, links, files = [], change, ...said }: Parameters<Assignments['record']>[0],
  now: Date,
): Promise<string> => {
  const { count } = await tx.assignment.updateMany({
    where: { id: assignment.id, workspaceId, ...standing(assignment) },
    data: { ...changed(change), ...doneAt(change, assignment, now), lastUpdateAt: now, updatedAt: now },
  })
  if (count === 0) throw new ChangedMeanwhile(assignment.id)
  await saveNextReminder(tx, workspaceId, assignment.id, change.remindAt)
  const { id } = await tx.statusUpdate.create({
    data: {
      workspaceId,
      assignmentId: assignment.id,
      ...said,
      stateBefore: assignment.state,
      stateAfter: change.state,
      percentBefore: assignment.percent,
      percentAfter: change.percent,
      obstacleBefore: assignment.obstacle,
      obstacleAfter: change.obstacle,
      at: now,
    },
    select: { id: true },
  })
  const given = { workspaceId, assignmentId: assignment.id, statusUpdateId: id, at: now }
  const words = links.map((url) => ({ ...given, url, kind: kindOfWords(url) }))
  const kept = files.map(({ name: url, ...file }) => ({ ...given, url, ...file }))
  if (words.length + kept.length > 0) await tx.evidence.createMany({ data: [...words, ...kept] })
  return id
}

type Standing = Pick<Assignment, 'state' | 'percent' | 'obstacle'>

/** Only an assignment that still is as it was read. */
export const standing = ({ state, percent, obstacle }: Standing): Prisma.AssignmentWhereInput => ({
  state,
  percent,
  obstacle,
})

export const changed = ({ state, percent, obstacle, doneOn }: AssignmentChange) => ({
  state,
  percent,
  obstacle,
  doneOn: toDate(doneOn),
})

/** The instant behind doneOn: it stays while the day stays, and goes with it. */
export const doneAt = (change: AssignmentChange, before: { readonly doneOn: string | null }, now: Date) => {
  if (change.doneOn === null) return { doneAt: null }
  return change.doneOn === before.doneOn ? {} : { doneAt: now }
}

export const findUpdate = async (
  tx: Transaction,
  workspaceId: string,
  updateId: string,
): Promise<StatusUpdate | null> => {
  if (!isId(updateId)) return null
  const row = await tx.statusUpdate.findFirst({ where: { id: updateId, workspaceId } })
  return row === null ? null : toUpdate(row)
}

export const findLatestUpdate = async (
  tx: Transaction,
  workspaceId: string,
  assignmentId: string,
): Promise<StatusUpdate | null> => {
  const row = await tx.statusUpdate.findFirst({
    // Who does it and what others contribute is no answer: nothing stands on it.
    where: { assignmentId, workspaceId, undoneAt: null, kind: { notIn: ['assignee', 'contribute'] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return row === null ? null : toUpdate(row)
}

/** What a person said in one moment may be several updates: a message about several tasks is one answer. */
export const listNewestBy = async (
  tx: Transaction,
  workspaceId: string,
  wanted: {
    readonly personId: string
    readonly kinds: readonly UpdateKind[]
    readonly assignmentIds: readonly string[] | null
  },
): Promise<readonly StatusUpdate[]> => {
  const { personId, kinds, assignmentIds } = wanted
  const theirs = {
    ...{ workspaceId, personId, undoneAt: null, kind: { in: [...kinds] } },
    ...(assignmentIds !== null && { assignmentId: { in: [...assignmentIds] } }),
  }
  const newest = await tx.statusUpdate.findFirst({ where: theirs, orderBy: { at: 'desc' }, select: { at: true } })
  if (newest === null) return []
  const rows = await tx.statusUpdate.findMany({ where: { ...theirs, at: newest.at }, orderBy: { id: 'desc' } })
  return rows.map(toUpdate)
}

const kindColumn = z.enum([
  ...['acknowledge', 'progress', 'done', 'obstacle', 'evidence'],
  ...['approve', 'reject', 'reopen', 'return', 'reassign', 'extend', 'assignee', 'contribute'],
] as const satisfies readonly UpdateKind[])

const toUpdate = (row: Prisma.StatusUpdateGetPayload<object>): StatusUpdate => ({
  id: row.id,
  assignmentId: row.assignmentId,
  personId: row.personId,
  kind: kindColumn.parse(row.kind),
  note: row.note,
  at: row.at,
  undoneAt: row.undoneAt,
  before: { state: row.stateBefore, percent: row.percentBefore, obstacle: row.obstacleBefore },
})

/**
 * Takes an answer back together with its evidence; an agency that said nothing else is silent again.
 * False when it was taken back before. Throws ChangedMeanwhile when something newer stands on it.
 */
export const undoUpdate = async (
  tx: Transaction,
  workspaceId: string,
  { updateId, change, now }: { readonly updateId: string; readonly change: AssignmentChange; readonly now: Date },
): Promise<boolean> => {
  const undone = await tx.statusUpdate.updateManyAndReturn({
    where: { id: updateId, workspaceId, undoneAt: null },
    data: { undoneAt: now },
  })
  const [update] = undone
  if (update === undefined) return false
  await tx.evidence.updateMany({
    where: { statusUpdateId: updateId, workspaceId, withdrawnAt: null },
    data: { withdrawnAt: now },
  })
  const latest = await findLatestUpdate(tx, workspaceId, update.assignmentId)
  const after = { state: update.stateAfter, percent: update.percentAfter, obstacle: update.obstacleAfter }
  const { count } = await tx.assignment.updateMany({
    where: { id: update.assignmentId, workspaceId, ...standing(after) },
    data: {
      ...changed(change),
      ...(change.doneOn === null && { doneAt: null }),
      lastUpdateAt: latest?.at ?? null,
      updatedAt: now,
    },
  })
  if (count === 0) throw new ChangedMeanwhile(update.assignmentId)
  await saveNextReminder(tx, workspaceId, update.assignmentId, change.remindAt)
  return true
}

export const listEvidence = async (
  tx: Transaction,
  workspaceId: string,
  assignmentId: string,
): Promise<readonly { readonly url: string; readonly at: Date }[]> =>
  tx.evidence.findMany({
    where: { assignmentId, workspaceId, withdrawnAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { url: true, at: true },
  })
