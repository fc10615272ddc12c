import { bold, code, lines, rich } from '../rich-text.ts'
import type { RosterMessages } from '../vi/roster.ts'
import { commonEn } from './common.ts'

type Rostered = Parameters<RosterMessages['list']>[0]['people'][number]

const rolesOf = ({ memberships }: Rostered): readonly string[] =>
  memberships.map(({ role, agency }) => (agency === null ? commonEn.role(role) : `${commonEn.role(role)}, ${agency}`))
const freedTasks = (count: number): string =>
  count > 0 ? ` ${count} ${count === 1 ? 'task is' : 'tasks are'} the whole agency's again.` : ''

export const rosterEn: RosterMessages = {
  about: 'Who takes part; end somebody’s part',
  list: (of) =>
    of.total === 0
      ? rich`Nobody has joined yet${of.agency === null ? '' : `: ${of.agency}`}. Invite somebody with ${code('/invite')}.`
      : lines([
          bold(of.agency === null ? `People (${of.total})` : `People of ${of.agency} (${of.total})`),
          ...of.people.map((person) => `• ${person.name}: ${rolesOf(person).join('; ') || 'in no agency'}`),
          of.total > of.people.length &&
            `${of.from} to ${of.from + of.people.length - 1} of ${of.total}. To find: /people Phòng Nội vụ`,
        ]),
  several: (typed) => rich`Several people are called “${typed}”. Which one?`,
  unknown: (typed, near) =>
    near === 0
      ? rich`No agency and nobody is called “${typed}”.`
      : rich`No agency and nobody is called “${typed}”. Did you mean:`,
  card: (of) =>
    lines([
      bold(of.name),
      ...rolesOf(of).map((role) => `• ${role}`),
      of.memberships.length === 0 && 'In no agency.',
      `Open tasks of their own: ${of.held}`,
    ]),
  endIn: (agency) => `End in ${agency}`,
  remove: 'Remove from Đôn Đốc',
  handOn: 'Move their own tasks',
  lastOne: (name, role) =>
    rich`${bold(name)} is the only ${commonEn.role(role)}, so they cannot leave yet. Invite another one with ${code(role === 'admin' ? '/invite admin' : '/invite coordinator')} first.`,
  askToEnd: (of) =>
    lines([
      of.agency === null
        ? rich`Removing ${bold(of.name)} from Đôn Đốc means:`
        : rich`Ending the part of ${bold(of.name)} in ${bold(of.agency)} means:`,
      of.agency === null
        ? '• they no longer see or answer tasks and get no more messages, on any channel;'
        : `• they no longer see, answer or are reminded of tasks of ${of.agency}; other roles stay;`,
      of.own > 0 &&
        `• ${of.own === 1 ? '1 task' : `${of.own} tasks`} of theirs alone will be the whole agency's again;`,
      '• the name stays with what they recorded;',
      '• to come back they need a new invitation.',
      of.emptied.length > 0 && rich`⚠️ Nobody will be left in ${of.emptied.join('; ')}.`,
    ]),
  confirmRemove: 'Remove',
  confirmEnd: 'End it',
  removed: (name, freed) => rich`✅ ${bold(name)} is no longer in Đôn Đốc.${freedTasks(freed)}`,
  ended: (name, agency, freed) => rich`✅ ${bold(name)} no longer belongs to ${agency}.${freedTasks(freed)}`,
  toEnded: (agency) => rich`You no longer belong to ${bold(agency)} in Đôn Đốc. Send ${code('/me')} to see.`,
}
