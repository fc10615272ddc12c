import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { whyNotTaken } from '../../domain/evidence-file.ts'
import type { Incoming, IncomingBody } from '../../domain/incoming.ts'
import type { WebEntry } from '../../domain/ports/web.ts'
import { largestFileMb } from '../../domain/ports/files.ts'
import type { WebDeps, WebEnv } from './context.ts'
import { externalIdOf, externalIdOfKey, foldEntries } from './entries.ts'
import { streamEvents } from './events.ts'
import type { Live } from './live.ts'
import { chatPage } from './pages/chat-page.ts'
import { conversation, messageView } from './pages/message-view.ts'
import { Refusal } from './refusal.ts'
import { limited, parse, readJson } from './request-body.ts'
import { markShown } from './seen.ts'
import { getVisitor } from './session.ts'

const shownAtOnce = 100
const textLimit = 4000
const fileLimitBytes = largestFileMb * 1024 * 1024
/** The parts of a form around its file. */
const formBytes = 64 * 1024

const clientId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
const key = z.string().regex(/^(\d{1,18}|p-[A-Za-z0-9_-]{8,64})$/)
const messageSchema = z.object({ text: z.string(), replyTo: key.exactOptional(), clientId })
const actionSchema = z.object({
  // As much as a button of any channel can carry.
  action: z.string().refine((action) => /^[^\p{Cc}\p{Cs}]+$/u.test(action) && Buffer.byteLength(action) <= 64),
  messageId: z.string().regex(/^\d{1,18}$/),
  clientId,
})
const olderSchema = z.object({ before: z.iso.datetime() })
const fileSchema = z.object({
  file: z.instanceof(File),
  caption: z.string().max(textLimit).default(''),
  replyTo: key.exactOptional(),
  clientId,
})

/** Everything behind the sign-in: the page's requests. */
export const chatRoutes = (deps: WebDeps, live: Live): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.use(async (c, next) => {
    getVisitor(c)
    await next()
  })

  routes.post('/messages', limited(formBytes, 'bodyTooLarge'), async (c) => {
    const message = parse(messageSchema, await readJson(c))
    const text = storable(message.text).replace(/\r\n?/g, '\n').trim()
    if (text === '') throw new Refusal(400, 'textEmpty')
    if (text.length > textLimit) throw new Refusal(400, 'textTooLong')
    return accept(c, deps, message, { kind: 'text', text })
  })

  routes.post('/actions', limited(formBytes, 'bodyTooLarge'), async (c) => {
    const { action, messageId, ...press } = parse(actionSchema, await readJson(c))
    return accept(c, deps, press, { kind: 'button', action, messageId })
  })

  routes.post('/files', limited(fileLimitBytes + formBytes, 'fileTooLarge'), async (c) => {
    const form = await readForm(c)
    if (!(form['file'] instanceof File)) throw new Refusal(400, 'fileMissing')
    const { file, caption, ...upload } = parse(fileSchema, form)
    if (file.size === 0) throw new Refusal(400, 'fileEmpty')
    if (file.size > fileLimitBytes) throw new Refusal(413, 'fileTooLarge')
    refuse(file, caption)
    const reference = await save(deps, new Uint8Array(await file.arrayBuffer()))
    const stored = { reference, name: displayName(file.name), size: file.size }
    return accept(c, deps, upload, { kind: 'file', file: stored, caption: storable(caption).trim() })
  })

  routes.get('/events', (c) => streamEvents(c, deps, live))

  routes.get('/older', async (c) => {
    const { before } = parse(olderSchema, c.req.query())
    const visitor = getVisitor(c)
    const entries = await deps.history.listRecent(visitor, shownAtOnce, new Date(before))
    await markShown(entries, visitor, deps)
    const view = { m: c.var.m, zone: visitor.zone }
    const shown = conversation(foldEntries(entries), view)
    return c.json({ html: String(await html`${shown}`), before: moreBefore(entries) })
  })

  // Whether to go on: asked by a page whose live connection was refused.
  routes.get('/session', (c) => c.body(null, 204))

  return routes
}

/** The page with what was said before. */
export const showChat = async (c: Context<WebEnv>, deps: WebDeps): Promise<Response> => {
  const { m } = c.var
  const visitor = getVisitor(c)
  const entries = await deps.history.listRecent(visitor, shownAtOnce)
  await markShown(entries, visitor, deps)
  const last = entries.findLast((entry) => entry.from === 'bot')
  const after = last?.from === 'bot' ? last.row : 0n
  return c.html(chatPage({ m, visitor, messages: foldEntries(entries), after, before: moreBefore(entries) }))
}

/** Where older messages end, when there may be any. */
const moreBefore = (entries: readonly WebEntry[]): string | null =>
  entries.length < shownAtOnce ? null : (entries[0]?.at.toISOString() ?? null)

/** Stores what was sent before anything else; answers with the message as the page is to show it. */
const accept = async (
  c: Context<WebEnv>,
  { inbox, now }: WebDeps,
  sent: { readonly clientId: string; readonly replyTo?: string },
  body: IncomingBody,
): Promise<Response> => {
  const { m } = c.var
  const { personId: id, name, zone } = getVisitor(c)
  const at = now()
  const incoming: Incoming = {
    channel: 'web',
    externalId: externalIdOf(id, sent.clientId),
    chat: { id, kind: 'private', title: name },
    sender: { id, name },
    sentAt: at.toISOString(),
    ...(sent.replyTo === undefined ? {} : { replyTo: externalIdOfKey(id, sent.replyTo) }),
    body,
  }
  await inbox.receive(incoming, at)
  const [shown] = foldEntries([{ from: 'person', incoming, at }])
  return c.json(shown === undefined ? {} : { key: shown.key, html: String(await messageView(shown, { m, zone })) }, 202)
}

/** What must not be kept is not even stored. */
const refuse = ({ name, size }: File, caption: string): void => {
  const refusal = whyNotTaken({ name: displayName(name), size }, caption)
  if (refusal !== null) throw new Refusal(400, refusal.code === 'file-secret' ? 'fileSecret' : 'fileExecutable')
}

/** Nothing was received where the file could not be kept: a full disk, above all. */
const save = async ({ files, log }: WebDeps, bytes: Uint8Array): Promise<string> => {
  try {
    return await files.save(bytes)
  } catch (error) {
    log.error({ err: error }, 'an uploaded file could not be kept')
    throw new Refusal(507, 'fileNotKept')
  }
}

const readForm = async (c: Context): Promise<Record<string, unknown>> => {
  try {
    return await c.req.parseBody()
  } catch {
    throw new Refusal(400, 'notUnderstood')
  }
}

/** Half characters and the null character are no text: a database takes neither. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '')

/** Longer ones lose their beginning: what kind of file it is stands at the end. */
const nameLimit = 150

/** The name alone, fit to be shown: no folders, no characters that turn the line around. */
const displayName = (name: string): string => {
  const base = name.split(/[/\\]/).at(-1) ?? ''
  const clean = storable(
    base
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(-nameLimit),
  )
  return clean === '' ? 'tep' : clean
}
