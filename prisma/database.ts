import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { PGlite } from '@electric-sql/pglite'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaClient } from './generated/client.ts'
import { PostgresAdapter } from './postgres-adapter.ts'
import { createServerConnection } from './server-connection.ts'

/** Where the data is: an embedded database in a folder ("memory://" for none), or a PostgreSQL server. */
export type DatabaseLocation =
  | { readonly kind: 'pglite'; readonly folder: string; readonly load?: Blob }
  | { readonly kind: 'postgres'; readonly url: string; readonly connections?: number }

/** An open database: the ORM, and what the job queue and the migrations connect through. */
export interface Database {
  readonly client: PrismaClient
  readonly adapter: SqlMigrationAwareDriverAdapterFactory
  readonly connection:
    | { readonly kind: 'pglite'; readonly pglite: PGlite }
    | { readonly kind: 'postgres'; readonly url: string }
  close(): Promise<void>
}

/** The database cannot be used; `reason` tells which of the foreseen ways, the rest is a bug. */
export class DatabaseUnavailable extends Error {
  readonly reason: 'folder-in-use' | 'folder-not-writable' | 'server-unreachable'
  readonly where: string

  constructor(reason: DatabaseUnavailable['reason'], where: string, cause: unknown) {
    super(`${reason}: ${where}`, { cause })
    this.name = 'DatabaseUnavailable'
    this.reason = reason
    this.where = where
  }
}

/** A query may wait for its turn behind a long import; nobody waits for it longer than this. */
const transactionOptions = { maxWait: 30_000, timeout: 120_000 }

/**
 * Opens the database. Rejects with DatabaseUnavailable when another process has the folder,
 * the folder cannot be written, or the server does not answer.
 */
export const openDatabase = async (location: DatabaseLocation): Promise<Database> =>
  location.kind === 'pglite' ? openEmbedded(location) : openServer(location)

type Embedded = DatabaseLocation & { kind: 'pglite' }

const openEmbedded = async (location: Embedded): Promise<Database> => {
  const unlock = location.folder === 'memory://' ? () => undefined : lockFolder(location.folder)
  try {
    return await openLocked(location, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

const openLocked = async (location: Embedded, unlock: () => void): Promise<Database> => {
  const options = location.load ? { loadDataDir: location.load } : {}
  const { PGlite } = await import('@electric-sql/pglite')
  const { PrismaPGlite } = await import('pglite-prisma-adapter')
  const pglite = await PGlite.create({
    ...options,
    ...(location.folder === 'memory://' ? {} : { dataDir: join(location.folder, 'pglite') }),
  })
  const adapter = new PrismaPGlite(pglite)
  const client = new PrismaClient({ adapter, transactionOptions })
  const close = async () => {
    await client.$disconnect()
    if (!pglite.closed) await pglite.close()
    unlock()
  }
  return { client, adapter, connection: { kind: 'pglite', pglite }, close }
}

const openServer = async (location: DatabaseLocation & { kind: 'postgres' }): Promise<Database> => {
  const adapter = new PostgresAdapter({
    connectionString: location.url,
    max: location.connections ?? 10,
    // The adapter writes instants without a zone and reads them as UTC, whatever zone the server lives by.
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 10_000,
  })
  const client = new PrismaClient({ adapter, transactionOptions })
  const probe = createServerConnection({ connectionString: location.url, connectionTimeoutMillis: 10_000 })
  try {
    await probe.connect()
    await probe.query('SELECT 1')
  } catch (error) {
    await client.$disconnect()
    throw new DatabaseUnavailable('server-unreachable', withoutPassword(location.url), error)
  } finally {
    await probe.end().catch(() => undefined)
  }
  return { client, adapter, connection: { kind: 'postgres', url: location.url }, close: () => client.$disconnect() }
}

/** The address of a database as it may be shown: without name and password. */
const withoutPassword = (url: string): string => {
  if (!URL.canParse(url)) return 'DATABASE_URL'
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}${port ? `:${port}` : ''}${pathname}`
}

/**
 * PGlite is for one process only and does not check it. SQLite's file lock is the operating system's own:
 * it is gone the moment its holder dies, however it dies.
 */
const lockFolder = (folder: string): (() => void) => {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new DatabaseUnavailable('folder-not-writable', folder, error)
  }
  try {
    const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
    lock.exec('PRAGMA locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    return () => lock.close()
  } catch (error) {
    const busy = error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy
    throw new DatabaseUnavailable(busy ? 'folder-in-use' : 'folder-not-writable', folder, error)
  }
}

const sqliteBusy = 5
