import { z } from 'zod'
import { isPrivateHost } from '../../emulator/addresses.ts'
import { badRequest, ZaloError } from '../envelope.ts'
import type { ZaloWorld } from '../world.ts'
import type { Method } from './method.ts'

export const getMe: Method = (world) => world.bot

const pollSchema = z.looseObject({ timeout: z.coerce.number().min(0).max(120).default(30) })

/** One event, gone once handed out. An empty poll is an error: 408. */
export const getUpdates: Method = async (world, { params, hungUp }) => {
  const parsed = pollSchema.safeParse(params)
  if (!parsed.success) throw badRequest('timeout')
  const { timeout } = parsed.data
  const isShutOut = world.webhook.order !== null
  if (isShutOut && world.habits.pollUnderWebhook === 'refuse') throw badRequest('a webhook is set')
  const event = isShutOut ? await world.events.wait(timeout, hungUp, false) : await world.events.next(timeout, hungUp)
  if (event === null) throw new ZaloError(408)
  return event
}

const webhookSchema = z.looseObject({ url: z.string(), secret_token: z.string().min(8).max(256) })

const checkAddress = (world: ZaloWorld, address: string): void => {
  const url = URL.parse(address)
  if (url === null) throw badRequest('url is not an address')
  if (world.habits.allowLoopbackWebhook) return
  if (url.protocol !== 'https:') throw badRequest('url must be https')
  if (isPrivateHost(url.hostname)) throw badRequest('url must be public')
}

export const setWebhook: Method = async (world, { params }) => {
  const parsed = webhookSchema.safeParse(params)
  if (!parsed.success) throw badRequest('url and a secret_token of 8 to 256 characters are needed')
  const { url, secret_token: secret } = parsed.data
  checkAddress(world, url)
  const order = { url, secret, updatedAt: Date.now() }
  const problem = await world.webhook.probe(order)
  if (problem !== null) throw badRequest(`the address did not answer webhook.test with 200: ${problem}`)
  world.webhook.set(order)
  return { url, updated_at: order.updatedAt }
}

export const deleteWebhook: Method = (world) => {
  world.webhook.set(null)
  return { url: '', updated_at: Date.now() }
}

export const getWebhookInfo: Method = (world) => {
  const order = world.webhook.order
  if (order !== null) return { url: order.url, updated_at: order.updatedAt }
  if (world.habits.noWebhook === 'not-found') throw new ZaloError(404)
  return { url: '' }
}
