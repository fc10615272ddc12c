/**
 * What is not sure about the service, or changes from day to day. Tests may change these while the service runs; a
 * product must be right with every one of them.
 */
export interface ZaloHabits {
  /** Whether errors come with HTTP status 200 or with the status they name. */
  httpStatus: 'always-200' | 'matching'
  /** Whether success carries `error_code: 0`. */
  zeroOnSuccess: boolean
  /** `{event_name, message}` or `{ok, result: {event_name, message}}`. */
  webhookBody: 'flat' | 'enveloped'
  dates: 'milliseconds' | 'seconds'
  photoField: 'photo_url' | 'photo'
  /** What getWebhookInfo says when there is none. */
  noWebhook: 'not-found' | 'empty-url'
  /** What a poll meets while a webhook is set. */
  pollUnderWebhook: 'refuse' | 'silent'
  /** Whether people who never wrote first can be written to. */
  strangers: 'refuse' | 'accept'
  /** The real service takes only public addresses. */
  allowLoopbackWebhook: boolean
  allowLoopbackPhotos: boolean
  /** When a photo's address is fetched again. */
  photoRefetchMs: number
  /** Messages a month. */
  monthlyQuota: number
  /** How often a delivery that the product refused is tried again; not known of the real service, so not at all. */
  webhookRetries: number
  webhookRetryMs: number
  /** How long a chat must be silent to count as quiet. */
  quietMs: number
  /** The service's clock: dates of messages. */
  now: () => Date
}

export const usualHabits: ZaloHabits = {
  httpStatus: 'always-200',
  zeroOnSuccess: false,
  webhookBody: 'flat',
  dates: 'milliseconds',
  photoField: 'photo_url',
  noWebhook: 'not-found',
  pollUnderWebhook: 'refuse',
  strangers: 'refuse',
  allowLoopbackWebhook: false,
  allowLoopbackPhotos: false,
  photoRefetchMs: 200,
  monthlyQuota: 3_000,
  webhookRetries: 0,
  webhookRetryMs: 1_000,
  quietMs: 300,
  now: () => new Date(),
}
