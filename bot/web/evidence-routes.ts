import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { largestFileMb } from '../../domain/ports/files.ts'
import type { UploadState } from '../../domain/ports/web-evidence.ts'
import { type WebDeps, type WebEnv, webWords } from './context.ts'
import { sendFile } from './file-answer.ts'
import { uploadedPage, uploadPage } from './pages/upload-page.ts'
import { Refusal } from './refusal.ts'
import { limited } from './request-body.ts'

const limitBytes = largestFileMb * 1024 * 1024
/** The parts of a form around its files. */
const formBytes = 64 * 1024
const mostFiles = 10

const formSchema = z.object({
  file: z
    .union([z.instanceof(File), z.array(z.instanceof(File)).max(mostFiles)])
    .transform((files) => (Array.isArray(files) ? files : [files])),
  caption: z.string().max(500).default(''),
})

/** /nop/<token>: the address itself is the right to it, for whoever it was given to. */
export const uploadRoutes = (deps: WebDeps): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  // Only shows the form: messengers open links for a preview, and that must not use them up.
  routes.get('/:token', async (c) => {
    const token = c.req.param('token')
    const state = requireOpen(await deps.evidence.findUpload(token))
    return c.html(uploadPage({ m: webWords[state.locale], token, purpose: state.purpose, problem: null }))
  })

  routes.post('/:token', limited(limitBytes + formBytes, 'fileTooLarge'), async (c) => {
    const token = c.req.param('token')
    const { locale, purpose } = requireOpen(await deps.evidence.findUpload(token))
    const m = webWords[locale]
    c.set('m', m)
    const result = await deps.evidence.upload(token, await readUpload(c))
    if ('refused' in result) throw closed(result.refused)
    if ('said' in result) return c.html(uploadedPage(m, result.said))
    return c.html(uploadPage({ m, token, purpose, problem: result.problem }), 400)
  })

  return routes
}

const requireOpen = (state: UploadState): Extract<UploadState, { kind: 'open' }> => {
  if (state.kind !== 'open') throw closed(state)
  return state
}

const closed = ({ kind }: UploadState): Refusal => {
  if (kind === 'unknown') return new Refusal(404, 'pageUnknown')
  return new Refusal(410, kind === 'expired' ? 'uploadExpired' : 'uploadUsed')
}

const readUpload = async (c: Context<WebEnv>) => {
  const form = formSchema.safeParse(await c.req.parseBody({ all: true }).catch(() => null))
  if (!form.success) throw new Refusal(400, 'notUnderstood')
  const files = form.data.file.filter(({ name, size }) => name !== '' || size > 0)
  if (files.length === 0) throw new Refusal(400, 'fileMissing')
  const caption = form.data.caption.toWellFormed().replaceAll('\0', '').trim()
  return {
    caption,
    files: await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    ),
  }
}

/** /tai-lieu/<evidence>: a file, for whoever is signed in and may see it. */
export const documentRoutes = ({ evidence }: WebDeps): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.get('/:id', async (c) => {
    if (c.var.visitor === null) throw new Refusal(401, 'signInForFile')
    const file = await evidence.open(c.var.visitor, c.req.param('id'))
    if (file === null) throw new Refusal(404, 'pageUnknown')
    return sendFile(c, file)
  })
  return routes
}
