const channels = { telegram: 'Telegram', zalo: 'Zalo', web: 'trang web' }
export type Channel = keyof typeof channels

const kinds = {
  reply: 'trả lời',
  assignment: 'tin về việc',
  reminder: 'nhắc việc',
  broadcast: 'thông báo',
  summary: 'tổng hợp tuần',
  notice: 'tin hệ thống',
}

const states = {
  sent: 'Đã gửi',
  waiting: 'Đang chờ gửi',
  held: 'Chờ hạn mức',
  unknown: 'Không rõ',
  failed: 'Không gửi được',
  moved: 'Chuyển sang kênh khác',
}
export type State = keyof typeof states

const blocked = { blocked: 'đã chặn bot', gone: 'tài khoản không còn', refused: 'kênh từ chối mọi tin' }

/** What channels and the courier call a failure, in words. What is not listed is a refusal of the channel itself. */
const failures: Readonly<Record<string, string>> = {
  'telegram-403': 'đã chặn bot',
  'telegram-403-deactivated': 'tài khoản không còn',
  'telegram-429': 'kênh yêu cầu chờ',
  'zalo-403': 'dịch vụ của kênh đang lỗi (zalo-403)',
  'zalo-429': 'kênh báo hết hạn mức',
  'sender-died': 'chương trình tắt giữa chừng',
  'channel-not-running': 'kênh chưa chạy',
  quota: 'chờ hạn mức tháng',
  restored: 'đang chờ gửi lúc sao lưu, không gửi sau khi khôi phục',
  overtaken: 'chưa đi được thì đã lỗi thời, có tin mới nói thay nếu còn cần',
}

export const numberVi = (value: number): string => value.toLocaleString('vi')

const failureWords = (failure: string): string => {
  const known = failures[failure]
  if (known !== undefined) return known
  if (/^(?:telegram|zalo)-5\d\d$/.test(failure)) return `dịch vụ của kênh đang lỗi (${failure})`
  return /^(?:telegram|zalo)-\d/.test(failure) ? `kênh từ chối (${failure})` : `không kết nối được (${failure})`
}

/** What becomes of messages, in words. */
export const outcomesVi = {
  channel: (channel: Channel): string => channels[channel],
  kind: (kind: keyof typeof kinds): string => kinds[kind],
  state: (state: State): string => states[state],
  failure: failureWords,
  blocked: (reason: keyof typeof blocked): string => blocked[reason],
  /** What became of it, where there is more to say than the list's heading says. */
  became: ({ state, failure, movedTo }: Became): string => {
    if (movedTo !== null)
      return `${failure === null ? '' : `${failureWords(failure)}; `}đã chuyển sang ${channels[movedTo]}`
    const word = states[state].toLowerCase()
    return failure === null || state === 'sent' ? word : `${word}: ${failureWords(failure)}`
  },
  task: (kind: keyof typeof kinds, task: number | null): string =>
    task === null ? kinds[kind] : `${kinds[kind]} NV${task}`,
  countsInWords: (counts: Readonly<Record<State, number>>): string =>
    (['sent', 'waiting', 'held', 'unknown', 'failed', 'moved'] as const)
      .filter((state) => counts[state] > 0)
      .map((state) => `${states[state].toLowerCase()} ${numberVi(counts[state])}`)
      .join(', '),
  instead: (other: Channel | null): string =>
    other === null ? 'không còn kênh nào khác' : `tin đang tới ${channels[other]}`,
}

export interface Became {
  readonly state: State
  readonly failure: string | null
  readonly movedTo: Channel | null
}

export type BlockedWords = keyof typeof blocked
export type OutcomeMessages = typeof outcomesVi
