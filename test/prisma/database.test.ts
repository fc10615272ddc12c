import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { DatabaseUnavailable, openDatabase } from '../../prisma/database.ts'
import { applyMigrations } from '../../prisma/migrations.ts'
import { openTestDatabase } from '../support/database.ts'
import { skipReason, testServer } from '../support/process.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-database-'))
  closing.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const failure = async (opening: Promise<unknown>): Promise<DatabaseUnavailable> => {
  const error: unknown = await opening.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof DatabaseUnavailable)) throw new Error('it opened', { cause: error })
  return error
}

describe('a database in a folder', { timeout: 60_000 }, () => {
  test('belongs to one at a time, and keeps what it has', async () => {
    const folder = join(newFolder(), 'not', 'there', 'yet')
    const first = await openDatabase({ kind: 'pglite', folder })
    await applyMigrations(first)
    await first.client.chat.create({ data: { channel: 'web', externalId: 'x', kind: 'private' } })
    expect(await failure(openDatabase({ kind: 'pglite', folder }))).toMatchObject({
      reason: 'folder-in-use',
      where: folder,
    })
    await first.close()
    const second = await openDatabase({ kind: 'pglite', folder })
    expect(await applyMigrations(second)).toEqual([])
    expect(await second.client.chat.count()).toBe(1)
    await second.close()
  })

  test('cannot be below a file', async () => {
    const file = join(newFolder(), 'tep')
    writeFileSync(file, '')
    const error = await failure(openDatabase({ kind: 'pglite', folder: join(file, 'data') }))
    expect(error.reason).toBe('folder-not-writable')
  })

  test('that cannot be opened is let go again', async () => {
    const folder = newFolder()
    const broken = join(folder, 'pglite')
    writeFileSync(broken, 'no database')
    await expect(openDatabase({ kind: 'pglite', folder })).rejects.toThrow()
    rmSync(broken)
    mkdirSync(broken)
    await (await openDatabase({ kind: 'pglite', folder })).close()
  })
})

describe('a server', () => {
  test.each([
    ['does not answer', 'postgresql://dondoc:mat-khau@127.0.0.1:1/dondoc', '127.0.0.1:1/dondoc'],
    ['does not exist', 'postgresql://dondoc:mat-khau@khong-co.invalid/dondoc', 'khong-co.invalid/dondoc'],
  ])('that %s is named without its password', async (_why, url, where) => {
    const error = await failure(openDatabase({ kind: 'postgres', url }))
    expect(error).toMatchObject({ reason: 'server-unreachable', where })
    expect(inspect(error, { depth: 20 })).not.toContain('mat-khau')
  })

  const title = 'that cuts every connection is used again'
  test.skipIf(testServer === undefined)(testServer === undefined ? `${title} (${skipReason})` : title, async () => {
    const database = await openTestDatabase()
    closing.push(() => database.close())
    await Promise.all(Array.from({ length: 6 }, () => database.client.chat.count()))
    await database.client
      .$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = current_database()`.catch(
      () => undefined,
    )
    const counts = Promise.all(Array.from({ length: 6 }, () => database.client.chat.count().catch(() => null)))
    await counts
    expect(await database.client.chat.count()).toBe(0)
  })
})

test('a transaction that fails leaves nothing behind', async () => {
  const database = await openTestDatabase()
  closing.push(() => database.close())
  const doomed = database.client.$transaction(async (tx) => {
    await tx.chat.create({ data: { channel: 'web', externalId: 'x', kind: 'private' } })
    throw new Error('không xong')
  })
  await expect(doomed).rejects.toThrow('không xong')
  expect(await database.client.chat.count()).toBe(0)
})
