import type { ParsedTask } from '../domain/plan-document.ts'
import type { PlanFix } from '../domain/plan-draft-fix.ts'
import { applyFix, type DraftState, findRow } from '../domain/plan-draft.ts'
import { shorten } from '../domain/shorten.ts'
import type { Messages } from '../locales/index.ts'

type FixNote = Parameters<Messages['planFixes']['done']>[0][number]

const titleLength = 90

/** What each correction does to a draft, in order, with how it was before. `plans` are those that one may amend. */
export const notesOf = (
  state: DraftState,
  fixes: readonly PlanFix[],
  plans: readonly { readonly id: string; readonly number: string }[],
): readonly FixNote[] => {
  let before = state
  return fixes.flatMap((fix) => {
    const after = applyFix(before, fix)
    const notes = noteOf({ before, after, fix, plans })
    before = after
    return notes
  })
}

interface Noted<Fix extends PlanFix = PlanFix> {
  readonly before: DraftState
  readonly after: DraftState
  readonly fix: Fix
  readonly plans: readonly { readonly id: string; readonly number: string }[]
}

const titleOf = (state: DraftState, row: number): string => shorten(findRow(state, row)?.task.title ?? '', titleLength)

const noteOf = ({ before, after, fix, plans }: Noted): readonly FixNote[] => {
  switch (fix.kind) {
    case 'set':
      return notesOfSet({ before, after, fix, plans })
    case 'accept':
    case 'remove':
      return fix.rows.map((row) => ({ kind: ofRows[fix.kind], row, title: titleOf(before, row) }))
    case 'merge':
      return [{ kind: 'merged', row: fix.into, from: fix.from, title: titleOf(after, fix.into) }]
    case 'split':
      return [{ kind: 'split', row: fix.row, into: newRows(before, after, fix.row) }]
    case 'document':
      return notesOfDocument(fix)
    case 'replaces':
      return [noteOfAmended(fix, plans)]
  }
}

const ofRows = { accept: 'accepted', remove: 'removed' } as const

const noteOfAmended = ({ planId, partial }: Extract<PlanFix, { kind: 'replaces' }>, plans: Noted['plans']): FixNote =>
  planId === null
    ? { kind: 'new-plan' }
    : { kind: 'amends', number: plans.find(({ id }) => id === planId)?.number ?? '', partial }

const newRows = (before: DraftState, after: DraftState, row: number): readonly number[] =>
  after.rows.map(({ number }) => number).filter((number) => number === row || findRow(before, number) === null)

const parts = ['due', 'lead', 'support', 'title', 'output'] as const

const notesOfSet = ({ before, after, fix: { row, change } }: Noted<Extract<PlanFix, { kind: 'set' }>>): FixNote[] => {
  const [was, is] = [findRow(before, row)?.task, findRow(after, row)?.task]
  if (was === undefined || is === undefined) return []
  return parts.filter((part) => change[part] !== undefined).map((part) => notePart(row, part, { was, is }))
}

const notePart = (
  row: number,
  part: (typeof parts)[number],
  { was, is }: { readonly was: ParsedTask; readonly is: ParsedTask },
): FixNote => {
  switch (part) {
    case 'due':
      return { kind: part, row, before: was.occurrences, after: is.occurrences }
    case 'lead':
    case 'support':
      return { kind: part, row, before: was[part], after: is[part] }
    default:
      return { kind: part, row, after: shorten(is[part], titleLength) }
  }
}

const notesOfDocument = ({ change, moved }: Extract<PlanFix, { kind: 'document' }>): FixNote[] => [
  ...(change.planYear === undefined ? [] : [{ kind: 'year' as const, after: change.planYear, moved: moved.length }]),
  ...(change.number === undefined ? [] : [{ kind: 'number' as const, after: change.number }]),
  ...(change.issuer === undefined ? [] : [{ kind: 'issuer' as const, after: change.issuer }]),
  ...(change.title === undefined ? [] : [{ kind: 'plan-title' as const, after: shorten(change.title, titleLength) }]),
  ...(change.issuedOn === undefined ? [] : [{ kind: 'issued-on' as const, after: change.issuedOn }]),
]
