import { broadcastCommand } from '../domain/file-purpose.ts'
import { startBroadcast } from './broadcast.ts'
import { broadcastButtons, broadcastDialogs } from './broadcast-routes.ts'
import { showAgencies } from './agencies.ts'
import { answerDialogs } from './answer-dialogs.ts'
import { receiveEvidence, receiveObstacle, receivePercent } from './answer-followup.ts'
import { calendarButtons, calendarCommand } from './calendar-routes.ts'
import { cancel } from './cancel.ts'
import { decisionButtons, decisionCommands, decisionDialogRoutes } from './decision-routes.ts'
import { showEvidence } from './evidence.ts'
import { deliveryButtons, showDelivery } from './delivery.ts'
import { evidenceButtons, evidenceDialogs } from './evidence-routes.ts'
import { createHelp } from './help.ts'
import { continueInvite, invite } from './invite.ts'
import { pressAgency, pressRole } from './invite-steps.ts'
import { changeLanguage } from './language.ts'
import { askToLeave, pressLeave } from './leave.ts'
import { sendLinkCode } from './link.ts'
import { showMe } from './me.ts'
import { periodButtons, periodsCommand } from './period-routes.ts'
import { planButtons, planCommands, planDialogs } from './plan-routes.ts'
import { pressAcknowledge, pressDone, pressObstacle, pressPercent, pressProgress } from './progress.ts'
import { reminderButtons, reminderCommands } from './reminder-routes.ts'
import type { ButtonRoute, Command, DialogRoute } from './route.ts'
import { peopleButtons, peopleCommands, peopleDialogs } from './people-routes.ts'
import { askName, nameOfPersonDialog, receiveName, rename } from './rename.ts'
import { scheduleButtons, scheduleCommand } from './job-schedule.ts'
import { find, turnFound } from './search.ts'
import { start } from './start.ts'
import { openStatus, showStatus } from './status.ts'
import { turnAgencyFigures } from './status-agencies.ts'
import { showTasksOrSupported } from './support.ts'
import { openTask, showTask, turnAgencies } from './task.ts'
import { turnCard } from './task-card.ts'
import { showFilters } from './task-filter.ts'
import { turnGroups } from './task-groups.ts'
import { showHistory } from './task-history.ts'
import { turnPage } from './task-list.ts'
import { transferButtons, transferCommands, transferDialogs } from './transfer-routes.ts'
import { undo, undoAmongOthers, undoPrefix } from './undo.ts'
import { showUnreached, turnUnreached } from './unreached.ts'
import { urgeButtonRoutes, urgeCommand } from './urge-routes.ts'
import { sendWebLink } from './web-link.ts'
import { openPlansOfWeek, openSilentAgencies, openWeekNumber } from './week-lists.ts'
import { showWeek } from './weekly.ts'
import { toggleNaming } from './weekly-naming.ts'
import { toggleSummary } from './weekly-subscription.ts'

// The whole list of what a person can ask for.

