import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../prisma/database.ts'
import { inOneTransaction } from '../../prisma/sql-session.ts'
import { skipReason, testServer } from '../support/process.ts'
import { createServerDatabase, dropServerDatabase, endConnections } from '../support/server-database.ts'
import { until } from '../support/stage.ts'
import { createTcpProxy } from '../support/tcp-proxy.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const server = testServer ?? ''

/** A database over one connection, through a way that can be held up. */
const open = async () => {
  const { name, url } = await createServerDatabase(server)
  closing.push(() => dropServerDatabase(server, name))
  const { hostname, port } = new URL(url)
  const proxy = await createTcpProxy({ host: hostname, port: Number(port || 5432) })
  closing.push(() => proxy.close())
  const through = Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(proxy.port) })
  const database = await openDatabase({ kind: 'postgres', url: through.href, connections: 1 })
  closing.push(() => database.close())
  return { client: database.client, proxy, name }
}

describe.skipIf(testServer === undefined)(
  `a connection that is lost${testServer === undefined ? ` (${skipReason})` : ''}`,
  () => {
    // In the moment in which a connection goes from a query to the transaction that waits for it the pool listens no more:
    // an end that came together with the answer to the query ended the process.
    test('on its way from a query to a transaction fails the transaction, and nothing else', async () => {
      const { client, proxy, name } = await open()
      await client.$queryRaw`SELECT 1`
      await proxy.set('unheard')
      const query = client.$queryRaw`SELECT 2 AS two`.then((rows: unknown) => rows)
      await until('the answer is held up', () => proxy.held > 0)
      const transaction = client.$transaction((tx) => tx.$queryRaw`SELECT 3 AS three`)
      const failed = expect(transaction).rejects.toThrow()
      const before = proxy.held
      expect(await endConnections(server, name)).toBe(1)
      await until('the end is held up', () => proxy.held > before)
      await proxy.set({ lateMs: 0 })
      expect(await query).toEqual([{ two: 2 }])
      await failed
      expect(await client.$queryRaw`SELECT 4 AS four`).toEqual([{ four: 4 }])
    })

    test('while nothing is asked of it fails what is asked next, also in a backup', async () => {
      const { name, url } = await createServerDatabase(server)
      closing.push(() => dropServerDatabase(server, name))
      const work = inOneTransaction(
        { connection: { kind: 'postgres', url } },
        'ISOLATION LEVEL REPEATABLE READ',
        async (session) => {
          await session.query('SELECT 1')
          expect(await endConnections(server, name)).toBe(1)
          await setTimeout(100)
          return session.query('SELECT 2')
        },
      )
      await expect(work).rejects.toThrow()
    })
  },
)
