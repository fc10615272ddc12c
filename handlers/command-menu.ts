import type { Locale } from '../domain/people.ts'
import { messagesIn } from '../locales/index.ts'
import { commands } from './routes.ts'

/** Telegram's own bounds for its menu. */
const longestDescription = 256

/** The commands as a messenger's menu shows them: by their Vietnamese or English name, without the slash. */
export const commandMenu = (locale: Locale): readonly { readonly command: string; readonly description: string }[] =>
  commands.map(({ names, about }) => ({
    command: (locale === 'en' ? names[1] : undefined) ?? names[0],
    description: about(messagesIn(locale)).slice(0, longestDescription),
  }))
