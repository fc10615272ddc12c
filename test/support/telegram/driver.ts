import { type ChatDriver, checkChoice, type SeenMessage } from '../person-driver.ts'
import type { TelegramActor } from './actor.ts'
import type { BotMessage } from './room.ts'

const seen = (message: BotMessage): SeenMessage => ({
  id: String(message.id),
  text: message.text,
  entities: message.entities.map((entity) => ({
    type: entity.type,
    offset: entity.offset,
    length: entity.length,
    ...(entity.type === 'text_link' ? { url: entity.url } : {}),
  })),
  choices: message.choices,
})

const isPicture = (name: string): boolean => /\.(png|jpe?g)$/i.test(name)

const act = async (does: () => unknown): Promise<void> => {
  await Promise.resolve()
  does()
}

/** Lets a conversation test speak through a person on Telegram, in private or in a group. */
export const telegramDriver = (actor: TelegramActor): ChatDriver => ({
  channel: 'telegram',
  can: { reply: true, sendFile: true },
  say: (text) => act(() => actor.send(text)),
  reply: (message, text) => act(() => actor.send(text, { replyTo: Number(message.id) })),
  choose: (message, label) =>
    act(() => {
      checkChoice(message, label)
      actor.press(Number(message.id), label)
    }),
  sendFile: (name, bytes, caption) =>
    act(() => (isPicture(name) ? actor.sendPhoto(bytes, caption) : actor.sendDocument(name, bytes, caption))),
  next: async (timeoutMs) => seen(await actor.chat.nextShown(timeoutMs)),
  quiet: async () => (await actor.chat.waitUntilQuiet()).map(seen),
})
