import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * What stands between the program and its server: bytes pass, each way this many milliseconds late; nobody answers
 * ("stalled": connections stand and carry nothing, as behind a firewall that drops packets); what the server says does
 * not arrive yet ("unheard"); nobody listens.
 */
type Weather = { readonly lateMs: number } | 'stalled' | 'unheard' | 'refusing'

/** A way to a server that can be cut, held up and closed. */
interface TcpProxy {
  readonly port: number
  /** How many bytes wait to pass. */
  readonly held: number
  /** From now on, for the connections that stand as well; what was held up goes through when bytes pass again. */
  set(weather: Weather): Promise<void>
  /** Ends every connection that stands, at once; new ones are taken. Returns how many there were. */
  cut(): number
  close(): Promise<void>
}

interface Way {
  readonly flow: () => void
  readonly held: () => number
}

interface Link {
  readonly sockets: readonly [Socket, Socket]
  readonly ways: readonly [Way, Way]
}

/** Stands on a free port of this machine, before a server. */
export const createTcpProxy = async (target: { readonly host: string; readonly port: number }): Promise<TcpProxy> => {
  let weather: Weather = { lateMs: 0 }
  const links = new Set<Link>()

  const join = (client: Socket): void => {
    const server = connect(target)
    const link: Link = {
      sockets: [client, server],
      ways: [
        carry(client, server, () => (weather === 'unheard' ? { lateMs: 0 } : weather)),
        carry(server, client, () => weather),
      ],
    }
    links.add(link)
    for (const socket of link.sockets) {
      socket.on('error', () => undefined)
      // One that was ended in peace is ended on the other side once what was said before has passed.
      socket.once('close', (hadError) => {
        if (hadError) for (const other of link.sockets) other.destroy()
        if (link.sockets.every(({ destroyed }) => destroyed)) links.delete(link)
      })
    }
  }

  let listening = await listen(join, 0)
  const { port } = listening.address() as { readonly port: number }
  const cut = (): number => {
    const standing = [...links]
    for (const { sockets } of standing) for (const socket of sockets) socket.resetAndDestroy()
    return standing.length
  }
  const stopListening = (): Promise<void> =>
    new Promise((resolve) => {
      if (!listening.listening) resolve()
      else listening.close(() => resolve())
      cut()
    })
  return {
    port,
    get held() {
      return [...links].flatMap(({ ways }) => ways).reduce((sum, { held }) => sum + held(), 0)
    },
    cut,
    set: async (next) => {
      weather = next
      if (next === 'refusing') return stopListening()
      if (!listening.listening) listening = await listen(join, port)
      for (const { ways } of links) for (const { flow } of ways) flow()
    },
    close: stopListening,
  }
}

const listen = (join: (socket: Socket) => void, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(join)
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })

/** Carries bytes one way, in their order, what was held up in one piece; `flow` looks again whether they may pass. */
const carry = (from: Socket, to: Socket, weather: () => Weather): Way => {
  const waiting: { readonly bytes: Buffer | null; readonly came: number }[] = []
  let timer: NodeJS.Timeout | undefined
  const flow = (): void => {
    clearTimeout(timer)
    const now = weather()
    if (typeof now === 'string') return
    to.cork()
    pass(now.lateMs)
    to.uncork()
  }
  const pass = (lateMs: number): void => {
    for (let [next] = waiting; next !== undefined; [next] = waiting) {
      const early = next.came + lateMs - performance.now()
      if (early > 0) {
        timer = setTimeout(flow, early)
        return
      }
      waiting.shift()
      if (next.bytes === null) to.end()
      else to.write(next.bytes)
    }
  }
  const take = (bytes: Buffer | null) => {
    waiting.push({ bytes, came: performance.now() })
    flow()
  }
  from.on('data', take)
  from.once('end', () => take(null))
  return { flow, held: () => waiting.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0) }
}
