import { en } from './en.ts'
import { type Messages, vi } from './vi.ts'

export type { Messages } from './vi.ts'

const all: Record<'vi' | 'en', Messages> = { vi, en }

/** Every word the bot says, in one language. */
export const messagesIn = (locale: 'vi' | 'en'): Messages => all[locale]
