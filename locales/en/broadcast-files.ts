import { lines, rich } from '../rich-text.ts'
import type { BroadcastFilesMessages } from '../vi/broadcast-files.ts'
import { commonEn } from './common.ts'

const cannotCarry = {
  telegram: 'Telegram does not let bots fetch files larger than 20 MB.',
  zalo: 'Zalo does not pass files on to bots (photos can be sent as they are).',
  web: 'This file cannot be sent here.',
}

const file = ({ name, size }: { readonly name: string; readonly size: number }): string =>
  `${name} (${commonEn.fileSize(size)})`

export const broadcastFilesEn: BroadcastFilesMessages = {
  attach: 'Attach a file',
  drop: 'Drop the file',
  dropOne: (name) => `Drop ${name}`,
  enough: 'No more files',
  askFile: (most) => rich`Please send the file or photo to attach: at most ${most}, up to 50 MB each.`,
  askText: () => rich`Please type the announcement in one message.`,
  attached: ({ replaced, ...attached }) =>
    rich`✅ Attached ${file(attached)}${replaced ? ', instead of the one of the same name' : ''}.`,
  known: (name) => rich`The announcement has this file already: ${name}.`,
  captionUnused: () => rich`The caption of the file does not go into the announcement.`,
  uploadLink: ({ url, channel, until }) =>
    lines([
      `${cannotCarry[channel]} Upload the file of the announcement here (works once, until ${until.time} on ${commonEn.date(until.day)}):`,
      url,
      channel === 'zalo' && 'If you have just sent a link, please paste it as text.',
    ]),
  uploaded: (names) =>
    rich`✅ Received ${names.join(', ')} for the announcement. Please go back to the chat to finish, preview and send it.`,
  inMessage: ({ files, address }) =>
    lines([...files.map((attached) => `📎 ${file(attached)}`), `Download: ${address}`]),
}
