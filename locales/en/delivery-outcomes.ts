import type { OutcomeMessages } from '../vi/delivery-outcomes.ts'

const channels = { telegram: 'Telegram', zalo: 'Zalo', web: 'the web page' }
const kinds = {
  ...{ reply: 'answer', assignment: 'news of a task', reminder: 'reminder', broadcast: 'announcement' },
  ...{ summary: 'weekly summary', notice: 'notice' },
}
const states = {
  ...{ sent: 'Sent', waiting: 'Waiting', held: 'Waiting for the quota' },
  ...{ unknown: 'Uncertain', failed: 'Not delivered', moved: 'Moved to another channel' },
}
const blocked = { blocked: 'blocked the bot', gone: 'account is gone', refused: 'channel refuses every message' }

const failures: Readonly<Record<string, string>> = {
  'telegram-403': 'blocked the bot',
  'telegram-403-deactivated': 'account is gone',
  'telegram-429': 'channel asked to wait',
  'zalo-403': 'the channel’s service is out of order (zalo-403)',
  'zalo-429': 'channel says the quota is used up',
  'sender-died': 'program stopped half-way',
  'channel-not-running': 'channel is not running',
  quota: 'waits for the month’s quota',
  restored: 'was waiting when the backup was taken, not sent after restoring',
  overtaken: 'out of date before it could leave; what still matters is said anew',
}

export const numberEn = (value: number): string => value.toLocaleString('en')

const failureWords = (failure: string): string => {
  const known = failures[failure]
  if (known !== undefined) return known
  if (/^(?:telegram|zalo)-5\d\d$/.test(failure)) return `the channel’s service is out of order (${failure})`
  return /^(?:telegram|zalo)-\d/.test(failure) ? `refused by the channel (${failure})` : `no connection (${failure})`
}

export const outcomesEn: OutcomeMessages = {
  channel: (channel) => channels[channel],
  kind: (kind) => kinds[kind],
  state: (state) => states[state],
  failure: failureWords,
  blocked: (reason) => blocked[reason],
  became: ({ state, failure, movedTo }) => {
    if (movedTo !== null) return `${failure === null ? '' : `${failureWords(failure)}; `}moved to ${channels[movedTo]}`
    const word = states[state].toLowerCase()
    return failure === null || state === 'sent' ? word : `${word}: ${failureWords(failure)}`
  },
  task: (kind, task) => (task === null ? kinds[kind] : `${kinds[kind]} NV${task}`),
  countsInWords: (counts) =>
    (['sent', 'waiting', 'held', 'unknown', 'failed', 'moved'] as const)
      .filter((state) => counts[state] > 0)
      .map((state) => `${states[state].toLowerCase()} ${numberEn(counts[state])}`)
      .join(', '),
  instead: (other) => (other === null ? 'no other channel' : `messages go to ${channels[other]}`),
}
