import { describe, expect, test } from 'vitest'
import { permissionMatrix } from './permission-matrix.ts'
import type { Membership, Role } from '../../domain/people.ts'
import { type Action, may, ownAgencies } from '../../domain/permissions.ts'

const roles: readonly Role[] = ['official', 'head', 'coordinator', 'leader', 'admin']
const ofAgency: readonly Role[] = ['official', 'head']

/** Somebody with one role: in agency A where the role belongs to an agency, else in the whole workspace. */
const somebody = (role: Role): readonly Membership[] => [{ role, agencyId: ofAgency.includes(role) ? 'A' : null }]

const inOwn = { agencyId: 'A', reach: ['A'] }
const inOther = { agencyId: 'B', reach: ['A'] }

/** Who may in their own agency, who in another, who without naming one. */
const table: Record<Action, { readonly own: readonly Role[]; readonly elsewhere: readonly Role[] }> = {
  'see-workspace': { own: ['coordinator', 'leader', 'admin'], elsewhere: ['coordinator', 'leader', 'admin'] },
  'see-agency': { own: roles, elsewhere: ['coordinator', 'leader', 'admin'] },
  answer: { own: ['official', 'head', 'coordinator'], elsewhere: ['coordinator'] },
  'name-doer': { own: ['head', 'coordinator'], elsewhere: ['coordinator'] },
  approve: { own: ['head', 'coordinator'], elsewhere: ['coordinator'] },
  reopen: { own: ['head', 'coordinator'], elsewhere: ['coordinator'] },
  'decide-extension': { own: ['coordinator'], elsewhere: ['coordinator'] },
  urge: { own: ['head', 'coordinator'], elsewhere: ['coordinator'] },
  reassign: { own: ['coordinator'], elsewhere: ['coordinator'] },
  'manage-people': { own: ['coordinator', 'admin'], elsewhere: ['coordinator', 'admin'] },
  'set-workflow': { own: ['coordinator'], elsewhere: ['coordinator'] },
  'import-plan': { own: ['coordinator'], elsewhere: ['coordinator'] },
  invite: { own: ['coordinator', 'admin'], elsewhere: ['coordinator', 'admin'] },
  'manage-agencies': { own: ['coordinator', 'admin'], elsewhere: ['coordinator', 'admin'] },
  'manage-calendar': { own: ['coordinator', 'admin'], elsewhere: ['coordinator', 'admin'] },
  'manage-periods': { own: ['coordinator', 'admin'], elsewhere: ['coordinator', 'admin'] },
  'send-period-data': { own: ['official', 'head', 'coordinator'], elsewhere: ['coordinator'] },
  broadcast: { own: ['coordinator'], elsewhere: ['coordinator'] },
  'see-week': { own: ['head', 'coordinator', 'leader', 'admin'], elsewhere: ['coordinator', 'leader', 'admin'] },
  'subscribe-summary': { own: ['coordinator', 'admin'], elsewhere: ['coordinator', 'admin'] },
  'see-delivery': { own: ['coordinator', 'admin'], elsewhere: ['coordinator', 'admin'] },
  'run-jobs': { own: ['admin'], elsewhere: ['admin'] },
}

const rows = Object.entries(table).flatMap(([action, { own, elsewhere }]) =>
  roles.map((role) => ({
    action: action as Action,
    role,
    own: own.includes(role),
    elsewhere: elsewhere.includes(role),
  })),
)

describe('who may do what', () => {
  test.each(rows)('$role: $action in the own agency $own, elsewhere $elsewhere', ({ action, role, own, elsewhere }) => {
    expect(may(somebody(role), action, inOwn)).toBe(own)
    expect(may(somebody(role), action, inOther)).toBe(elsewhere)
    expect(may(somebody(role), action)).toBe(elsewhere)
  })

  test.each(Object.keys(table))('nobody without a role may %s', (action) => {
    expect(may([], action as Action, inOwn)).toBe(false)
    expect(may([], action as Action)).toBe(false)
  })

  test('a head sees the agencies below the own one', () => {
    expect(may(somebody('head'), 'see-week', { agencyId: 'A1', reach: ['A', 'A1'] })).toBe(true)
  })

  test('who heads one agency and is an official of another decides in the first alone', () => {
    const both: readonly Membership[] = [
      { role: 'head', agencyId: 'A' },
      { role: 'official', agencyId: 'B' },
    ]
    const reach = ['A', 'A1', 'B']
    for (const action of ['approve', 'reopen', 'name-doer'] as const) {
      expect(['A', 'A1', 'B', 'C'].map((agencyId) => may(both, action, { agencyId, reach }))).toEqual([
        ...[true, true, false, false],
      ])
    }
    expect(['A', 'A1', 'B', 'C'].map((agencyId) => may(both, 'answer', { agencyId, reach }))).toEqual([
      ...[true, true, true, false],
    ])
  })

  test('a role of an agency means nothing when it names none', () => {
    expect(may([{ role: 'head', agencyId: null }], 'see-agency', inOwn)).toBe(false)
  })

  test('several roles add up', () => {
    const both = [...somebody('official'), ...somebody('coordinator')]
    expect(may(both, 'import-plan')).toBe(true)
    expect(may(both, 'answer', inOther)).toBe(true)
  })
})

test('own agencies are named once each, without the roles that span the workspace', () => {
  const memberships: readonly Membership[] = [
    { role: 'official', agencyId: 'A' },
    { role: 'head', agencyId: 'A' },
    { role: 'official', agencyId: 'B' },
    { role: 'leader', agencyId: null },
  ]
  expect(ownAgencies(memberships)).toEqual(['A', 'B'])
})

test('the matrix in the documentation is the one in force', async () => {
  // vitest run test/domain/permissions.test.ts -u writes it anew.
  await expect(permissionMatrix()).toMatchFileSnapshot('../../docs/quyen.md')
})

test('several roles add up in every pair, and no pair may more than its parts', () => {
  for (const one of roles) {
    for (const other of roles) {
      const both = [...somebody(one), ...somebody(other)]
      for (const action of Object.keys(table) as Action[]) {
        for (const where of [inOwn, inOther, undefined]) {
          const apart = may(somebody(one), action, where) || may(somebody(other), action, where)
          expect(may(both, action, where), `${one} + ${other}: ${action}`).toBe(apart)
        }
      }
    }
  }
})
