import { bold, code, rich } from '../rich-text.ts'
import type { ErrorMessages } from '../vi/errors.ts'

export const errorsEn: ErrorMessages = {
  'unknown-command': ({ typed, nearest }) =>
    nearest === null
      ? rich`There is no command ${code(typed)}. Type ${code('/help')} to see what you can do.`
      : rich`There is no command ${code(typed)}. Did you mean ${code(nearest)}?`,
  'not-allowed': () => rich`You do not have the right to do this. Type ${code('/help')} to see what you can do.`,
  'not-joined': () =>
    rich`You have not joined yet. Send ${code('/start CODE')} with the code the coordinator gave you, for example ${code('/start K7M2-9QXD')}.`,
  'code-unknown': () => rich`This code is not right. Check every character or ask the coordinator for a new one.`,
  'code-used': () => rich`This code has been used. Each code works once; ask the coordinator for a new one.`,
  'code-expired': () => rich`This code has expired. Ask the coordinator for a new one.`,
  'code-too-many-tries': ({ minutes }) => rich`Too many wrong codes. Try again in ${minutes} minutes.`,
  'other-workspace': () => rich`This account belongs to another office in this system and cannot be used here.`,
  'account-taken': () => rich`This account belongs to somebody already, so it cannot be added to another one.`,
  'no-agency': () =>
    rich`You do not belong to an agency yet. Ask the coordinator for your agency's code and send ${code('/start CODE')}.`,
  'agency-unknown': ({ typed, nearest }) =>
    nearest.length === 0
      ? rich`No agency “${typed}” was found. Type its full name, for example: Sở Nội vụ.`
      : rich`No agency “${typed}” was found. The nearest: ${nearest.join('; ')}.`,
  'task-unknown': ({ typed }) =>
    rich`There is no task “${typed}” within your reach. Type ${code('/tasks')} for the list.`,
  'message-stale': () =>
    rich`That message is no longer about a task. Type ${code('/tasks')} and reply to the task you want to update.`,
  'button-stale': () => rich`This button no longer works. Type ${code('/tasks')} to see how things stand.`,
  'percent-out-of-range': ({ typed }) =>
    rich`${typed} is not a valid share: it must be between 0% and 100%, for example ${code('60%')}. Nothing was recorded.`,
  'not-understood': () =>
    rich`That was not understood, so nothing was recorded. You can reply: ${code('đã nhận')} (received), ${code('60%')}, ${code('xong')} (done), ${code('vướng: …')} (obstacle) or send a link as evidence.`,
  'which-task': ({ numbers }) =>
    rich`Which task do you mean? Add its number, for example ${code(`nv${numbers[0] ?? 12} xong`)}, or reply to that task's message.`,
  'task-closed': ({ number }) =>
    rich`${bold(`NV${number}`)} is closed, so nothing more can be recorded. Nothing has changed.`,
  'undo-too-late': () => rich`It is too late to undo (10 minutes) or there is a newer update. Please send a new one.`,
  'file-not-a-plan': ({ name }) =>
    rich`No task was found in “${name}”. Send a document that hands out tasks: a plan, a dispatch or its annex.`,
  'file-not-a-directory': ({ name }) =>
    rich`“${name}” is no directory of agencies: it has to be an .xlsx with a header (Tên, Loại, Trực thuộc, …), like examples/danh-muc-don-vi-mau.xlsx.`,
  'file-not-a-calendar': ({ name }) =>
    rich`The file “${name}” is no calendar: an .xlsx or .csv with the columns Ngày (date) and Loại (kind) is needed, like examples/lich-lam-viec-mau.csv. Nothing was written.`,
  'file-empty': ({ name }) => rich`“${name}” is empty. Please check it and send it again.`,
  'file-too-large': ({ name, limitMb }) =>
    rich`“${name}” is larger than ${limitMb} MB and was not taken. Send a smaller one.`,
  'file-unpacks-too-large': ({ name, limitMb }) =>
    rich`“${name}” is compressed and unpacks to more than ${limitMb} MB, so it was not opened. Take out pictures, save it and resend.`,
  'file-too-long': ({ name, limitRows }) =>
    rich`“${name}” is longer than ${limitRows.toLocaleString('en')} lines and was not taken. Keep only the part that hands out tasks, or split it.`,
  'file-too-many-pages': ({ name, limitPages }) =>
    rich`“${name}” is longer than ${limitPages} pages and was not taken. Keep only the part that hands out tasks, or split it.`,
  'file-unreadable': ({ name }) =>
    rich`“${name}” is not of a kind that can be read. Send .docx, .xlsx, .csv, .pdf, .html, .md, .txt or a picture (.png, .jpg).`,
  'file-broken': ({ name }) =>
    rich`“${name}” is damaged or was not uploaded completely. Open it on your computer, save it as a new file and resend.`,
  'file-protected': ({ name }) => rich`“${name}” is protected by a password. Remove the password, save it and resend.`,
  'file-old-format': ({ name, saveAs }) =>
    rich`“${name}” is in an old format that cannot be read. Open it, choose Save As ${saveAs} and send that.`,
  'file-no-text': ({ name }) =>
    rich`No text was found in the picture or scan “${name}”. Take or scan it again, sharp and straight, or send the original file.`,
  'file-too-slow': ({ name, minutes }) =>
    rich`Reading “${name}” took longer than ${minutes} minutes and was stopped. Nothing was recorded; split it into smaller files.`,
  'file-too-heavy': ({ name }) =>
    rich`Reading “${name}” needs more memory than is allowed and was stopped. Nothing was recorded; split it into smaller files.`,
  'file-reading-stopped': ({ name }) =>
    rich`Reading “${name}” was interrupted. Nothing was recorded; please send it again.`,
  'file-secret': ({ name }) =>
    rich`“${name}” is marked secret, so it was refused and not kept. Secret documents must not be sent through a messenger.`,
  'file-unavailable': ({ name }) => rich`“${name}” could not be fetched from the messenger. Please send it again.`,
  'file-executable': ({ name }) =>
    rich`The file “${name}” is of a kind that computers run, so it is not taken. Please send a document, a spreadsheet, a scan or a photo.`,
  'file-not-stored': ({ name }) =>
    rich`The storage did not take the file “${name}”, so nothing was recorded. Please send it again in a few minutes.`,
  'evidence-full': ({ number, limit }) =>
    rich`${bold(`NV${number}`)} has ${limit} pieces of evidence already and takes no more. Please withdraw old ones (${code(`/minhchung ${number}`)}) or put the files together.`,
  'evidence-not-kept': () =>
    rich`No file is waiting any more (it was saved, dropped, or is older than 24 hours). Please send it again if needed.`,
  'broadcast-files-full': ({ limit }) =>
    rich`An announcement takes at most ${limit} files. Please drop one below the preview, or put the files together.`,
  'unsupported-content': ({ canSendFiles }) =>
    canSendFiles
      ? rich`This kind of content cannot be used. Please write, or send a file.`
      : rich`Files and content of this kind cannot be taken here. Send a link, or use the web page (type ${code('/web')}).`,
  'nobody-to-reach': () =>
    rich`Nobody within this reach has joined, so nothing was sent. Type ${code('/invite')} to invite people.`,
  'text-missing': ({ example }) => rich`The words to look for are missing. For example: ${code(example)}`,
  'number-missing': ({ example }) =>
    rich`The number of the task is missing. For example: ${code(example)}. ${code('/tasks')} lists the tasks with their numbers.`,
  'private-only': () => rich`This can only be done in a private chat with the bot.`,
  internal: ({ reference }) =>
    rich`Something unexpected went wrong, so this was not done. Try again; if it fails again, tell the administrator ${code(reference)}.`,
}
