import { bold, code, lines, rich } from '../rich-text.ts'
import type { HelpMessages } from '../vi/help.ts'

/** Examples of commands that take words, by the command's first (Vietnamese) name. */
const examples: Readonly<Record<string, string>> = {
  viec: '/tasks late',
  nv: '/task 12',
  tinhhinh: '/status Sở Nội vụ',
  thongbao: '/broadcast Please report by 15 March',
  kybaocao: '/periods q1',
  moi: '/invite Sở Nội vụ',
  chuyen: '/transfer Phòng Y tế to Phòng Nội vụ',
  nguoi: '/people Phòng Nội vụ',
  giaoviec: '/assign 12',
  vangmat: '/away from 5/3 to 12/3',
  ten: '/name Official One',
  ngonngu: '/language vi',
}

const groups = { work: 'Tasks', steering: 'Steering', account: 'You' }

const languages = { vi: 'Tiếng Việt', en: 'English' }

export const helpEn: HelpMessages = {
  about: 'What you can do',
  title: ({ name }) => rich`${bold(name)}, you can do this:`,
  group: (group) => bold(groups[group]),
  line: (name, about, first) => {
    const example = examples[first]
    const what = rich`${code(`/${name}`)} – ${about}`
    return example === undefined ? what : rich`${what}, e.g. ${code(example)}`
  },
  nameOf: (names) => names[1] ?? names[0],
  answering: () =>
    lines([
      bold('Answering a reminder'),
      rich`Reply to the reminder itself: ${code('received')}, ${code('60%')}, ${code('done')}, ${code('obstacle: no budget yet')} or a link to the evidence.`,
      rich`Where you cannot reply to it, add the number of the task: ${code('nv12 done 80%')}.`,
    ]),
  planFiles: () => rich`To hand out tasks, send a plan (.docx, .xlsx, .pdf) here, look it over and confirm.`,

  aboutWeb: 'A link that opens this chat in a browser',
  signInLink: ({ name, url, minutes }) =>
    lines([
      rich`Open this link to chat in a browser as ${bold(name)}:`,
      url,
      `It works once, within ${minutes} minutes. Please do not pass it on.`,
    ]),

  aboutLanguage: 'Change the language: English, Tiếng Việt',
  askLanguage: () => rich`Choose a language:`,
  language: (locale) => languages[locale],
  languageSet: () => rich`✅ The bot speaks English from now on. Change back with ${code('/language vi')}.`,

  aboutCancel: 'Forget what the bot was asking',
  cancelled: () => rich`The bot is not waiting for an answer any more. What has been recorded stays as it is.`,
}
