import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** A listening HTTP server. */
export interface HttpServer {
  readonly port: number
  stop(): Promise<void>
}

/** The port cannot be listened on; `code` is the system's word for why. */
export class PortUnavailable extends Error {
  readonly port: number
  readonly code: string

  constructor(port: number, code: string) {
    super(`port ${port}: ${code}`)
    this.name = 'PortUnavailable'
    this.port = port
    this.code = code
  }
}

/** Listens on a host and port (0 for any free one). Rejects with PortUnavailable. */
export const startServer = (fetch: Hono['fetch'], host: string, port: number): Promise<HttpServer> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (info) =>
      resolve({ port: info.port, stop: () => stopServer(server as Server) }),
    )
    server.once('error', (error: NodeJS.ErrnoException) => reject(new PortUnavailable(port, error.code ?? 'unknown')))
  })

const stopServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // What is still open after this are live connections of browsers, which reconnect by themselves.
    setTimeout(() => server.closeAllConnections(), 1000).unref()
  })
