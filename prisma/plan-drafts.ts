import { z } from 'zod'
import type { ParsedPlan, PlanWarningCode } from '../domain/plan-document.ts'
import type { PlanDraft, Plans } from '../domain/ports/plans.ts'
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
    data: { ...draft, workspaceId, parsed: toJson(parsed), createdAt: now },
    select: { id: true },
  })
  return id
}

export const findPlanDraft = async (
  tx: Transaction,
  workspaceId: string,
  draftId: string,
): Promise<PlanDraft | null> => {
  if (!isId(draftId)) return null
  const row = await tx.planDraft.findFirst({
    where: { id: draftId, workspaceId },
    select: { id: true, fileName: true, contentHash: true, parsed: true },
  })
  return row === null ? null : { ...row, parsed: parsedPlan.parse(row.parsed) }
}
