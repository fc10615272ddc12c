import { PrismaPg } from '@prisma/adapter-pg'

/**
 * Prisma's adapter with one difference: a migration goes to the server as it is written, in one request.
 * The original cuts it at every semicolon, which breaks function bodies and leaves half a migration behind
 * when a later statement fails.
 */
export class PostgresAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    return Object.assign(adapter, {
      executeScript: async (script: string): Promise<void> => {
        await adapter.underlyingDriver().query(script)
      },
    })
  }
}
