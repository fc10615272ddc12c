import { bold, italic, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

/** A moment on the workspace's clock: "2026-03-02", "09:00". */
export interface Clock {
  readonly day: string
  readonly time: string
}

const at = ({ day, time }: Clock): string => `${time} ngày ${commonVi.date(day)}`

/** What is said once an announcement has gone out. */
export const broadcastSentVi = {
  who: 'Xem ai đã nhận',
  silent: 'Ai chưa nhận',
  callAgain: 'Nhắc lại',
  withdraw: 'Thu hồi',
  refresh: 'Cập nhật',
  toSummary: 'Về tình hình',
  compose: 'Soạn thông báo mới',

  summary: (seen: Summary): Rich =>
    lines([
      rich`${bold('Thông báo')} “${seen.excerpt}”`,
      `Gửi lúc ${at(seen.sent)}, người gửi: ${seen.author}`,
      seen.deadline !== null && `Hạn: ${commonVi.date(seen.deadline)}`,
      seen.files.length > 0 && `Tệp: ${seen.files.join(', ')}`,
      seen.withdrawn !== null && bold(`↩️ Đã thu hồi lúc ${at(seen.withdrawn)}`),
      ...counted(seen.counts),
      seen.called !== null && `Đã nhắc lại ${seen.calls} lần, gần nhất lúc ${at(seen.called)}`,
      italic(`Số liệu lúc ${seen.time}`),
    ]),

  nobodySilent: (): Rich => rich`Mọi người đều đã bấm “Đã nhận”.`,
  silentList: ({ silent, total, from, groups }: SilentList): Rich =>
    lines([
      `Chưa bấm “Đã nhận”: ${silent}/${total} người (${from}–${from + countOf(groups) - 1})`,
      ...groups.map(
        ({ agency, people }) =>
          rich`${bold(agency ?? 'Không thuộc đơn vị nào')}: ${people.map(({ name, mark }) => (mark === null ? name : `${name} (${marks[mark]})`)).join('; ')}`,
      ),
    ]),

  askCall: ({ excerpt, people, call, most }: { excerpt: string; people: number; call: number; most: number }): Rich =>
    rich`Nhắc lại “${excerpt}” cho ${bold(`${people} người`)} chưa bấm “Đã nhận”? (lần ${call}/${most})`,
  callNow: (people: number): string => `Nhắc ${people} người`,
  called: ({ excerpt, people }: { excerpt: string; people: number }): Rich =>
    rich`🔔 Đang nhắc lại “${excerpt}” cho ${people} người chưa bấm “Đã nhận”.`,
  calledBefore: (): Rich => rich`Lần nhắc này đã được gửi, không gửi lần nữa.`,
  callTooSoon: ({ last, next }: { last: Clock; next: Clock }): Rich =>
    rich`Mới gửi lúc ${last.time}. Nhắc lại được từ ${at(next)}.`,
  callEnough: (most: number): Rich =>
    rich`Đã nhắc đủ ${most} lần. Xin liên hệ trực tiếp những người còn lại: bấm “Ai chưa nhận”.`,
  nobodyToCall: (): Rich =>
    rich`Không còn ai để nhắc lại: những người liên lạc được đều đã bấm “Đã nhận”, hoặc tin trước còn đang chờ gửi.`,

  askWithdraw: (excerpt: string): Rich =>
    rich`Thu hồi thông báo “${excerpt}”? Tin chưa gửi sẽ không gửi nữa, người đã nhận được báo là thu hồi.`,
  withdrawn: ({ excerpt, stopped, told }: { excerpt: string; stopped: number; told: number }): Rich =>
    rich`↩️ Đã thu hồi “${excerpt}”: ${stopped} người chưa được gửi thì không gửi nữa, ${told} người đã có tin đang được báo.`,
  /** What somebody reads who had it. */
  withdrawnNote: ({ excerpt, workspace, when }: { excerpt: string; workspace: string; when: Clock }): Rich =>
    rich`📢 Thông báo “${excerpt}” của ${workspace} đã được ${bold('thu hồi')} lúc ${at(when)}. Anh/chị không cần làm theo nội dung này.`,
  /** The answer to a button that came too late. */
  isWithdrawn: ({ excerpt, when }: { excerpt: string; when: Clock }): Rich =>
    rich`Thông báo “${excerpt}” đã được thu hồi lúc ${at(when)}. Không ghi nhận gì thêm.`,
  kept: (): Rich => rich`Vâng, giữ nguyên. Chưa gửi gì thêm cho ai.`,

  list: ({ from, total, items }: BroadcastList): Rich =>
    lines([
      bold(`Thông báo gần đây (${from}–${from + items.length - 1}/${total})`),
      ...items.map(
        (item, index) =>
          rich`${from + index}. ${commonVi.date(item.day)} “${item.excerpt}”: ${
            item.withdrawn
              ? 'đã thu hồi'
              : `đã nhận ${item.acknowledged}/${item.total}${item.deadline === null ? '' : `, hạn ${commonVi.date(item.deadline)}`}`
          }`,
      ),
    ]),
}

/** What became of the copies: what happened to nobody is left out. */
const counted = (counts: Summary['counts']): readonly (string | false)[] => [
  `Đã gửi tới: ${counts.sent}/${counts.total} người`,
  counts.waiting > 0 && `Đang chờ gửi: ${counts.waiting}`,
  counts.unknown > 0 && `Chưa rõ đã tới hay chưa: ${counts.unknown}`,
  counts.failed > 0 && `⚠️ Không gửi được: ${counts.failed}`,
  counts.stopped > 0 && `Thu hồi trước khi gửi: ${counts.stopped}`,
  counts.seen > 0 && `Đã xem trên trang web: ${counts.seen}`,
  `Đã bấm “Đã nhận”: ${counts.acknowledged}/${counts.total}`,
]

const marks = {
  seen: 'đã xem',
  waiting: 'đang chờ gửi',
  unknown: 'chưa rõ đã tới',
  stopped: 'đã thu hồi trước khi gửi',
  failed: 'không gửi được',
}

const countOf = (groups: SilentList['groups']): number => groups.reduce((sum, { people }) => sum + people.length, 0)

export interface Summary {
  readonly excerpt: string
  readonly author: string
  readonly sent: Clock
  readonly deadline: string | null
  readonly files: readonly string[]
  readonly withdrawn: Clock | null
  readonly calls: number
  /** When people were called last. */
  readonly called: Clock | null
  /** What the clock shows as this is counted. */
  readonly time: string
  readonly counts: Readonly<
    Record<'total' | 'sent' | 'waiting' | 'unknown' | 'failed' | 'stopped' | 'seen' | 'acknowledged', number>
  >
}

export interface SilentList {
  readonly silent: number
  readonly total: number
  readonly from: number
  readonly groups: readonly {
    readonly agency: string | null
    readonly people: readonly { readonly name: string; readonly mark: keyof typeof marks | null }[]
  }[]
}

interface BroadcastList {
  readonly from: number
  readonly total: number
  readonly items: readonly {
    readonly day: string
    readonly excerpt: string
    readonly deadline: string | null
    readonly withdrawn: boolean
    readonly acknowledged: number
    readonly total: number
  }[]
}

export type BroadcastSentMessages = typeof broadcastSentVi
