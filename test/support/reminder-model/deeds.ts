import type { Of } from './acting.ts'
import type { Command } from './commands.ts'
import { comeHome, goAway, nameDoer, setBlocked, snooze, unsnooze } from './people-deeds.ts'
import { liveThrough, type Play, run } from './play.ts'
import { answer, cancel, extend, giveBack, judge, reopen } from './work-deeds.ts'

const deeds: { readonly [Kind in Command['kind']]: (play: Play, command: Of<Kind>) => Promise<void> | void } = {
  pass: ({ office }, { minutes }) => {
    office.now += minutes
  },
  days: liveThrough,
  fate: ({ office }, { fates }) => {
    office.fates.push(...fates)
  },
  ...{ run, answer, extend, judge, reopen, cancel, return: giveBack },
  ...{ doer: nameDoer, away: goAway, home: comeHome, block: setBlocked, snooze, unsnooze },
}

/** Has it happen, in the program and in the model. */
export const perform = async (play: Play, command: Command): Promise<void> => {
  const deed = deeds[command.kind] as (play: Play, command: Command) => Promise<void> | void
  await deed(play, command)
}
