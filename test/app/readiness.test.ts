import { describe, expect, test } from 'vitest'
import type { App } from '../../app/app.ts'
import type { Database } from '../../prisma/database.ts'
import { openTestDatabase } from '../support/database.ts'
import { ask, startSilentApp } from './silent-app.ts'

/** Stops answering plain queries, as when the server is gone; everything else still works. */
const brokenClient = ({ client }: Database): Database['client'] =>
  new Proxy(client, {
    get: (target, name) =>
      name === '$queryRaw' && isBroken
        ? () => Promise.reject(new Error('gone'))
        : (Reflect.get(target, name, target) as unknown),
  })
let isBroken = false

const startBroken = async (database: Database): Promise<App> => {
  const app = await startSilentApp(database)
  isBroken = true
  return app
}

describe('a program', () => {
  test('is alive and ready; without its database it is alive only', async () => {
    const database = await openTestDatabase()
    const app = await startSilentApp(database)
    try {
      expect((await ask(app, '/healthz')).status).toBe(200)
      expect(await (await ask(app, '/readyz')).json()).toEqual({ ready: true })
      const broken = { ...database, client: brokenClient(database) }
      const other = await startBroken(broken)
      try {
        expect((await ask(other, '/healthz')).status).toBe(200)
        const answer = await ask(other, '/readyz')
        expect([answer.status, await answer.json()]).toEqual([503, { ready: false, reason: 'database' }])
      } finally {
        await other.stop()
      }
    } finally {
      await app.stop()
      await database.close()
    }
  })

  test('is not ready while a migration is missing', async () => {
    const database = await openTestDatabase()
    const app = await startSilentApp(database)
    try {
      await database.client.$executeRaw`UPDATE "_prisma_migrations" SET finished_at = NULL
        WHERE migration_name = (SELECT max(migration_name) FROM "_prisma_migrations")`
      const answer = await ask(app, '/readyz')
      expect([answer.status, await answer.json()]).toEqual([503, { ready: false, reason: 'migrations' }])
    } finally {
      await app.stop()
      await database.close()
    }
  })
})
