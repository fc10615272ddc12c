import { PrismaPg } from '@prisma/adapter-pg'

/**
 * Prisma's adapter with two differences. A migration goes to the server as it is written, in one request: the original
 * cuts it at every semicolon, which breaks function bodies and leaves half a migration behind when a later statement
 * fails. And each connection is listened to as long as it lives.
 */
export class PostgresAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const pool = adapter.underlyingDriver()
    // Nobody listens while a connection goes from the pool to the transaction that waits for it: an end that the server
    // announces together with its last answer would end the process. The transaction fails all the same.
    pool.on('connect', (connection) => connection.on('error', () => undefined))
    return Object.assign(adapter, {
      executeScript: async (script: string): Promise<void> => {
        await pool.query(script)
      },
    })
  }
}
