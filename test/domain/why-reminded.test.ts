import { describe, expect, test } from 'vitest'
import { daysBetween } from '../../domain/time.ts'
import { asksWhyReminded, causeOf, nextTimeOf, tieOf } from '../../domain/why-reminded.ts'
import { causeShortVi } from '../../locales/vi/why.ts'

test.each([
  ['vì sao tôi được nhắc?', true],
  ['sao nhắc tôi', true],
  ['Sao lại nhắc em ạ', true],
  ['bot ơi tại sao nhắc anh việc này', true],
  ['nhắc tôi làm gì, vì sao vậy?', true],
  ['sao còn nhắc, em xong rồi', false],
  ['sao nhắc hoài, được 80% rồi mà', false],
  ['vì sao nhắc nv12', true],
  ['nhắc tôi vì sao?', true],
  ['vi sao toi nhan tin nay', true],
  ['why was I reminded?', true],
  ['Why this reminder', true],
  ['vì sao chậm thế', false],
  ['sao chưa xong', false],
  ['nv12 xong', false],
  ['xin nhắc lại: đã nộp sao y bản chính', false],
  ['', false],
])('%j asks why one is reminded: %j', (text, asks) => {
  expect(asksWhyReminded(text)).toBe(asks)
})

describe('what ties somebody to an assignment', () => {
  const owned = { agencyId: 'y-te', assigneeId: null, assigneeName: null }
  const named = { agencyId: 'y-te', assigneeId: 'hai', assigneeName: 'Chuyên viên Hai' }
  const official = { id: 'mot', memberships: [{ role: 'official', agencyId: 'y-te' }] } as const
  const head = { id: 'mot', memberships: [{ role: 'head', agencyId: 'y-te' }] } as const
  const other = { id: 'mot', memberships: [{ role: 'official', agencyId: 'noi-vu' }] } as const
  const standIn = { personId: 'hai', name: 'Chuyên viên Hai', agencyIds: ['y-te'], memberships: [] }
  test.each([
    ['their agency', owned, official, [], { kind: 'member', roles: ['official'] }],
    ['being named', { ...named, assigneeId: 'mot' }, official, [], { kind: 'doer' }],
    ['heading the agency of who was named', named, head, [], { kind: 'head-of-doer', doer: 'Chuyên viên Hai' }],
    ['standing in', owned, other, [standIn], { kind: 'stands-in', name: 'Chuyên viên Hai' }],
    ['nothing', owned, other, [], { kind: 'none' }],
  ] as const)('is %s', (_, assignment, person, standIns, tie) => {
    expect(tieOf(assignment, person, standIns)).toEqual(tie)
  })
})

const soon = new Date('2026-03-05T01:00:00Z')
test.each([
  ['assigned', '2026-03-06', soon, { kind: 'at', at: soon }],
  ['in_progress', '2026-03-06', null, { kind: 'never', because: 'over' }],
  ['assigned', null, soon, { kind: 'at', at: soon }],
  ['assigned', null, null, { kind: 'never', because: 'undated' }],
  ['submitted', '2026-03-06', null, { kind: 'never', because: 'submitted' }],
  ['done', '2026-03-06', null, { kind: 'never', because: 'done' }],
  ['returned', '2026-03-06', null, { kind: 'never', because: 'closed' }],
  ['cancelled', '2026-03-06', null, { kind: 'never', because: 'closed' }],
] as const)('what is %s and due %s is next spoken of then', (state, dueOn, next, expected) => {
  expect(nextTimeOf({ state, dueOn }, next)).toEqual(expected)
})

test('whoever is told that an agency is silent hears why, and no milestone', () => {
  const cause = causeOf({ kind: 'unreached', milestone: -daysBetween('1970-01-01', '2026-03-02') })
  expect(cause).toEqual({ kind: 'unreached', occasion: { kind: 'silent' } })
  expect(causeShortVi(cause)).toBe('vì đã lâu không có cập nhật, thay cho đơn vị chưa ai tham gia')
  expect(causeOf({ kind: 'unreached', milestone: -28 })).toMatchObject({ occasion: { kind: 'milestone', days: -28 } })
})
