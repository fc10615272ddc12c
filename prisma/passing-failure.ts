/**
 * Whether a failure is the database's own and passes: no room on the disk, no memory, too many connections, shutting
 * down (classes 53 and 57P of SQLSTATE). Whatever was asked for is not to blame.
 */
export const isPassingFailure = (error: unknown): boolean =>
  error instanceof Error && /Code: `(?:53\d{3}|57P0\d)`/u.test(error.message)
