import { bold, italic, lines, rich } from '../rich-text.ts'
import type { Clock } from '../vi/broadcast-sent.ts'
import type { DeliveryMessages, DeliverySummary } from '../vi/delivery.ts'
import { commonEn } from './common.ts'
import { numberEn, outcomesEn } from './delivery-outcomes.ts'

const at = ({ day, time }: Clock): string => `${time} on ${commonEn.date(day)}`
const month = (name: string): string => name.split('-').reverse().join('/')

const waitingWords = ['', '', 'reminders and news of tasks', 'announcements', 'weekly summaries']

const waiting = (ranks: readonly number[]): string => {
  if (ranks.includes(1)) return 'It is used up: everything waits.'
  const words = ranks.toReversed().map((rank) => waitingWords[rank] ?? '')
  const text = words.join(', ')
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)} wait.`
}

/** What there is nothing of is left out. */
const counted = (seen: DeliverySummary): readonly (string | false)[] => [
  seen.counts.waiting > 0 &&
    `⏳ Waiting: ${numberEn(seen.counts.waiting)}${seen.oldest === null ? '' : `, the oldest since ${at(seen.oldest)}`}`,
  seen.counts.held > 0 && `⏸ Waiting for the quota of Zalo: ${numberEn(seen.counts.held)}`,
  seen.counts.unknown > 0 && `❓ Uncertain whether it arrived: ${numberEn(seen.counts.unknown)}`,
  seen.counts.failed > 0 && `⚠️ Not delivered: ${numberEn(seen.counts.failed)}`,
  seen.counts.moved > 0 && `↪️ Moved to another channel: ${numberEn(seen.counts.moved)}`,
]

export const deliveryEn: DeliveryMessages = {
  ...outcomesEn,
  about: 'What was sent, what waits, what failed',
  title: 'Delivery',
  back: 'Back to the chat',
  toSummary: 'Back to the figures',
  refresh: 'Refresh',
  byChannel: 'By channel',
  byDay: 'By day',
  number: numberEn,
  columns: { at: 'When', who: 'To', channel: 'Channel', what: 'Message', state: 'Outcome', day: 'Day' },
  period: ({ from, to }) => `the last 7 days (${commonEn.date(from)} – ${commonEn.date(to)})`,
  oldest: (clock) => `the oldest since ${at(clock)}`,
  showing: ({ from, to, total }) => `${numberEn(from)}–${numberEn(to)} of ${numberEn(total)}`,
  nothing: 'There are none.',
  previous: 'Previous',
  next: 'Next',
  unreachable: 'People who cannot be reached',
  nobodyUnreachable: 'Everybody can be reached.',

  summary: (seen) =>
    lines([
      rich`${bold('Delivery')}, ${deliveryEn.period(seen)}`,
      `✅ Sent: ${numberEn(seen.counts.sent)}`,
      ...counted(seen),
      seen.quota !== null && deliveryEn.quota(seen.quota),
      seen.unreachable > 0 && `People who cannot be reached: ${numberEn(seen.unreachable)}`,
    ]),
  quota: (quota) =>
    `Zalo bot in ${month(quota.month)}: ${numberEn(quota.used)}/${numberEn(quota.monthly)} messages (${commonEn.percent(quota.used / quota.monthly)}), of this office ${numberEn(quota.ours)}. ${waiting(quota.waiting)}`.trim(),
  onWeb: (url) => `Also on the web page: ${url}`,
  button: {
    ...{ sent: 'Sent', waiting: 'Waiting', held: 'For the quota' },
    ...{ unknown: 'Uncertain', failed: 'Not delivered', moved: 'Moved' },
  },
  unreachableButton: 'Cannot be reached',
  counted: (label, count) => `${label} (${numberEn(count)})`,

  list: ({ heading, total, from, items }) =>
    lines([
      rich`${bold(heading)}: ${numberEn(total)} (${from}–${from + items.length - 1})`,
      ...items.map(
        (item) =>
          `• ${item.at.time} ${commonEn.date(item.at.day)} · ${[...item.about, deliveryEn.became(item)].join(' · ')}`,
      ),
    ]),
  emptyList: (heading) => rich`${bold(heading)}: none.`,
  heading: ({ state, channel, day }) =>
    [
      state === null ? 'All messages' : outcomesEn.state(state),
      channel !== null && outcomesEn.channel(channel),
      day === null ? 'last 7 days' : `on ${commonEn.date(day)}`,
    ]
      .filter((part) => part !== false)
      .join(', '),
  groups: ({ by, items }) =>
    lines([
      rich`${bold(by === 'channel' ? 'Delivery by channel' : 'Delivery by day')}, last 7 days`,
      ...items.map(({ name, counts }) => `• ${name}: ${deliveryEn.countsInWords(counts)}`),
    ]),
  day: (day) => commonEn.date(day),
  noDay: 'not sent yet',

  unreachableList: ({ total, from, items }) =>
    lines([
      rich`${bold('People who cannot be reached')}: ${numberEn(total)} (${from}–${from + items.length - 1})`,
      ...items.map(
        ({ who, channel, reason, since, other }) =>
          `• ${who}: ${outcomesEn.channel(channel)}, ${outcomesEn.blocked(reason)}, since ${at(since)}; ${deliveryEn.instead(other)}`,
      ),
    ]),
  since: at,
  quotaWarning: ({ used, monthly, month: name, level }) =>
    lines([
      rich`⚠️ ${bold(`The Zalo bot has sent ${numberEn(used)}/${numberEn(monthly)} messages of ${month(name)}`)} (${commonEn.percent(used / monthly)}). ${
        level === 80
          ? 'From here on weekly summaries have to wait on Zalo.'
          : 'From here on only answers and reminders of what is late or due today go out.'
      }`,
      italic('People can add another channel with /link, or the quota can be raised.'),
    ]),
}
