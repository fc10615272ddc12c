import { bold, italic, lines, type Rich, rich } from '../rich-text.ts'
import type { Clock } from './broadcast-sent.ts'
import { commonVi } from './common.ts'
import { type Became, type BlockedWords, type Channel, numberVi, outcomesVi, type State } from './delivery-outcomes.ts'

const at = ({ day, time }: Clock): string => `${time} ngày ${commonVi.date(day)}`

const waitingWords = ['', '', 'nhắc việc và tin về việc', 'thông báo', 'tổng hợp tuần']

/** "Tổng hợp tuần và thông báo đang chờ." */
const waiting = (ranks: readonly number[]): string => {
  if (ranks.includes(1)) return 'Đã hết hạn mức, mọi tin đang chờ.'
  const words = ranks
    .toReversed()
    .map((rank) => waitingWords[rank] ?? '')
    .join(', ')
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)} đang chờ.`
}

const month = (name: string): string => name.split('-').reverse().join('/')

/** What there is nothing of is left out. */
const counted = (seen: DeliverySummary): readonly (string | false)[] => [
  seen.counts.waiting > 0 &&
    `⏳ Đang chờ gửi: ${numberVi(seen.counts.waiting)}${seen.oldest === null ? '' : `, lâu nhất từ ${at(seen.oldest)}`}`,
  seen.counts.held > 0 && `⏸ Chờ hạn mức Zalo: ${numberVi(seen.counts.held)}`,
  seen.counts.unknown > 0 && `❓ Không rõ đã tới hay chưa: ${numberVi(seen.counts.unknown)}`,
  seen.counts.failed > 0 && `⚠️ Không gửi được: ${numberVi(seen.counts.failed)}`,
  seen.counts.moved > 0 && `↪️ Chuyển sang kênh khác: ${numberVi(seen.counts.moved)}`,
]

export const deliveryVi = {
  ...outcomesVi,
  about: 'Tin đã gửi, đang chờ, không gửi được',
  title: 'Gửi tin',
  back: 'Về trò chuyện',
  toSummary: 'Về tình hình',
  refresh: 'Cập nhật',
  byChannel: 'Theo kênh',
  byDay: 'Theo ngày',
  number: numberVi,
  columns: { at: 'Lúc', who: 'Người nhận', channel: 'Kênh', what: 'Tin', state: 'Kết quả', day: 'Ngày' },
  period: ({ from, to }: { from: string; to: string }): string =>
    `7 ngày qua (${commonVi.date(from)} – ${commonVi.date(to)})`,
  oldest: (clock: Clock): string => `lâu nhất từ ${at(clock)}`,
  showing: ({ from, to, total }: { from: number; to: number; total: number }): string =>
    `${numberVi(from)}–${numberVi(to)} trong ${numberVi(total)}`,
  nothing: 'Không có tin nào.',
  previous: 'Trang trước',
  next: 'Trang sau',
  unreachable: 'Người không liên lạc được',
  nobodyUnreachable: 'Mọi người đều liên lạc được.',

  summary: (seen: DeliverySummary): Rich =>
    lines([
      rich`${bold('Gửi tin')}, ${deliveryVi.period(seen)}`,
      `✅ Đã gửi: ${numberVi(seen.counts.sent)}`,
      ...counted(seen),
      seen.quota !== null && deliveryVi.quota(seen.quota),
      seen.unreachable > 0 && `Người không liên lạc được: ${numberVi(seen.unreachable)}`,
    ]),
  quota: ({ month: name, used, monthly, ours, waiting: ranks }: QuotaWords): string =>
    `Bot Zalo tháng ${month(name)}: ${numberVi(used)}/${numberVi(monthly)} tin (${commonVi.percent(used / monthly)}), riêng cơ quan này ${numberVi(ours)}. ${waiting(ranks)}`.trim(),
  onWeb: (url: string): string => `Xem cả trên trang web: ${url}`,
  button: {
    sent: 'Đã gửi',
    waiting: 'Đang chờ',
    held: 'Chờ hạn mức',
    unknown: 'Không rõ',
    failed: 'Không gửi được',
    moved: 'Chuyển kênh',
  } satisfies Record<State, string>,
  unreachableButton: 'Không liên lạc được',
  counted: (label: string, count: number): string => `${label} (${numberVi(count)})`,

  list: ({ heading, total, from, items }: DeliveryList): Rich =>
    lines([
      rich`${bold(heading)}: ${numberVi(total)} tin (${from}–${from + items.length - 1})`,
      ...items.map(
        (item) =>
          `• ${item.at.time} ${commonVi.date(item.at.day)} · ${[...item.about, deliveryVi.became(item)].join(' · ')}`,
      ),
    ]),
  emptyList: (heading: string): Rich => rich`${bold(heading)}: ${'không có tin nào.'}`,
  heading: ({ state, channel, day }: { state: State | null; channel: Channel | null; day: string | null }): string =>
    [
      state === null ? 'Mọi tin' : outcomesVi.state(state),
      channel !== null && outcomesVi.channel(channel),
      day === null ? '7 ngày qua' : `ngày ${commonVi.date(day)}`,
    ]
      .filter((part) => part !== false)
      .join(', '),
  groups: ({ by, items }: DeliveryGroups): Rich =>
    lines([
      rich`${bold(by === 'channel' ? 'Gửi tin theo kênh' : 'Gửi tin theo ngày')}, 7 ngày qua`,
      ...items.map(({ name, counts }) => `• ${name}: ${deliveryVi.countsInWords(counts)}`),
    ]),
  day: (day: string): string => commonVi.date(day),
  noDay: 'chưa gửi',

  unreachableList: ({ total, from, items }: UnreachableList): Rich =>
    lines([
      rich`${bold('Người không liên lạc được')}: ${numberVi(total)} (${from}–${from + items.length - 1})`,
      ...items.map(
        ({ who, channel, reason, since, other }) =>
          `• ${who}: ${outcomesVi.channel(channel)}, ${outcomesVi.blocked(reason)} từ ${at(since)}; ${deliveryVi.instead(other)}`,
      ),
    ]),
  since: at,
  quotaWarning: ({ used, monthly, month: name, level }: QuotaWarning): Rich =>
    lines([
      rich`⚠️ ${bold(`Bot Zalo đã gửi ${numberVi(used)}/${numberVi(monthly)} tin của tháng ${month(name)}`)} (${commonVi.percent(used / monthly)}). ${
        level === 80
          ? 'Từ đây tổng hợp tuần qua Zalo phải chờ.'
          : 'Từ đây chỉ còn trả lời người vừa nhắn, nhắc việc quá hạn hoặc đến hạn hôm nay.'
      }`,
      italic('Nên mời người dùng nối thêm kênh khác (/lienket) hoặc nâng hạn mức.'),
    ]),
}

export interface DeliverySummary {
  readonly from: string
  readonly to: string
  readonly counts: Readonly<Record<State, number>>
  readonly oldest: Clock | null
  readonly quota: QuotaWords | null
  readonly unreachable: number
}

export interface QuotaWords {
  /** "2026-03" */
  readonly month: string
  readonly used: number
  readonly monthly: number
  readonly ours: number
  /** The ranks of messages that have to wait: 1 is what matters most. */
  readonly waiting: readonly number[]
}

export interface DeliveryList {
  readonly heading: string
  readonly total: number
  readonly from: number
  readonly items: readonly (Became & { readonly at: Clock; readonly about: readonly string[] })[]
}

export interface DeliveryGroups {
  readonly by: 'channel' | 'day'
  readonly items: readonly { readonly name: string; readonly counts: Readonly<Record<State, number>> }[]
}

export interface UnreachableList {
  readonly total: number
  readonly from: number
  readonly items: readonly {
    readonly who: string
    readonly channel: Channel
    readonly reason: BlockedWords
    readonly since: Clock
    readonly other: Channel | null
  }[]
}

export interface QuotaWarning {
  readonly used: number
  readonly monthly: number
  readonly month: string
  readonly level: 80 | 95
}

export type DeliveryMessages = typeof deliveryVi
