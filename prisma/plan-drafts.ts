import { z } from 'zod'
import type { ParsedPlan, PlanWarningCode } from '../domain/plan-document.ts'
import { type FixBatch, fixBatchesSchema } from '../domain/plan-draft-fix.ts'
import type { DraftSummary, PlanDraft, Plans } from '../domain/ports/plans.ts'
import { isId, requireOwn, toJson } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** Written out so that a new code does not compile before it can be read back. */
const warningCodes: { readonly [Code in PlanWarningCode]: Code } = {
  'no-number': 'no-number',
  'no-issue-date': 'no-issue-date',
  'no-plan-year': 'no-plan-year',
  'no-lead': 'no-lead',
  'no-deadline': 'no-deadline',
  'deadline-not-understood': 'deadline-not-understood',
  'impossible-date': 'impossible-date',
  'date-before-issue': 'date-before-issue',
  'row-not-understood': 'row-not-understood',
}

const warning = z.object({ code: z.enum(warningCodes), detail: z.string(), line: z.int() })

const parsedTask = z.object({
  code: z.string(),
  section: z.string(),
  title: z.string(),
  requirement: z.string(),
  lead: z.array(z.string()),
  support: z.array(z.string()),
  deadlineText: z.string(),
  occurrences: z.array(z.string()),
  // Drafts saved before there were labels have none.
  occurrenceLabels: z.array(z.string()).default([]),
  cadence: z.enum(['once', 'periodic', 'ongoing', 'unscheduled']),
  output: z.string(),
  sourceText: z.string(),
  line: z.int(),
  warnings: z.array(warning),
})

/** The shape of PlanDraft.parsed. */
const parsedPlan: z.ZodType<ParsedPlan> = z.object({
  document: z.object({
    number: z.string(),
    kind: z.string(),
    title: z.string(),
    issuer: z.string(),
    issuedOn: z.string().nullable(),
    planYear: z.int().nullable(),
  }),
  tasks: z.array(parsedTask),
  warnings: z.array(warning),
})

export const savePlanDraft = async (
  tx: Transaction,
  workspaceId: string,
  { parsed, ...draft }: Parameters<Plans['saveDraft']>[0],
  now: Date,
): Promise<string> => {
  await requireOwn('person', tx.person.count({ where: { id: draft.personId, workspaceId } }))
  const { id } = await tx.planDraft.create({
    data: { ...draft, workspaceId, parsed: toJson(parsed), createdAt: now, updatedAt: now },
    select: { id: true },
  })
  return id
}

/** A draft of this workspace; with `lock`, nobody else changes it until the transaction is over. */
export const findPlanDraft = async (
  tx: Transaction,
  workspaceId: string,
  draftId: string,
  { lock }: { readonly lock: boolean },
): Promise<PlanDraft | null> => {
  if (!isId(draftId)) return null
  if (lock) {
    await tx.$queryRaw`
      SELECT 1 AS taken FROM "PlanDraft" WHERE "id" = ${draftId}::uuid AND "workspaceId" = ${workspaceId}::uuid
      FOR UPDATE`
  }
  const row = await tx.planDraft.findFirst({
    where: { id: draftId, workspaceId },
    select: {
      ...{ id: true, personId: true, fileName: true, contentHash: true },
      ...{ parsed: true, fixes: true, updatedAt: true },
    },
  })
  return row === null
    ? null
    : { ...row, parsed: parsedPlan.parse(row.parsed), fixes: fixBatchesSchema.parse(row.fixes) }
}

export const savePlanFixes = async (
  tx: Transaction,
  workspaceId: string,
  draftId: string,
  { fixes, now }: { readonly fixes: readonly FixBatch[]; readonly now: Date },
): Promise<void> => {
  await tx.planDraft.updateMany({
    where: { id: draftId, workspaceId },
    data: { fixes: toJson(fixes), updatedAt: now },
  })
}

const draftSummary = z.object({
  id: z.string(),
  fileName: z.string(),
  number: z.string(),
  title: z.string(),
  updatedAt: z.date(),
})

/** Only the heading leaves the database: a draft may be megabytes. */
export const listPlanDrafts = async (
  tx: Transaction,
  workspaceId: string,
  personId: string,
  since: Date,
): Promise<readonly DraftSummary[]> =>
  z.array(draftSummary).parse(
    await tx.$queryRaw`
      SELECT "id", "fileName", "parsed" #>> '{document,number}' AS "number", "parsed" #>> '{document,title}' AS "title",
        "updatedAt"
      FROM "PlanDraft"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "personId" = ${personId}::uuid AND "updatedAt" >= ${since}
      ORDER BY "updatedAt" DESC, "id" DESC`,
  )

export const countDraftTasks = async (tx: Transaction, workspaceId: string, draftId: string): Promise<number> => {
  if (!isId(draftId)) return 0
  const [row] = z.array(z.object({ tasks: z.int() })).parse(
    await tx.$queryRaw`
      SELECT jsonb_array_length("parsed" -> 'tasks') AS "tasks" FROM "PlanDraft"
      WHERE "id" = ${draftId}::uuid AND "workspaceId" = ${workspaceId}::uuid`,
  )
  return row?.tasks ?? 0
}
