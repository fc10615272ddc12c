import type { Answer } from '../emulator/exchange.ts'
import type { ZaloHabits } from './habits.ts'

const words: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  // Sic: the documentation gives 403 these words.
  403: 'Internal server error',
  404: 'Not found',
  408: 'Request timeout',
  429: 'Quota exceeded',
}

/** A refusal. The code is the one in the body; the HTTP status follows the service's habit. */
export class ZaloError extends Error {
  readonly code: number

  /** The detail is this emulator's own: the real service says less. */
  constructor(code: number, detail?: string) {
    const usual = words[code] ?? `Error ${code}`
    super(detail === undefined ? usual : `${usual}: ${detail}`)
    this.name = 'ZaloError'
    this.code = code
  }
}

export const badRequest = (detail: string): ZaloError => new ZaloError(400, detail)

const type = 'application/json'

/** A success; without a result where the method has none. */
export const success = (habits: ZaloHabits, result: unknown): Answer => {
  const zero = habits.zeroOnSuccess ? { error_code: 0 } : {}
  const body = result === undefined ? { ok: true, ...zero } : { ok: true, result, ...zero }
  return { status: 200, type, body: JSON.stringify(body), description: null }
}

/** A refusal, with the HTTP status of the service's habit. */
export const refusal = (habits: ZaloHabits, code: number, description: string): Answer => ({
  status: habits.httpStatus === 'matching' ? code : 200,
  type,
  body: JSON.stringify({ ok: false, description, error_code: code }),
  description: `${code} ${description}`,
})

/** The words of an error that a test asks for. */
export const usualWords = (code: number): string => words[code] ?? `Error ${code}`
