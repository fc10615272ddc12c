import { FaultBook } from '../emulator/faults.ts'
import { RequestLog } from '../emulator/request-log.ts'
import type { Transcript } from '../emulator/transcript.ts'
import { startHttpServer } from '../http-server.ts'
import type { ZaloEvent } from './events.ts'
import { usualHabits, type ZaloHabits } from './habits.ts'
import { ZaloActor, ZaloMember } from './person.ts'
import { zaloHandler } from './server.ts'
import { type ZaloBotMessage, type ZaloRoom, ZaloWorld } from './world.ts'

/** How the service behaves; without options, as strictly as it is known. */
export interface ZaloOptions extends Partial<ZaloHabits> {
  readonly token?: string
  /** 0 lets the system choose. */
  readonly port?: number
  /** For faults with a probability. */
  readonly seed?: number
}

/** A group on Zalo with the bot in it. */
interface ZaloGroup {
  readonly id: string
  readonly chat: Transcript<ZaloBotMessage>
  member(person: ZaloActor): ZaloMember
}

/** A Zalo Bot Platform on loopback, and the people who use it. */
export interface ZaloEmulator {
  /** The base address, in the place of https://bot-api.zaloplatforms.com. */
  readonly url: string
  readonly token: string
  readonly requests: RequestLog
  readonly faults: FaultBook
  /** May be changed while the service runs. */
  readonly habits: ZaloHabits
  readonly chatActions: ZaloWorld['chatActions']
  /** How many events nobody has taken. */
  readonly pendingUpdates: number
  /** Events that the webhook refused: lost. */
  readonly lostDeliveries: readonly { readonly event: ZaloEvent; readonly problem: string }[]
  /** Messages sent this month; a new month starts at 0. */
  sentThisMonth: number
  /** The person with this id; the same one every time. */
  user(id: string, name: string): ZaloActor
  /** A new group with the bot in it. */
  group(id: string, title: string): ZaloGroup
  /** What the bot has put into a chat. */
  chat(id: string): Transcript<ZaloBotMessage>
  /** Tells of a message a second time. */
  redeliver(messageId: string): void
  /** Any event, for instance one without a message. */
  emit(event: ZaloEvent): void
  /** Waits until the product has nothing more to do anywhere. */
  quiet(quietMs?: number, timeoutMs?: number): Promise<void>
  close(): Promise<void>
}

const createGroup = (world: ZaloWorld, id: string, title: string): ZaloGroup => {
  const room = world.open(id, 'GROUP', title)
  return {
    id,
    chat: room.transcript,
    member: (person) => new ZaloMember(world, room, person.id, person.name),
  }
}

const getRoom = (world: ZaloWorld, id: string): ZaloRoom => {
  const room = world.rooms.get(id)
  if (room === undefined) throw new Error(`there is no chat ${id}`)
  return room
}

/** Starts a Zalo Bot Platform on 127.0.0.1. All state lives here: the product may be killed and started again. */
export const createZaloEmulator = async (options: ZaloOptions = {}): Promise<ZaloEmulator> => {
  const { token = '4459183947123456789:EmulatedZaloTokenForTestsOnly', port, seed, ...habits } = options
  const world = new ZaloWorld({ ...usualHabits, ...habits })
  const requests = new RequestLog(token, world.changes)
  const faults = new FaultBook(seed)
  const records = { requests, faults, activity: world.activity }
  const server = await startHttpServer(zaloHandler({ world, token, records }), port)
  world.url = server.url
  const people = new Map<string, ZaloActor>()
  return {
    url: server.url,
    token,
    requests,
    faults,
    habits: world.habits,
    chatActions: world.chatActions,
    lostDeliveries: world.webhook.lost,
    get pendingUpdates() {
      return world.events.pending.length
    },
    get sentThisMonth() {
      return world.sent
    },
    set sentThisMonth(count: number) {
      world.sent = count
    },
    user: (id, name) => {
      const person = people.get(id) ?? new ZaloActor(world, world.open(id, 'PRIVATE', name), id, name)
      people.set(id, person)
      return person
    },
    group: (id, title) => createGroup(world, id, title),
    chat: (id) => getRoom(world, id).transcript,
    redeliver: (messageId) => world.events.redeliver(messageId),
    emit: (event) => world.events.push(event),
    quiet: (quietMs = world.habits.quietMs, timeoutMs = 15_000) => world.activity.quiet(quietMs, timeoutMs),
    close: async () => {
      world.webhook.set(null)
      await server.close()
    },
  }
}
