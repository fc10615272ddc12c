import type { ChatDriver, SeenMessage } from './person-driver.ts'

/** Says something and waits for the next message. */
export const ask = async (who: ChatDriver, text: string): Promise<SeenMessage> => {
  await who.say(text)
  return who.next()
}

/** Chooses what a message offers, by button or number, and waits for the next message. */
export const choose = async (who: ChatDriver, message: SeenMessage, label: string): Promise<SeenMessage> => {
  await who.choose(message, label)
  return who.next()
}

/** Says something and waits for the words of the next message. */
export const askText = async (who: ChatDriver, text: string): Promise<string> => (await ask(who, text)).text
