import { usualHours } from '../../domain/calendar/office-hours.ts'
import type { Stores } from '../../domain/ports/stores.ts'

const theirDay = '2026-07-01'
const day = { date: theirDay, kind: 'working', words: 'của họ', source: '' } as const
const now = new Date('2026-06-16T02:00:00Z')

/** A day that their workspace decided, and their own hours. */
export const fillCalendar = async ({ calendar }: Stores, personId: string): Promise<void> => {
  await calendar.saveDays([day], personId, now)
  await calendar.setHours([{ opens: 0, closes: 60 }])
}

/** What is tried on the calendar of a workspace from another that knows its days and its people. */
export const attemptsOnCalendar = (theirPerson: () => { readonly id: string }) => ({
  reads: {
    'calendar.read': [
      ({ calendar }: Stores) => calendar.read(),
      { zone: 'Asia/Ho_Chi_Minh', hours: usualHours, own: new Map() },
    ],
    'calendar.countNextReminders': [
      ({ calendar }: Stores) => calendar.countNextReminders(new Date(0), new Date('2099-01-01')),
      [],
    ],
  } as const,
  writes: {
    'calendar.forgetDays': [({ calendar }: Stores) => calendar.forgetDays([theirDay]), undefined],
    'calendar.setHours': [({ calendar }: Stores) => calendar.setHours(usualHours), undefined],
    'calendar.saveDays': [({ calendar }: Stores) => calendar.saveDays([{ ...day, kind: 'off' }], null, now), undefined],
  } as const,
  refused: {
    'calendar.saveDays in their name': ({ calendar }: Stores) => calendar.saveDays([day], theirPerson().id, now),
  },
})
