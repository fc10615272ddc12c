import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type App, startApp } from '../../app/app.ts'
import { readConfig } from '../../config.ts'
import { createLog } from '../../log.ts'
import type { Database } from '../../prisma/database.ts'
import { monday } from '../jobs/job-stage.ts'

const folder = mkdtempSync(join(tmpdir(), 'dondoc-silent-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface SilentOptions {
  readonly now?: () => Date
  readonly settings?: Readonly<Record<string, string>>
  /** Whether jobs run by themselves. */
  readonly clock?: boolean
}

/** The whole program over a database of the test's own, on a Monday morning, logging nothing. */
export const startSilentApp = (
  database: Database,
  { now = () => monday, settings = {}, clock = false }: SilentOptions = {},
): Promise<App> => {
  const config = readConfig({ DATA_DIR: folder, PORT: '0', SEND_LIMITS: 'false', ...settings })
  return startApp({ config, database, now, log: createLog('silent', []), clock })
}

export const ask = (app: App, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${app.port}${path}`, { headers })
