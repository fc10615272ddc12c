import { z } from 'zod'
import type { Stores } from '../domain/ports/stores.ts'
import type { Request } from './request.ts'

/** What the bot asked whoever decides, or whoever asks for a decision, and waits for. */
export const decisionDialogs = {
  rejection: 'rejection',
  reopening: 'reopening',
  extension: 'extension',
  otherDay: 'extension-day',
  refusal: 'extension-refusal',
  return: 'return',
  agency: 'reassign-agency',
  givingBack: 'give-back',
} as const

const waitMinutes = 30

const waiting = z.object({
  /** Of the update, the request or the assignment that it is about. */
  id: z.string(),
  assignmentId: z.string(),
  queue: z.boolean().default(false),
  wantedOn: z.string().nullable().default(null),
  reason: z.string().default(''),
})

export type WaitingFor = z.infer<typeof waiting>

export const readWaitingFor = (data: unknown): WaitingFor => waiting.parse(data)

export const waitForWords = (
  { now, chat, person }: Request,
  kind: keyof typeof decisionDialogs,
  data: z.input<typeof waiting>,
  { dialogs }: Pick<Stores, 'dialogs'>,
): Promise<void> => {
  const expiresAt = new Date(now.getTime() + waitMinutes * 60_000)
  return dialogs.save(chat.id, person.id, { kind: decisionDialogs[kind], data }, expiresAt)
}
