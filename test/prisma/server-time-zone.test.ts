import pg from 'pg'
import { inject, test, expect } from 'vitest'
import { openDatabase } from '../../prisma/database.ts'
import { builtAt } from '../support/builders.ts'
import { createServerDatabase, dropServerDatabase } from '../support/server-database.ts'

const source = inject('databaseSource')

// PGlite knows no other zone than UTC; servers in Viet Nam live by their own clock.
test.skipIf(source.kind === 'snapshot')('a server in another zone keeps the very instants it is given', async () => {
  if (source.kind === 'snapshot') return
  const { name, url } = await createServerDatabase(source.server, source.name)
  const plain = new pg.Client({ connectionString: source.server })
  await plain.connect()
  await plain.query(`ALTER DATABASE ${name} SET TimeZone = 'Asia/Ho_Chi_Minh'`)
  await plain.end()
  const database = await openDatabase({ kind: 'postgres', url })
  const reader = new pg.Client({ connectionString: url })
  await reader.connect()
  try {
    const written = await database.client.workspace.create({ data: { name: 'UBND', createdAt: builtAt } })
    expect(written.createdAt).toEqual(builtAt)
    const { rows } = await reader.query<{ zone: string; at: Date }>(
      `SELECT current_setting('TimeZone') AS "zone", "createdAt" AS "at" FROM "Workspace"`,
    )
    expect(rows).toEqual([{ zone: 'Asia/Ho_Chi_Minh', at: builtAt }])
  } finally {
    await reader.end()
    await database.close()
    await dropServerDatabase(source.server, name)
  }
})
