import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { Refusal, type RefusalCode } from './refusal.ts'

/** Refuses what is larger, before it is read. */
export const limited = (maxSize: number, code: RefusalCode) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal(413, code)
    },
  })

/** What was sent, in the shape it must have. */
export const parse = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new Refusal(400, 'notUnderstood')
  return parsed.data
}

/** The JSON that was sent. */
export const readJson = async (c: Context): Promise<unknown> => {
  try {
    return await c.req.json()
  } catch {
    throw new Refusal(400, 'notUnderstood')
  }
}
