import type { Button } from '../domain/message.ts'
import type { ListName } from '../domain/ports/assignments.ts'
import type { Request } from './request.ts'

/** The button under a list of late or silent work. */
export const urgeListButton = (
  { m, person }: Request,
  { token, name, total }: { readonly token: string; readonly name: ListName; readonly total: number },
): readonly Button[] => {
  const letter = name === 'late' ? 'l' : name === 'silent' ? 's' : null
  const mayPress = person.memberships.some(({ role }) => role === 'coordinator' || role === 'head')
  if (letter === null || total === 0 || !mayPress) return []
  return [{ label: m.urging.all(total), action: `urg-ask:${token}:${letter}` }]
}
