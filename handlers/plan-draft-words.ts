import type { DraftCommand, FixCommand, ShowCommand } from '../domain/plan-draft-command.ts'
import { findRows } from '../domain/plan-draft-rows.ts'
import { readDraftWords } from '../domain/plan-draft-words.ts'
import { may } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { understand } from '../domain/reply/understand.ts'
import { confirmPlan, dropPlan } from './plan-confirm.ts'
import { pageChanges } from './plan-draft-changes.ts'
import { correctDraft, undoCorrection } from './plan-draft-correct.ts'
import { showDoubt } from './plan-draft-doubts.ts'
import { describeRow, placeOf, showList, toSummary } from './plan-draft-list.ts'
import { type DraftMessage, draftOf, draftsSince, type OpenDraft, openDraft } from './plan-draft-open.ts'
import { explainProblem, explainWords } from './plan-draft-problems.ts'
import { showScreen } from './plan-draft-screen.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = Parameters<typeof confirmPlan>[2] & Pick<Stores, 'sentMessages'>

/**
 * Words that are about a draft: those that answer one of its messages, those that come right after one, and those
 * that can mean nothing else. Null when they are about something else.
 */
export const hearAboutDraft = async (
  request: Request,
  text: string,
  stores: Needs,
): Promise<readonly Reply[] | null> => {
  if (!may(request.person.memberships, 'import-plan') || request.chat.kind === 'group') return null
  const meant = await findMeant(request, text, stores)
  return meant === null ? null : answerDraft(request, text, meant, stores)
}

const findMeant = async (
  request: Request,
  text: string,
  { plans, sentMessages }: Pick<Needs, 'plans' | 'sentMessages'>,
): Promise<DraftMessage | null> => {
  const { about, chat, person, now } = request
  if (about !== null) return draftOf(about)
  const reading = readDraftWords(text)
  const shown = draftOf(await sentMessages.findLatestChoices(chat.id))
  if (shown !== null) return 'commands' in reading || !isAboutTask(request, text) ? shown : null
  const isSure = 'commands' in reading && reading.commands.every(saysItAll)
  const [latest] = isSure ? await plans.listDrafts(person.id, draftsSince(now)) : []
  return latest === undefined ? null : { draftId: latest.id, row: null }
}

/** A task's number and what becomes of it: nobody says that of anything but a draft. */
const saysItAll = (command: DraftCommand): boolean => {
  if (unsure.has(command.kind)) return false
  return 'targets' in command ? command.targets.length > 0 : true
}

/** Words that may be about something else, or do too much to be taken for granted. */
const unsure = new Set<DraftCommand['kind']>(['bare', 'view', 'accept', 'confirm', 'drop'])

/** "nv12 xong", "60%": an answer about work that was handed out. */
const isAboutTask = ({ today }: Request, text: string): boolean =>
  understand(text, { today, byRulesAlone: true }).intent !== 'unknown'

const answerDraft = async (
  request: Request,
  text: string,
  { draftId, row }: DraftMessage,
  stores: Needs,
): Promise<readonly Reply[]> => {
  const opened = await openDraft(request, draftId, stores, { lock: true })
  if ('gone' in opened) return [opened.gone]
  const reading = readDraftWords(text)
  if (!('commands' in reading)) {
    const words = explainWords(request, { typed: reading.notUnderstood, about: reading.about })
    return [{ text: words, buttons: [[toSummary(request, draftId)]] }]
  }
  const fixes = reading.commands.filter(isFix)
  const corrected = fixes.length === 0 ? [] : [await correctDraft(request, opened, fixes, row, stores)]
  const show = reading.commands.find((command) => !isFix(command))
  return show === undefined ? corrected : [...corrected, ...(await showAfter(request, draftId, { show, row }, stores))]
}

/** What is to be seen or done is so with the draft as the corrections before left it. */
const showAfter = async (
  request: Request,
  draftId: string,
  wanted: { readonly show: ShowCommand; readonly row: number | null },
  stores: Needs,
): Promise<readonly Reply[]> => {
  const opened = await openDraft(request, draftId, stores)
  return 'gone' in opened ? [opened.gone] : showWhat(request, opened, wanted, stores)
}

const isFix = (command: DraftCommand): command is FixCommand => !(command.kind in showing)

const showing: Readonly<Record<ShowCommand['kind'], true>> = {
  ...{ view: true, list: true, undo: true, summary: true, doubts: true, changes: true, confirm: true, drop: true },
}

const showWhat = async (
  request: Request,
  opened: OpenDraft,
  { show, row }: { readonly show: ShowCommand; readonly row: number | null },
  stores: Needs,
): Promise<readonly Reply[]> => {
  const { id } = opened.draft
  switch (show.kind) {
    case 'changes':
      return pageChanges(request, `${id}:0`, stores)
    case 'confirm':
      return confirmPlan(request, id, stores)
    case 'drop':
      return dropPlan(request, id, stores)
    default:
      return [await showOne(request, opened, { show, row }, stores)]
  }
}

const showOne = async (
  request: Request,
  opened: OpenDraft,
  { show, row }: { readonly show: ShowCommand; readonly row: number | null },
  stores: Needs,
): Promise<Reply> => {
  switch (show.kind) {
    case 'view':
      return viewRow(request, opened, { targets: show.targets, focus: row }, stores)
    case 'list':
      return showList(request, opened, placeOf(opened, show.from))
    case 'undo':
      return undoCorrection(request, opened, null, stores)
    case 'doubts':
      return showDoubt(request, opened, 0)
    default:
      return showScreen(request, opened, stores)
  }
}

const viewRow = async (
  request: Request,
  opened: OpenDraft,
  {
    targets,
    focus,
  }: { readonly targets: Extract<ShowCommand, { kind: 'view' }>['targets']; readonly focus: number | null },
  stores: Pick<Stores, 'agencies' | 'plans'>,
): Promise<Reply> => {
  if (targets.length === 0 && focus === null) return showScreen(request, opened, stores)
  const found = findRows(opened.state, targets, { focus })
  const back = toSummary(request, opened.draft.id)
  if ('problem' in found) return { text: explainProblem(request, found.problem), buttons: [[back]] }
  const [row] = found.rows
  if (row === undefined) return showScreen(request, opened, stores)
  const { buttons } = request.m.planDrafts
  const remove = { label: buttons.remove, action: `plan-fix:${opened.draft.id}:${row.number}:rm` }
  return { text: describeRow(request, opened, row), buttons: [[remove, back]] }
}

/** plan-undo:<draft>:<corrections> */
export const pressUndo: Handler<'agencies' | 'plans' | 'unknownNames'> = async (request, input, stores) => {
  const [draftId = '', count = ''] = input.split(':')
  const opened = await openDraft(request, draftId, stores, { lock: true })
  return ['gone' in opened ? opened.gone : await undoCorrection(request, opened, Number(count), stores)]
}

/** plan-new:<draft>: it replaces nothing. */
export const pressNewPlan: Handler<'agencies' | 'plans' | 'unknownNames'> = async (request, draftId, stores) => {
  const opened = await openDraft(request, draftId, stores, { lock: true })
  if ('gone' in opened) return [opened.gone]
  return [await correctDraft(request, opened, [{ kind: 'new-plan' }], null, stores)]
}
