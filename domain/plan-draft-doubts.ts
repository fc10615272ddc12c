import type { PlanWarning } from './plan-document.ts'
import type { DraftState } from './plan-draft.ts'

/** Something doubtful of a draft, with the row it is about; null when it is about the document. */
export interface Doubt {
  readonly row: number | null
  readonly code: PlanWarning['code']
  /** The words in question. */
  readonly detail: string
  /** Line of the file; 0 when it has none. */
  readonly line: number
}

/**
 * Everything that somebody should look at before it is handed out, each thing once: first what is about the document,
 * then row by row as they stand in the plan.
 */
export const listDoubts = ({ rows, warnings }: DraftState): readonly Doubt[] => {
  const ofDocument = warnings.map((warning): Doubt => ({ row: null, ...warning }))
  const ofRows = rows.flatMap(({ number, task, accepted }): Doubt[] => {
    if (accepted) return []
    const nobodys = { row: number, code: 'no-lead', detail: task.title, line: task.line } as const
    const found = task.warnings.map((warning) => ({ row: number, ...warning }))
    return task.lead.length === 0 ? [nobodys, ...found] : found
  })
  const all = [...ofDocument, ...ofRows].toReversed()
  return [...new Map(all.map((doubt) => [`${doubt.row} ${doubt.code} ${doubt.line}`, doubt])).values()].toReversed()
}
