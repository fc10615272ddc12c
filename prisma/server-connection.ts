import pg from 'pg'

/**
 * A connection of its own to a server, not yet opened. When it ends while nothing is asked of it, that fails whatever is
 * asked next; without a listener it would end the process.
 */
export const createServerConnection = (options: pg.ClientConfig): pg.Client => {
  const client = new pg.Client(options)
  client.on('error', () => undefined)
  return client
}
