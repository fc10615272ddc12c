import { z } from 'zod'
import type { Stores } from '../domain/ports/stores.ts'
import type { Request } from './request.ts'

/** What the bot asked about an assignment and waits for. */
export const answerDialogs = { percent: 'percent', obstacle: 'obstacle', evidence: 'evidence' } as const

const waitMinutes = 15

const dataSchema = z.object({ assignmentId: z.string() })

export const waitFor = (
  { now, chat, person }: Request,
  kind: keyof typeof answerDialogs,
  assignmentId: string,
  { dialogs }: Pick<Stores, 'dialogs'>,
): Promise<void> =>
  dialogs.save(
    chat.id,
    person.id,
    { kind: answerDialogs[kind], data: { assignmentId } },
    new Date(now.getTime() + waitMinutes * 60_000),
  )

/** The assignment that a dialog is about. */
export const assignmentOf = (data: unknown): string => dataSchema.parse(data).assignmentId
