import { capabilities } from '../domain/channels.ts'
import type { ReadingProgress } from '../domain/plan-document.ts'
import type { WaitingEvent } from '../domain/ports/messages.ts'
import { type Messages, messagesIn } from '../locales/index.ts'
import type { Rich } from '../locales/rich-text.ts'
import type { HandlingOptions, HandlingTools, ProgressPace } from './handling-tools.ts'

/** Far within what channels allow for edits in a private chat, and often enough to see it move. */
const usualPace: ProgressPace = { announceAfter: 2000, updateEvery: 4000 }

/**
 * Reads a file, and says that it is being read when it takes long: in one message, with the pages done where the
 * channel can edit it. Nothing that goes wrong in saying so touches the reading.
 */
export const readWithProgress = async <T>(
  options: HandlingOptions,
  event: WaitingEvent,
  name: string,
  read: (onProgress: (progress: ReadingProgress) => void) => Promise<T>,
): Promise<T> => {
  const { announceAfter, updateEvery } = options.progress ?? usualPace
  const { edits } = capabilities[event.incoming.channel]
  let latest: ReadingProgress | null = null
  let said = ''
  let saying = Promise.resolve()
  const say = (words: (m: Messages) => Rich, part: string): void => {
    said = part
    saying = saying.then(() =>
      announce(options, event, words, part).catch((error: unknown) => {
        options.log.warn({ err: error }, 'progress could not be said')
      }),
    )
  }
  const sayPages = (): void => {
    const part = latest === null ? 'reading' : `reading:${latest.page}`
    if (part === said || (said !== '' && !edits)) return
    const { page, pages } = latest ?? { page: 0, pages: null }
    say((m) => m.plans.reading({ name, page, pages }), part)
  }
  let updates: NodeJS.Timeout | undefined
  const first = setTimeout(() => {
    sayPages()
    updates = setInterval(sayPages, updateEvery)
  }, announceAfter)
  try {
    return await read((progress) => {
      latest = progress
    })
  } finally {
    clearTimeout(first)
    clearInterval(updates)
    if (said !== '' && edits) say((m) => m.plans.readThrough({ name }), 'reading:done')
    await saying
  }
}

/** The first message of an event's progress is the one that the others replace. */
const announce = (
  options: HandlingOptions,
  { id, incoming }: WaitingEvent,
  words: (m: Messages) => Rich,
  part: string,
): Promise<void> =>
  options.inTransaction(async (tools) => {
    const chat = await tools.turn.openChat(incoming)
    const m = await readerOf(options, tools, incoming)
    const first = `event:${id}:reading`
    const { sentMessages } = tools.storesOf(chat.workspaceId ?? '')
    const shown = chat.workspaceId === null ? null : await sentMessages.findByKey(chat.id, first)
    // What was announced and not sent yet cannot be replaced yet.
    if (shown?.externalId === null) return
    await tools.outboxOf(chat.workspaceId).add([
      {
        ...{ chatId: chat.id, kind: 'reply', text: words(m), notBefore: options.now() },
        ...(shown === null ? { key: first } : { key: `event:${id}:${part}`, edits: shown.externalId }),
      },
    ])
  })

const readerOf = async (
  { locale }: HandlingOptions,
  { accounts, storesOf }: HandlingTools,
  { channel, sender }: WaitingEvent['incoming'],
): Promise<Messages> => {
  const account = await accounts.find(channel, sender.id)
  const person = account && (await storesOf(account.workspaceId).people.get(account.personId))
  return messagesIn(person?.locale ?? locale)
}
