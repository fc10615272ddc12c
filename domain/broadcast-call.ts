import type { Broadcast } from './ports/broadcasts.ts'

/** So often those who have not confirmed may be called. */
export const mostCalls = 3
/** From one call, or the sending, to the next. */
const pauseMs = 60 * 60 * 1000

/** Whether people may be called (once more) now: the number of that call, or why not. */
export type CallDecision =
  | { readonly kind: 'call'; readonly call: number }
  | { readonly kind: 'enough' }
  | { readonly kind: 'too-soon'; readonly last: Date; readonly next: Date }

/** `last` is when it was sent or people were called last. */
export const planCall = (
  { calls, calledAt, sentAt }: Pick<Broadcast, 'calls' | 'calledAt' | 'sentAt'>,
  now: Date,
): CallDecision => {
  if (calls >= mostCalls) return { kind: 'enough' }
  const last = calledAt ?? sentAt ?? now
  const next = new Date(last.getTime() + pauseMs)
  return now < next ? { kind: 'too-soon', last, next } : { kind: 'call', call: calls + 1 }
}

/** The outbox key of somebody's copy; a call has its own, so that each is said once. */
export const copyKey = (broadcastId: string, personId: string): string => `broadcast:${broadcastId}:${personId}`
/** The broadcast that a message with this key is a copy of; null for any other message. */
export const broadcastOfKey = (key: string): string | null =>
  /^broadcast:([\da-f-]{36}):[\da-f-]{36}(?::call:\d+)?(?:#\d+)?$/u.exec(key)?.[1] ?? null

export const callKey = (messageKey: string, call: number): string => `${messageKey}:call:${call}`
