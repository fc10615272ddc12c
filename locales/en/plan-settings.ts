import { bold, lines, rich } from '../rich-text.ts'
import type { PlanSettingsMessages } from '../vi/plan-settings.ts'

export const planSettingsEn: PlanSettingsMessages = {
  open: 'Approval and evidence',
  which: () => rich`Choose a plan to see and change how its work is accepted:`,
  none: () => rich`There is no plan yet.`,
  shown: ({ number, title, workflow, requiresEvidence }) =>
    lines([
      rich`${bold(number)} ${title}`,
      workflow === 'gon'
        ? rich`Approval: ${bold('plain')}, what is reported as done is done.`
        : rich`Approval: ${bold('strict')}, what is reported as done waits for the head.`,
      requiresEvidence
        ? rich`Evidence: ${bold('required')}, nothing is done without it.`
        : rich`Evidence: ${bold('not required')}.`,
      'What was handed in or done stays as it is.',
    ]),
  changed: () => rich`✅ Changed.`,
  toStrict: 'Make it strict',
  toPlain: 'Make it plain',
  requireEvidence: 'Require evidence',
  freeEvidence: 'Do not require evidence',
}
