import type { Membership, Role } from './people.ts'

/** What can be asked for; who may is decided here and nowhere else. */
export type Action =
  | 'see-workspace'
  | 'see-agency'
  | 'answer'
  | 'name-doer'
  | 'approve'
  | 'reopen'
  | 'decide-extension'
  | 'urge'
  | 'reassign'
  | 'manage-people'
  | 'set-workflow'
  | 'import-plan'
  | 'invite'
  | 'manage-agencies'
  | 'manage-calendar'
  | 'manage-periods'
  | 'send-period-data'
  | 'broadcast'
  | 'see-week'
  | 'subscribe-summary'
  | 'see-delivery'
  | 'run-jobs'

/** Roles that may do a thing anywhere in the workspace, and roles that may only within their agency. */
export const rules: Readonly<
  Record<Action, { readonly everywhere: readonly Role[]; readonly inAgency: readonly Role[] }>
> = {
  'see-workspace': { everywhere: ['coordinator', 'leader', 'admin'], inAgency: [] },
  'see-agency': { everywhere: ['coordinator', 'leader', 'admin'], inAgency: ['official', 'head'] },
  answer: { everywhere: ['coordinator'], inAgency: ['official', 'head'] },
  'name-doer': { everywhere: ['coordinator'], inAgency: ['head'] },
  approve: { everywhere: ['coordinator'], inAgency: ['head'] },
  reopen: { everywhere: ['coordinator'], inAgency: ['head'] },
  'decide-extension': { everywhere: ['coordinator'], inAgency: [] },
  urge: { everywhere: ['coordinator'], inAgency: ['head'] },
  reassign: { everywhere: ['coordinator'], inAgency: [] },
  'manage-people': { everywhere: ['coordinator', 'admin'], inAgency: [] },
  'set-workflow': { everywhere: ['coordinator'], inAgency: [] },
  'import-plan': { everywhere: ['coordinator'], inAgency: [] },
  invite: { everywhere: ['coordinator', 'admin'], inAgency: [] },
  'manage-agencies': { everywhere: ['coordinator', 'admin'], inAgency: [] },
  'manage-calendar': { everywhere: ['coordinator', 'admin'], inAgency: [] },
  'manage-periods': { everywhere: ['coordinator', 'admin'], inAgency: [] },
  'send-period-data': { everywhere: ['coordinator'], inAgency: ['official', 'head'] },
  broadcast: { everywhere: ['coordinator'], inAgency: [] },
  'see-week': { everywhere: ['coordinator', 'leader', 'admin'], inAgency: ['head'] },
  'subscribe-summary': { everywhere: ['coordinator', 'admin'], inAgency: [] },
  'see-delivery': { everywhere: ['coordinator', 'admin'], inAgency: [] },
  'run-jobs': { everywhere: ['admin'], inAgency: [] },
}

/**
 * What somebody may do in the place of another who is away: answer for the agencies of that person, see what is
 * answered about, and decide on results. Only roles within an agency are lent, never those that span the workspace.
 */
export const lent: readonly Action[] = ['see-agency', 'answer', 'approve', 'send-period-data']

/**
 * Whether somebody with these memberships may do a thing, in one agency or (without one) anywhere.
 * `reach` is the agencies they belong to together with those below them. Of an agency that somebody belongs to, the
 * roles they have there decide; what they are elsewhere gives them no right in it.
 */
export const may = (
  memberships: readonly Membership[],
  action: Action,
  where?: { readonly agencyId: string; readonly reach: readonly string[] },
): boolean => {
  const rule = rules[action]
  if (memberships.some(({ role }) => rule.everywhere.includes(role))) return true
  if (where === undefined || !where.reach.includes(where.agencyId)) return false
  const inAgencies = memberships.filter(({ agencyId }) => agencyId !== null)
  const there = inAgencies.filter(({ agencyId }) => agencyId === where.agencyId)
  return (there.length > 0 ? there : inAgencies).some(({ role }) => rule.inAgency.includes(role))
}

/** The agencies a person's own memberships name, each once; a head's subordinate ones come on top of these. */
export const ownAgencies = (memberships: readonly Membership[]): readonly string[] => [
  ...new Set(memberships.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId]))),
]
