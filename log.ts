import pino, { type DestinationStream, type Logger } from 'pino'

/** Replaces every secret in a text, as it is and as it looks inside an address or a JSON string. */
export const scrub = (text: string, secrets: readonly string[]): string => {
  const forms = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(secret).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    encodeURI(secret),
    JSON.stringify(secret).slice(1, -1),
  ])
  // Longest first, so that a secret that contains another one leaves nothing behind.
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length)
    .reduce((line, form) => line.replaceAll(form, '[secret]'), text)
}

/**
 * The program's log: one JSON line an event, without contents of messages. Secrets are taken out of the finished
 * line, so that no library's error can carry one through.
 */
export const createLog = (level: string, secrets: readonly string[], to?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      // Whole requests and answers hang on the errors of HTTP clients: the name, words and place are enough.
      serializers: { err: (error: unknown) => describe(error) },
      hooks: { streamWrite: (line) => scrub(line, secrets) },
    },
    to ?? pino.destination(1),
  )

const describe = (error: unknown): object => {
  if (!(error instanceof Error)) return { message: String(error) }
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  }
}