export const commands: readonly Command[] = [
  {
    names: ['viec', 'tasks'],
    spoken: ['viec', 'viec cua toi', 'viec cua em', 'xem viec', 'danh sach viec', 'tasks'],
    about: (m) => m.tasks.about,
    needs: 'joined',
    run: showTasksOrSupported,
  },
  { names: ['nv', 'task'], about: (m) => m.tasks.aboutTask, needs: 'joined', run: showTask },
  ...reminderCommands,
  { names: ['tim', 'find'], about: (m) => m.search.about, needs: 'joined', run: find },
  {
    names: ['minhchung', 'evidence'],
    ofTask: true,
    about: (m) => m.evidence.about,
    needs: 'joined',
    run: showEvidence,
  },
  {
    names: ['tinhhinh', 'status'],
    spoken: ['tinh hinh', 'status'],
    about: (m) => m.status.about,
    needs: 'joined',
    run: showStatus,
  },
  ...decisionCommands,
  urgeCommand,
  ...peopleCommands,
  ...transferCommands,
  { names: broadcastCommand, about: (m) => m.broadcast.about, needs: 'broadcast', run: startBroadcast },
  {
    names: ['tuan', 'week'],
    about: (m) => m.weekly.about,
    needs: 'see-week',
    inGroups: 'see-workspace',
    run: showWeek,
  },
  ...planCommands,
  { names: ['guitin', 'delivery'], about: (m) => m.delivery.about, needs: 'see-delivery', run: showDelivery },
  { names: ['donvi', 'agencies'], about: (m) => m.agencies.about, needs: 'see-workspace', run: showAgencies },
  calendarCommand,
  periodsCommand,
  scheduleCommand,
  { names: ['moi', 'invite'], about: (m) => m.invite.about, needs: 'invite', run: invite },
  { names: ['chuathamgia', 'unjoined'], about: (m) => m.unreached.about, needs: 'invite', run: showUnreached },
  { names: ['start'], about: (m) => m.join.aboutStart, needs: 'joined', run: start },
  { names: ['web'], about: (m) => m.help.aboutWeb, needs: 'joined', personal: true, run: sendWebLink },
  {
    names: ['ngonngu', 'language'],
    about: (m) => m.help.aboutLanguage,
    needs: 'joined',
    personal: true,
    run: changeLanguage,
  },
  { names: ['toi', 'me'], about: (m) => m.account.aboutMe, needs: 'joined', personal: true, run: showMe },
  { names: ['ten', 'name'], about: (m) => m.account.aboutName, needs: 'joined', personal: true, run: rename },
  { names: ['lienket', 'link'], about: (m) => m.account.aboutLink, needs: 'joined', personal: true, run: sendLinkCode },
  { names: ['roi', 'leave'], about: (m) => m.account.aboutLeave, needs: 'joined', personal: true, run: askToLeave },
  {
    names: ['huy', 'cancel'],
    spoken: ['huy', 'huy bo', 'cancel'],
    about: (m) => m.help.aboutCancel,
    needs: 'joined',
    personal: true,
    run: cancel,
  },
  {
    names: ['trogiup', 'help'],
    spoken: ['tro giup', 'giup', 'giup voi', 'giup em', 'giup em voi', 'giup toi', 'giup minh', 'huong dan', 'help'],
    about: (m) => m.help.about,
    needs: 'joined',
    personal: true,
    run: createHelp(() => commands),
  },
]

export const buttons: readonly ButtonRoute[] = [
  { prefix: 'list', run: turnPage },
  { prefix: 'fil', run: showFilters },
  { prefix: 'by', run: turnGroups },
  { prefix: 'open', run: openTask },
  { prefix: 'nv', run: showTask },
  { prefix: 'card', run: turnCard },
  { prefix: 'nva', run: turnAgencies },
  { prefix: 'his', run: showHistory },
  ...reminderButtons,
  { prefix: 'tim', run: turnFound },
  { prefix: 'ack', run: pressAcknowledge },
  { prefix: 'prog', run: pressProgress },
  { prefix: 'pct', run: pressPercent },
  { prefix: 'done', run: pressDone },
  { prefix: 'obst', run: pressObstacle },
  { prefix: undoPrefix.alone, run: undo },
  { prefix: undoPrefix.amongOthers, run: undoAmongOthers },
  { prefix: 'st', run: openStatus },
  { prefix: 'ags', run: turnAgencyFigures },
  { prefix: 'inv', run: pressRole },
  { prefix: 'inv-to', run: pressAgency },
  { prefix: 'unj', run: turnUnreached },
  { prefix: 'lang', run: changeLanguage },
  { prefix: 'name', run: askName },
  { prefix: 'link', run: sendLinkCode },
  { prefix: 'leave', run: pressLeave },
  ...planButtons,
  ...broadcastButtons,
  ...decisionButtons,
  ...urgeButtonRoutes,
  ...peopleButtons,
  ...transferButtons,
  ...evidenceButtons,
  ...deliveryButtons,
  ...calendarButtons,
  ...periodButtons,
  ...scheduleButtons,
  { prefix: 'week', inGroups: true, run: toggleSummary },
  { prefix: 'wkn', inGroups: true, run: toggleNaming },
  { prefix: 'wk', run: openWeekNumber },
  { prefix: 'wks', run: openSilentAgencies },
  { prefix: 'wkg', inGroups: true, run: openPlansOfWeek },
]

export const dialogs: readonly DialogRoute[] = [
  { kind: answerDialogs.percent, aboutTask: true, run: receivePercent },
  { kind: answerDialogs.obstacle, aboutTask: true, run: receiveObstacle },
  { kind: answerDialogs.evidence, aboutTask: true, run: receiveEvidence },
  { kind: 'invite', run: continueInvite },
  { kind: nameOfPersonDialog, run: receiveName },
  ...planDialogs,
  ...broadcastDialogs,
  ...decisionDialogRoutes,
  ...peopleDialogs,
  ...transferDialogs,
  ...evidenceDialogs,
]
