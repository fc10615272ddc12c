import { agenciesDialog, chooseAgencies, chooseGroup, receiveAgencies } from './broadcast-agencies.ts'
import { changeAudience, chooseEverybody, chooseLate, chooseRole } from './broadcast-audience.ts'
import { askCall, makeCall } from './broadcast-call.ts'
import { askFile, dropFile, showDraft } from './broadcast-files.ts'
import { askDeadline, deadlineDialog, dropDeadline, receiveDeadline } from './broadcast-deadline.ts'
import { turnBroadcasts } from './broadcast-list.ts'
import { acknowledgeBroadcast } from './broadcast-receipt.ts'
import { cancelBroadcast, sendBroadcast } from './broadcast-send.ts'
import { listSilent, openBroadcast, openSummary } from './broadcast-summary.ts'
import { askWithdraw, keepBroadcast, withdrawBroadcast } from './broadcast-withdraw.ts'
import { textDialog } from './broadcast-dialogs.ts'
import { askText, receiveText } from './broadcast.ts'
import type { ButtonRoute, DialogRoute } from './route.ts'

/** Everything that can be pressed about announcements. */
export const broadcastButtons: readonly ButtonRoute[] = [
  { prefix: 'bc-new', run: askText },
  { prefix: 'bc-list', run: turnBroadcasts },
  { prefix: 'bc-open', run: openBroadcast },
  { prefix: 'bc-to', run: changeAudience },
  { prefix: 'bc-all', run: chooseEverybody },
  { prefix: 'bc-some', run: chooseAgencies },
  { prefix: 'bc-grp', run: chooseGroup },
  { prefix: 'bc-role', run: chooseRole },
  { prefix: 'bc-late', run: chooseLate },
  { prefix: 'bc-due', run: askDeadline },
  { prefix: 'bc-undue', run: dropDeadline },
  { prefix: 'bc-file', run: askFile },
  { prefix: 'bc-see', run: showDraft },
  { prefix: 'bc-unfile', run: dropFile },
  { prefix: 'bc-send', run: sendBroadcast },
  { prefix: 'bc-no', run: cancelBroadcast },
  { prefix: 'bc-ack', run: acknowledgeBroadcast },
  { prefix: 'bc-who', run: openSummary },
  { prefix: 'bc-not', run: listSilent },
  { prefix: 'bc-call', run: askCall },
  { prefix: 'bc-call-ok', run: makeCall },
  { prefix: 'bc-wd', run: askWithdraw },
  { prefix: 'bc-wd-ok', run: withdrawBroadcast },
  { prefix: 'bc-keep', run: keepBroadcast },
]

/** What the bot may be waiting for while somebody writes one. */
export const broadcastDialogs: readonly DialogRoute[] = [
  { kind: textDialog, run: receiveText },
  { kind: agenciesDialog, run: receiveAgencies },
  { kind: deadlineDialog, run: receiveDeadline },
]
