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
import { confirmPlan, dropPlan, updateAndCancel, updatePlan } from './plan-confirm.ts'
import { pageChanges } from './plan-draft-changes.ts'
import { pageDoubts, pressFix } from './plan-draft-doubts.ts'
import { pageList, pageScreen } from './plan-draft-list.ts'
import { pressNewPlan, pressUndo } from './plan-draft-words.ts'
import { listPlans } from './plan-list.ts'
import { pressAcknowledge, pressDone, pressObstacle, pressPercent, pressProgress } from './progress.ts'
import { openSchedule, showSchedule, turnScheduleAgencies } from './reminder-schedule.ts'
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
import {
  nameDialog,
  openNames,
  pressCreate,
  pressLater,
  pressMeaning,
  showNames,
  typeMeaning,
} from './unknown-names.ts'
import { showUnreached, turnUnreached } from './unreached.ts'
import { pressWhy } from './why.ts'
import { sendWebLink } from './web-link.ts'
import { showWeek, toggleSummary } from './weekly.ts'

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
  { names: ['lichnhac', 'reminders'], about: (m) => m.schedule.about, needs: 'joined', run: showSchedule },
  { names: ['tim', 'find'], about: (m) => m.search.about, needs: 'joined', run: find },
  { names: ['minhchung', 'evidence'], about: (m) => m.evidence.about, needs: 'joined', run: showEvidence },
  {
    names: ['tinhhinh', 'status'],
    spoken: ['tinh hinh', 'status'],
    about: (m) => m.status.about,
    needs: 'joined',
    run: showStatus,
  },
  ...decisionCommands,
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
  { names: ['kehoach', 'plans'], about: (m) => m.plans.about, needs: 'see-workspace', run: listPlans },
  { names: ['guitin', 'delivery'], about: (m) => m.delivery.about, needs: 'see-delivery', run: showDelivery },
  { names: ['donvi', 'agencies'], about: (m) => m.agencies.about, needs: 'see-workspace', run: showAgencies },
  calendarCommand,
  scheduleCommand,
  { names: ['tenla', 'names'], about: (m) => m.agencies.aboutNames, needs: 'manage-agencies', run: showNames },
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
  { prefix: 'why', run: pressWhy },
  { prefix: 'sch', run: openSchedule },
  { prefix: 'sch-of', run: turnScheduleAgencies },
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
  { prefix: 'inv', run: pressRole },
  { prefix: 'inv-to', run: pressAgency },
  { prefix: 'unj', run: turnUnreached },
  { prefix: 'lang', run: changeLanguage },
  { prefix: 'name', run: askName },
  { prefix: 'link', run: sendLinkCode },
  { prefix: 'leave', run: pressLeave },
  ...broadcastButtons,
  ...decisionButtons,
  ...peopleButtons,
  ...transferButtons,
  ...evidenceButtons,
  ...deliveryButtons,
  ...calendarButtons,
  ...scheduleButtons,
  { prefix: 'week', inGroups: true, run: toggleSummary },
]

export const dialogs: readonly DialogRoute[] = [
  { kind: answerDialogs.percent, aboutTask: true, run: receivePercent },
  { kind: answerDialogs.obstacle, aboutTask: true, run: receiveObstacle },
  { kind: answerDialogs.evidence, aboutTask: true, run: receiveEvidence },
  { kind: 'invite', run: continueInvite },
  { kind: nameOfPersonDialog, run: receiveName },
  { kind: nameDialog, run: typeMeaning },
  ...broadcastDialogs,
  ...decisionDialogRoutes,
  ...peopleDialogs,
  ...transferDialogs,
  ...evidenceDialogs,
]
