import { pressApprove, pressReject } from './approval.ts'
import { pressSkip, showQueue } from './approval-queue.ts'
import {
  receiveAgency,
  receiveExtension,
  receiveGivingBack,
  receiveOtherDay,
  receiveRefusal,
  receiveRejection,
  receiveReopening,
  receiveReturn,
} from './decision-dialogs.ts'
import { decisionDialogs } from './decision-wait.ts'
import { extend, pressExtension, pressWithdraw } from './extension.ts'
import { pressGrant, pressOtherDay, pressRefuse } from './extension-decision.ts'
import { listSettings, openSettings, setEvidence, setWorkflow } from './plan-settings.ts'
import { listMilestones, openMilestones, setMilestones } from './milestone-settings.ts'
import { pressAgency, pressGiveBack, pressLeave, pressReassign } from './reassign.ts'
import { pressReopen } from './reopen.ts'
import { pressReturn } from './return.ts'
import type { ButtonRoute, Command, DialogRoute } from './route.ts'

// What is asked of others and decided: approvals, extensions, returned tasks, and how plans are worked on.

export const decisionCommands: readonly Command[] = [
  { names: ['giahan', 'extend'], ofTask: true, about: (m) => m.extension.aboutCommand, needs: 'answer', run: extend },
  { names: ['duyet', 'approve'], about: (m) => m.approval.about, needs: 'approve', run: showQueue },
]

export const decisionButtons: readonly ButtonRoute[] = [
  { prefix: 'apv', run: pressApprove },
  { prefix: 'rej', run: pressReject },
  { prefix: 'reo', run: pressReopen },
  { prefix: 'dq', run: pressSkip },
  { prefix: 'ext', run: pressExtension },
  { prefix: 'ext-un', run: pressWithdraw },
  { prefix: 'exg', run: pressGrant },
  { prefix: 'exd', run: pressOtherDay },
  { prefix: 'exr', run: pressRefuse },
  { prefix: 'ret', run: pressReturn },
  { prefix: 'rea', run: pressReassign },
  { prefix: 'rea-to', run: pressAgency },
  { prefix: 'rea-end', run: pressLeave },
  { prefix: 'rea-bk', run: pressGiveBack },
  { prefix: 'pset', run: openSettings },
  { prefix: 'pset-ls', run: listSettings },
  { prefix: 'pset-w', run: setWorkflow },
  { prefix: 'pset-e', run: setEvidence },
  { prefix: 'mil-ls', run: listMilestones },
  { prefix: 'mil-of', run: openMilestones },
  { prefix: 'mil', run: setMilestones },
]

export const decisionDialogRoutes: readonly DialogRoute[] = [
  { kind: decisionDialogs.rejection, aboutTask: true, run: receiveRejection },
  { kind: decisionDialogs.reopening, aboutTask: true, run: receiveReopening },
  { kind: decisionDialogs.extension, aboutTask: true, run: receiveExtension },
  { kind: decisionDialogs.otherDay, aboutTask: true, run: receiveOtherDay },
  { kind: decisionDialogs.refusal, aboutTask: true, run: receiveRefusal },
  { kind: decisionDialogs.return, aboutTask: true, run: receiveReturn },
  { kind: decisionDialogs.agency, aboutTask: true, run: receiveAgency },
  { kind: decisionDialogs.givingBack, aboutTask: true, run: receiveGivingBack },
]
