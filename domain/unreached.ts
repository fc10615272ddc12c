import type { Button } from './message.ts'
import type { Membership } from './people.ts'
import { may } from './permissions.ts'
import type { UnreachedAgency } from './ports/agencies.ts'

/** Whether something is to be done that nobody hears of: these are what every screen counts. */
export const hasWork = ({ open }: Pick<UnreachedAgency, 'open'>): boolean => open > 0

/** Opens the list behind their number, for whoever may invite somebody; nothing where there are none. */
export const unreachedRows = (
  memberships: readonly Membership[],
  count: number,
  label: (count: number) => string,
): readonly (readonly Button[])[] =>
  count > 0 && may(memberships, 'invite') ? [[{ label: label(count), action: 'unj:work:0' }]] : []
