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
  const { kind, obstacle, unblocked, note, evidence } = recorded
  if (kind === 'evidence') return `evidence kept, ${evidence.join(' ; ')}`
  if (kind === 'obstacle')
    return `obstacle “${obstacle ?? ''}”${recorded.percent === 0 ? '' : `, ${standing(recorded)}`}`
  return [
    standing(recorded),
    unblocked && 'the obstacle is gone',
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

  oneTaskOnly: (numbers) =>
    rich`This message names several tasks (${numbers.map((number) => (typeof number === 'number' ? `NV${number}` : number)).join(', ')}), so nothing was recorded. Please send one message a task, for example ${code('nv12 xong')}.`,
  whichAgency: () => rich`This task is assigned to several agencies, so nothing was recorded. Choose the agency:`,
  nothingOpen: () =>
    rich`Your agency has no open task left, so nothing was recorded. To add to a certain task, name its number, for example ${code('nv12 https://…')}.`,
  thanks: () => rich`Thank you.`,
}
