import { isOfficialWorkingDay } from '../domain/calendar/office-calendar.ts'
import { addDays, daysBetween, instantAt, type LocalDate, localDate, weekday } from '../domain/time.ts'
import type { SeenMessage } from '../test/support/person-driver.ts'
import { type Actor, StepMissing } from './narrator.ts'
import type { Stage } from './stage.ts'

const weeksToPlay = 4
const friday = 5

/** Somebody with a task of their own that falls due while the story goes on. */
export interface Hero {
  readonly hero: Actor
  readonly task: number
  readonly dueOn: LocalDate
}

/** What the hero answers when so many days are left; the first time when it is late, that it is done. */
const answers: ReadonlyMap<number, string> = new Map([
  [7, 'đã nhận ạ'],
  [3, 'đang làm được 60%, còn chờ số liệu'],
  [1, 'vướng quá, chưa có số liệu của các đơn vị'],
])
const doneAtLast = 'xong rồi, minh chứng: https://example.gov.vn/bao-cao'

/** Day by day: reminders come and are answered, and every Friday the group gets its summary. */
export const playWeeks = async (stage: Stage, cast: Hero): Promise<void> => {
  const start = localDate(stage.now(), stage.zone)
  const reminded = new Set<number>()
  for (let day = 1; day <= weeksToPlay * 7; day += 1) {
    const date = addDays(start, day)
    await stage.moveTo(instantAt(date, '08:05', stage.zone))
    await playMorning(cast, daysBetween(date, cast.dueOn), reminded)
    await stage.listenAll()
    // On a holiday the summary waits for the next opening like everything else.
    if (weekday(date) === friday && isOfficialWorkingDay(date)) await playFriday(stage, date)
  }
  checkReminded(cast, reminded)
}

const playMorning = async ({ hero, task }: Hero, left: number, reminded: Set<number>): Promise<void> => {
  const named = new RegExp(`NV${task}\\b`)
  const reminder = (await hero.listen()).find(({ text }) => named.test(text))
  if (reminder === undefined) return
  const isFirstLate = left < 0 && ![...reminded].some((before) => before < 0)
  reminded.add(left)
  const answer = isFirstLate ? doneAtLast : answers.get(left)
  if (answer === undefined) return
  await hero.reply(reminder, isOneTask(reminder) ? answer : `nv${task} ${answer}`)
  await hero.expect(isFirstLate ? /hoàn thành/i : named)
}

/** A reminder of one task can be answered as it is; in one of several the task has to be named. */
const isOneTask = (reminder: SeenMessage): boolean => reminder.choices.includes('Xong')

const playFriday = async (stage: Stage, date: LocalDate): Promise<void> => {
  await stage.moveTo(instantAt(date, '16:05', stage.zone))
  await stage.group().expect(/Tổng số/)
  await stage.listenAll()
}

/** On days off nobody is spoken to: what fell there came at the next opening. */
const checkReminded = ({ hero, task, dueOn }: Hero, reminded: ReadonlySet<number>): void => {
  const missing = [7, 3, 1, 0].filter((left) => !reminded.has(left) && isOfficialWorkingDay(addDays(dueOn, -left)))
  if (missing.length > 0) {
    throw new StepMissing(`${hero.name} was not reminded ${missing.join(', ')} days before NV${task} fell due`)
  }
  if (![...reminded].some((left) => left < 0)) {
    throw new StepMissing(`${hero.name} was not reminded of NV${task} while it was late`)
  }
}
