import { z } from 'zod'
import { isPrivateHost } from '../../emulator/addresses.ts'
import { badRequest, TelegramError } from '../errors.ts'
import type { Params } from '../params.ts'
import type { World } from '../world.ts'
import { DescribedResult, type Method } from './method.ts'

const clamp = (value: number | null, usual: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value ?? usual))

/** Kinds that are named stay in force until others are named. */
const readAllowed = (world: World, params: Params): void => {
  if (!params.has('allowed_updates')) return
  const kinds = z.array(z.string()).safeParse(params.json('allowed_updates'))
  world.updates.allow(kinds.success ? kinds.data : [])
}

export const getUpdates: Method = (world, { params, hungUp }) => {
  if (world.webhook.isSet) {
    throw new TelegramError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  }
  readAllowed(world, params)
  const limit = clamp(params.integer('limit'), 100, 1, 100)
  const timeout = clamp(params.integer('timeout'), 0, 0, 50)
  return world.polling.poll(params.integer('offset') ?? 0, limit, timeout, hungUp)
}

const checkPublic = (url: URL): void => {
  if (url.protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!['', '443', '80', '88', '8443'].includes(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
  if (isPrivateHost(url.hostname)) throw badRequest(`bad webhook: IP address ${url.hostname} is reserved`)
}

const checkAddress = (world: World, address: string): void => {
  const url = URL.parse(address)
  if (url === null) throw badRequest('invalid webhook URL specified')
  if (!world.habits.allowLoopbackWebhook) checkPublic(url)
}

const checkSecret = (secret: string): void => {
  if (secret.length > 256) throw badRequest('secret token is too long')
  if (!/^[\w-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters')
}

const removeWebhook = (world: World, params: Params): DescribedResult => {
  const wasSet = world.webhook.isSet
  world.webhook.set(null)
  if (params.flag('drop_pending_updates')) world.updates.drop()
  return new DescribedResult(true, wasSet ? 'Webhook was deleted' : 'Webhook is already deleted')
}

export const setWebhook: Method = (world, { params }) => {
  const url = params.text('url')
  if (url === '') return removeWebhook(world, params)
  const secret = params.text('secret_token')
  checkAddress(world, url)
  checkSecret(secret)
  readAllowed(world, params)
  if (params.flag('drop_pending_updates')) world.updates.drop()
  world.polling.interrupt('setWebhook')
  world.webhook.set({ url, secret, maxConnections: clamp(params.integer('max_connections'), 40, 1, 100) })
  return new DescribedResult(true, 'Webhook was set')
}

export const deleteWebhook: Method = (world, { params }) => removeWebhook(world, params)

export const getWebhookInfo: Method = (world) => {
  const allowed = world.updates.allowed
  return { ...world.webhook.info(), ...(allowed.length === 0 ? {} : { allowed_updates: allowed }) }
}
