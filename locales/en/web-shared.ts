import type { WebSharedMessages } from '../vi/web-shared.ts'
import { commonEn } from './common.ts'

export const webSharedEn: WebSharedMessages = {
  title: 'Files of an announcement',
  lead: ({ excerpt, workspace }) => `Announcement “${excerpt}” by ${workspace}`,
  author: (name) => `From: ${name}`,
  size: commonEn.fileSize,
  download: 'Download',
  hint: 'If the messenger cannot download, open this page in the browser of your phone. This address is yours alone: please do not pass it on.',
}
