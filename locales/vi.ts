import { broadcastVi } from './vi/broadcast.ts'
import { remindersVi } from './vi/reminders.ts'
import { weeklyVi } from './vi/weekly.ts'
import { commonVi } from './vi/common.ts'
import { errorsVi } from './vi/errors.ts'
import { plansVi } from './vi/plans.ts'
import { joinVi } from './vi/join.ts'
import { inviteVi } from './vi/invite.ts'
import { helpVi } from './vi/help.ts'
import { statusVi } from './vi/status.ts'
import { answersVi } from './vi/answers.ts'
import { tasksVi } from './vi/tasks.ts'

/** Vietnamese comes first: its shape is the shape of every language. */
export const vi = {
  broadcast: broadcastVi,
  common: commonVi,
  reminders: remindersVi,
  weekly: weeklyVi,
  errors: errorsVi,
  plans: plansVi,
  join: joinVi,
  invite: inviteVi,
  help: helpVi,
  status: statusVi,
  answers: answersVi,
  tasks: tasksVi,
}

export type Messages = typeof vi
