import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../prisma/database.ts'
import { applyMigrations } from '../../prisma/migrations.ts'
import { createServerDatabase, dropServerDatabase } from './server-database.ts'
import { until } from './stage.ts'

const root = join(import.meta.dirname, '..', '..')

/** How a program ended. */
interface Ending {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** `node main.ts` as a process of its own. */
export interface Program {
  readonly port: number
  readonly ended: Promise<Ending>
  stdout(): string
  stderr(): string
  /** What it wrote there, but for node-cron's word that a task takes longer than its interval: machines may be slow. */
  complaints(): string
  /** Resolves once it answers requests; rejects with what it said when it ends before. */
  listening(timeoutMs?: number): Promise<void>
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>
  /** SIGTERM; resolves with how it ended and after how long. */
  terminate(): Promise<Ending & { readonly tookMs: number }>
}

/** What a program's clock shows: moved against the machine's, or going on from a moment once the program listens. */
type ProgramClock = { readonly shiftMs: number } | { readonly heldAt: Date }

const clockSettings = (clock: ProgramClock): Record<string, string> =>
  'shiftMs' in clock ? { CLOCK_SHIFT: String(clock.shiftMs) } : { CLOCK_HELD: String(clock.heldAt.getTime()) }

interface ProgramOptions {
  readonly clock?: ProgramClock
  /** It dies before what V8 compiles better in the background would pay: starting costs little more than half. */
  readonly shortLived?: boolean
}

const nodeOptions = ({ clock, shortLived }: ProgramOptions): readonly string[] => [
  ...(clock === undefined ? [] : ['--import', './test/support/moved-clock.ts']),
  ...(shortLived === true ? ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'] : []),
]

/** Starts the program with these settings only: nothing of the environment's own reaches it but PATH. */
export const startProgram = (
  settings: Readonly<Record<string, string>>,
  port: number,
  options: ProgramOptions = {},
): Program => {
  const { clock } = options
  const child = spawn(process.execPath, [...nodeOptions(options), 'main.ts'], {
    cwd: root,
    env: {
      ...{ PATH: process.env['PATH'] ?? '', PORT: String(port), ...settings },
      ...(clock === undefined ? {} : clockSettings(clock)),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stdout = collect(child.stdout)
  const stderr = collect(child.stderr)
  // A test run that fails must not leave it running.
  const killWithMe = () => child.kill('SIGKILL')
  process.once('exit', killWithMe)
  let ending: Ending | null = null
  const ended = new Promise<Ending>((resolve) => {
    child.once('exit', (code, signal) => {
      process.off('exit', killWithMe)
      ending = { code, signal }
      resolve(ending)
    })
  })
  return {
    port,
    ended,
    stdout,
    stderr,
    complaints: () => stderr().replaceAll(/^.*NODE-CRON.*task still running.*\n?/gmu, ''),
    listening: (timeoutMs = 60_000) =>
      until(
        'the program listens',
        () => {
          if (ending !== null) throw new Error(`it ended (${JSON.stringify(ending)}): ${stdout()}\n${stderr()}`)
          return stdout().includes('Đôn Đốc: http')
        },
        timeoutMs,
      ),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    terminate: async () => {
      const started = performance.now()
      child.kill('SIGTERM')
      return { ...(await ended), tookMs: performance.now() - started }
    },
  }
}

const collect = (stream: ChildProcess['stdout']): (() => string) => {
  let text = ''
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  return () => text
}

/** A database that a program can be started on, and looked into while nobody runs there. */
export interface ProgramDatabase {
  readonly name: 'PGlite' | 'PostgreSQL'
  readonly settings: Readonly<Record<string, string>>
  /** Runs something on it. With PGlite no program may be running. */
  look<T>(work: (database: Database) => Promise<T>): Promise<T>
  drop(): Promise<void>
}

/** The server that PostgreSQL tests use; without one they are skipped. */
export const testServer = process.env['TEST_DATABASE_URL']

export const skipReason = 'needs PostgreSQL: set TEST_DATABASE_URL'

interface ProgramDatabasePlace {
  /** Where the data folder is made. */
  readonly within?: string | undefined
  /** Another server than the one that tests use. */
  readonly address?: string | undefined
}

/** A migrated, empty database of its own, with a data folder of its own. */
export const createProgramDatabase = async (
  name: ProgramDatabase['name'],
  { within = tmpdir(), address = testServer ?? '' }: ProgramDatabasePlace = {},
): Promise<ProgramDatabase> => {
  const folder = mkdtempSync(join(within, 'dondoc-program-'))
  const server = name === 'PostgreSQL' ? await createServerDatabase(address) : null
  const open = () => openDatabase(server === null ? { kind: 'pglite', folder } : { kind: 'postgres', url: server.url })
  const look: ProgramDatabase['look'] = async (work) => {
    const database = await open()
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }
  await look(applyMigrations)
  return {
    name,
    settings: { DATA_DIR: folder, ...(server === null ? {} : { DATABASE_URL: server.url }) },
    look,
    drop: async () => {
      if (server !== null) await dropServerDatabase(address, server.name)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
