import { nameDoer, pressDoer, pressNameDoer } from './doer.ts'
import type { ButtonRoute, Command } from './route.ts'

// Who does a task, who stands in for whom, and who contributes.

export const peopleCommands: readonly Command[] = [
  { names: ['giaoviec', 'assign'], about: (m) => m.doer.about, needs: 'name-doer', run: nameDoer },
]

export const peopleButtons: readonly ButtonRoute[] = [
  { prefix: 'doer-ask', run: pressNameDoer },
  { prefix: 'doer', run: pressDoer },
]
