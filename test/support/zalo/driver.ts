import { type ChatDriver, checkChoice, type SeenMessage } from '../person-driver.ts'
import { type ZaloActor, ZaloMember } from './person.ts'
import type { ZaloBotMessage } from './world.ts'

const seen = ({ id, text, entities, choices }: ZaloBotMessage): SeenMessage => ({ id, text, entities, choices })

const act = async (does: () => unknown): Promise<void> => {
  await Promise.resolve()
  does()
}

const isPicture = (name: string): boolean => /\.(png|jpe?g)$/i.test(name)

/** Lets a conversation test speak through a person on Zalo: no buttons, no quotes, no files. */
export const zaloDriver = (actor: ZaloActor): ChatDriver => {
  const say = (text: string): string => (actor instanceof ZaloMember ? actor.mention(text) : actor.send(text))
  return {
    channel: 'zalo',
    can: { reply: false, sendFile: false },
    say: (text) => act(() => say(text)),
    reply: (_message, text) => act(() => (actor instanceof ZaloMember ? actor.replyToBot(text) : actor.send(text))),
    choose: (message, label) =>
      act(() => {
        checkChoice(message, label)
        say(String(message.choices.indexOf(label) + 1))
      }),
    sendFile: (name, bytes, caption) =>
      act(() => (isPicture(name) ? actor.sendImage(bytes, caption) : actor.sendUnsupported())),
    next: async (timeoutMs) => seen(await actor.chat.nextShown(timeoutMs)),
    quiet: async () => (await actor.chat.waitUntilQuiet()).map(seen),
  }
}
