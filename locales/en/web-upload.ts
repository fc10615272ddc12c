import type { WebUploadMessages } from '../vi/web-upload.ts'

export const webUploadEn: WebUploadMessages = {
  title: 'Bring evidence',
  titleOfBroadcast: 'Attach files to the announcement',
  leadOfBroadcast: (excerpt) =>
    excerpt === '' ? 'At most 3 files or photos.' : `Announcement “${excerpt}”: at most 3 files or photos.`,
  due: (day) => `Due ${day.split('-').reverse().join('/')}`,
  files: 'Files, photos',
  filesHint: 'Choose one or several, up to 50 MB together. No classified documents.',
  caption: 'A note (if any)',
  captionHint: 'For example: done; 60%; minutes of 5/3',
  send: 'Send',
  hint: 'This address works once, within 24 hours.',
  sending: 'Uploading {n}%',
  saving: 'Saving…',
  lost: 'The connection was lost, nothing was sent. Please press Send again.',
  done: 'Received',
  close: 'The bot has said so in the chat as well. You can close this page.',
}
