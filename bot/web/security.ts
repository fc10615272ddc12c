import type { MiddlewareHandler } from 'hono'
import type { WebEnv } from './context.ts'
import { Refusal } from './refusal.ts'

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Nothing inline, nothing from elsewhere, no frames, nothing kept by caches on the way. */
export const securityHeaders: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next()
  c.header('Content-Security-Policy', contentPolicy)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('X-Frame-Options', 'DENY')
  // Not "no-referrer": browsers would then name no origin with a form either, and the check below would refuse it.
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

/**
 * Refuses what another site makes a browser send. Every browser names the origin with a POST; it has to be the
 * public address, or the very host that was asked where there is no proxy in between.
 */
export const sameOriginOnly = (publicUrl: string): MiddlewareHandler<WebEnv> => {
  const ours = new URL(publicUrl).origin
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const origin = c.req.header('Origin') ?? ''
      const sameHost = URL.canParse(origin) && new URL(origin).host === c.req.header('Host')
      if (origin !== ours && !sameHost) throw new Refusal(403, 'origin')
    }
    await next()
  }
}
