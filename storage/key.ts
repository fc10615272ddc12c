const keyPattern = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/u

/** Throws unless it is a key of our own making: what a person calls a file never becomes a path. */
export const requireKey = (key: string): void => {
  if (!keyPattern.test(key)) throw new Error('not a key of the storage')
}
