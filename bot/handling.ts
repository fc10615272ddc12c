import { randomBytes } from 'node:crypto'
import { AppError } from '../domain/errors.ts'
import type { Chat, InboxTurn, WaitingEvent } from '../domain/ports/messages.ts'
import type { Stores, Workspace } from '../domain/ports/stores.ts'
import { localDate } from '../domain/time.ts'
import { dispatch } from '../handlers/dispatch.ts'
import type { Request } from '../handlers/request.ts'
import { messagesIn } from '../locales/index.ts'
import { explainIn } from './group-safe.ts'
import type { HandlingOptions, HandlingTools } from './handling-tools.ts'
import { prepareEvent, type SentFile } from './incoming-file.ts'
import { createLanes } from './lanes.ts'
import { recordRefusal } from './refused-attempt.ts'
import { createReadings, type Readings } from './readings.ts'
import { say } from './say.ts'
import { welcomeStranger } from './strangers.ts'

export interface Handling {
  /** Handles what waits in a chat, in order. */
  wake(chatKey: string): void
  /** Picks up what a crash left unhandled. */
  sweep(): Promise<void>
  quiet(): Promise<void>
  stop(): Promise<void>
}

const chatsAtOnce = 8
/** An event that fails like this is left alone, so that the chat goes on. */
const maxAttempts = 3

/** From a stored event to its effects and replies: one transaction each, exactly once. */
export const createHandling = (options: HandlingOptions): Handling => {
  const { log } = options
  const readings = createReadings<SentFile | null>((chatKey) => lanes.wake(chatKey))
  const lanes = createLanes(
    async (chatKey, stopping) => {
      while (!stopping.aborted && (await handleNext(options, readings, chatKey)));
    },
    { atOnce: chatsAtOnce, onError: (_chatKey, error) => log.error({ err: error }, 'handling failed') },
  )
  return {
    wake: (chatKey) => lanes.wake(chatKey),
    sweep: async () => {
      for (const chatKey of await options.findUnhandled()) lanes.wake(chatKey)
    },
    quiet: async () => {
      do {
        await readings.quiet()
        await lanes.quiet()
      } while (readings.pending().length > 0)
    },
    stop: () => lanes.stop(),
  }
}

/** False when nothing was left to do. While a file is read, what comes after it in its chat is handled. */
const handleNext = async (
  options: HandlingOptions,
  readings: Readings<SentFile | null>,
  chatKey: string,
): Promise<boolean> => {
  const peeked = await options.peek(chatKey, readings.pending())
  if (peeked === null) return false
  try {
    const file = await prepareEvent(options, readings, chatKey, peeked)
    if (file === 'pending') return true
    await options.inTransaction(async (tools) => {
      const event = await tools.turn.takeEvent(chatKey, readings.pending())
      if (event === null || event.id !== peeked.id) return
      await handle(options, tools, event, file)
    })
  } catch (error) {
    await answerFailure(options, readings, peeked, { chatKey, error })
  }
  return true
}

const handle = async (
  options: HandlingOptions,
  tools: HandlingTools,
  event: WaitingEvent,
  file: SentFile | null,
): Promise<void> => {
  const { turn } = tools
  const chat = await turn.openChat(event.incoming)
  const account = await tools.accounts.find(event.incoming.channel, event.incoming.sender.id)
  const done = (workspaceId: string | null) => turn.markHandled({ id: event.id, workspaceId }, options.now())
  if (await noteChatChange(turn, chat, event, options.now())) return done(chat.workspaceId)
  if (account === null) {
    const { workspaceId, replies, m } = await welcomeStranger(options, tools, event, chat)
    await say(tools, options, event, { chat: { ...chat, workspaceId }, replies, m })
    return done(workspaceId)
  }
  if (isForeignTalk(chat, account.workspaceId, event)) return done(chat.workspaceId)
  const stores = tools.storesOf(account.workspaceId)
  const workspace = await tools.getWorkspace(account.workspaceId)
  const request = await openRequest(options, { event, chat, workspace, stores, personId: account.personId })
  const replies = await dispatch(request, event.incoming.body, file, stores)
  const current = await turn.openChat(event.incoming)
  await say(tools, options, event, { chat: current, replies, m: request.m, personId: account.personId })
  await done(account.workspaceId)
}

