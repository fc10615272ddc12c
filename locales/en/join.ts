import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { JoinMessages } from '../vi/join.ts'

const answers = rich`${code('received')} · ${code('60%')} · ${code('done')} · ${code('obstacle: …')} · a link to the evidence`

const reminded = lines([
  'The bot sends your tasks and reminds you before they are due. When it does, answer that message:',
  answers,
])

const importing = (canSendFiles: boolean): Rich =>
  canSendFiles
    ? rich`Send a plan (.docx, .xlsx or .txt) here to hand out its tasks; ${code('/invite')} brings in people of the agencies; ${code('/status')} shows where things stand.`
    : rich`Type ${code('/web')} to open the web page and send a plan there; ${code('/invite')} brings in people of the agencies; ${code('/status')} shows where things stand.`

const guidance = {
  official: (): Rich =>
    lines([reminded, rich`${code('/tasks')} lists the tasks of your agency; ${code('/help')} shows what you can do.`]),
  head: (): Rich =>
    lines([
      reminded,
      rich`${code('/status')} shows where your agency and those below it stand; ${code('/tasks')} lists each task.`,
    ]),
  coordinator: importing,
  leader: (): Rich =>
    rich`${code('/status')} shows where the whole plan stands; ${code('/help')} shows what you can do.`,
  admin: (): Rich => rich`${code('/invite')} brings in people; ${code('/help')} shows what you can do.`,
}

export const joinEn: JoinMessages = {
  noName: 'Name not known',
  welcome: ({ name, workspace }) => rich`Welcome, ${bold(name)}. You have joined Đôn Đốc of ${bold(workspace)}.`,
  yourRole: ({ role, agency }) =>
    agency === null ? rich`Your role: ${bold(role)}.` : rich`Your role: ${bold(role)}, ${bold(agency)}.`,
  guidance: (role, canSendFiles) => guidance[role](canSendFiles),
  added: ({ role, agency }) =>
    agency === null
      ? rich`✅ You now also have the role ${bold(role)}.`
      : rich`✅ You now also have the role ${bold(role)} of ${bold(agency)}.`,
  alreadyIn: ({ role, agency }) =>
    agency === null
      ? rich`You have the role ${bold(role)} already, so nothing has changed. Type ${code('/help')} to see what you can do.`
      : rich`You are ${bold(role)} of ${bold(agency)} already, so nothing has changed. Type ${code('/tasks')} to see the tasks.`,
  openWork: ({ agency, total }) => rich`Open tasks of ${bold(agency)}: ${bold(total)}`,
  noOpenWork: ({ agency }) =>
    rich`${bold(agency)} has no tasks at present. When it gets one, the bot will tell you right here.`,
  greeting: ({ name }) => rich`Hello, ${bold(name)}.`,
  aboutStart: 'Join with an invitation code',
}
