/**
 * A part of the work: a plan, a field in every plan, or a field within its plan. Each is named by the number of one
 * task that is in it, which keeps buttons short: an action has 64 bytes, and an id takes 36 of them.
 */
export interface Narrowing {
  readonly kind: 'plan' | 'field' | 'field-of-plan'
  readonly task: number
}

/** How buttons name a scope: "own", "me", "headed", "all" or an agency's id, and after a point what it is narrowed to. */
export interface ScopeToken {
  readonly base: string
  readonly narrowing: Narrowing | null
}

const letters = { plan: 'p', field: 's', 'field-of-plan': 'f' } as const
const kinds = { p: 'plan', s: 'field', f: 'field-of-plan' } as const

const radix = 36

export const writeToken = ({ base, narrowing }: ScopeToken): string =>
  narrowing === null ? base : `${base}.${letters[narrowing.kind]}${narrowing.task.toString(radix)}`

const written = /^([^.]+)(?:\.([psf])([0-9a-z]{1,6}))?$/u

/** Null for what no button of ours says. */
export const readToken = (token: string): ScopeToken | null => {
  const [, base, letter, task = ''] = written.exec(token) ?? []
  if (base === undefined) return null
  if (letter === undefined) return { base, narrowing: null }
  return { base, narrowing: { kind: kinds[letter as keyof typeof kinds], task: Number.parseInt(task, radix) } }
}
