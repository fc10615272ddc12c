import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, startApp } from '../app/app.ts'
import { readConfig } from '../config.ts'
import { createLog } from '../log.ts'
import { type Database, openDatabase } from '../prisma/database.ts'
import { applyMigrations } from '../prisma/migrations.ts'
import type { BenchDatabase } from './databases.ts'
import type { Row } from './table.ts'

/** Monday 2 March 2026, 10:00 in Hà Nội: office hours, so that reminders go out. */
export const benchNow = new Date('2026-03-02T03:00:00Z')

/** Measures the running program over one database; its clock stands still at `benchNow`. */
export const whileRunning = async (
  bench: BenchDatabase,
  measure: (app: App, database: Database, name: string) => Promise<readonly Row[]>,
): Promise<readonly Row[]> => {
  const database = await openDatabase(bench.location)
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'))
  try {
    await applyMigrations(database)
    const config = readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', SEND_LIMITS: 'false' })
    const log = createLog(config.logLevel, [])
    const app = await startApp({ config, database, now: () => benchNow, log, clock: false })
    try {
      return await measure(app, database, bench.name)
    } finally {
      await app.stop()
    }
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
