import { DatabaseUnavailable } from '../prisma/database.ts'

/** Where the running program shows what a command would print. */
interface Seen {
  /** On the web. */
  readonly page: string
  /** In chat. */
  readonly chat: string
}

/** The program runs and has the embedded database to itself. */
export class ProgramRuns extends Error {
  override readonly name = 'ProgramRuns'
  readonly folder: string
  readonly seen: Seen

  constructor(folder: string, seen: Seen, cause: unknown) {
    super(`the program runs on ${folder}`, { cause })
    this.folder = folder
    this.seen = seen
  }
}

/** For a command that only shows something: rejects with ProgramRuns where the program shows the same meanwhile. */
export const alsoSeen = (seen: Seen, work: Promise<void>): Promise<void> =>
  work.catch((error: unknown) => {
    const isInUse = error instanceof DatabaseUnavailable && error.reason === 'folder-in-use'
    throw isInUse ? new ProgramRuns(error.where, seen, error) : error
  })
