/** What the clock does, and how often: cron expressions, seconds first. */
export const jobTimes = {
  'reminder-sweep': '0 * * * * *',
  'summary-sweep': '0 * * * * *',
  'period-sweep': '0 * * * * *',
  'zalo-quota': '30 * * * * *',
  recover: '*/10 * * * * *',
  'clock-watch': '15 * * * * *',
} as const

export type JobName = keyof typeof jobTimes

export const jobNames = Object.keys(jobTimes) as readonly JobName[]

/** What somebody may have run at once. Looking at the clock is not among them: asking for it says that it runs. */
export const jobsByHand: readonly JobName[] = [
  'reminder-sweep',
  'summary-sweep',
  'period-sweep',
  'zalo-quota',
  'recover',
]

/** How far back runs are kept. */
export const runsKeptDays = 30

/** The moments that the second and minute of a cron expression allow; the other fields have to be "*". */
const isNumberOrStep = /^(?:\*|\*\/\d+|\d+)$/u

const matches = (field: string, value: number): boolean => {
  if (field === '*') return true
  return field.startsWith('*/') ? value % Number(field.slice(2)) === 0 : value === Number(field)
}

const fieldsOf = (every: string): { readonly second: string; readonly minute: string } => {
  const [second = '', minute = '', ...rest] = every.split(' ')
  const isKnown = [second, minute].every((field) => isNumberOrStep.test(field)) && rest.join('') === '****'
  if (!isKnown) throw new Error(`not a time of the clock: ${every}`)
  return { second, minute }
}

const secondMs = 1000
const hourSeconds = 3600

/** The first moment after this one at which a job runs. Zones do not matter: none is off by less than minutes. */
export const nextRunAt = (every: string, after: Date): Date => {
  const { second, minute } = fieldsOf(every)
  const first = Math.floor(after.getTime() / secondMs) + 1
  for (let at = first; at <= first + hourSeconds; at += 1) {
    if (matches(second, at % 60) && matches(minute, Math.floor(at / 60) % 60)) return new Date(at * secondMs)
  }
  throw new Error(`never: ${every}`)
}

/** How much time lies between two runs. */
export const periodMs = (every: string): number => {
  const first = nextRunAt(every, new Date(0))
  return nextRunAt(every, first).getTime() - first.getTime()
}

/** How many runs did not happen between the end of one and the beginning of the next, or now. */
export const missedBetween = (every: string, finishedAt: Date, startedAt: Date): number =>
  Math.max(0, Math.floor((startedAt.getTime() - finishedAt.getTime()) / periodMs(every)) - 1)
