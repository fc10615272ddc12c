/** What the reading of files may take. */
export interface ReadingLimits {
  /** What runs in a thread. */
  readonly entry: URL
  /** Files read side by side; recognising the letters of a scan uses a further thread. */
  readonly atOnce: number
  /** How long a thread may say nothing; a scanned page is recognised in some seconds. */
  readonly silenceMs: number
  readonly wholeMs: number
  readonly memoryMb: number
  /** A thread without work is ended then: most days no file comes. */
  readonly idleMs: number
}

export const usualLimits: ReadingLimits = {
  entry: new URL('./reading-thread.ts', import.meta.url),
  atOnce: 2,
  silenceMs: 2 * 60_000,
  wholeMs: 30 * 60_000,
  memoryMb: 512,
  idleMs: 60_000,
}
