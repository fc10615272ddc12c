import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import { notConnected } from './outcomes.ts'

/** Agents for one service. */
export interface Agents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

/**
 * Connections that tell whether they ever stood. Where a messenger is blocked, packets vanish or the handshake is cut:
 * that looks like an answer that never came, but nothing has left, so the message can safely be sent again.
 */
export const createAgents = (connectMs = 8_000): Agents => {
  const http = new HttpAgent({ keepAlive: true })
  const https = new HttpsAgent({ keepAlive: true })
  watch(http, 'connect', connectMs)
  watch(https, 'secureConnect', connectMs)
  return { http, https }
}

const watch = (agent: HttpAgent, stands: 'connect' | 'secureConnect', connectMs: number): void => {
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (options, callback) => {
    const socket = connect(options, callback)
    if (socket) markFailures(socket, stands, connectMs)
    return socket
  }
}

/** Marks errors that come before the connection stands, ahead of whoever listens to them. */
const markFailures = (socket: Duplex, stands: string, connectMs: number): void => {
  const mark = (error: NodeJS.ErrnoException) => {
    error.code = `${notConnected} ${error.code ?? error.message}`
  }
  const timer = setTimeout(() => socket.destroy(new Error('timeout')), connectMs)
  socket.prependOnceListener('error', mark)
  socket.once('close', () => clearTimeout(timer))
  socket.once(stands, () => {
    clearTimeout(timer)
    socket.off('error', mark)
  })
}
