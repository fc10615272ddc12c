import type { Button } from '../domain/message.ts'
import { type Doubt, listDoubts } from '../domain/plan-draft-doubts.ts'
import { findRow } from '../domain/plan-draft.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { AppError } from '../domain/errors.ts'
import { lines } from '../locales/rich-text.ts'
import { correctDraft } from './plan-draft-correct.ts'
import { describeRow, readPlace, toSummary } from './plan-draft-list.ts'
import { type OpenDraft, openDraft } from './plan-draft-open.ts'
import { shortDoubt } from './plan-draft-describe.ts'
import type { Handler, Reply, Request } from './request.ts'

/** What is doubtful of one row, or of the document (row null). */
interface DoubtfulRow {
  readonly row: number | null
  readonly doubts: readonly Doubt[]
}

const doubtfulRows = ({ state }: OpenDraft): readonly DoubtfulRow[] =>
  [...Map.groupBy(listDoubts(state), ({ row }) => row)].map(([row, doubts]) => ({ row, doubts }))

/** One doubtful place after the other, from a number of a row on (0 is the document); the first again at the end. */
export const showDoubt = (request: Request, opened: OpenDraft, from: number): Reply => {
  const { m } = request
  const rows = doubtfulRows(opened)
  const at = Math.max(
    0,
    rows.findIndex(({ row }) => (row ?? 0) >= from),
  )
  const current = rows[at]
  const summary = toSummary(request, opened.draft.id)
  if (current === undefined) return { text: m.planDrafts.noDoubts(), buttons: [[summary]] }
  const row = current.row === null ? null : findRow(opened.state, current.row)
  const text = lines([
    m.planDrafts.doubtsOf(at + 1, rows.length),
    ...(row === null
      ? [m.planDrafts.aboutDocument(), ...current.doubts.map((doubt) => m.planDrafts.doubt(shortDoubt(doubt)))]
      : [describeRow(request, opened, row)]),
    '',
    m.planDrafts.howToFix(current.row),
  ])
  const next = rows[at + 1]
  const turn =
    next === undefined ? [] : [{ label: m.common.more, action: `plan-dbt:${opened.draft.id}:${next.row ?? 0}` }]
  return { text, buttons: [...answers(request, opened, current), [...turn, summary]] }
}

/** What can be said about a doubtful row by pressing. */
const answers = (
  { m }: Request,
  { draft, state }: OpenDraft,
  { row, doubts }: DoubtfulRow,
): readonly (readonly Button[])[] => {
  if (row === null) return []
  const { buttons } = m.planDrafts
  const to = (label: string, what: string): Button => ({ label, action: `plan-fix:${draft.id}:${row}:${what}` })
  const above = leadAbove(state, row)
  return [
    doubts.some(({ code }) => code === 'no-lead') && above !== null ? [to(buttons.sameLead(above), 'up')] : [],
    [to(buttons.accept, 'ok'), ...(hasDateDoubt(doubts) ? [to(buttons.undated, 'nd')] : [])],
    [to(buttons.remove, 'rm')],
  ].filter((buttonsOfRow) => buttonsOfRow.length > 0)
}

const hasDateDoubt = (doubts: readonly Doubt[]): boolean =>
  doubts.some(({ code }) => code === 'impossible-date' || code === 'deadline-not-understood')

/** Tables often leave a cell blank that is as the one above it. */
const leadAbove = ({ rows }: OpenDraft['state'], number: number): string | null =>
  rows
    .slice(
      0,
      rows.findIndex((row) => row.number === number),
    )
    .findLast(({ task }) => task.lead.length > 0)?.task.lead[0] ?? null

/** plan-dbt:<draft>:<row> */
export const pageDoubts: Handler<'plans'> = async (request, input, stores) => {
  const { draftId, at } = readPlace(input)
  const opened = await openDraft(request, draftId, stores)
  return ['gone' in opened ? opened.gone : { ...showDoubt(request, opened, at), replaces: true }]
}

/** plan-fix:<draft>:<row>:<ok | rm | nd | up>: a doubtful row is answered by pressing. */
export const pressFix: Handler<'agencies' | 'plans' | 'unknownNames'> = async (request, input, stores) => {
  const [draftId = '', row = '', what = ''] = input.split(':')
  const { at } = readPlace(`${draftId}:${row}`)
  const opened = await openDraft(request, draftId, stores, { lock: true })
  if ('gone' in opened) return [opened.gone]
  return [await answerDoubt(request, opened, { row: at, what }, stores)]
}

const answerDoubt = async (
  request: Request,
  opened: OpenDraft,
  { row, what }: { readonly row: number; readonly what: string },
  stores: Pick<Stores, 'agencies' | 'plans' | 'unknownNames'>,
): Promise<Reply> => {
  const targets = [{ kind: 'number', number: row }] as const
  const above = leadAbove(opened.state, row)
  const correct = (command: Parameters<typeof correctDraft>[2][number]) =>
    correctDraft(request, opened, [command], row, stores)
  switch (what) {
    case 'ok':
      return correct({ kind: 'accept', targets })
    case 'rm':
      return correct({ kind: 'remove', targets })
    case 'nd':
      return correct({ kind: 'field', targets, field: 'due', mode: 'clear', text: '' })
    case 'up':
      if (above !== null) return correct({ kind: 'field', targets, field: 'lead', mode: 'set', text: `"${above}"` })
      throw new AppError('button-stale', {})
    default:
      throw new AppError('button-stale', {})
  }
}
