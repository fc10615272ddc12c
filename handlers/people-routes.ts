import { awayDialog, pressAwayEnd, pressStandIn, receiveAway, sayAway } from './away.ts'
import { contributionDialog, pressContribute, receiveContribution } from './contribute.ts'
import { nameDoer, pressDoer, pressNameDoer } from './doer.ts'
import type { ButtonRoute, Command, DialogRoute } from './route.ts'
import { openSupported, turnSupported } from './support.ts'

// Who does a task, who stands in for whom, and who contributes.

export const peopleCommands: readonly Command[] = [
  { names: ['giaoviec', 'assign'], ofTask: true, about: (m) => m.doer.about, needs: 'name-doer', run: nameDoer },
  { names: ['vangmat', 'away'], about: (m) => m.away.about, needs: 'answer', run: sayAway },
]

export const peopleButtons: readonly ButtonRoute[] = [
  { prefix: 'doer-ask', run: pressNameDoer },
  { prefix: 'doer', run: pressDoer },
  { prefix: 'away-to', run: pressStandIn },
  { prefix: 'away-end', run: pressAwayEnd },
  { prefix: 'sup', run: openSupported },
  { prefix: 'sup-ls', run: turnSupported },
  { prefix: 'con', run: pressContribute },
]

export const peopleDialogs: readonly DialogRoute[] = [
  { kind: awayDialog, run: receiveAway },
  { kind: contributionDialog, run: receiveContribution },
]
