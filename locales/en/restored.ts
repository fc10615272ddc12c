import { lines } from '../rich-text.ts'
import type { RestoredMessages } from '../vi/restored.ts'
import { commonEn } from './common.ts'
import { periodNameEn } from './periods.ts'

const kinds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  reply: ['reply', 'replies'],
  assignment: ['message about a task', 'messages about tasks'],
  reminder: ['reminder', 'reminders'],
  broadcast: ['announcement', 'announcements'],
  summary: ['weekly summary', 'weekly summaries'],
  notice: ['notice of the program', 'notices of the program'],
}

const counted = (kind: string, count: number): string => `${count} ${kinds[kind]?.[count === 1 ? 0 : 1] ?? kind}`

export const restoredEn: RestoredMessages = {
  told: ({ takenAt, unsent, undone, periods }) => {
    const total = unsent.reduce((sum, { count }) => sum + count, 0)
    return lines([
      `⚠️ The data were restored from a backup taken at ${takenAt.time} on ${commonEn.date(takenAt.day)}. What was recorded after that is gone; please check and enter it again.`,
      total === 0
        ? 'No message was waiting to be sent when it was taken.'
        : `${total} ${total === 1 ? 'message that was' : 'messages that were'} waiting then will not be sent: ${unsent.map(({ kind, count }) => counted(kind, count)).join(', ')}.`,
      unsent.some(({ kind }) => kind === 'reminder') &&
        'Reminders are said anew in the next digest, one message a person.',
      undone > 0 &&
        `${undone} ${undone === 1 ? 'message' : 'messages'} received and not yet handled then will not be handled; whoever still needs it sends it again.`,
      periods.length > 0 &&
        `⚠️ Not frozen, because the cut-off lies in the time that was lost: ${periods.map(periodNameEn).join(', ')}. Once everything is entered again, open the period and press “All entered again”.`,
      'All sessions, invitation codes and links are void.',
    ])
  },
}
