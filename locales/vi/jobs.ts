import { bold, lines, type Rich, rich } from '../rich-text.ts'
import type { Clock } from './broadcast-sent.ts'
import { commonVi } from './common.ts'

export type JobName = 'reminder-sweep' | 'summary-sweep' | 'period-sweep' | 'zalo-quota' | 'recover' | 'clock-watch'

export interface RunWords {
  readonly job: JobName
  readonly count: number
  readonly durationMs: number
  /** The error's code; null when it went well. */
  readonly failure: string | null
}

export interface JobWords {
  readonly job: JobName
  /** Null when it never ran. */
  readonly last: (RunWords & { readonly at: Clock }) | null
  readonly next: Clock
  /** How many runs did not happen in the last seven days. */
  readonly missed: number
}

export interface StopWords {
  readonly from: Clock
  readonly until: Clock
}

const names: Record<JobName, string> = {
  'reminder-sweep': 'Nhắc việc',
  'summary-sweep': 'Tổng hợp tuần',
  'period-sweep': 'Kỳ báo cáo',
  'zalo-quota': 'Hạn mức Zalo',
  recover: 'Làm tiếp việc dở',
  'clock-watch': 'Canh đồng hồ',
}

const at = ({ day, time }: Clock): string => `${time} ngày ${commonVi.date(day)}`

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).replace('.', ',')} giây`

const went = ({ count, durationMs, failure }: RunWords): string => {
  if (failure !== null) return `không xong (lỗi ${failure})`
  return `xong, ${count === 0 ? 'không có gì phải làm' : `${count} mục`}, ${seconds(durationMs)}`
}

export const jobsVi = {
  about: 'Lịch chạy của chương trình, cho chạy ngay',
  title: 'Lịch chạy',
  name: (job: JobName): string => names[job],
  runNow: 'Chạy ngay',
  runNowOf: (job: JobName): string => `Chạy ngay: ${names[job]}`,
  refresh: 'Cập nhật',
  back: 'Về trò chuyện',
  at,
  went,
  columns: { job: 'Việc', last: 'Lần cuối', next: 'Lần tới', missed: 'Lỡ trong 7 ngày', run: 'Chạy ngay' },
  never: 'chưa chạy lần nào',
  missed: (count: number): string => `${count} lần`,
  stop: ({ from, until }: StopWords): string => `từ ${at(from)} đến ${at(until)}`,
  stopsTitle: 'Đồng hồ đã ngừng trong 7 ngày qua',

  list: (jobs: readonly JobWords[], stops: readonly StopWords[]): Rich =>
    lines([
      bold('Lịch chạy'),
      ...jobs.map(
        ({ job, last, next, missed }) =>
          rich`• ${bold(names[job])}: ${last === null ? 'chưa chạy lần nào' : `lần cuối ${at(last.at)}, ${went(last)}`}; lần tới ${next.time}${missed === 0 ? '' : `; lỡ ${missed} lần trong 7 ngày qua, đã làm bù`}`,
      ),
      stops.length > 0 && 'Đồng hồ đã ngừng trong 7 ngày qua:',
      ...stops.map((stop) => `• ${jobsVi.stop(stop)}`),
    ]),
  asked: (job: JobName): Rich => rich`Đang chạy ngay: ${bold(names[job])}. Xong sẽ báo.`,
  askedAlready: (job: JobName): Rich => rich`${bold(names[job])} đang chờ chạy. Xong sẽ báo.`,
  ranByHand: (run: RunWords): Rich =>
    run.failure === null
      ? rich`Đã chạy ${bold(names[run.job])}: ${went(run)}.`
      : rich`⚠️ ${bold(names[run.job])} chạy ${went(run)}. Lần tới đồng hồ tự chạy lại; chi tiết ở nhật ký của chương trình.`,
  clockStopped: (stop: StopWords): Rich =>
    rich`⚠️ Đồng hồ nhắc việc đã ngừng ${jobsVi.stop(stop)}; nhắc việc trong thời gian đó được gửi muộn, mỗi người một tin.`,
}

export type JobsMessages = typeof jobsVi
