import { fold, stripMarks } from './fold.ts'

/** On which day of the week (0 is Sunday) and when on the workspace's clock ("16:00") a weekly summary is said. */
export interface SummarySchedule {
  readonly day: number
  readonly time: string
}

/** When offices close their week: the summary is there before people leave. */
export const usualSchedule: SummarySchedule = { day: 5, time: '16:00' }

const days: readonly RegExp[] = [
  /\b(?:chu nhat|cn|sunday|sun)\b/,
  /\b(?:thu (?:hai|2)|t2|monday|mon)\b/,
  /\b(?:thu (?:ba|3)|t3|tuesday|tue)\b/,
  /\b(?:thu (?:tu|4)|t4|wednesday|wed)\b/,
  /\b(?:thu (?:nam|5)|t5|thursday)\b/,
  /\b(?:thu (?:sau|6)|t6|friday|fri)\b/,
  /\b(?:thu (?:bay|7)|t7|saturday|sat)\b/,
]

const clock = /\b(\d{1,2})\s*(?::|h|gio)\s*(\d{2})?\b/

/** "thứ Hai 8h30", "thứ 6", "15:00": what is not said stays as it was; null for words that say neither. */
export const readSchedule = (typed: string, before: SummarySchedule): SummarySchedule | null => {
  const words = stripMarks(typed).replaceAll(/\s+/gu, ' ')
  const day = days.findIndex((name) => name.test(words))
  const time = readTime(words)
  if (time === wrong || (day < 0 && time === null)) return null
  return { day: day < 0 ? before.day : day, time: time ?? before.time }
}

const wrong = Symbol('no time of any day')

const readTime = (words: string): string | typeof wrong | null => {
  const found = clock.exec(words)
  if (found === null) return null
  const [, hour = '', minute = '00'] = found
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : wrong
}

const switches: ReadonlyMap<string, boolean> = new Map([
  ...['tat', 'thoi', 'thoi gui', 'thoi nhan', 'ngung', 'dung', 'dung gui', 'khong nhan', 'huy', 'off', 'stop'].map(
    (word) => [word, false] as const,
  ),
  ...['bat', 'mo', 'gui', 'nhan', 'nhan lai', 'gui lai', 'on', 'start'].map((word) => [word, true] as const),
])

/** "tắt", "bật": whether it is wanted at all; null for words that say something else. */
export const readSwitch = (typed: string): boolean | null => switches.get(fold(typed)) ?? null
