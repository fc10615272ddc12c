import { bold, code, lines, rich } from '../rich-text.ts'
import type { AccountMessages } from '../vi/account.ts'
import { commonEn } from './common.ts'

const channels = { telegram: 'Telegram', zalo: 'Zalo', web: 'web page' }

const listed = (names: readonly (keyof typeof channels)[]): string => names.map((name) => channels[name]).join(', ')
const period = (from: string, to: string): string => `${commonEn.date(from)} – ${commonEn.date(to)}`
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export const accountEn: AccountMessages = {
  aboutLink: 'Add a further channel to this account',
  linkCode: (of) =>
    lines([
      rich`The code that adds a channel to the account of ${bold(of.name)}:`,
      code(of.code),
      '',
      of.telegram !== null && rich`• Telegram: open ${of.telegram}`,
      of.zalo && rich`• Zalo: send ${code(`/start ${of.code}`)} to the bot`,
      rich`• Browser: open ${of.web}`,
      rich`• QR code to photograph: ${of.picture}`,
      '',
      `It works once, within ${of.minutes} minutes. Whoever has it comes in under your name: please do not pass it on.`,
    ]),
  linked: (of) =>
    lines([
      rich`✅ ${channels[of.channel]} now belongs to the account of ${bold(of.name)}, ${of.workspace}. You can be reached on: ${listed(of.channels)}.`,
      'Reminders and announcements go to where you wrote last.',
    ]),
  linkedElsewhere: (channel) =>
    rich`${channels[channel]} was just added to your account. If that was not you, please tell a coordinator at once.`,
  sameChannel: () => rich`This channel belongs to your account already. Send the code on the channel you want to add.`,

  aboutMe: 'Everything that is kept about you here',
  me: (of) =>
    lines([
      bold(of.name),
      of.workspace,
      ...of.roles.map(({ role, agency }) => (agency === null ? `• ${role}` : `• ${role}, ${agency}`)),
      of.roles.length === 0 && 'Not in any agency yet.',
      `Joined on ${commonEn.date(of.since)}.`,
      `Channels: ${listed(of.reachedBy)}.`,
      rich`Language: English (change it with ${code('/language vi')}).`,
      ...of.away.map(({ from, to, by }) => `Away ${period(from, to)}: ${by} stands in.`),
      ...of.standsIn.map(({ from, to, for: name }) => `Standing in for ${name}: ${period(from, to)}.`),
      `Also kept: ${counted(of.updates, 'update', 'updates')} and ${counted(of.evidence, 'piece', 'pieces')} of evidence that you sent, the messages between you and the bot, and the record of what was done (who, when, on which channel).`,
    ]),
  rename: 'Correct the name',
  addChannel: 'Add a channel',
  leaveHere: 'Leave Đôn Đốc',

  aboutName: 'Correct the name you are shown by',
  askName: (name) => rich`Your name here is ${bold(name)}. What should it be? Send the full name.`,
  nameSet: (name) => rich`✅ From now on you are called ${bold(name)}. What you recorded before shows this name too.`,
  nameWrong: (limit) =>
    rich`A name needs letters, on one line, and at most ${limit} characters. For example: ${code('/name Official One')}`,

  aboutLeave: 'Leave Đôn Đốc',
  askLeave: (of) =>
    lines([
      rich`Leaving the Đôn Đốc of ${bold(of.workspace)} means:`,
      `• you no longer see or answer tasks and get no more messages, on any of your channels (${listed(of.reachedBy)});`,
      of.own > 0 && `• ${counted(of.own, 'task', 'tasks')} of yours alone will be the whole agency's again;`,
      '• your name stays with what you recorded;',
      '• to come back you need a new invitation.',
      of.emptied.length > 0 && rich`⚠️ Nobody will be left in ${of.emptied.join('; ')}; the coordinators will be told.`,
    ]),
  leave: 'Leave',
  stay: 'Stay',
  stayed: () => rich`Nothing has changed.`,
  left: (workspace) => rich`You have left the Đôn Đốc of ${workspace}. Thank you.`,
  lastOne: (role) =>
    rich`You are the only ${commonEn.role(role)}, so you cannot leave yet. Invite another one with ${code(role === 'admin' ? '/invite admin' : '/invite coordinator')}, then send ${code('/leave')} again.`,
  agencyEmptied: ({ name, agency, open }) =>
    rich`⚠️ ${name} has left Đôn Đốc and nobody is left in ${bold(agency)}; it has ${counted(open, 'open task', 'open tasks')}.`,
  inviteInto: (agency) => `Invite: ${agency}`,
  tasksFreed: ({ name, agency, numbers, more }) =>
    rich`${name} has left ${agency ?? 'Đôn Đốc'}. Tasks that were theirs alone are the whole agency's again: ${numbers.map((number) => `NV${number}`).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  standInLeft: (name) =>
    rich`${name} has left Đôn Đốc and no longer stands in for you. Send ${code('/away')} to ask somebody else.`,
}
