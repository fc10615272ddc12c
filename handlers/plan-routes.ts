import { confirmPlan, dropPlan, updateAndCancel, updatePlan } from './plan-confirm.ts'
import { pageChanges } from './plan-draft-changes.ts'
import { pageDoubts, pressFix } from './plan-draft-doubts.ts'
import { pageList, pageScreen } from './plan-draft-list.ts'
import { pressNewPlan, pressUndo } from './plan-draft-words.ts'
import { listPlans } from './plan-list.ts'
import type { ButtonRoute, Command, DialogRoute } from './route.ts'
import {
  nameDialog,
  openNames,
  pressCreate,
  pressLater,
  pressMeaning,
  showNames,
  typeMeaning,
} from './unknown-names.ts'

// Plans: those that are followed, drafts on their way to become some, and the names in them that nobody knows.

export const planCommands: readonly Command[] = [
  { names: ['kehoach', 'plans'], about: (m) => m.plans.about, needs: 'see-workspace', run: listPlans },
  { names: ['tenla', 'names'], about: (m) => m.agencies.aboutNames, needs: 'manage-agencies', run: showNames },
]

export const planButtons: readonly ButtonRoute[] = [
  { prefix: 'plan-ok', run: confirmPlan },
  { prefix: 'plan-no', run: dropPlan },
  { prefix: 'plan-keep', run: updatePlan },
  { prefix: 'plan-cut', run: updateAndCancel },
  { prefix: 'plan-see', run: pageScreen },
  { prefix: 'plan-ls', run: pageList },
  { prefix: 'plan-dbt', run: pageDoubts },
  { prefix: 'plan-fix', run: pressFix },
  { prefix: 'plan-undo', run: pressUndo },
  { prefix: 'plan-chg', run: pageChanges },
  { prefix: 'plan-new', run: pressNewPlan },
  { prefix: 'un', run: openNames },
  { prefix: 'un-is', run: pressMeaning },
  { prefix: 'un-new', run: pressCreate },
  { prefix: 'un-later', run: pressLater },
]

export const planDialogs: readonly DialogRoute[] = [{ kind: nameDialog, run: typeMeaning }]
