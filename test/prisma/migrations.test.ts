import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../prisma/database.ts'
import { applyMigrations, diffMigrations } from '../../prisma/migrations.ts'
import { migrationsPath, schemaPath } from '../../prisma/schema-engine.ts'
import { openTestDatabase } from '../support/database.ts'
import { skipReason, testServer } from '../support/process.ts'
import { createServerDatabase, dropServerDatabase } from '../support/server-database.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-migrations-'))
  closing.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** All there are, oldest first. */
const listMigrations = () =>
  readdirSync(migrationsPath, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()

describe('migrations', { timeout: 60_000 }, () => {
  test('are applied once', async () => {
    const database = await openDatabase({ kind: 'pglite', folder: 'memory://' })
    closing.push(() => database.close())
    expect(listMigrations().length).toBeGreaterThan(0)
    expect(await applyMigrations(database)).toEqual(listMigrations())
    expect(await applyMigrations(database)).toEqual([])
  })

  const title = 'are applied once by several processes that start together'
  test.skipIf(testServer === undefined)(testServer === undefined ? `${title} (${skipReason})` : title, async () => {
    const { name, url } = await createServerDatabase(testServer ?? '')
    closing.push(() => dropServerDatabase(testServer ?? '', name))
    const all = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ kind: 'postgres', url })))
    const applied = await Promise.all(all.map(applyMigrations))
    expect(applied.flat()).toEqual(listMigrations())
    // What the engine opened is closed: the database can be copied at once.
    for (const database of all) await database.close()
    const copy = await createServerDatabase(testServer ?? '', name)
    await dropServerDatabase(testServer ?? '', copy.name)
  })

  test('lead exactly to the schema', async () => {
    expect(await diffMigrations()).toBe('')
  })

  test('that are missing for a changed schema are written out', async () => {
    const folder = newFolder()
    const schema = join(folder, 'schema.prisma')
    const text = readFileSync(schemaPath, 'utf8')
    writeFileSync(schema, text.replace('model Workspace {', 'model Workspace {\n  motto String?'))
    const migrations = join(folder, 'migrations')
    cpSync(migrationsPath, migrations, { recursive: true })
    expect(await diffMigrations(migrations, schema)).toContain('ALTER TABLE "Workspace" ADD COLUMN')
  })
})

describe('the record of changes', () => {
  test('can only grow', async () => {
    const database = await openTestDatabase()
    closing.push(() => database.close())
    const { client } = database
    const workspaceId = '00000000-0000-7000-8000-000000000001'
    await client.auditEvent.create({
      data: { workspaceId, at: new Date(), action: 'create', subject: 'workspace', subjectId: workspaceId },
    })
    await expect(client.auditEvent.updateMany({ data: { action: 'khác' } })).rejects.toThrow()
    await expect(client.auditEvent.deleteMany()).rejects.toThrow()
    await expect(client.$executeRaw`TRUNCATE "AuditEvent"`).rejects.toThrow()
    expect(await client.auditEvent.findMany()).toMatchObject([{ action: 'create' }])
  })
})
