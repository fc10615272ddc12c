import type { WebChannel } from '../bot/web/channel.ts'
import type { HttpServer } from './server.ts'

/** Ends the live connections of browsers, then the server. */
export const stopServing = async (web: WebChannel, server: HttpServer): Promise<void> => {
  web.close()
  await server.stop()
}

/** Waits no longer than this. Together short enough for whoever stops the program, and long enough for ordinary work. */
export const withinMs = (ms: number, work: Promise<unknown>): Promise<unknown> => {
  const limit = new Promise((resolve) => setTimeout(resolve, ms).unref())
  return Promise.race([work, limit])
}
