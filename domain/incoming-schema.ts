import { z } from 'zod'
import type { Incoming } from './incoming.ts'

/** Incoming as it is stored and read back. */
export const incomingSchema = z.object({
  channel: z.enum(['telegram', 'zalo', 'web']),
  externalId: z.string(),
  chat: z.object({ id: z.string(), kind: z.enum(['private', 'group']), title: z.string() }),
  sender: z.object({ id: z.string(), name: z.string() }),
  sentAt: z.string(),
  replyTo: z.string().exactOptional(),
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string(), forwarded: z.literal(true).exactOptional() }),
    z.object({ kind: z.literal('edited') }),
    z.object({ kind: z.literal('button'), action: z.string(), messageId: z.string().exactOptional() }),
    z.object({
      kind: z.literal('file'),
      file: z.object({
        reference: z.string(),
        name: z.string(),
        size: z.number().nullable(),
        photo: z.literal(true).exactOptional(),
      }),
      caption: z.string(),
      forwarded: z.literal(true).exactOptional(),
    }),
    z.object({ kind: z.literal('unsupported'), what: z.string() }),
    z.object({ kind: z.literal('blocked') }),
    z.object({ kind: z.literal('unblocked') }),
    z.object({ kind: z.literal('migrated'), newChatId: z.string() }),
  ]),
}) satisfies z.ZodType<Incoming>
