import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { sameSecret } from '../bot/same-secret.ts'
import type { Config } from '../config.ts'

const forwardedBy = ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via']

/**
 * Whoever brings the token; without one set, this machine itself. A proxy on this machine makes everybody look like
 * that: where one is seen, or has to be there because the address is https, nobody is let in without a token.
 */
export const mayReadMetrics = (c: Context, { metricsToken, publicUrl }: Pick<Config, 'metricsToken' | 'publicUrl'>) => {
  if (metricsToken !== null) return sameSecret(c.req.header('Authorization') ?? '', `Bearer ${metricsToken}`)
  const isForwarded = publicUrl.startsWith('https:') || forwardedBy.some((name) => c.req.header(name) !== undefined)
  return !isForwarded && isLoopback(getConnInfo(c).remote.address ?? '')
}

const isLoopback = (address: string): boolean => /^(?:::ffff:)?127\.|^::1$/u.test(address)
