import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { Clock } from '../vi/broadcast-sent.ts'
import type { PeriodLine, PeriodName, PeriodPage, PeriodsMessages } from '../vi/periods.ts'
import { commonEn } from './common.ts'

const kinds = { q1: 'Quarter I', h1: 'First half', q3: 'Quarter III', year: 'Whole year' }
const typed = { q1: 'q1', h1: 'h1', q3: 'q3', year: 'full year' }

/** "Quarter I of 2026" */
export const periodNameEn = ({ year, kind }: PeriodName): string => `${kinds[kind]} of ${year}`

const example = ({ year, kind }: PeriodName, change: string): Rich =>
  rich`Example: ${code(`/periods ${typed[kind]} ${year} ${change}`)}`

const clock = ({ day, time }: Clock): string => `${time} on ${commonEn.date(day)}`
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const long = (day: string): string =>
  `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''} ${commonEn.date(day)}`

const standings = {
  off: 'switched off',
  frozen: 'frozen',
  missed: 'the cut-off had passed when it was made; not frozen',
  lost: 'waits to be entered again after a restore; not frozen',
  open: '',
}

const line = (period: PeriodLine): Rich => {
  const { fromOn, toOn, cutoff, standing } = period
  const what = standings[standing] === '' ? '' : ` (${standings[standing]})`
  return rich`• ${bold(periodNameEn(period))}: ${commonEn.date(fromOn)} – ${commonEn.date(toOn)}, cut-off ${clock(cutoff)}${what}`
}

const at = (day: string): string => commonEn.date(day)

const cutoff = ({ frozenAt, lost, isCutoffOff, ...of }: PeriodPage): string => {
  const set = `${of.cutoff.time} ${long(of.cutoff.day)}`
  if (frozenAt === null) return `Cut-off: ${set}${isCutoffOff ? ' (a day off; frozen all the same)' : ''}`
  if (lost === null) return `✅ Frozen as of ${set}`
  return `✅ Frozen at ${frozenAt.time} ${long(frozenAt.day)}, after a restore and what it lost was entered again (the cut-off was ${clock(of.cutoff)})`
}

