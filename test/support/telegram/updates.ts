import type { CallbackQuery, ChatMemberUpdated } from 'grammy/types'
import type { WireMessage } from './room.ts'

/** What happened: one kind each. */
export type UpdateBody =
  | { readonly message: WireMessage }
  | { readonly edited_message: WireMessage }
  | { readonly callback_query: Omit<CallbackQuery, 'message'> & { readonly message: WireMessage } }
  | { readonly my_chat_member: ChatMemberUpdated }

/** An update as it goes over the wire. */
export type WireUpdate = { readonly update_id: number } & UpdateBody

/** An update that waits for the bot. Updates of one lane must reach it in order. */
export interface QueuedUpdate {
  readonly update: WireUpdate
  readonly lane: string
}

/** What a bot gets when it asks for nothing in particular: all but these. */
const onlyOnRequest = ['chat_member', 'message_reaction', 'message_reaction_count']

/** The updates that the bot has not confirmed yet. They survive the bot. */
export class Updates {
  #pending: QueuedUpdate[] = []
  #again: QueuedUpdate[] = []
  readonly #given = new Map<number, QueuedUpdate>()
  readonly #listeners = new Set<() => void>()
  #nextId = 100_001
  #allowed: readonly string[] = []

  get pending(): readonly QueuedUpdate[] {
    return [...this.#again, ...this.#pending]
  }

  get allowed(): readonly string[] {
    return this.#allowed
  }

  /** The numbers of all updates there ever were. */
  get ids(): readonly number[] {
    return [...this.#given.keys()]
  }

  /** Which kinds the bot wants from now on; none named means the usual ones. */
  allow(kinds: readonly string[]): void {
    this.#allowed = kinds
  }

  /** Queues an update unless the bot does not want its kind. */
  push(lane: string, body: UpdateBody): number | null {
    const kind = Object.keys(body)[0] ?? ''
    const isWanted = this.#allowed.length === 0 ? !onlyOnRequest.includes(kind) : this.#allowed.includes(kind)
    if (!isWanted) return null
    const queued: QueuedUpdate = { update: { update_id: this.#nextId, ...body }, lane }
    this.#nextId += 1
    this.#given.set(queued.update.update_id, queued)
    this.#pending.push(queued)
    this.#tell()
    return queued.update.update_id
  }

  /** Hands an update out once more, as the service does now and then. */
  redeliver(id: number): void {
    const queued = this.#given.get(id)
    if (queued === undefined) throw new Error(`there never was an update ${id}`)
    this.#again.push(queued)
    this.#tell()
  }

  /** Confirms everything below the offset and reads what follows; a negative offset counts from the end. */
  read(offset: number, limit: number): readonly WireUpdate[] {
    if (offset < 0) this.#pending = this.#pending.slice(offset)
    else this.#pending = this.#pending.filter((queued) => queued.update.update_id >= offset)
    const batch = [...this.#again, ...this.#pending].slice(0, limit)
    this.#again = []
    return batch.map((queued) => queued.update)
  }

  /** A webhook took this one. */
  confirm(queued: QueuedUpdate): void {
    const isOther = (other: QueuedUpdate): boolean => other !== queued
    if (this.#again.includes(queued)) this.#again = this.#again.filter(isOther)
    else this.#pending = this.#pending.filter(isOther)
  }

  drop(): void {
    this.#pending = []
    this.#again = []
  }

  /** Calls back on every new update; the result stops that. */
  onNew(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}
