/** Why nobody can be reached in a chat: the bot was blocked, the account or group is no more, all is refused there. */
export type BlockedReason = 'blocked' | 'gone' | 'refused'

/** What never arrives in a chat so often in a row, whatever it is, will not arrive the next time either. */
export const refusalsInARow = 3

/**
 * What services say of a chat, or of a message to it. A service that is ill ("telegram-502", and "zalo-403", which calls
 * itself an internal error) says nothing of who is there, nor does what was withdrawn or given up here.
 */
export const refusals: readonly string[] = ['telegram-400', 'telegram-403', 'telegram-403-deactivated', 'zalo-400']

/**
 * Why a chat is to be left alone from now on; null when it is not. `inARow` is how many messages were refused there
 * in a row, this one included.
 */
export const blockedReasonOf = (
  { chatGone, failure }: { readonly chatGone: boolean; readonly failure: string },
  inARow: number,
): BlockedReason | null => {
  if (chatGone) return failure.endsWith('-403') ? 'blocked' : 'gone'
  return refusals.includes(failure) && inARow >= refusalsInARow ? 'refused' : null
}
