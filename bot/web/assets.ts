import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import type { WebEnv } from './context.ts'

const types = {
  'chat.css': 'text/css; charset=utf-8',
  'desk.css': 'text/css; charset=utf-8',
  'draft.css': 'text/css; charset=utf-8',
  'delivery.css': 'text/css; charset=utf-8',
  'draft.js': 'text/javascript; charset=utf-8',
  'chat.js': 'text/javascript; charset=utf-8',
  'send.js': 'text/javascript; charset=utf-8',
  'log.js': 'text/javascript; charset=utf-8',
  'older.js': 'text/javascript; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'upload.js': 'text/javascript; charset=utf-8',
  'code.css': 'text/css; charset=utf-8',
  'code.js': 'text/javascript; charset=utf-8',
  'qrcode.mjs': 'text/javascript; charset=utf-8',
  'seal.svg': 'image/svg+xml',
}

/** What others wrote comes from its package. */
const packaged: Readonly<Record<string, string>> = {
  'qrcode.mjs': fileURLToPath(import.meta.resolve('qrcode-generator')),
}

/** Styles, scripts and the seal, from files read once. Browsers ask each time and mostly hear "unchanged". */
export const assetRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  for (const [name, type] of Object.entries(types)) {
    const content = readFileSync(packaged[name] ?? join(import.meta.dirname, 'assets', name), 'utf8')
    const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
    routes.get(`/${name}`, (c) => {
      c.header('Cache-Control', 'no-cache')
      c.header('ETag', tag)
      if (c.req.header('If-None-Match') === tag) return c.body(null, 304)
      return c.body(content, 200, { 'Content-Type': type })
    })
  }
  return routes
}
