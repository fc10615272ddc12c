/** Why nobody can be reached in a chat: the bot was blocked, the account or group is no more, all is refused there. */
export type BlockedReason = 'blocked' | 'gone' | 'refused'

/** What never arrives in a chat so often in a row, whatever it is, will not arrive the next time either. */
export const refusalsInARow = 3

/**
 * Why a chat is to be left alone from now on; null when it is not. `refusals` is how many messages were refused there
 * in a row, this one included.
 */
export const blockedReasonOf = (
  { chatGone, failure }: { readonly chatGone: boolean; readonly failure: string },
  refusals: number,
): BlockedReason | null => {
  if (chatGone) return failure.endsWith('-403') ? 'blocked' : 'gone'
  return refusals >= refusalsInARow ? 'refused' : null
}
