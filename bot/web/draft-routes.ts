import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Incoming } from '../../domain/incoming.ts'
import { readHeading } from '../../domain/plan-draft-heading.ts'
import type { FixCommand } from '../../domain/plan-draft-command.ts'
import type { CorrectedTable } from '../../domain/plan-draft-table.ts'
import { messagesIn } from '../../locales/index.ts'
import type { WebDeps, WebEnv } from './context.ts'
import { externalIdOf } from './entries.ts'
import { type DraftPage, draftGonePage, draftPage, rowsOnPage, standing } from './pages/draft-page.ts'
import { draftRow } from './pages/draft-row.ts'
import { limited, parse, readJson } from './request-body.ts'
import { type Html, renderRichText } from './rich-text.ts'
import { Refusal } from './refusal.ts'
import { getVisitor } from './session.ts'

const text = z.string().max(4000)
const rows = z.array(z.int().min(1).max(1_000_000)).min(1).max(rowsOnPage)

/** What the page asks for: a cell, a field of the document, something done with rows, or the last one back. */
const correctionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cell'), rows, field: z.enum(['title', 'lead', 'support', 'due', 'output']), text }),
  z.object({ kind: z.enum(['remove', 'merge', 'accept']), rows }),
  z.object({ kind: z.literal('heading'), field: z.enum(['number', 'issued-on', 'year', 'plan-title']), text }),
  z.object({ kind: z.literal('undo') }),
])
const reviewSchema = z.object({ clientId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/) })

const bodyBytes = 64 * 1024

/** The page of a draft and its requests, for whoever is signed in. */
export const draftRoutes = (deps: WebDeps): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/:id', async (c) => {
    const table = await deps.drafts.open(getVisitor(c), draftIdOf(c))
    if ('gone' in table) return c.html(draftGonePage(c.var.m, table.gone), 404)
    const wanted = Number(c.req.query('tu') ?? 1)
    const from = Number.isInteger(wanted) && wanted > 0 && wanted <= table.rows.length ? wanted - 1 : 0
    return c.html(draftPage({ ...pageFor(c), table, from }))
  })

  routes.post('/:id/sua', limited(bodyBytes, 'bodyTooLarge'), async (c) => {
    const correction = parse(correctionSchema, await readJson(c))
    const corrected = await deps.drafts.correct(getVisitor(c), draftIdOf(c), commandOf(correction))
    if ('gone' in corrected) return c.json({ error: corrected.gone.text }, 410)
    return c.json(await answer(c, correction, corrected))
  })

  // The decision itself is made in the chat, where the whole plan is seen once more.
  routes.post('/:id/xem', limited(bodyBytes, 'bodyTooLarge'), async (c) => {
    const { clientId } = parse(reviewSchema, await readJson(c))
    await deps.inbox.receive(review(c, deps, clientId), deps.now())
    return c.body(null, 204)
  })

  return routes
}

const draftIdOf = (c: Context<WebEnv>): string => {
  const id = z.uuid().safeParse(c.req.param('id'))
  if (!id.success) throw new Refusal(404, 'pageUnknown')
  return id.data
}

const pageFor = (c: Context<WebEnv>): Omit<DraftPage, 'from' | 'table'> => ({
  ...{ m: c.var.m, draftId: draftIdOf(c) },
  warning: messagesIn(getVisitor(c).locale).planDrafts.warning,
})

/** What a correction changed on the page, as the page is to show it; `reload` when that can be anything. */
const answer = async (
  c: Context<WebEnv>,
  correction: Correction,
  { table, said, changed }: CorrectedTable,
): Promise<object> => {
  const words = { changed, said: await markupOf(html`${renderRichText(said)}`) }
  if (!changed) return words
  if (!('rows' in correction)) return { ...words, reload: true }
  const page = pageFor(c)
  const touched = table.rows.filter(({ number }) => correction.rows.includes(number))
  return {
    ...words,
    standing: await markupOf(standing({ ...page, table, from: 0 })),
    rows: await Promise.all(touched.map((row) => markupOf(draftRow(row, page)))),
    gone: correction.rows.filter((number) => !touched.some((row) => row.number === number)),
  }
}

const markupOf = async (content: Html): Promise<string> => String(await content)

type Correction = z.infer<typeof correctionSchema>

const commandOf = (correction: Correction): FixCommand | { readonly kind: 'undo' } => {
  switch (correction.kind) {
    case 'cell': {
      const { rows: numbers, field, text: words } = correction
      const mode = words.trim() === '' ? 'clear' : 'set'
      return { kind: 'field', targets: targetsOf(numbers), field, mode, text: words.trim() }
    }
    case 'heading':
      return headingOf(correction)
    case 'undo':
      return { kind: 'undo' }
    default:
      return { kind: correction.kind, targets: targetsOf(correction.rows) }
  }
}

const targetsOf = (numbers: readonly number[]) => numbers.map((number) => ({ kind: 'number', number }) as const)

/** The words that the chat has for it: both read numbers and dates the same way. */
const beginnings = { number: 'số', 'issued-on': 'ban hành', year: 'năm', 'plan-title': 'trích yếu kế hoạch' } as const

const headingOf = ({ field, text: words }: Correction & { kind: 'heading' }): FixCommand => {
  const command = readHeading(`${beginnings[field]} ${words.trim()}`)
  if (command?.kind !== field) throw new Refusal(400, headingProblem[field])
  return command
}

const headingProblem = {
  number: 'draftNumber',
  'issued-on': 'draftIssuedOn',
  year: 'draftYear',
  'plan-title': 'draftTitle',
} as const

const review = (c: Context<WebEnv>, { now }: WebDeps, clientId: string): Incoming => {
  const { personId: id, name } = getVisitor(c)
  return {
    ...{ channel: 'web', externalId: externalIdOf(id, clientId), chat: { id, kind: 'private', title: name } },
    ...{ sender: { id, name }, sentAt: now().toISOString() },
    body: { kind: 'button', action: `plan-see:${draftIdOf(c)}:0` },
  }
}
