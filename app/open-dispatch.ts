import { createMemoryPermits } from '../bot/memory-permits.ts'
import type { Dispatch } from '../domain/ports/messages.ts'
import type { Database } from '../prisma/database.ts'
import { createDispatch } from '../prisma/dispatch.ts'

/** An embedded database has one process, which keeps the permits to send in its memory; others share them. */
export const openDispatch = ({ client, connection }: Database): Dispatch => ({
  ...createDispatch(client),
  ...(connection.kind === 'pglite' && createMemoryPermits()),
})
