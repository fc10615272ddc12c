import type { Look } from '../../domain/look.ts'

/** What a sweep decided about an assignment: nothing, unless told otherwise. */
export const lookWith = (
  milestone: number | null,
  following: Date | null,
  rest: Partial<Omit<Look, 'milestone' | 'following'>> = {},
): Look => ({
  ...{ step: null, heads: milestone !== null && milestone < 0, silent: false, following },
  milestone: milestone === null ? null : { milestone, at: new Date(0) },
  ...rest,
})
