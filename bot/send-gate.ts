/** What is on its way when the program dies is in doubt afterwards: the gate keeps that as little as it can. */
export interface SendGate {
  /** Runs a sending once it may pass; `first` before the others that wait. */
  pass<Result>(send: () => Promise<Result>, first: boolean): Promise<Result>
}

export interface SendGateOptions {
  /** Whether so much waits that several have to be on their way at once. */
  readonly isBacklog: () => boolean
  /** Whoever takes longer than this, in milliseconds, does not keep the others waiting. */
  readonly patienceMs: number
}

/** One after the other, unless there is a backlog. */
export const createSendGate = ({ isBacklog, patienceMs }: SendGateOptions): SendGate => {
  const hurrying: (() => void)[] = []
  const waiting: (() => void)[] = []
  let inside = 0

  const admit = () => {
    while (inside === 0 || isBacklog()) {
      const next = hurrying.shift() ?? waiting.shift()
      if (next === undefined) return
      inside += 1
      next()
    }
  }

  /** Counts as gone after a while, and once only. */
  const enter = (): (() => void) => {
    let counts = true
    const leave = () => {
      if (counts) inside -= 1
      counts = false
      admit()
    }
    const timer = setTimeout(leave, patienceMs)
    return () => {
      clearTimeout(timer)
      leave()
    }
  }

  return {
    pass: async (send, first) => {
      await new Promise<void>((resolve) => {
        const queue = first ? hurrying : waiting
        queue.push(resolve)
        admit()
      })
      const leave = enter()
      try {
        return await send()
      } finally {
        leave()
      }
    },
  }
}
