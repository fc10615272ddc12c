/** A style as a person sees it; offsets count UTF-16 units. */
export interface SeenEntity {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly url?: string
}

/** A message of the bot, the same on every channel. */
export interface SeenMessage {
  readonly id: string
  readonly text: string
  readonly entities: readonly SeenEntity[]
  /** What can be chosen: the labels of buttons, or of numbered lines where the channel has no buttons. */
  readonly choices: readonly string[]
}

/** A person at one channel, in one chat with the bot: what a conversation test speaks through. */
export interface ChatDriver {
  readonly channel: 'telegram' | 'zalo' | 'web'
  /** What a channel can do: conversations that need it skip themselves elsewhere. */
  readonly can: { readonly reply: boolean; readonly sendFile: boolean }
  say(text: string): Promise<void>
  /** Answers a message of the bot. Where the channel does not tell what was answered, it is only the words. */
  reply(message: SeenMessage, text: string): Promise<void>
  /** Takes a choice: presses its button, or says its number. */
  choose(message: SeenMessage, label: string): Promise<void>
  /** Sends a file. Where the channel takes none, the bot learns only that there was something. */
  sendFile(name: string, bytes: Uint8Array, caption?: string): Promise<void>
  /** The bot's next message, or the next one it rewrote. */
  next(timeoutMs?: number): Promise<SeenMessage>
  /** Waits until the bot has nothing more to say; the result is what nobody took with `next`. */
  quiet(): Promise<readonly SeenMessage[]>
}

/** Fails with the choices there are when the wanted one is missing. */
export const checkChoice = (message: SeenMessage, label: string): void => {
  if (!message.choices.includes(label)) {
    const there = message.choices.map((choice) => `"${choice}"`).join(', ') || 'none'
    throw new Error(`the message has no choice "${label}"; there are: ${there}`)
  }
}
