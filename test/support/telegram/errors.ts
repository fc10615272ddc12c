/** What an error can tell beside its words. */
export interface ErrorParameters {
  readonly retry_after?: number
  readonly migrate_to_chat_id?: number
}

const prefixes: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
}

/** The words that the service puts before every error of a status. */
export const errorPrefix = (status: number): string => prefixes[status] ?? `Error ${status}`

/** A refusal in the Bot API's shape. `description` is complete: "Bad Request: chat not found". */
export class TelegramError extends Error {
  readonly status: number
  readonly parameters: ErrorParameters | undefined

  constructor(status: number, description: string, parameters?: ErrorParameters) {
    super(description)
    this.name = 'TelegramError'
    this.status = status
    this.parameters = parameters
  }
}

/** 400 with the service's prefix. */
export const badRequest = (words: string): TelegramError => new TelegramError(400, `Bad Request: ${words}`)

/** 403 with the service's prefix. */
export const forbidden = (words: string): TelegramError => new TelegramError(403, `Forbidden: ${words}`)

/** 429: what a caller gets who is too fast. */
export const tooManyRequests = (seconds: number): TelegramError =>
  new TelegramError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
