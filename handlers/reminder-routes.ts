import { openSchedule, showSchedule, turnScheduleAgencies } from './reminder-schedule.ts'
import type { ButtonRoute, Command } from './route.ts'
import { pressSnooze, pressUnsnooze, snooze } from './snooze.ts'
import { pressWhy } from './why.ts'

// Reminders as those see them who are reminded: when and why, and putting one off.

export const reminderCommands: readonly Command[] = [
  {
    names: ['lichnhac', 'reminders'],
    ofTask: true,
    about: (m) => m.schedule.about,
    needs: 'joined',
    run: showSchedule,
  },
  { names: ['nhaclai', 'snooze'], about: (m) => m.snooze.about, needs: 'answer', run: snooze },
]

export const reminderButtons: readonly ButtonRoute[] = [
  { prefix: 'why', run: pressWhy },
  { prefix: 'sch', run: openSchedule },
  { prefix: 'sch-of', run: turnScheduleAgencies },
  { prefix: 'snz', run: pressSnooze },
  { prefix: 'snz-no', run: pressUnsnooze },
]
