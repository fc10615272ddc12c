import { bold, rich } from '../rich-text.ts'
import type { CommonMessages } from '../vi/common.ts'

const states = {
  assigned: 'assigned',
  acknowledged: 'acknowledged',
  in_progress: 'in progress',
  submitted: 'awaiting approval',
  done: 'done',
  returned: 'returned',
  cancelled: 'cancelled',
}

const roles = {
  official: 'official',
  head: 'head of agency',
  coordinator: 'coordinator',
  leader: 'leader',
  admin: 'administrator',
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

export const commonEn: CommonMessages = {
  date: (day) => day.split('-').reverse().join('/'),
  fileSize: (bytes) =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`,
  daysLeft: (left) => {
    if (left === 0) return 'due today'
    return left > 0 ? `${days(left)} left` : `${days(-left)} overdue`
  },
  percent: (share) => `${(share * 100).toFixed(1).replace(/\.0$/, '')}%`,
  state: (state) => states[state],
  role: (role) => roles[role],
  task: (number) => bold(`NV${number}`),
  taskTitle: (number, title) => rich`${bold(`NV${number}`)} ${title}`,
  choiceHint: 'Reply with a number to choose.',
  yes: 'Yes',
  no: 'No',
  answeredPrivately: () => rich`📩 Answered you privately.`,
  back: 'Back',
  more: 'More',
}
