import { type NewPeriod, templateOf } from '../../domain/periods/template.ts'
import type { Stores } from '../../domain/ports/stores.ts'

const now = new Date('2026-06-16T02:00:00Z')
const quarter = { year: 2026, kind: 'q1' } as const
const times = { cutoffAt: now, armedFrom: now, nextRemindAt: null }
const [first] = templateOf(2026) as readonly [NewPeriod, ...NewPeriod[]]

interface Theirs {
  readonly periodId: string
  readonly agencyId: string
  readonly person: { readonly id: string }
}

/** A period with data that was sent and figures that were frozen; returns its id. */
export const fillPeriods = async ({ frozen, periods }: Stores, of: Omit<Theirs, 'periodId'>): Promise<string> => {
  await periods.add([{ ...first, ...times }], now)
  const period = (await periods.lock(quarter))!
  await periods.markSent(period.id, { agencyId: of.agencyId, personId: of.person.id }, now)
  await periods.noteTold(period.id, 'v1:7', [of.person.id], now)
  await frozen.freeze(period, 'Asia/Ho_Chi_Minh', now)
  return period.id
}

/** What is tried on the periods of a workspace from another that knows their ids. */
export const attemptsOnPeriods = (theirs: () => Theirs, us: () => { readonly id: string }) => ({
  reads: {
    'periods.list': [({ periods }: Stores) => periods.list(), []],
    'periods.lock': [({ periods }: Stores) => periods.lock(quarter), null],
    'periods.listAgencies': [({ periods }: Stores) => periods.listAgencies({ ...first, id: theirs().periodId }), []],
    'periods.listLacking': [
      ({ periods }: Stores) => periods.listLacking(first, [theirs().agencyId]),
      { silent: [], unproven: [] },
    ],
    'periods.listTold': [({ periods }: Stores) => periods.listTold([theirs().agencyId], '2026-06-15'), []],
    'frozen.read': [({ frozen }: Stores) => frozen.read(theirs().periodId, 'all'), null],
  } as const,
  writes: {
    'periods.takeBackSent': [
      ({ periods }: Stores) => periods.takeBackSent(theirs().periodId, theirs().agencyId),
      false,
    ],
    'periods.noteLost': [({ periods }: Stores) => periods.noteLost({ from: new Date(0), until: now }), []],
    // Ours may have the same quarter: theirs is another.
    'periods.add': [({ periods }: Stores) => periods.add([{ ...first, ...times, year: 2027 }], now), 1],
  } as const,
  refused: {
    'periods.save': ({ periods }: Stores) =>
      periods.save(theirs().periodId, { ...first, ...times, cutoffVersion: 2, cutoffTime: '08:00' }),
    'periods.markSent': ({ periods }: Stores) =>
      periods.markSent(theirs().periodId, { agencyId: theirs().agencyId, personId: us().id }, now),
    'periods.noteTold': ({ periods }: Stores) => periods.noteTold(theirs().periodId, 'v1:3', [us().id], now),
    'periods.noteCall': ({ periods }: Stores) => periods.noteCall(theirs().periodId, 1, now),
    'periods.noteReminded': ({ periods }: Stores) => periods.noteReminded(theirs().periodId, { at: now, next: null }),
    'periods.noteFrozen': ({ periods }: Stores) => periods.noteFrozen(theirs().periodId, now),
    'periods.noteCloseTold': ({ periods }: Stores) => periods.noteCloseTold(theirs().periodId, now),
    'frozen.freeze': ({ frozen }: Stores) =>
      frozen.freeze({ id: theirs().periodId, cutoffAt: now, lost: null }, 'Asia/Ho_Chi_Minh', now),
  },
})
