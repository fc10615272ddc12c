import type { UserFromGetMe } from 'grammy/types'
import { Activity } from '../emulator/activity.ts'
import { Changes } from '../emulator/changes.ts'
import { FaultBook } from '../emulator/faults.ts'
import { RequestLog } from '../emulator/request-log.ts'
import type { Transcript } from '../emulator/transcript.ts'
import { startHttpServer } from '../http-server.ts'
import { TelegramGroup } from './group.ts'
import { FloodControl, noLimits, strictLimits, type TelegramLimits } from './limits.ts'
import { Params } from './params.ts'
import { TelegramPerson } from './person.ts'
import { Polling } from './polling.ts'
import type { BotMessage, Person } from './room.ts'
import { runMethod, telegramHandler } from './server.ts'
import { Updates } from './updates.ts'
import { Webhook } from './webhook.ts'
import { type TelegramHabits, World } from './world.ts'

/** How the service behaves; without options, strictly like the real one. */
export interface TelegramOptions extends Partial<TelegramHabits> {
  readonly token?: string
  /** 0 lets the system choose. */
  readonly port?: number
  readonly username?: string
  /** Changes to the strict limits; false switches them all off. */
  readonly limits?: Partial<TelegramLimits> | false
  readonly webhookRetryMs?: number
  /** For faults with a probability. */
  readonly seed?: number
}

/** A Bot API on loopback, and the people who use it. */
export interface TelegramEmulator {
  /** The base address (grammY's `apiRoot`). */
  readonly url: string
  readonly token: string
  readonly username: string
  readonly requests: RequestLog
  readonly faults: FaultBook
  /** Commands set with setMyCommands. */
  readonly commands: World['commands']
  readonly chatActions: World['chatActions']
  /** How many updates the bot has not confirmed. */
  readonly pendingUpdates: number
  /** The numbers of all updates there ever were, in order. */
  readonly updateIds: readonly number[]
  /** The person with this number; the same one every time. */
  user(id: number, name: string): TelegramPerson
  /** A new group with the bot in it, added by a person. The id is negative. */
  group(id: number, title: string, by: TelegramPerson): TelegramGroup
  /** What the bot has put into a chat. */
  chat(id: number): Transcript<BotMessage>
  /** Hands an update out a second time. */
  redeliver(updateId: number): void
  /** Waits until the product has nothing more to do anywhere. */
  quiet(quietMs?: number, timeoutMs?: number): Promise<void>
  close(): Promise<void>
}

const botUser = (token: string, username: string, privacyMode: boolean): UserFromGetMe => ({
  id: Number(token.split(':')[0]),
  is_bot: true,
  first_name: 'Đôn Đốc',
  username,
  can_join_groups: true,
  can_read_all_group_messages: !privacyMode,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
})

const readLimits = (options: TelegramOptions): TelegramLimits =>
  options.limits === false ? noLimits : { ...strictLimits, ...options.limits }

const readHabits = (options: TelegramOptions, limits: TelegramLimits): TelegramHabits => ({
  allowLoopbackWebhook: false,
  privacyMode: true,
  callbackMs: 15_000,
  maxDownload: 20 * 1_024 * 1_024,
  maxUpload: 50 * 1_024 * 1_024,
  // A product that keeps to one message a second may still have something to say after a second of silence.
  quietMs: limits.perChatPerSecond === Infinity ? 300 : 1_300,
  now: () => new Date(),
  ...options,
})

const createWorld = (options: TelegramOptions, token: string): World => {
  const limits = readLimits(options)
  const habits = readHabits(options, limits)
  const updates = new Updates()
  const call = (method: string, values: Record<string, unknown>): void => {
    const params = new Params(new Map(Object.entries(values)))
    void runMethod(world, method, { params, hungUp: new AbortController().signal })
  }
  const webhook = new Webhook(updates, { retryMs: options.webhookRetryMs ?? 1_000, answerMs: 60_000 }, call)
  const world = new World({
    bot: botUser(token, options.username ?? 'dondoc_bot', habits.privacyMode),
    habits,
    changes: new Changes(),
    activity: new Activity(() => updates.pending.length),
    updates,
    polling: new Polling(updates),
    flood: new FloodControl(limits),
    webhook,
  })
  return world
}

const createPerson = (world: World, id: number, name: string): TelegramPerson => {
  const person: Person = { id, name, started: false, blocked: false, deactivated: false }
  world.people.set(id, person)
  return new TelegramPerson(world, world.open(id, 'private', name, person), person)
}

const createGroup = (world: World, id: number, title: string, by: TelegramPerson): TelegramGroup => {
  if (id >= 0) throw new Error('the id of a group is negative')
  const room = world.open(id, 'group', title, null)
  room.botIs = 'left'
  const group = new TelegramGroup(world, room)
  group.addBot(by)
  return group
}

/** Starts a Telegram Bot API on 127.0.0.1. All state lives here: the product may be killed and started again. */
export const createTelegramEmulator = async (options: TelegramOptions = {}): Promise<TelegramEmulator> => {
  const token = options.token ?? '7000000001:AAEmulatedTokenForTestsOnly_0123456789'
  const world = createWorld(options, token)
  const requests = new RequestLog(token, world.changes)
  const faults = new FaultBook(options.seed)
  const records = { requests, faults, activity: world.activity }
  const server = await startHttpServer(telegramHandler({ world, token, records }), options.port)
  const people = new Map<number, TelegramPerson>()
  return {
    url: server.url,
    token,
    username: world.bot.username,
    requests,
    faults,
    get commands() {
      return world.commands
    },
    chatActions: world.chatActions,
    get pendingUpdates() {
      return world.updates.pending.length
    },
    get updateIds() {
      return world.updates.ids
    },
    user: (id, name) => {
      const person = people.get(id) ?? createPerson(world, id, name)
      people.set(id, person)
      return person
    },
    group: (id, title, by) => createGroup(world, id, title, by),
    chat: (id) => {
      const room = world.rooms.get(id)
      if (room === undefined) throw new Error(`there is no chat ${id}`)
      return room.transcript
    },
    redeliver: (updateId) => world.updates.redeliver(updateId),
    quiet: (quietMs = world.habits.quietMs, timeoutMs = 15_000) => world.activity.quiet(quietMs, timeoutMs),
    close: async () => {
      world.webhook.set(null)
      await server.close()
    },
  }
}