/** Whether the event only told something about the chat itself. */
const noteChatChange = async (turn: InboxTurn, chat: Chat, { incoming }: WaitingEvent, now: Date): Promise<boolean> => {
  switch (incoming.body.kind) {
    case 'blocked':
      await turn.setBlocked(chat.id, now)
      return true
    case 'unblocked':
      await turn.setBlocked(chat.id, null)
      return true
    case 'migrated':
      await turn.moveChat(chat.id, incoming.body.newChatId)
      return true
    default:
      return false
  }
}

/** What members of other workspaces say to one another in a group; only a command gets an answer, and that is a no. */
const isForeignTalk = (chat: Chat, workspaceId: string, { incoming: { body } }: WaitingEvent): boolean =>
  chat.kind === 'group' &&
  chat.workspaceId !== null &&
  chat.workspaceId !== workspaceId &&
  !(body.kind === 'button' || (body.kind === 'text' && body.text.startsWith('/')))

const openRequest = async (
  options: HandlingOptions,
  { event, chat, workspace, stores, personId }: RequestParts,
): Promise<Request> => {
  const { incoming } = event
  // A group that belongs to one workspace is deaf to members of another: nothing crosses.
  if (chat.workspaceId !== null && chat.workspaceId !== workspace.id) throw new AppError('other-workspace', {})
  const person = await stores.people.get(personId)
  const replyTo = incoming.body.kind === 'button' ? incoming.body.messageId : incoming.replyTo
  const now = options.now()
  const today = localDate(now, workspace.zone)
  return {
    now,
    today,
    workspace,
    person,
    standsIn: await stores.delegations.listStandIns(personId, today),
    chat,
    about: replyTo === undefined ? null : await stores.sentMessages.findByExternalId(chat.id, replyTo),
    m: messagesIn(person.locale),
    key: `event:${event.id}`,
    links: options.links(),
  }
}

interface RequestParts {
  readonly event: WaitingEvent
  readonly chat: Chat
  readonly workspace: Workspace
  readonly stores: Stores
  readonly personId: string
}

/** What a failure leaves is one sentence to the person and the handled mark; everything else was rolled back. */
const answerFailure = async (
  options: HandlingOptions,
  readings: Readings<SentFile | null>,
  event: WaitingEvent,
  { chatKey, error }: { readonly chatKey: string; readonly error: unknown },
): Promise<void> => {
  const told: AppError | null = error instanceof AppError ? error : await giveUp(options, event, error)
  if (told === null) return
  await options.inTransaction(async (tools) => {
    const current = await tools.turn.takeEvent(chatKey, readings.pending())
    if (current?.id !== event.id) return
    const chat = await tools.turn.openChat(event.incoming)
    const member = await findMember(tools, event)
    const m = messagesIn(member?.person.locale ?? options.locale)
    await say(tools, options, event, { chat, replies: [{ text: explainIn(chat, told, m) }], m })
    const attempt = { code: told.code, body: event.incoming.body, chat }
    if (member !== null) await recordRefusal(attempt, member, options.now())
    await tools.turn.markHandled({ id: event.id, workspaceId: chat.workspaceId, failure: told.code }, options.now())
  })
}

const findMember = async ({ accounts, storesOf }: HandlingTools, { incoming }: WaitingEvent) => {
  const account = await accounts.find(incoming.channel, incoming.sender.id)
  if (account === null) return null
  const { audit, people } = storesOf(account.workspaceId)
  return { person: await people.get(account.personId), audit }
}

/** Null while the event will be tried again; otherwise what to tell the person. */
const giveUp = async ({ countAttempt, isPassing, log }: HandlingOptions, event: WaitingEvent, error: unknown) => {
  if (isPassing(error)) throw error
  const reference = randomBytes(3).toString('hex').toUpperCase()
  const attempts = await countAttempt(event.id)
  log.error({ err: error, event: String(event.id), attempts, reference }, 'an event could not be handled')
  return attempts < maxAttempts ? null : new AppError('internal', { reference })
}
