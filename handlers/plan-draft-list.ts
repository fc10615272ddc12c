import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { listDoubts } from '../domain/plan-draft-doubts.ts'
import type { DraftRow } from '../domain/plan-draft.ts'
import { shorten } from '../domain/shorten.ts'
import type { Rich } from '../locales/rich-text.ts'
import { type OpenDraft, openDraft } from './plan-draft-open.ts'
import { shortDoubt } from './plan-draft-describe.ts'
import { showScreen } from './plan-draft-screen.ts'
import type { Handler, Reply, Request } from './request.ts'

const pageSize = 15
const titleLength = 70
/** Long enough for any title of a real plan, short enough for a message of every channel. */
const wordsLength = 400

/** The tasks of a draft, a page of them, from a place in the list. */
export const showList = ({ m }: Request, { draft, state }: OpenDraft, at: number): Reply => {
  const all = state.rows.length
  const from = at < all ? at : Math.max(0, Math.floor((all - 1) / pageSize) * pageSize)
  const page = state.rows.slice(from, from + pageSize)
  const text = m.planDrafts.list({
    ...{ total: all, from: from + 1 },
    rows: page.map(({ number, task }) => ({
      ...{ number, code: task.code, lead: task.lead, days: task.occurrences },
      title: shorten(task.title, titleLength),
    })),
  })
  const turn = [
    ...(from > 0 ? [{ label: m.common.back, action: `plan-ls:${draft.id}:${Math.max(0, from - pageSize)}` }] : []),
    ...(from + pageSize < all ? [{ label: m.common.more, action: `plan-ls:${draft.id}:${from + pageSize}` }] : []),
  ]
  return { text, buttons: [turn, [toSummary({ m }, draft.id)]].filter((row) => row.length > 0) }
}

export const toSummary = ({ m }: Pick<Request, 'm'>, draftId: string): Button => ({
  label: m.planDrafts.buttons.summary,
  action: `plan-see:${draftId}:0`,
})

/** Where the row with a number stands, for "danh sách từ 20". */
export const placeOf = ({ state }: OpenDraft, number: number): number =>
  Math.max(
    0,
    state.rows.findIndex((row) => row.number >= number),
  )

/** Everything about one task, with what is doubtful about it. */
export const describeRow = ({ m }: Request, { state }: OpenDraft, { number, task }: DraftRow): Rich =>
  m.planDrafts.row({
    ...{ number, code: task.code, line: task.line, lead: task.lead, support: task.support },
    title: shorten(task.title, wordsLength),
    requirement: shorten(task.requirement, wordsLength),
    dates: task.occurrences.map((day, index) => ({ day, label: task.occurrenceLabels[index] ?? '' })),
    deadlineText: shorten(task.deadlineText, wordsLength),
    output: shorten(task.output, wordsLength),
    sourceText: shorten(task.sourceText, wordsLength),
    doubts: listDoubts(state)
      .filter(({ row }) => row === number)
      .map(shortDoubt),
  })

const wanted = z.tuple([z.string(), z.coerce.number().int().min(0).max(1_000_000)])

/** What buttons of paged messages carry: the draft and a place. */
export const readPlace = (input: string): { readonly draftId: string; readonly at: number } => {
  const parsed = wanted.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  return { draftId: parsed.data[0], at: parsed.data[1] }
}

/** plan-ls:<draft>:<from> */
export const pageList: Handler<'plans'> = async (request, input, stores) => {
  const { draftId, at } = readPlace(input)
  const opened = await openDraft(request, draftId, stores)
  return ['gone' in opened ? opened.gone : { ...showList(request, opened, at), replaces: true }]
}

/** plan-see:<draft>:<page of doubts> */
export const pageScreen: Handler<'agencies' | 'plans'> = async (request, input, stores) => {
  const { draftId, at } = readPlace(input)
  const opened = await openDraft(request, draftId, stores)
  return ['gone' in opened ? opened.gone : { ...(await showScreen(request, opened, stores, at)), replaces: true }]
}
