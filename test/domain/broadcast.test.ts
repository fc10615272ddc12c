import { describe, expect, test } from 'vitest'
import { agenciesOf } from '../../domain/audience.ts'
import { broadcastOfKey, callKey, copyKey, planCall } from '../../domain/broadcast-call.ts'
import { proposeDeadline, readDay } from '../../domain/broadcast-deadline.ts'
import { fingerprintOf } from '../../domain/broadcast-draft.ts'
import { type MessageCopy, planNotes } from '../../domain/broadcast-withdrawal.ts'

const today = '2026-03-02'

describe('the day that a text asks people to keep', () => {
  test.each([
    ['Nộp báo cáo trước ngày 15/3', '2026-03-14', 'trước ngày 15/3'],
    ['Nop bao cao truoc 15-3 nhe', '2026-03-14', 'truoc 15-3'],
    ['Gửi trước 17h00 thứ Sáu, ngày 13/3/2026, về Phòng Nội vụ', '2026-03-13', 'trước 17h00 thứ Sáu, ngày 13/3/2026'],
    ['Hạn nộp: 20/3. Hạn chót là 20/3', '2026-03-20', 'Hạn nộp: 20/3'],
    ['Chậm nhất là ngày 20 tháng 4 năm 2026 phải xong', '2026-04-20', 'Chậm nhất là ngày 20 tháng 4 năm 2026'],
    ['hết tháng 4 phải xong', '2026-04-30', 'hết tháng 4'],
    ['Công văn số 12/CV-UBND ngày 5/3/2026: nộp trước 10/4', '2026-04-09', 'trước 10/4'],
  ])('%s', (text, day, words) => {
    expect(proposeDeadline(text, today)).toEqual({ day, words })
  })

  test.each([
    ['a day on which something happens', 'Họp lúc 8 giờ ngày 10/3 tại phòng A'],
    ['before something that happens', 'Gửi tài liệu trước khi họp ngày 10/3'],
    ['two days', 'Đăng ký trước 10/3, nộp trước 20/3'],
    ['two days of one list', 'Nộp trước ngày 15/3 và 20/3'],
    ['a day that has passed', 'Lẽ ra phải nộp trước 1/2'],
    ['a day that no calendar has', 'Nộp trước ngày 31/2'],
    ['the date of a document', 'Theo Công văn số 12/CV-UBND ngày 5/3/2026'],
    ['no day at all', 'Khẩn trương'],
  ])('%s is none', (_name, text) => {
    expect(proposeDeadline(text, today)).toBeNull()
  })

  test('a day without a year that has passed is next year’s only when that is near', () => {
    expect(readDay('15/1', '2026-12-20')).toBe('2027-01-15')
    expect(readDay('15/1', today)).toBeNull()
    expect(readDay('15/1/2026', '2026-12-20')).toBeNull()
    expect(readDay('2/3', today)).toBe(today)
    expect(readDay('15/3 và 20/3', today)).toBeNull()
  })
})

describe('calling once more', () => {
  const sentAt = new Date('2026-03-02T02:00:00Z')
  const at = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000)
  test.each([
    ['an hour after it was sent', { calls: 0, calledAt: null }, 60, { kind: 'call', call: 1 }],
    ['earlier', { calls: 0, calledAt: null }, 59, { kind: 'too-soon', last: sentAt, next: at(60) }],
    ['an hour after the last call', { calls: 2, calledAt: at(100) }, 160, { kind: 'call', call: 3 }],
    [
      'soon after the last call',
      { calls: 1, calledAt: at(100) },
      159,
      { kind: 'too-soon', last: at(100), next: at(160) },
    ],
    ['after the third', { calls: 3, calledAt: at(100) }, 1000, { kind: 'enough' }],
  ])('%s', (_name, known, minutes, decision) => {
    expect(planCall({ ...known, sentAt }, at(minutes))).toEqual(decision)
  })

  test('a copy, and each call to it, is known by its key; what tells of a withdrawal is no copy', () => {
    const id = '0199aaaa-0000-7000-8000-000000000001'
    const key = copyKey(id, '0199bbbb-0000-7000-8000-000000000002')
    for (const copy of [key, callKey(key, 2), `${callKey(key, 2)}#3`]) expect(broadcastOfKey(copy)).toBe(id)
    for (const other of [`${key}:withdrawn`, 'event:1:reply:0', `x${key}`]) expect(broadcastOfKey(other)).toBeNull()
  })
})

describe('who has a copy is told that it was withdrawn', () => {
  const copy = (more: Partial<MessageCopy>): MessageCopy => ({
    ...{ personId: 'p', locale: 'vi', chatId: 'c', channel: 'telegram', key: 'k', parts: 1, externalId: '7' },
    ...more,
  })
  const told = { personId: 'p', locale: 'vi', chatId: 'c' }

  test.each([
    ['in place where the channel can', [copy({})], [{ ...told, key: 'k:withdrawn', edits: '7' }]],
    ['by a message where it cannot', [copy({ channel: 'zalo' })], [{ ...told, key: 'k:withdrawn' }]],
    [
      'by a message where nobody knows whether it arrived',
      [copy({ externalId: null })],
      [{ ...told, key: 'k:withdrawn' }],
    ],
    ['by a message where it was cut in two', [copy({ parts: 2 })], [{ ...told, key: 'k:withdrawn' }]],
    [
      'once in a chat, however many copies cannot be replaced',
      [copy({ channel: 'zalo' }), copy({ channel: 'zalo', key: 'k:call:1' })],
      [{ ...told, key: 'k:withdrawn' }],
    ],
    [
      'in every place where a copy stands',
      [copy({}), copy({ key: 'k:call:1', externalId: '9' }), copy({ key: 'k:call:2', externalId: null })],
      [
        { ...told, key: 'k:withdrawn', edits: '7' },
        { ...told, key: 'k:call:1:withdrawn', edits: '9' },
        { ...told, key: 'k:call:2:withdrawn' },
      ],
    ],
  ])('%s', (_name, copies, notes) => {
    expect(planNotes(copies)).toEqual(notes)
  })
})

test('the fingerprint of a draft changes with everything that would be sent', () => {
  const draft = { text: 'Họp', audience: { agencyIds: ['a'] }, deadline: null }
  const others = [
    { ...draft, text: 'Hop' },
    { ...draft, deadline: '2026-03-14' },
    { ...draft, audience: { agencyIds: [] } },
    { ...draft, audience: { agencyIds: ['a'], roles: ['head'] as const } },
  ]
  const prints = [draft, ...others].map(fingerprintOf)
  expect(new Set(prints).size).toBe(prints.length)
  expect(prints.every((print) => /^[\da-f]{8}$/.test(print))).toBe(true)
  expect(fingerprintOf({ ...draft })).toBe(prints[0])
})

test('an audience of people whose roles span the workspace is about no agency', () => {
  const agencies = [{ id: 'a' }, { id: 'b' }]
  expect(agenciesOf({ agencyIds: [] }, agencies)).toEqual(agencies)
  expect(agenciesOf({ agencyIds: ['b'] }, agencies)).toEqual([{ id: 'b' }])
  expect(agenciesOf({ agencyIds: [], roles: ['head'] }, agencies)).toEqual(agencies)
  expect(agenciesOf({ agencyIds: [], roles: ['leader'] }, agencies)).toEqual([])
})
