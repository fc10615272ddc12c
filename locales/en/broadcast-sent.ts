import { bold, italic, lines, rich } from '../rich-text.ts'
import type { BroadcastSentMessages, Clock, SilentList, Summary } from '../vi/broadcast-sent.ts'
import { commonEn } from './common.ts'

const at = ({ day, time }: Clock): string => `${time} on ${commonEn.date(day)}`
const people = (number: number): string => `${number} ${number === 1 ? 'person' : 'people'}`

/** What became of the copies: what happened to nobody is left out. */
const counted = (counts: Summary['counts']): readonly (string | false)[] => [
  `Delivered: ${counts.sent}/${counts.total}`,
  counts.waiting > 0 && `Waiting to be sent: ${counts.waiting}`,
  counts.unknown > 0 && `Delivery uncertain: ${counts.unknown}`,
  counts.failed > 0 && `⚠️ Not delivered: ${counts.failed}`,
  counts.stopped > 0 && `Withdrawn before they left: ${counts.stopped}`,
  counts.seen > 0 && `Seen in the web chat: ${counts.seen}`,
  `Confirmed: ${counts.acknowledged}/${counts.total}`,
]

const marks = {
  seen: 'seen',
  waiting: 'waiting to be sent',
  unknown: 'delivery uncertain',
  stopped: 'withdrawn before it left',
  failed: 'not delivered',
}

const countOf = (groups: SilentList['groups']): number => groups.reduce((sum, group) => sum + group.people.length, 0)

export const broadcastSentEn: BroadcastSentMessages = {
  who: 'Who has received it',
  silent: 'Who has not confirmed',
  callAgain: 'Remind',
  withdraw: 'Withdraw',
  refresh: 'Refresh',
  toSummary: 'Back to the figures',
  compose: 'New announcement',

  summary: (seen) =>
    lines([
      rich`${bold('Announcement')} “${seen.excerpt}”`,
      `Sent at ${at(seen.sent)} by ${seen.author}`,
      seen.deadline !== null && `Due: ${commonEn.date(seen.deadline)}`,
      seen.files.length > 0 && `Files: ${seen.files.join(', ')}`,
      seen.withdrawn !== null && bold(`↩️ Withdrawn at ${at(seen.withdrawn)}`),
      ...counted(seen.counts),
      seen.called !== null &&
        `Reminded ${seen.calls === 1 ? 'once' : `${seen.calls} times`}, last at ${at(seen.called)}`,
      italic(`As of ${seen.time}`),
    ]),

  nobodySilent: () => rich`Everybody has confirmed.`,
  silentList: ({ silent, total, from, groups }) =>
    lines([
      `Not confirmed: ${silent} of ${people(total)} (${from}–${from + countOf(groups) - 1})`,
      ...groups.map(
        (group) =>
          rich`${bold(group.agency ?? 'Of no agency')}: ${group.people.map(({ name, mark }) => (mark === null ? name : `${name} (${marks[mark]})`)).join('; ')}`,
      ),
    ]),

  askCall: (ask) =>
    rich`Remind ${bold(people(ask.people))} who have not confirmed “${ask.excerpt}”? (reminder ${ask.call}/${ask.most})`,
  callNow: (count) => `Remind ${people(count)}`,
  called: (call) => rich`🔔 Reminding ${people(call.people)} who have not confirmed “${call.excerpt}”.`,
  calledBefore: () => rich`That reminder went out before; it is not sent again.`,
  callTooSoon: ({ last, next }) => rich`Just sent, at ${last.time}. You can remind people from ${at(next)} on.`,
  callEnough: (most) =>
    rich`People were reminded ${most} times, which is the most. Please contact the others directly: press “Who has not confirmed”.`,
  nobodyToCall: () =>
    rich`Nobody is left to remind: everybody who can be reached has confirmed, or their message is still waiting to be sent.`,

  askWithdraw: (excerpt) =>
    rich`Withdraw the announcement “${excerpt}”? What has not left yet is not sent; people who have it are told.`,
  withdrawn: ({ excerpt, stopped, told }) =>
    rich`↩️ “${excerpt}” is withdrawn: not sent to ${people(stopped)}, ${people(told)} who have it are being told.`,
  withdrawnNote: ({ excerpt, workspace, when }) =>
    rich`📢 The announcement “${excerpt}” by ${workspace} was ${bold('withdrawn')} at ${at(when)}. You need not do what it says.`,
  isWithdrawn: ({ excerpt, when }) =>
    rich`The announcement “${excerpt}” was withdrawn at ${at(when)}. Nothing more is noted.`,
  kept: () => rich`All stays as it is. Nobody was told anything more.`,

  list: ({ from, total, items }) =>
    lines([
      bold(`Latest announcements (${from}–${from + items.length - 1}/${total})`),
      ...items.map(
        (item, index) =>
          rich`${from + index}. ${commonEn.date(item.day)} “${item.excerpt}”: ${
            item.withdrawn
              ? 'withdrawn'
              : `confirmed ${item.acknowledged}/${item.total}${item.deadline === null ? '' : `, due ${commonEn.date(item.deadline)}`}`
          }`,
      ),
    ]),
}
