import type { Logger } from 'pino'
import { createLog } from '../../log.ts'

/** A log that keeps its lines, exactly as they would have been written. */
export interface KeptLog {
  readonly log: Logger
  /** Everything written so far. */
  text(): string
  /** The messages of the lines at this level and above ("warn", "error"). */
  said(level: 'debug' | 'info' | 'warn' | 'error'): readonly string[]
}

const levels = { debug: 20, info: 30, warn: 40, error: 50 }

export const keepLog = (secrets: readonly string[] = [], level = 'trace'): KeptLog => {
  const lines: string[] = []
  const log = createLog(level, secrets, { write: (line) => void lines.push(line) })
  return {
    log,
    text: () => lines.join(''),
    said: (least) =>
      lines
        .map((line) => JSON.parse(line) as { readonly level: number; readonly msg: string })
        .filter((line) => line.level >= levels[least])
        .map(({ msg }) => msg),
  }
}
