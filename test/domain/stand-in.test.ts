import { describe, expect, test } from 'vitest'
import { askedToApprove } from '../../domain/approval.ts'
import type { Membership, Role } from '../../domain/people.ts'
import { type Action, lent, rules } from '../../domain/permissions.ts'
import { type Acting, rightTo, withoutSubmitter } from '../../domain/stand-in.ts'

const roles: readonly Role[] = ['official', 'head', 'coordinator', 'leader', 'admin']
const actions = Object.keys(rules) as Action[]
const ofAgency = (role: Role): boolean => role === 'official' || role === 'head'

/** A role in A, or one that spans the workspace. */
const being = (role: Role, agencyId = 'A'): readonly Membership[] => [
  { role, agencyId: ofAgency(role) ? agencyId : null },
]

const absent = { personId: 'vang', name: 'Thủ trưởng Một' }
const self = (memberships: readonly Membership[], reach: readonly string[]): Acting => ({
  ...{ insteadOf: null, memberships, reach },
})
const inPlaceOf = (memberships: readonly Membership[], reach: readonly string[]): Acting => ({
  ...{ insteadOf: absent, memberships, reach },
})

/** Of what the person who is away may do in A, what an official of B who stands in may. */
const mayInstead: Record<Role, readonly Action[]> = {
  official: ['see-agency', 'answer', 'send-period-data'],
  head: ['see-agency', 'answer', 'approve', 'send-period-data'],
  coordinator: [],
  leader: [],
  admin: [],
}

describe('who stands in for somebody', () => {
  test.each(roles.flatMap((role) => actions.map((action) => ({ role, action }))))(
    'in the place of a $role: $action',
    ({ role, action }) => {
      const acting = [self(being('official', 'B'), ['B']), inPlaceOf(being(role), ['A', 'A1'])]
      const wanted = mayInstead[role].includes(action)
      for (const agencyId of ['A', 'A1']) {
        expect(rightTo(acting, action, agencyId)?.insteadOf ?? null).toEqual(wanted ? absent : null)
      }
      expect(rightTo(acting, action, 'C')).toBeNull()
    },
  )

  test('whatever else they are, has nothing more than either of the two', () => {
    for (const own of roles) {
      for (const role of roles) {
        for (const action of actions) {
          const alone = rightTo([self(being(own, 'B'), ['B'])], action, 'A') !== null
          const acting = [self(being(own, 'B'), ['B']), inPlaceOf(being(role), ['A'])]
          const may = rightTo(acting, action, 'A') !== null
          expect(may, `${own} for ${role}: ${action}`).toBe(alone || mayInstead[role].includes(action))
        }
      }
    }
  })

  test('acts in their own right where they have one', () => {
    const acting = [self(being('head'), ['A']), inPlaceOf(being('head'), ['A'])]
    expect(rightTo(acting, 'approve', 'A')?.insteadOf).toBeNull()
  })

  test('decides as the head above would, although they are only an official of the agency below', () => {
    const acting = [self(being('official', 'A1'), ['A1']), inPlaceOf(being('head'), ['A', 'A1'])]
    expect(rightTo(acting, 'approve', 'A1')?.insteadOf).toEqual(absent)
  })

  test('is lent no role that spans the workspace, even one that names an agency', () => {
    const acting = [self([], []), inPlaceOf([{ role: 'coordinator', agencyId: 'A' }], ['A'])]
    for (const action of actions) expect(rightTo(acting, action, 'A')).toBeNull()
  })

  test('does not decide on what that person handed in', () => {
    const acting = [self(being('official'), ['A']), inPlaceOf(being('head'), ['A'])]
    expect(rightTo(withoutSubmitter(acting, 'vang'), 'approve', 'A')).toBeNull()
    expect(rightTo(withoutSubmitter(acting, 'khac'), 'approve', 'A')?.insteadOf).toEqual(absent)
  })

  test('only what is done for an agency can be lent', () => {
    for (const action of lent) expect(rules[action].inAgency.length).toBeGreaterThan(0)
  })
})

describe('who is asked to approve', () => {
  const head = { personId: 'head', agencyIds: ['A'], insteadOf: null }
  const deputy = { personId: 'deputy', agencyIds: ['A'], insteadOf: { personId: 'head', name: 'Thủ trưởng Một' } }
  const above = { personId: 'above', agencyIds: ['P'], insteadOf: null }
  const chain = ['A', 'P']
  const asked = (heads: Parameters<typeof askedToApprove>[1], submitter: string) => {
    const found = askedToApprove(chain, heads, submitter)
    return found === null ? null : [found.agencyId, ...found.approvers.map(({ personId }) => personId).toSorted()]
  }

  test.each([
    ['its head', [head, above], 'x', ['A', 'head']],
    ['its head and whoever stands in', [head, deputy, above], 'x', ['A', 'deputy', 'head']],
    ['the head above where the only one handed it in, stand-in or not', [head, deputy, above], 'head', ['P', 'above']],
    ['its head alone where the stand-in handed it in', [head, deputy, above], 'deputy', ['A', 'head']],
    ['the coordinators where nobody is left', [head], 'head', null],
    ['the coordinators where there is nobody', [], 'x', null],
  ] as const)('%s', (_, heads, submitter, people) => {
    expect(asked(heads, submitter)).toEqual(people)
  })

  test('once each, and in their own right before another’s', () => {
    const both = [{ ...deputy, personId: 'other' }, { ...head, personId: 'other' }, deputy]
    const approvers = askedToApprove(chain, both, 'x')?.approvers ?? []
    expect(approvers.map(({ personId, insteadOf }) => [personId, insteadOf?.personId ?? null])).toEqual(
      expect.arrayContaining([
        ['other', null],
        ['deputy', 'head'],
      ]),
    )
    expect(approvers).toHaveLength(2)
  })
})
