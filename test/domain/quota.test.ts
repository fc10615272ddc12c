import { describe, expect, test } from 'vitest'
import type { MessageKind } from '../../domain/message.ts'
import {
  fateOfHeld,
  type HeldFate,
  type HeldMessage,
  mayStillSend,
  monthOf,
  rankOf,
  waitingRanks,
  warningLevel,
} from '../../domain/quota.ts'

const zone = 'Asia/Ho_Chi_Minh'

describe('what matters', () => {
  test.each<[MessageKind, boolean, number]>([
    ['reply', false, 1],
    ['notice', false, 1],
    ['reminder', true, 1],
    ['reminder', false, 2],
    ['assignment', false, 2],
    ['broadcast', false, 3],
    ['summary', false, 4],
  ])('%s, urgent %s: rank %i', (kind, urgent, rank) => {
    expect(rankOf({ kind, urgent })).toBe(rank)
  })

  test.each<[number, readonly number[]]>([
    [0, []],
    [2399, []],
    [2400, [4]],
    [2699, [4]],
    [2700, [3, 4]],
    [2849, [3, 4]],
    [2850, [2, 3, 4]],
    [2999, [2, 3, 4]],
    [3000, [1, 2, 3, 4]],
    [5000, [1, 2, 3, 4]],
  ])('after %i of 3,000 these ranks wait: %j', (used, waiting) => {
    expect(waitingRanks({ used, monthly: 3000 })).toEqual(waiting)
  })

  test('never may a lesser rank send what a greater one may not', () => {
    for (const monthly of [1, 7, 50, 3000]) {
      for (let used = 0; used <= monthly + 1; used += 1) {
        const open = ([1, 2, 3, 4] as const).map((rank) => mayStillSend({ used, monthly }, rank))
        expect(open).toEqual(open.toSorted((a, b) => Number(b) - Number(a)))
        expect(open[0]).toBe(used < monthly)
      }
    }
  })
})

test.each([
  [2399, 3000, null],
  [2400, 3000, 80],
  [2849, 3000, 80],
  [2850, 3000, 95],
  [4000, 3000, 95],
  [8, 10, 80],
  [0, 0, null],
])('%i of %i: warned at %s', (used, monthly, level) => {
  expect(warningLevel({ used, monthly })).toBe(level)
})

describe('the month', () => {
  test.each([
    ['2026-03-02T02:00:00Z', '2026-03', '2026-02-28T17:00:00.000Z', '2026-03-31T17:00:00.000Z'],
    ['2026-02-28T17:00:00Z', '2026-03', '2026-02-28T17:00:00.000Z', '2026-03-31T17:00:00.000Z'],
    ['2026-02-28T16:59:59Z', '2026-02', '2026-01-31T17:00:00.000Z', '2026-02-28T17:00:00.000Z'],
    ['2026-12-31T17:00:00Z', '2027-01', '2026-12-31T17:00:00.000Z', '2027-01-31T17:00:00.000Z'],
    ['2026-12-15T00:00:00Z', '2026-12', '2026-11-30T17:00:00.000Z', '2026-12-31T17:00:00.000Z'],
  ])('at %s is %s, on the clock of the zone', (now, name, from, to) => {
    const month = monthOf(new Date(now), zone)
    expect([month.name, month.from.toISOString(), month.to.toISOString()]).toEqual([name, from, to])
  })
})

describe('what waited for the quota', () => {
  const monday = new Date('2026-03-02T02:00:00Z')
  const held = (kind: MessageKind, more: Partial<HeldMessage> = {}): HeldMessage => ({
    ...{ kind, urgent: false, createdAt: new Date(monday.getTime() - 3_600_000), deadline: null },
    ...more,
  })
  const daysAgo = (days: number) => ({ createdAt: new Date(monday.getTime() - days * 86_400_000 - 1) })
  const empty = { used: 0, monthly: 3000 }
  const full = { used: 3000, monthly: 3000 }
  const nearlyFull = { used: 2900, monthly: 3000 }
  const sunday = new Date('2026-03-01T02:00:00Z')

  test.each<[string, HeldMessage, { used: number; monthly: number }, Date, HeldFate]>([
    ['news of a task goes', held('assignment', daysAgo(20)), empty, monday, 'send'],
    ['a reminder is written anew', held('reminder', daysAgo(20)), empty, monday, 'renew'],
    ['an announcement goes', held('broadcast', daysAgo(20)), empty, monday, 'send'],
    ['one due today goes', held('broadcast', { deadline: '2026-03-02' }), empty, monday, 'send'],
    ['one that was due means nothing', held('broadcast', { deadline: '2026-03-01' }), empty, monday, 'drop'],
    ['a summary goes within its week', held('summary', daysAgo(6)), empty, monday, 'send'],
    ['an older one is overtaken', held('summary', daysAgo(7)), empty, monday, 'drop'],
    ['an answer goes within a day, also on a Sunday', held('reply'), empty, monday, 'send'],
    ['an older one is forgotten', held('reply', daysAgo(1)), empty, monday, 'drop'],
    ['nobody is spoken to on a Sunday', held('assignment'), empty, sunday, 'wait'],
    ['while nothing may go all waits', held('assignment'), full, monday, 'wait'],
    ['while little may go the lesser waits', held('reminder'), nearlyFull, monday, 'wait'],
    ['what is urgent does not', held('reminder', { urgent: true }), nearlyFull, monday, 'renew'],
    ['what means nothing is given up even then', held('summary', daysAgo(9)), full, sunday, 'drop'],
  ])('%s', (_name, message, use, now, fate) => {
    expect(fateOfHeld(message, use, now, zone)).toBe(fate)
  })

  test('an answer on a Sunday', () => {
    const message = held('reply', { createdAt: new Date(sunday.getTime() - 1000) })
    expect(fateOfHeld(message, empty, sunday, zone)).toBe('send')
  })
})
