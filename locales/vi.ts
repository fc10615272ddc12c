import { accountVi } from './vi/account.ts'
import { agenciesVi } from './vi/agencies.ts'
import { awayVi } from './vi/away.ts'
import { broadcastVi } from './vi/broadcast.ts'
import { broadcastFilesVi } from './vi/broadcast-files.ts'
import { broadcastSentVi } from './vi/broadcast-sent.ts'
import { remindersVi } from './vi/reminders.ts'
import { periodDataVi } from './vi/period-data.ts'
import { periodsVi } from './vi/periods.ts'
import { milestonesVi } from './vi/milestones.ts'
import { scheduleVi } from './vi/schedule.ts'
import { weeklyVi } from './vi/weekly.ts'
import { calendarVi } from './vi/calendar.ts'
import { commonVi } from './vi/common.ts'
import { approvalVi } from './vi/approval.ts'
import { extensionVi } from './vi/extension.ts'
import { planSettingsVi } from './vi/plan-settings.ts'
import { returningVi } from './vi/returning.ts'
import { deliveryVi } from './vi/delivery.ts'
import { doerVi } from './vi/doer.ts'
import { errorsVi } from './vi/errors.ts'
import { escalationVi } from './vi/escalation.ts'
import { evidenceVi } from './vi/evidence.ts'
import { planChangesVi } from './vi/plan-changes.ts'
import { planDraftsVi } from './vi/plan-drafts.ts'
import { planFixesVi } from './vi/plan-fixes.ts'
import { planReportVi } from './vi/plan-report.ts'
import { plansVi } from './vi/plans.ts'
import { jobsVi } from './vi/jobs.ts'
import { joinVi } from './vi/join.ts'
import { inviteVi } from './vi/invite.ts'
import { helpVi } from './vi/help.ts'
import { handoverVi } from './vi/handover.ts'
import { restoredVi } from './vi/restored.ts'
import { rosterVi } from './vi/roster.ts'
import { transferVi } from './vi/transfer.ts'
import { historyVi } from './vi/history.ts'
import { whyVi } from './vi/why.ts'
import { searchVi } from './vi/search.ts'
import { snoozeVi } from './vi/snooze.ts'
import { statusVi } from './vi/status.ts'
import { answersVi } from './vi/answers.ts'
import { supportVi } from './vi/support.ts'
import { tasksVi } from './vi/tasks.ts'
import { unreachedVi } from './vi/unreached.ts'
import { urgingVi } from './vi/urging.ts'

/** Vietnamese comes first: its shape is the shape of every language. */
export const vi = {
  account: accountVi,
  agencies: agenciesVi,
  away: awayVi,
  broadcast: broadcastVi,
  broadcastFiles: broadcastFilesVi,
  broadcastSent: broadcastSentVi,
  approval: approvalVi,
  calendar: calendarVi,
  common: commonVi,
  delivery: deliveryVi,
  extension: extensionVi,
  restored: restoredVi,
  returning: returningVi,
  planSettings: planSettingsVi,
  reminders: remindersVi,
  milestones: milestonesVi,
  periodData: periodDataVi,
  periods: periodsVi,
  schedule: scheduleVi,
  weekly: weeklyVi,
  doer: doerVi,
  errors: errorsVi,
  escalation: escalationVi,
  evidence: evidenceVi,
  planChanges: planChangesVi,
  planDrafts: planDraftsVi,
  planFixes: planFixesVi,
  planReport: planReportVi,
  plans: plansVi,
  jobs: jobsVi,
  join: joinVi,
  invite: inviteVi,
  help: helpVi,
  handover: handoverVi,
  roster: rosterVi,
  transfer: transferVi,
  history: historyVi,
  search: searchVi,
  why: whyVi,
  snooze: snoozeVi,
  status: statusVi,
  answers: answersVi,
  support: supportVi,
  tasks: tasksVi,
  unreached: unreachedVi,
  urging: urgingVi,
}

export type Messages = typeof vi
