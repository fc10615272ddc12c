import { type DraftRow, type DraftState, findRow } from './plan-draft.ts'
import type { Target } from './plan-draft-targets.ts'

/** Why a correction cannot be made; nothing is changed then. */
export type FixProblem =
  | { readonly kind: 'no-row'; readonly typed: string; readonly rows: number }
  | { readonly kind: 'several-rows'; readonly typed: string; readonly numbers: readonly number[] }
  /** It does not say which task. */
  | { readonly kind: 'which-row' }
  | { readonly kind: 'deadline'; readonly typed: string; readonly impossible: boolean }
  | { readonly kind: 'agency'; readonly typed: string; readonly nearest: readonly string[]; readonly row: number }
  | { readonly kind: 'not-its-agency'; readonly typed: string; readonly row: number }
  | { readonly kind: 'plan'; readonly typed: string }
  | { readonly kind: 'not-understood'; readonly typed: string; readonly row: number | null }
  | { readonly kind: 'merge-needs-two' | 'nothing-left' }
  | { readonly kind: 'nothing-to-split'; readonly row: number }

/** The rows that targets mean, in the order they were named. */
export const findRows = (
  state: DraftState,
  targets: readonly Target[],
  { focus }: { readonly focus: number | null },
): { readonly rows: readonly DraftRow[] } | { readonly problem: FixProblem } => {
  const named: readonly Target[] = targets.length > 0 || focus === null ? targets : [{ kind: 'number', number: focus }]
  if (named.length === 0) return { problem: { kind: 'which-row' } }
  const rows: DraftRow[] = []
  for (const target of named) {
    const found = rowsOf(state, target)
    const [first] = found
    const typed = typedOf(target)
    if (first === undefined) return { problem: { kind: 'no-row', typed, rows: state.nextNumber - 1 } }
    if (found.length > 1) {
      return { problem: { kind: 'several-rows', typed, numbers: found.map(({ number }) => number) } }
    }
    rows.push(first)
  }
  return { rows: [...new Set(rows)] }
}

/** A number is the one on the screen before it is a code of the plan. */
const rowsOf = (state: DraftState, target: Target): readonly DraftRow[] => {
  switch (target.kind) {
    case 'number': {
      const row = findRow(state, target.number)
      return row === null ? withCode(state, String(target.number)) : [row]
    }
    case 'code':
      return withCode(state, target.code)
    case 'line':
      return state.rows.filter(({ task }) => task.line === target.line)
  }
}

const withCode = ({ rows }: DraftState, code: string): readonly DraftRow[] => {
  const key = codeKey(code)
  return rows.filter(({ task }) => codeKey(task.code) === key)
}

const codeKey = (code: string): string => code.toLowerCase().replace(/[.)\s]+$/u, '')

const typedOf = (target: Target): string => {
  switch (target.kind) {
    case 'number':
      return String(target.number)
    case 'code':
      return target.code
    case 'line':
      return `dòng ${target.line}`
  }
}
