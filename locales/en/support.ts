import { bold, code, lines, rich } from '../rich-text.ts'
import type { SupportMessages } from '../vi/support.ts'

export const supportEn: SupportMessages = {
  words: ['phoi hop', 'viec phoi hop', 'support', 'supporting'],
  list: (of) =>
    lines([
      rich`${bold(`Tasks you support: ${of.total}`)} (${of.agencies.join('; ')})`,
      ...of.lines,
      of.total > of.lines.length && `${of.from} to ${of.from + of.lines.length - 1} of ${of.total} tasks.`,
    ]),
  none: () => rich`Your agency supports no open task. Those it leads: ${code('/tasks')}`,
  onlyToSee: (agency) => rich`Your agency supports this; ${agency} leads it and says where it stands.`,
  contribute: 'Contribute',
  ask: (number) =>
    rich`What do you contribute to ${bold(`NV${number}`)}? A note or a link, for example: ${code('figures of the first quarter sent, https://…')}`,
  sent: (number, agency, told) =>
    told === 0
      ? rich`✅ Recorded for ${bold(`NV${number}`)}. Nobody of ${agency} could be told yet.`
      : rich`✅ Passed on to ${bold(`NV${number}`)}. ${told} ${told === 1 ? 'person' : 'people'} of ${agency} were told.`,
  received: (of) =>
    lines([
      rich`🤝 ${bold(of.agencies.join('; '))} contributed to ${bold(`NV${of.task.number}`)} ${of.task.title}`,
      rich`${of.name}: “${of.note}”`,
    ]),
  open: 'Open',
}
