import { onTestFinished } from 'vitest'
import { readBody, startHttpServer } from '../http-server.ts'

/** What a webhook of the product's was brought. */
export interface Receiver {
  readonly url: string
  readonly bodies: readonly unknown[]
  /** What stood in the header that carries the secret. */
  readonly secrets: readonly unknown[]
  close(): Promise<void>
}

interface Answer {
  readonly secretHeader: string
  readonly status?: () => number
  readonly body?: string
}

/** A webhook in the place of the product's, until the test has finished. */
export const startReceiver = async ({ secretHeader, status = () => 200, body = '' }: Answer): Promise<Receiver> => {
  const bodies: unknown[] = []
  const secrets: unknown[] = []
  const server = await startHttpServer(async (request, response) => {
    bodies.push(JSON.parse(String(await readBody(request, 1_000_000))))
    secrets.push(request.headers[secretHeader])
    response.writeHead(status(), { 'content-type': 'application/json' }).end(body)
  })
  onTestFinished(() => server.close())
  return { url: server.url, bodies, secrets, close: () => server.close() }
}
