import { confirmHandover } from './handover.ts'
import { handoverDialog, pressHandover, receiveHandover } from './handover-start.ts'
import { pressPerson, showPeople, turnPeople } from './roster.ts'
import { askToEnd, confirmEnd, keepPerson } from './roster-end.ts'
import type { ButtonRoute, Command, DialogRoute } from './route.ts'
import { pressTransfer, receiveTransfer, transfer, transferDialog } from './transfer.ts'
import { confirmTransfer, dropTransfer, reopenAgency } from './transfer-confirm.ts'

// What moves as a whole: the work of an agency that is merged, the tasks of somebody who leaves; and who takes part.

export const transferCommands: readonly Command[] = [
  { names: ['chuyen', 'transfer'], about: (m) => m.transfer.about, needs: 'name-doer', run: transfer },
  { names: ['nguoi', 'people'], about: (m) => m.roster.about, needs: 'manage-people', run: showPeople },
]

export const transferButtons: readonly ButtonRoute[] = [
  { prefix: 'mv', run: pressTransfer },
  { prefix: 'mv-ok', run: confirmTransfer },
  { prefix: 'mv-no', run: dropTransfer },
  { prefix: 'mv-open', run: reopenAgency },
  { prefix: 'ho', run: pressHandover },
  { prefix: 'ho-ok', run: confirmHandover },
  { prefix: 'ppl', run: pressPerson },
  { prefix: 'ppl-ls', run: turnPeople },
  { prefix: 'ppl-end', run: askToEnd },
  { prefix: 'ppl-ok', run: confirmEnd },
  { prefix: 'ppl-no', run: keepPerson },
]

export const transferDialogs: readonly DialogRoute[] = [
  { kind: transferDialog, run: receiveTransfer },
  { kind: handoverDialog, run: receiveHandover },
]
