import { bold, code, lines, rich } from '../rich-text.ts'
import type { ApprovalMessages } from '../vi/approval.ts'
import { which } from './answers.ts'
import { commonEn } from './common.ts'
import { subjectEn } from './subject.ts'

export const approvalEn: ApprovalMessages = {
  about: 'What waits for approval or a decision',
  approve: 'Approve',
  reject: 'Return',
  reopen: 'Reopen',
  skip: 'Skip',
  open: 'Open the task',

  submitted: ({ subject, by, on, note, evidence, moreEvidence }) =>
    lines([
      subjectEn('📝 Waits for approval', subject),
      rich`Handed in by ${by} on ${commonEn.date(on)}${note === '' ? '.' : `: “${note}”`}`,
      evidence.length === 0 && 'No evidence yet.',
      evidence.length > 0 && bold('Evidence'),
      ...evidence.map((item) => `• ${item}`),
      moreEvidence > 0 && `… and ${moreEvidence} more`,
    ]),
  told: (people) =>
    people === 0
      ? rich`Nobody has joined who could approve it; please tell the coordinator.`
      : rich`${people} ${people === 1 ? 'person was' : 'people were'} asked to approve it.`,
  approved: (item, absent) =>
    rich`✅ Approved ${which(item)}${absent === null ? '' : ` for ${absent}`}: done. Whoever handed it in was told.`,
  rejected: (item, reason, absent) =>
    rich`↩️ Returned ${which(item)}${absent === null ? '' : ` for ${absent}`}: “${reason}”. It is in progress again; whoever handed it in was told.`,
  notWaiting: (item, state) =>
    state === 'done'
      ? rich`${which(item)} was approved before. Nothing was added.`
      : rich`${which(item)} is now ${commonEn.state(state)}, nothing waits for approval. Nothing was added.`,
  handedInAnew: (item) => rich`${which(item)} was handed in again since. The latest:`,
  own: (item) =>
    rich`You handed in ${which(item)} yourself, so somebody else has to approve it: another head of the agency, one of the agency above, or the coordinator.`,
  ownOfAbsent: (item, name) =>
    rich`${name}, for whom you stand in, handed in ${which(item)}, so somebody else has to approve it: another head of the agency, one of the agency above, or the coordinator.`,
  askedInstead: (name) => rich`Sent to you because you stand in for ${name}.`,
  instead: (name, absent) => `${name} (for ${absent})`,
  askWhich: (item) => rich`Do you approve ${which(item)} or return it? Nothing was recorded.`,
  askReason: (item) =>
    rich`↩️ Why is ${which(item)} returned? Please write a sentence, for example: ${code('appendix 2 is missing')}`,
  approvedTold: (subject, by) => lines([subjectEn('✅ Approved, done', subject), rich`Approved by ${by}.`]),
  rejectedTold: (subject, by, reason) =>
    lines([
      subjectEn('↩️ Not approved', subject),
      rich`Returned by ${by}: “${reason}”`,
      'It is in progress again; please report when it is done.',
    ]),

  wordsNeeded: (typed) =>
    rich`“${typed}” is no sentence, so nothing was recorded. Please write why in words, or type ${code('cancel')} to drop it.`,
  askReopenReason: (item) =>
    rich`Why is ${which(item)} reopened? Please write a sentence, for example: ${code('the figures are wrong')}`,
  reopened: (item, percent) =>
    rich`🔓 Reopened ${which(item)}: in progress${percent === 0 ? '' : `, ${percent}%`}. The agency was told.`,
  notDone: (item, state) => rich`${which(item)} is now ${commonEn.state(state)}, there is nothing to reopen.`,
  reopenedTold: (subject, by, reason) =>
    lines([subjectEn('🔓 Reopened', subject), rich`${by}: “${reason}”`, 'It is in progress again.']),

  queue: (at, of) => bold(`Waiting for a decision: ${at}/${of}`),
  queueEmpty: () => rich`✅ Nothing waits for a decision.`,
  queueSkipped: (left) => rich`That was the last; ${left} still wait. Type ${code('/approve')} to begin again.`,
  itemGone: () => rich`This no longer waits: it was decided, or taken back.`,

  needsEvidence: (item) =>
    rich`The plan of ${which(item)} requires evidence, so it is not recorded as done yet. Send a link, a document number or a file, then press Done.`,
  evidenceThere: () => rich`There is evidence now; press Done when it is done.`,
}
