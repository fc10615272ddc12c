import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { At, EvidenceLine, EvidenceMessages } from '../vi/evidence.ts'
import { which } from './answers.ts'
import { commonEn } from './common.ts'

const size = commonEn.fileSize

const at = ({ day, time }: At): string => `${time} ${commonEn.date(day)}`

const line = ({ position, words, file, giver, at: moment, url }: EvidenceLine): Rich =>
  lines([
    rich`${position}. ${words}${file === null ? '' : `, version ${file.version}, ${size(file.size)}`}`,
    `${giver}, ${at(moment)}`,
    url ?? false,
  ])

const cannotCarry = {
  telegram: 'Telegram does not let bots fetch files larger than 20 MB.',
  zalo: 'Zalo does not pass files on to bots.',
  web: 'This file cannot be sent here.',
}

export const evidenceEn: EvidenceMessages = {
  about: 'Evidence of one task',
  example: '/evidence 12',
  file: ({ name, size: bytes, version }) => `${name} (${size(bytes)}${version > 1 ? `, version ${version}` : ''})`,
  known: (item, there) =>
    rich`${which(item)} has this file already: ${there.name}, sent by ${there.giver} ${at(there.at)}. Nothing was added.`,

  whichTask: ({ names, offered }) =>
    rich`${names.length === 1 ? '1 file is' : `${names.length} files are`} kept (${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}). Which task ${names.length > 1 ? 'do they' : 'does it'} prove? ${offered === 0 ? 'Type' : 'Choose, or type'} the number of the task, for example ${code('nv12')}.`,
  task: ({ number, title }) => `NV${number} ${title}`,
  taskOf: ({ number, agency }) => `NV${number} ${agency}`,
  captionUnread: () =>
    rich`The words that came with the forwarded file are somebody else’s and were not recorded as an answer.`,
  drop: 'Drop the file',
  dropped: (count) => rich`${count === 1 ? '1 file was' : `${count} files were`} dropped; nothing was saved.`,
  keptEnough: (limit) =>
    rich`${limit} files are waiting for their task, so no more are taken. Please choose the task above, then go on.`,

  uploadLink: (item, { url, channel }) =>
    lines([
      rich`${cannotCarry[channel]} Upload it for ${which(item)} here (once, within 24 hours, up to 50 MB):`,
      url,
      channel === 'zalo' && 'If what you sent was a link, please paste it as text.',
    ]),
  linkForWhich: ({ channel, offered }) =>
    offered === 0
      ? rich`${cannotCarry[channel]} No task of the agency is open; open one by ${code('/nv 12')} and answer there first.`
      : rich`${cannotCarry[channel]} Which task does the file prove? Choose it to get an address for the upload.`,

  onCard: (count) => `Evidence (${count})`,
  list: (of) =>
    lines([
      bold(`Evidence of NV${of.number} (${of.total})`),
      `${of.title} · ${of.agency}`,
      ...of.items.map(line),
      of.items.length === 0 && 'There is none yet.',
      of.withdrawn.length > 0 &&
        `Withdrawn: ${of.withdrawn.map(({ words, day }) => `${words} (${commonEn.date(day)})`).join('; ')}`,
    ]),
  withdraw: 'Withdraw evidence',
  withdrawOne: 'Withdraw',
  chooseToWithdraw: (item) => rich`Which evidence of ${which(item)} is to be withdrawn?`,
  item: ({ position, words }) => `${position}. ${words}`,
  askWithdraw: (item, words) =>
    rich`Withdraw “${words}” from the evidence of ${which(item)}? The record keeps it as withdrawn.`,
  withdrawn: (item, words) =>
    rich`↩️ The evidence ${words} of ${which(item)} was withdrawn. The record keeps it as withdrawn.`,
  withdrawnBefore: (words) => rich`The evidence ${words} was withdrawn before.`,
  toldWithdrawn: (item, { words, by }) =>
    rich`↩️ ${by} withdrew the evidence ${words} that you gave for ${which(item)}.`,
  noSuchItem: ({ typed, total }) =>
    rich`There is no evidence number ${typed}: there are ${total}. Nothing was withdrawn.`,
}
