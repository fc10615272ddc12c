import { execFile, execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './stage.ts'

/** A PostgreSQL server of its own, which may be stopped and have its disk filled: nobody else is on it. */
interface OwnPostgres {
  readonly address: string
  /** Ends every connection first, or ("immediate") everything at once, as a machine that loses its power does. */
  stop(how: 'fast' | 'immediate'): Promise<void>
  /** Resolves when it answers; does nothing where it runs. */
  start(): Promise<void>
  close(): Promise<void>
}

const run = promisify(execFile)

/** In a folder that is there. Null where PostgreSQL's own programs are not, or nobody is there to run them. */
export const createOwnPostgres = async (within: string): Promise<OwnPostgres | null> => {
  const programs = findPrograms()
  const user = findUser()
  if (programs === null || user === null) return null
  const data = join(within, 'postgres')
  mkdirSync(data)
  if ('uid' in user) chownSync(data, user.uid, user.gid)
  const execute = (program: string, ...args: readonly string[]) =>
    run(join(programs, program), ['-D', data, ...args], { ...user, cwd: data })
  await execute('initdb', '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  const port = await freePort()
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`
  const isRunning = () =>
    execute('pg_ctl', 'status').then(
      () => true,
      () => false,
    )
  const start = async () => {
    if (!(await isRunning())) await execute('pg_ctl', '-w', '-l', '/dev/null', '-o', settings, 'start')
  }
  const stop = async (how: 'fast' | 'immediate') => {
    if (await isRunning()) await execute('pg_ctl', '-w', '-m', how, 'stop')
  }
  // A test run that fails must not leave it running.
  const stopWithMe = () => {
    execFileSync(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { ...user, stdio: 'ignore' })
  }
  process.once('exit', stopWithMe)
  await start()
  return {
    address: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop,
    start,
    close: async () => {
      process.off('exit', stopWithMe)
      await stop('immediate')
    },
  }
}

const installed = '/usr/lib/postgresql'

/** Those of the newest version that is installed. */
const findPrograms = (): string | null => {
  if (!existsSync(installed)) return null
  const [newest] = readdirSync(installed).toSorted((a, b) => Number(b) - Number(a))
  const folder = join(installed, newest ?? '', 'bin')
  return existsSync(join(folder, 'initdb')) ? folder : null
}

type User = { readonly uid: number; readonly gid: number } | Readonly<Record<string, never>>

/** PostgreSQL refuses to be run by root: then it is the user who came with it, or nobody. */
const findUser = (): User | null => {
  if (process.getuid?.() !== 0) return {}
  try {
    const idOf = (what: string) =>
      Number(execFileSync('id', [what, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    return null
  }
}
