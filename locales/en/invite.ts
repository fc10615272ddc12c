import { bold, code, lines, rich } from '../rich-text.ts'
import type { InviteMessages } from '../vi/invite.ts'

export const inviteEn: InviteMessages = {
  about: 'Make an invitation code for an agency',
  askAgency: () =>
    lines([
      rich`Whose people do you want to invite? Write the agency's name, for example: ${code('Sở Nội vụ')}.`,
      rich`For leaders write ${code('leader')}, for coordinators ${code('coordinator')}.`,
    ]),
  unreached: (names, more) =>
    lines([
      bold('These have tasks and nobody who has joined (answer with a number to invite):'),
      ...names.map((name, index) => `${index + 1}. ${name}`),
      more > 0 && `and ${more} more.`,
    ]),
  askRole: ({ agency }) => rich`In which role do you want to invite somebody of ${bold(agency)}?`,
  didYouMean: ({ typed }) => rich`There is no agency “${typed}”. Did you mean:`,
  ready: ({ code: secret, role, agency, workspace, until, telegram, zalo, web, picture }) =>
    lines([
      rich`Invitation to Đôn Đốc of ${workspace}, role ${bold(role)}${agency === null ? '' : rich`, ${bold(agency)}`}:`,
      code(secret),
      '',
      telegram !== null && rich`• Telegram: open ${telegram}`,
      zalo && rich`• Zalo: send ${code(`/start ${secret}`)} to the bot`,
      rich`• Browser: open ${web}`,
      rich`• QR code to print or photograph: ${picture}`,
      '',
      `It works once, for one person, before ${until}.`,
    ]),
  another: 'One more code',
  moment: (time, day) => `${time} on ${day}`,
}
