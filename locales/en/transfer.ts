import { bold, code, lines, rich } from '../rich-text.ts'
import type { TransferMessages } from '../vi/transfer.ts'
import { commonEn } from './common.ts'

const plansShown = 6
const box = (chosen: boolean): string => (chosen ? '☑' : '☐')
const choices = { people: 'People', close: 'Close', names: 'Names' }
const tasks = (count: number): string => (count === 1 ? '1 task' : `${count} tasks`)
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

type Preview = Parameters<TransferMessages['preview']>[0]

const counted = ({ figures: { total, late }, plan, received }: Preview): string =>
  [
    `${total} open${received ? ' that came from there' : ''}${plan === null ? '' : ` of ${plan}`}`,
    ...(late > 0 ? [`${late} late`] : []),
  ].join(', ')

const details = ({ from, to, figures }: Preview): readonly (string | false)[] => {
  const { submitted, askingForTime, reopened, left } = figures
  return [
    submitted > 0 &&
      `• ${tasks(submitted)} handed in: the result and its evidence go along and still wait for approval.`,
    askingForTime > 0 && `• ${askingForTime} waiting for more time: still to be decided.`,
    reopened > 0 && `• ${tasks(reopened)} that ${to} once had and gave back or had cancelled: given to it again.`,
    left > 0 && `• ${tasks(left)} that ${to} has already: not given twice, the part of ${from} ends.`,
  ]
}

const merged = ({ from, to, merging }: Preview) => {
  if (merging === null) return []
  const { choices: chosen, people: count, children, from: day } = merging
  const below = children.length > 0 ? `; ${children.length} below it go to ${to}` : ''
  return [
    '',
    bold('If it is being merged, choose as well:'),
    `${box(chosen.people)} People: ${people(count)} of ${from} go to ${to} in the same roles.`,
    `${box(chosen.close)} Close: from ${commonEn.date(day)} ${from} gets nothing new${below}.`,
    `${box(chosen.names)} Names: “${from}” means ${to} from now on, so that later plans with the old name find it (with Close).`,
  ]
}

export const transferEn: TransferMessages = {
  about: 'Move all work to another agency or person',
  askFrom: (offered) =>
    lines([
      rich`From which agency, or whose work? Type the name, for example ${code('Phòng Y tế')} or all of it: ${code('Phòng Y tế to Phòng Nội vụ')}.`,
      offered && 'Agencies that have work and nobody any more:',
    ]),
  askTo: (from) => rich`To which agency does the work of ${bold(from)} go? Type its name.`,
  sameAgency: (name) => rich`Both names are the same agency: ${bold(name)}. Type the one that takes the work.`,
  noPlan: (typed, from) => rich`${bold(from)} has nothing open of the plan “${typed}”. Nothing has changed.`,
  severalPlans: (numbers) =>
    rich`There are several such plans: ${numbers.join('; ')}. Please type it again with the whole number. Nothing has changed.`,
  preview: (of) => {
    const { from, to, figures, told } = of
    const { total, plans } = figures
    if (total === 0) return lines([rich`${bold(from)} has nothing open to move.`, ...merged(of)])
    const rows = details(of).filter((row) => row !== false)
    return lines([
      rich`Moving work: ${bold(from)} → ${bold(to)}`,
      counted(of),
      ...plans.slice(0, plansShown).map((plan) => `• ${plan.number}: ${tasks(plan.total)}`),
      plans.length > plansShown && `and ${plans.length - plansShown} more plans.`,
      rows.length > 0 && 'Among them:',
      ...rows,
      `As it is: due dates, original due dates, progress, obstacles, evidence, history. ${to} receives it anew.`,
      told === 0 ? 'There is nobody in either agency to tell.' : `${people(told)} will be told, in one message each.`,
      ...merged(of),
    ])
  },
  confirm: 'Move',
  choice: (choice, chosen) => `${box(chosen)} ${choices[choice]}`,
  onlyPlan: (number, total) => `Only ${number} (${total})`,
  changed: () => rich`⚠️ It has changed since you looked, so nothing was moved. Please look again:`,
  dropped: () => rich`Nothing was moved.`,
  done: (of) =>
    lines([
      rich`✅ Moved ${bold(tasks(of.moved))} from ${of.from} to ${bold(of.to)}. ${of.told === 0 ? 'Nobody could be told yet.' : `${people(of.told)} told.`}`,
      of.left > 0 && `${tasks(of.left)} that ${of.to} has already not given twice; the part of ${of.from} ends.`,
      of.choices.people && `The people of ${of.from} belong to ${of.to} now.`,
      of.choices.close && `${of.from} is closed and gets nothing new.`,
      of.choices.names && `“${of.from}” in later plans is ${of.to}.`,
      of.moved > 0 &&
        'To move this work back press the button; people and the directory do not change back by themselves.',
    ]),
  back: 'Move back',
  toOther: 'Move its work to another agency',
  closed: (name, until) =>
    rich`${bold(name)} is closed (since the end of ${commonEn.date(until)}) and gets nothing new.`,
  reopen: (name) => `Reopen ${name}`,
  reopened: (name) => rich`✅ ${bold(name)} gets work again. Send ${code('/transfer')} again to move work.`,

  received: (of) => {
    const parts = [
      ...(of.late > 0 ? [`${of.late} late`] : []),
      ...(of.submitted > 0 ? [`${of.submitted} waiting for approval (send /approve)`] : []),
    ]
    return lines([
      rich`📥 ${bold(of.to)} gets ${bold(tasks(of.total))} from ${of.from}, moved by ${of.by}.`,
      parts.length > 0 && `${parts.join('; ')}.`,
    ])
  },
  nowBelongs: (agency) => rich`You belong to ${bold(agency)} now.`,
  given: (of) =>
    rich`📤 ${tasks(of.total)} of ${of.from} ${of.total === 1 ? 'is' : 'are'} for ${bold(of.to)} to do now: ${of.numbers.map((number) => `NV${number}`).join(', ')}${of.more > 0 ? ` and ${of.more} more` : ''}. There is nothing left for you to do about them.`,
}
