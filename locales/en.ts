import { accountEn } from './en/account.ts'
import { agenciesEn } from './en/agencies.ts'
import { awayEn } from './en/away.ts'
import { broadcastEn } from './en/broadcast.ts'
import { broadcastFilesEn } from './en/broadcast-files.ts'
import { broadcastSentEn } from './en/broadcast-sent.ts'
import { remindersEn } from './en/reminders.ts'
import { periodDataEn } from './en/period-data.ts'
import { periodsEn } from './en/periods.ts'
import { milestonesEn } from './en/milestones.ts'
import { scheduleEn } from './en/schedule.ts'
import { weeklyEn } from './en/weekly.ts'
import { calendarEn } from './en/calendar.ts'
import { commonEn } from './en/common.ts'
import { approvalEn } from './en/approval.ts'
import { extensionEn } from './en/extension.ts'
import { planSettingsEn } from './en/plan-settings.ts'
import { returningEn } from './en/returning.ts'
import { deliveryEn } from './en/delivery.ts'
import { doerEn } from './en/doer.ts'
import { errorsEn } from './en/errors.ts'
import { escalationEn } from './en/escalation.ts'
import { evidenceEn } from './en/evidence.ts'
import { planChangesEn } from './en/plan-changes.ts'
import { planDraftsEn } from './en/plan-drafts.ts'
import { planFixesEn } from './en/plan-fixes.ts'
import { planReportEn } from './en/plan-report.ts'
import { plansEn } from './en/plans.ts'
import { jobsEn } from './en/jobs.ts'
import { joinEn } from './en/join.ts'
import { inviteEn } from './en/invite.ts'
import { helpEn } from './en/help.ts'
import { handoverEn } from './en/handover.ts'
import { restoredEn } from './en/restored.ts'
import { rosterEn } from './en/roster.ts'
import { transferEn } from './en/transfer.ts'
import { historyEn } from './en/history.ts'
import { whyEn } from './en/why.ts'
import { searchEn } from './en/search.ts'
import { snoozeEn } from './en/snooze.ts'
import { statusEn } from './en/status.ts'
import { answersEn } from './en/answers.ts'
import { supportEn } from './en/support.ts'
import { tasksEn } from './en/tasks.ts'
import { unreachedEn } from './en/unreached.ts'
import { urgingEn } from './en/urging.ts'
import type { Messages } from './vi.ts'

export const en: Messages = {
  account: accountEn,
  agencies: agenciesEn,
  away: awayEn,
  broadcast: broadcastEn,
  broadcastFiles: broadcastFilesEn,
  broadcastSent: broadcastSentEn,
  approval: approvalEn,
  calendar: calendarEn,
  common: commonEn,
  delivery: deliveryEn,
  extension: extensionEn,
  restored: restoredEn,
  returning: returningEn,
  planSettings: planSettingsEn,
  reminders: remindersEn,
  milestones: milestonesEn,
  periodData: periodDataEn,
  periods: periodsEn,
  schedule: scheduleEn,
  weekly: weeklyEn,
  doer: doerEn,
  errors: errorsEn,
  escalation: escalationEn,
  evidence: evidenceEn,
  planChanges: planChangesEn,
  planDrafts: planDraftsEn,
  planFixes: planFixesEn,
  planReport: planReportEn,
  plans: plansEn,
  jobs: jobsEn,
  join: joinEn,
  invite: inviteEn,
  help: helpEn,
  handover: handoverEn,
  roster: rosterEn,
  transfer: transferEn,
  history: historyEn,
  search: searchEn,
  why: whyEn,
  snooze: snoozeEn,
  status: statusEn,
  answers: answersEn,
  support: supportEn,
  tasks: tasksEn,
  unreached: unreachedEn,
  urging: urgingEn,
}
