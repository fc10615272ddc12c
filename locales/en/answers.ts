import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { AnswersMessages, Recorded, Which } from '../vi/answers.ts'
import { commonEn } from './common.ts'

/** "NV12 (Division of Home Affairs, 1 of 4, due 20/03/2026)" */
export const which = ({ number, agency, dueOn, occurrence, occurrences }: Which): Rich => {
  const turn =
    occurrences > 1 ? `${occurrence} of ${occurrences}${dueOn === null ? '' : `, due ${commonEn.date(dueOn)}`}` : ''
  const facts = [agency ?? '', turn].filter((fact) => fact !== '')
  return rich`${bold(`NV${number}`)}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`
}

const standing = ({ state, percent }: Pick<Recorded, 'state' | 'percent'>): string =>
  percent === 0 || state === 'done' || state === 'submitted'
    ? commonEn.state(state)
    : `${commonEn.state(state)}, ${percent}%`

const what = (recorded: Recorded): string => {
  const { kind, obstacle, evidence } = recorded
  if (kind === 'evidence') return `evidence kept, ${evidence.join(' ; ')}`
  if (kind === 'obstacle')
    return `obstacle “${obstacle ?? ''}”${recorded.percent === 0 ? '' : `, ${standing(recorded)}`}`
  return gained(recorded)
}

const gained = (recorded: Recorded): string => {
  const { unblocked, withdrawn, evidence, note } = recorded
  return [
    standing(recorded),
    unblocked && 'the obstacle is gone',
    withdrawn && 'no longer waiting for approval',
    evidence.length > 0 && `evidence ${evidence.join(' ; ')}`,
    note !== '' && `note “${note}”`,
  ]
    .filter((part) => part !== false)
    .join(', ')
}

const endsWithAddress = ({ evidence, note, kind }: Recorded): boolean =>
  evidence.length > 0 && (note === '' || kind === 'evidence')

export const answersEn: AnswersMessages = {
  recorded: (recorded) =>
    lines([
      rich`✅ Recorded for ${which(recorded.which)}: ${what(recorded)}${endsWithAddress(recorded) ? '' : '.'}`,
      recorded.askEvidence && 'Send a link or a document number as evidence (if there is one).',
    ]),
  already: (item, standingNow) => rich`Recorded before: ${which(item)} ${standing(standingNow)}. Nothing was added.`,
  undo: 'Undo',
  undone: (item, standingNow) => rich`↩️ Undone. ${which(item)} is back to: ${standing(standingNow)}.`,
  undoneBefore: (item) => rich`This update of ${which(item)} was undone before.`,

  askPercent: (item) => rich`How much of ${which(item)} is done? Choose or type a number, for example ${code('60')}.`,
  percent: (percent) => `${percent}%`,
  percentUnknown: 'Cannot say yet',
  askObstacle: (item) =>
    rich`What is in the way of ${which(item)}? One sentence, for example: ${code('no budget yet')}`,
  noSuchChoice: (typed, offered) =>
    rich`The last message has no choice ${typed}. Please type ${offered === 1 ? '1' : `a number from 1 to ${offered}`}, or ${code('/tasks')} to see your tasks.`,
  dropped: () => rich`All right, nothing was added.`,
  dropWords: [
    'thoi',
    'bo',
    'huy',
    'bo qua',
    'khong',
    'khong co',
    'khong co gi',
    'chua co',
    'cancel',
    'no',
    'none',
    'skip',
  ],

  doubtful: (item) => rich`It is not clear whether ${which(item)} is done, so nothing was recorded. Please choose:`,
  isDone: 'Done',
  notDoneAt: (percent) => `${percent}%, not done`,
  notDone: 'In progress',
  obstacle: 'Obstacle',

  tooManyTasks: (named: number, most: number): Rich =>
    rich`This message is about ${named} tasks, so nothing was recorded. Please send at most ${most} in one message.`,
  doubtfulAmong: (number: number): Rich => rich`❓ ${bold(`NV${number}`)}: not clear, so nothing was recorded.`,
  alone: (number: number): Rich =>
    rich`❓ ${bold(`NV${number}`)}: asking for time or returning a task needs a message of its own; nothing was recorded.`,
  someAgency: (task: string): Rich => rich`❓ ${bold(task)} is with several agencies, so nothing was recorded.`,
  chooseFor: (number: number): string => `Choose for NV${number}`,
  answerFor: (number: number): string => `Answer NV${number}`,
  undoFor: (number: number): string => `Undo NV${number}`,
  nothingToUndo: (): Rich => rich`You have no update to undo.`,
  edited: (): Rich =>
    rich`The bot does not read edited messages; what was recorded stays. To correct it, press Undo (or type ${code('undo')}) within 10 minutes, or send a new message.`,
  forwarded: (number: number | null): Rich =>
    number === null
      ? rich`This is a forwarded message, so nothing was recorded. If it tells how a task stands, please write a sentence yourself, for example ${code('nv12 done')}.`
      : rich`This is a forwarded message, so nothing was recorded. If it tells how ${bold(`NV${number}`)} stands, press a button or write a sentence yourself.`,
  whichAgency: () => rich`This task is assigned to several agencies, so nothing was recorded. Choose the agency:`,
  nothingOpen: () =>
    rich`Your agency has no open task left, so nothing was recorded. To add to a certain task, name its number, for example ${code('nv12 https://…')}.`,
  thanks: () => rich`Thank you.`,
}
