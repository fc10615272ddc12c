import { z } from 'zod'
import type { TelegramEmulator } from './emulator.ts'

const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z.object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() }).optional(),
})

/** What came back from one raw call. */
export type RawAnswer = z.infer<typeof envelope> & { readonly status: number }

/** Calls a method as plain JSON over HTTP, without any client in between. */
export const callRaw = async (
  service: Pick<TelegramEmulator, 'url' | 'token'>,
  method: string,
  params: object = {},
): Promise<RawAnswer> => {
  const response = await fetch(`${service.url}/bot${service.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  })
  return { status: response.status, ...envelope.parse(await response.json()) }
}
