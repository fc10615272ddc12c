import { z } from 'zod'
import type { ZaloEmulator } from './emulator.ts'

const envelope = z.strictObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional(),
  error_code: z.number().optional(),
})

/** What came back from one raw call. */
export type RawAnswer = z.infer<typeof envelope> & { readonly status: number }

/** Calls a method as plain JSON over HTTP, without any client in between. */
export const callRaw = async (
  service: Pick<ZaloEmulator, 'url' | 'token'>,
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
