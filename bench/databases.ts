import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { DatabaseLocation } from '../prisma/database.ts'

/** A database made for one measurement. */
export interface BenchDatabase {
  readonly name: 'PGlite' | 'PostgreSQL'
  readonly location: DatabaseLocation
  /** The settings that make the program use it. */
  readonly settings: Readonly<Record<string, string>>
  drop(): Promise<void>
}

/** An embedded database in a folder of its own. */
export const embedded = (): Promise<BenchDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'))
  return Promise.resolve({
    name: 'PGlite',
    location: { kind: 'pglite', folder },
    settings: { DATA_DIR: folder },
    drop: () => rm(folder, { recursive: true, force: true }),
  })
}

/** A new database on a server. */
export const onServer = async (server: string): Promise<BenchDatabase> => {
  const name = `dondoc_bench_${randomUUID().replaceAll('-', '')}`
  await execute(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'))
  return {
    name: 'PostgreSQL',
    location: { kind: 'postgres', url: url.href },
    settings: { DATABASE_URL: url.href, DATA_DIR: folder },
    drop: async () => {
      await rm(folder, { recursive: true, force: true })
      await execute(server, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

const execute = async (server: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 3000 })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
