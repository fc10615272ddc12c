import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A running server on loopback. */
export interface HttpServer {
  /** "http://127.0.0.1:PORT", without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Stops listening and cuts every connection. */
  close(): Promise<void>
}

/** What answers one request; it may take as long as it likes. */
export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Serves on 127.0.0.1. Port 0 lets the system choose; a fixed one serves tests that restart the service. */
export const startHttpServer = async (handle: HttpHandler, port = 0): Promise<HttpServer> => {
  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => {
      response.destroy()
      // A handler that throws is a bug of the emulator, not a fault of the service: it must be seen.
      throw error
    })
  })
  // Clients keep connections; closing idle ones under them would be a fault that nobody asked for.
  server.keepAliveTimeout = 600_000
  server.requestTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The whole body, or null when it is larger than the limit or never arrived whole. */
export const readBody = (request: IncomingMessage, limitBytes: number): Promise<Buffer | null> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limitBytes) chunks.push(chunk)
    })
    request.once('end', () => resolve(size > limitBytes ? null : Buffer.concat(chunks)))
    request.once('close', () => resolve(null))
  })

/** A signal that fires when the other side hangs up before it got its answer. */
export const hangUpSignal = (response: ServerResponse): AbortSignal => {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}
