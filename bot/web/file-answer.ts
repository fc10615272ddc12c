import type { Context } from 'hono'
import type { WebEnv } from './context.ts'

/** A file that whoever asked may have: saved, never shown. */
export const sendFile = (
  c: Context<WebEnv>,
  { name, mime, bytes }: { readonly name: string; readonly mime: string; readonly bytes: Uint8Array },
): Response => {
  c.header('Content-Type', mime)
  c.header('Content-Disposition', attachment(name))
  c.header('Cache-Control', 'private, no-store')
  return c.body(new Uint8Array(bytes))
}

/** The name for browsers of today, and its plain letters for the others (RFC 6266). */
const attachment = (name: string): string => {
  const plain = name.replace(/[^\w. -]/gu, '_')
  const full = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
