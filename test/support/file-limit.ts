import { execFileSync } from 'node:child_process'

/** Where this can be done at all. */
export const canLimitFiles = process.platform === 'linux'

/** Runs something while this process may write no file beyond so many bytes: for its files the disk is full there. */
export const withFileLimit = async <T>(bytes: number, run: () => Promise<T>): Promise<T> => {
  const set = (limit: string) => execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${limit}:unlimited`])
  set(String(bytes))
  try {
    return await run()
  } finally {
    set('unlimited')
  }
}