export const periodsEn: PeriodsMessages = {
  about: 'Reporting periods: cut-off, due days, frozen figures',
  name: periodNameEn,
  short: ({ kind }) => kinds[kind],
  list: ({ year, periods }) => lines([bold(`Reporting periods of ${year}`), ...periods.map(line)]),
  none: ({ year, sources, copied }) =>
    lines([
      rich`There are no reporting periods of ${year} yet.`,
      copied === null
        ? `A template is there: quarter I, first half, quarter III, year. Sources: ${sources.join('; ')}. The day of the departments has no source in it: please set your own.`
        : `They are made as those of ${copied} were set, every day moved to ${year}.`,
    ]),
  noneYet: (year) => rich`There are no reporting periods of ${year} yet. A coordinator or administrator makes them.`,
  missing: ({ year, isBegun }) =>
    lines([
      isBegun
        ? rich`🗓️ ${bold(`${year} has begun and has no reporting periods yet`)}.`
        : rich`🗓️ ${bold(`There are no reporting periods of ${year} yet`)}.`,
      'Without them no agency is reminded and no figures are frozen; a cut-off that has passed is not made up for.',
      rich`The button below makes them as those of ${year - 1} were set, to be changed later; or type ${code(`/periods make ${year}`)}`,
    ]),
  make: (year) => `Make those of ${year}`,
  made: ({ year, count }) =>
    count === 0
      ? rich`The periods of ${year} are there and stay as they are.`
      : rich`✅ Made ${count} reporting periods of ${year}.`,
  wrongYear: ({ from, to }) =>
    rich`Reporting periods can be made for ${from} to ${to}. Example: ${code(`/periods make ${to}`)}`,
  openYear: String,

  page: (of) =>
    lines([
      bold(`Reporting period ${periodNameEn(of)}`),
      `Data from ${at(of.fromOn)} to ${at(of.toOn)}`,
      cutoff(of),
      of.standing === 'off' && '⏸ Switched off: no reminders, no cut-off.',
      of.standing === 'missed' &&
        '⚠️ The cut-off had passed when this period was made or switched on, so it is not frozen; set a new one if needed.',
      of.standing === 'lost' &&
        of.lost !== null &&
        `⚠️ Not frozen: what was recorded from ${clock(of.lost.from)} to ${clock(of.lost.until)} was lost in a restore. Once it is entered again, press “All entered again”.`,
      of.chain.length > 0 && 'Due days:',
      ...of.chain.map(({ name, dueOn, movedTo }, index) =>
        movedTo === null
          ? rich`${index + 1}. ${name}: ${long(dueOn)}`
          : rich`${index + 1}. ${name}: ${long(movedTo)} (${at(dueOn)} is a day off, so the working day before it)`,
      ),
      of.standing === 'open' &&
        `Agencies are reminded ${of.remindBefore.join(', ')} days before the cut-off, in office hours.`,
      of.expected > 0 && `Agencies that have sent their data: ${of.sent}/${of.expected}`,
    ]),
  figures: 'Frozen figures',
  who: 'Who has not sent',
  howTo: 'How to change',
  turnOff: 'Switch off',
  turnOn: 'Switch on',
  back: 'All periods',

  howToChange: (of) => {
    const start = `/periods ${typed[of.kind]} ${of.year}`
    return lines([
      bold(`Change ${periodNameEn(of)}`),
      rich`• Cut-off: ${code(`${start} cutoff ${at(of.day)} 16:30`)}`,
      rich`• From and to: ${code(`${start} from ${at(of.fromOn)} to ${at(of.toOn)}`)}`,
      rich`• Second due day: ${code(`${start} due 2 ${at(of.day)}`)}, with its name: ${code(`${start} due 2 ${at(of.day)}: Divisions report`)}`,
      rich`• Add or drop one: ${code(`${start} add due ${at(of.day)}: Signature`)} · ${code(`${start} drop due 2`)}`,
      rich`• Reminders before the cut-off: ${code(`${start} remind 10,5,2`)}`,
      rich`• ${code(`${start} off`)} · ${code(`${start} on`)} · next year: ${code(`/periods make ${of.year + 1}`)}`,
    ])
  },
  changed: (of) => rich`✅ Changed ${bold(periodNameEn(of))}.`,
  unclear: (said) =>
    rich`“${said}” was not understood, so nothing was changed. Examples: ${code('/periods q1')}, ${code('/periods q1 cutoff 12/03 16:30')}`,
  unclearChange: (said, of) =>
    rich`“${said}” was not understood, so nothing was changed in ${periodNameEn(of)}. ${example(of, `cutoff ${at(of.day)} 16:30`)}`,
  unknown: (of) => rich`There is no ${periodNameEn(of)} yet. Make it: ${code(`/periods make ${of.year}`)}`,

  problems: {
    'no-such-day': (of) =>
      rich`There is no day “${of.typed}”, so nothing was changed. ${example(of, `cutoff ${at(of.day)} 16:30`)}`,
    frozen: (of) =>
      rich`The figures of this period are frozen, so its cut-off stays as it is. Due days can still be changed. ${example(of, `add due ${at(of.day)}: Again`)}`,
    'cutoff-passed': (of) =>
      rich`${of.time} on ${at(of.on)} has passed, so nothing was changed; a cut-off lies ahead. ${example(of, `cutoff ${at(of.day)} 16:30`)}`,
    'cutoff-before-start': (of) =>
      rich`The cut-off ${at(of.on)} lies before the first day ${at(of.fromOn)}, so nothing was changed. ${example(of, `cutoff ${at(of.day)} 16:30`)}`,
    backwards: (of) =>
      rich`The last day ${at(of.to)} lies before the first ${at(of.from)}, so nothing was changed. ${example(of, `from ${at(of.fromOn)} to ${at(of.toOn)}`)}`,
    'no-such-due': (of) =>
      rich`${of.most === 0 ? 'There is no due day yet' : `There are only ${of.most} due days, no number ${of.position}`}, so nothing was changed. ${example(of, `add due ${at(of.day)}: Signature`)}`,
    'out-of-order': (of) =>
      rich`“${of.second.name}” on ${at(of.second.dueOn)} would come before “${of.first.name}” on ${at(of.first.dueOn)}, which stands before it, so nothing was changed. ${example(of, `due 1 ${at(of.fromOn)}`)}`,
    'too-many-dues': (of) =>
      rich`A period has at most ${of.most} due days, so none was added. ${example(of, 'drop due 2')}`,
    already: () => rich`It is so already; nothing was changed.`,
  },
}
