import {
  agenciesDialog,
  chooseAgencies,
  chooseEverybody,
  chooseLate,
  receiveAgencies,
  receiveText,
  startBroadcast,
  textDialog,
} from './broadcast.ts'
import { acknowledgeBroadcast, showReceipts } from './broadcast-receipt.ts'
import { cancelBroadcast, sendBroadcast } from './broadcast-send.ts'
import { cancel } from './cancel.ts'
import { createHelp } from './help.ts'
import { continueInvite, invite } from './invite.ts'
import { pressAgency, pressRole } from './invite-steps.ts'
import { changeLanguage } from './language.ts'
import { showMe } from './me.ts'
import { confirmPlan, dropPlan } from './plan-confirm.ts'
import { listPlans } from './plan-list.ts'
import type { ButtonRoute, Command, DialogRoute } from './route.ts'
import { start } from './start.ts'
import { sendWebLink } from './web-link.ts'
import { showWeek, toggleSummary } from './weekly.ts'

// The whole list of what a person can ask for.

export const commands: readonly Command[] = [
  { names: ['thongbao', 'broadcast'], about: (m) => m.broadcast.about, needs: 'broadcast', run: startBroadcast },
  { names: ['tuan', 'week'], about: (m) => m.weekly.about, needs: 'see-week', inGroups: true, run: showWeek },
  { names: ['kehoach', 'plans'], about: (m) => m.plans.about, needs: 'see-workspace', run: listPlans },
  { names: ['moi', 'invite'], about: (m) => m.invite.about, needs: 'invite', run: invite },
  { names: ['start'], about: (m) => m.join.aboutStart, needs: 'joined', run: start },
  { names: ['web'], about: (m) => m.help.aboutWeb, needs: 'joined', run: sendWebLink },
  { names: ['ngonngu', 'language'], about: (m) => m.help.aboutLanguage, needs: 'joined', run: changeLanguage },
  { names: ['toi', 'me'], about: (m) => m.help.aboutMe, needs: 'joined', run: showMe },
  { names: ['huy', 'cancel'], about: (m) => m.help.aboutCancel, needs: 'joined', run: cancel },
  { names: ['trogiup', 'help'], about: (m) => m.help.about, needs: 'joined', run: createHelp(() => commands) },
]

export const buttons: readonly ButtonRoute[] = [
  { prefix: 'plan-ok', run: confirmPlan },
  { prefix: 'plan-no', run: dropPlan },
  { prefix: 'inv', run: pressRole },
  { prefix: 'inv-to', run: pressAgency },
  { prefix: 'lang', run: changeLanguage },
  { prefix: 'bc-all', run: chooseEverybody },
  { prefix: 'bc-some', run: chooseAgencies },
  { prefix: 'bc-late', run: chooseLate },
  { prefix: 'bc-send', run: sendBroadcast },
  { prefix: 'bc-no', run: cancelBroadcast },
  { prefix: 'bc-ack', run: acknowledgeBroadcast },
  { prefix: 'bc-who', run: showReceipts },
  { prefix: 'week', inGroups: true, run: toggleSummary },
]

export const dialogs: readonly DialogRoute[] = [
  { kind: 'invite', run: continueInvite },
  { kind: textDialog, run: receiveText },
  { kind: agenciesDialog, run: receiveAgencies },
]
