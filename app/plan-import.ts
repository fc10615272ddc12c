import { createHash, randomUUID } from 'node:crypto'
import { listDoubts } from '../domain/plan-draft-doubts.ts'
import { startDraft } from '../domain/plan-draft.ts'
import type { ParsedPlan } from '../domain/plan-document.ts'
import type { PlanSummary } from '../domain/ports/plans.ts'
import type { Stores, Workspace } from '../domain/ports/stores.ts'
import type { Wakeups } from '../domain/ports/wakeups.ts'
import { localDate } from '../domain/time.ts'
import { amendPlan } from '../handlers/plan-amending.ts'
import { type Comparison, compareDraft, countAll } from '../handlers/plan-draft-compare.ts'
import { describePlan } from '../handlers/plan-draft-describe.ts'
import { planDraft } from '../handlers/plan-draft-open.ts'
import { describeChanges } from '../handlers/plan-draft-screen.ts'
import { type Importer, importPlan, type ReadyPlan } from '../handlers/plan-importing.ts'
import type { Messages } from '../locales/index.ts'
import { lines, type Rich } from '../locales/rich-text.ts'
import type { Database } from '../prisma/database.ts'
import type { Transaction } from '../prisma/transaction.ts'
import { createTransactions } from './transactions.ts'

/** What the command line wants. */
export interface FileImport {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly parsed: ParsedPlan
  readonly chooseWorkspace: (tx: Transaction) => Promise<Workspace>
  /** Import although something is doubtful; without it nothing is changed. */
  readonly yes: boolean
}

/** What came of it, for people and for programs. */
export interface ImportReport {
  /** `doubtful` and `ready` changed nothing. */
  readonly outcome: 'imported' | 'amended' | 'nothing-new' | 'doubtful' | 'ready'
  readonly workspace: string
  readonly document: ParsedPlan['document']
  readonly tasks: number
  readonly assignments: number
  readonly agencies: number
  readonly doubts: readonly {
    readonly row: number | null
    readonly code: string
    readonly detail: string
    readonly line: number
  }[]
  readonly unknownNames: readonly string[]
  /** Against the plan that it amends; null for a plan of its own. */
  readonly changes: {
    readonly added: number
    readonly changed: number
    readonly removed: number
    readonly leaving: number
  } | null
  /** How many people were told. */
  readonly told: number
}

/** 0 where all is well, 2 where somebody has to look before anything is imported. */
export const exitCodeOf = ({ outcome }: ImportReport): 0 | 2 => (outcome === 'doubtful' ? 2 : 0)

/**
 * What a coordinator does in chat, done by the command line: with `yes` the plan comes into being (or an existing one
 * is amended, without cancelling anything), without it only the report does. Twice is the same as once. People are
 * told through the outbox: the running program finds their messages there.
 */
export const importFromFile = (
  database: Pick<Database, 'client'>,
  wanted: FileImport,
  now: Date,
  m: Messages,
): Promise<{ readonly report: ImportReport; readonly text: string }> =>
  createTransactions(
    database,
    { within: () => noWakeups },
    () => now,
  )(async ({ storesOf, tx }) => {
    const workspace = await wanted.chooseWorkspace(tx)
    const stores = storesOf(workspace.id)
    // The plan is theirs as if they had sent it; every workspace has somebody from its first day.
    const coordinator = await tx.membership.findFirstOrThrow({
      where: { workspaceId: workspace.id, role: { in: ['coordinator', 'admin'] } },
      orderBy: [{ role: 'asc' }, { id: 'asc' }],
      select: { personId: true },
    })
    await stores.plans.lockImports()
    const by = {
      now,
      today: localDate(now, workspace.zone),
      zone: workspace.zone,
      milestones: workspace.milestones,
      key: `import:${randomUUID()}`,
    }
    return importInto({ ...by, personId: coordinator.personId, channel: null }, { wanted, workspace, m }, stores)
  })

/** The program that runs beside looks for what waits every few seconds, and at its start. */
const nothing = () => Promise.resolve()
const noWakeups: Wakeups = { handle: nothing, deliver: nothing, remind: nothing, summarize: nothing }

interface Importing {
  readonly wanted: FileImport
  readonly workspace: Workspace
  readonly m: Messages
}

const importInto = async (
  by: Importer,
  { wanted, workspace, m }: Importing,
  stores: Stores,
): Promise<{ readonly report: ImportReport; readonly text: string }> => {
  const { fileName, parsed } = wanted
  const contentHash = createHash('sha256').update(wanted.bytes).digest('hex')
  const state = startDraft(parsed)
  const planned = await planDraft(by, state, stores)
  const imported = await stores.plans.findByContent(contentHash)
  const compared = imported === null ? await compareDraft(state, planned, stores) : null
  const found = { ready: { source: { fileName, contentHash, fixes: [] }, state, planned }, compared, imported }
  const done = await settle(by, { ...found, yes: wanted.yes, m }, stores)
  const doubts = listDoubts(state)
  const report: ImportReport = {
    ...{ outcome: done.outcome, workspace: workspace.name, document: state.document, doubts, told: done.told },
    ...{ tasks: state.rows.length, assignments: planned.assignments, agencies: planned.agencies },
    unknownNames: planned.unknown.map(({ name }) => name),
    changes: compared === null ? null : countChanges(compared),
  }
  const all = { planned, doubts, from: 0, to: doubts.length, amended: compared !== null }
  // Where nothing is new there is nothing to look at, and what was done needs no asking.
  const asks = done.outcome === 'doubtful' || done.outcome === 'ready'
  const text = lines([
    ...(done.outcome === 'nothing-new'
      ? []
      : [m.planDrafts.found({ ...describePlan({ m, today: by.today }, state, all), examples: [] }), '']),
    ...(asks && compared !== null ? [describeChanges({ m }, state, compared), ''] : []),
    done.text,
  ])
  return { report, text: text.text }
}

interface Found {
  readonly ready: ReadyPlan
  readonly compared: Comparison | null
  readonly imported: PlanSummary | null
  readonly yes: boolean
  readonly m: Messages
}

interface Settled {
  readonly outcome: ImportReport['outcome']
  readonly told: number
  readonly text: Rich
}

const settle = async (by: Importer, { ready, compared, imported, yes, m }: Found, stores: Stores): Promise<Settled> => {
  const same = imported ?? (compared?.nothingNew === true ? compared.amends.plan : null)
  if (same !== null) return { outcome: 'nothing-new', told: 0, text: m.planChanges.nothingNew(same) }
  if (!yes) {
    const doubtful = isDoubtful(ready, compared)
    return { outcome: doubtful ? 'doubtful' : 'ready', told: 0, text: m.planDrafts.notImported(doubtful) }
  }
  if (compared !== null) {
    // Nothing is cancelled without a person's word.
    const amended = await amendPlan(by, ready, { compared, cancel: false }, stores)
    return { outcome: 'amended', told: amended.told, text: m.planChanges.updated(amended) }
  }
  const created = await importPlan(by, ready, stores)
  return { outcome: 'imported', told: created.told, text: m.plans.confirmed(created) }
}

/** Something to look at: in the document, in the names, or in what would go. */
const isDoubtful = ({ state, planned }: ReadyPlan, compared: Comparison | null): boolean =>
  listDoubts(state).length > 0 || planned.unknown.length > 0 || (compared !== null && countAll(compared.leaving) > 0)

const countChanges = ({ changes, leaving }: Comparison) => ({
  added: changes.added.length,
  changed: changes.changed.length,
  removed: changes.removed.length,
  leaving: countAll(leaving),
})
