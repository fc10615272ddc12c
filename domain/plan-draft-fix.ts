import { z } from 'zod'

/** What a correction may give a task. Dates come as they were read, names as the directory spells them. */
const taskChange = z.object({
  title: z.string().exactOptional(),
  output: z.string().exactOptional(),
  lead: z.array(z.string()).readonly().exactOptional(),
  support: z.array(z.string()).readonly().exactOptional(),
  due: z
    .object({
      text: z.string(),
      days: z.array(z.string()).readonly(),
      labels: z.array(z.string()).readonly(),
      cadence: z.enum(['once', 'periodic', 'ongoing', 'unscheduled']),
      /** The day lies before the document's own: kept, and still pointed out. */
      beforeIssue: z.boolean(),
    })
    .exactOptional(),
})

const documentChange = z.object({
  number: z.string().exactOptional(),
  title: z.string().exactOptional(),
  issuer: z.string().exactOptional(),
  issuedOn: z.string().exactOptional(),
  planYear: z.int().exactOptional(),
})

const row = z.int().positive()
const rows = z.array(row).readonly()

/**
 * One correction of a draft, with everything looked up: it means the same whenever it is applied. Rows are called by
 * the numbers that are shown, which never change.
 */
export const planFixSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), row, change: taskChange }),
  /** What is doubtful about these rows is right as it stands. */
  z.object({ kind: z.literal('accept'), rows }),
  z.object({ kind: z.literal('remove'), rows }),
  /** Everything of `from` goes into the first row. */
  z.object({ kind: z.literal('merge'), into: row, from: rows }),
  /** The row keeps the first title, each other becomes a row of its own behind it. */
  z.object({ kind: z.literal('split'), row, titles: z.array(z.string()).readonly() }),
  /** Another plan year moves the dates that were read without a year of their own. */
  z.object({
    kind: z.literal('document'),
    change: documentChange,
    moved: z.array(z.object({ row, days: z.array(z.string()).readonly() })).readonly(),
  }),
  /** Which plan of the workspace this one amends, null for none; a partial one leaves alone what it does not name. */
  z.object({ kind: z.literal('replaces'), planId: z.string().nullable(), partial: z.boolean() }),
])

export type PlanFix = z.infer<typeof planFixSchema>
export type TaskChange = z.infer<typeof taskChange>

/** What one message corrected, and is taken back together. */
export type FixBatch = readonly PlanFix[]

export const fixBatchesSchema: z.ZodType<readonly FixBatch[]> = z.array(z.array(planFixSchema))
