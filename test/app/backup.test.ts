import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeBackup } from '../../app/backup/make-backup.ts'
import { restoreBackup } from '../../app/backup/restore-backup.ts'
import { type Database, openDatabase } from '../../prisma/database.ts'
import { loadDatabase } from '../../prisma/load.ts'
import { applyMigrations, listMigrations } from '../../prisma/migrations.ts'
import { createFolderStorage } from '../../storage/folder.ts'
import { openTestDatabase } from '../support/database.ts'
import { skipReason, testServer } from '../support/process.ts'
import { createServerDatabase, dropServerDatabase } from '../support/server-database.ts'
import { allRows, fillDatabase, monday } from './backup-data.ts'

const folder = mkdtempSync(join(tmpdir(), 'dondoc-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const weekLater = new Date('2026-03-09T02:00:00Z')
const path = join(folder, 'first.tar.gz')
const storage = createFolderStorage(join(folder, 'files'))
let source: Database
let before: Record<string, readonly string[]>
let filled: Awaited<ReturnType<typeof fillDatabase>>

beforeAll(async () => {
  source = await openTestDatabase()
  filled = await fillDatabase(source, storage)
  before = await allRows(source)
  await makeBackup({ database: source, storage, path, now: monday })
})
afterAll(() => source.close())

const restoreInto = (database: Database, options: { replace?: boolean; file?: string; to?: string } = {}) =>
  restoreBackup({
    ...{ database, path: options.file ?? path, replace: options.replace ?? false, now: weekLater },
    storage: createFolderStorage(join(folder, options.to ?? 'elsewhere')),
  })

/** What restoring changes on purpose. */
const changed = ['AuditEvent', 'ClockBeat', 'Invite', 'OutboundMessage', 'WebSession']

const expectSame = async (database: Database): Promise<void> => {
  const after = await allRows(database)
  expect(Object.keys(after)).toEqual(Object.keys(before))
  for (const table of Object.keys(before)) {
    if (!changed.includes(table)) expect(after[table], table).toEqual(before[table])
  }
  expect(after['AuditEvent']).toEqual(expect.arrayContaining([...before['AuditEvent']!]))
}

describe('a backup put into an empty database', () => {
  let target: Database
  beforeAll(async () => {
    target = await openTestDatabase()
    await restoreInto(target)
  })
  afterAll(() => target.close())

  test('is row by row what was there', () => expectSame(target))

  test('brings the files back', async () => {
    const bytes = await createFolderStorage(join(folder, 'elsewhere')).get(filled.storageKey)
    expect(Buffer.from(bytes!).equals(filled.bytes)).toBe(true)
  })

  test('goes on numbering where it was', async () => {
    const [last] = await target.client.auditEvent.findMany({ orderBy: { id: 'desc' }, take: 1 })
    const { workspace } = filled
    const added = await target.client.auditEvent.create({
      data: { workspaceId: workspace.id, at: weekLater, action: 'a', subject: 's', subjectId: 'i' },
    })
    expect(added.id).toBe(last!.id + 1n)
  })

  test('still refuses to change the record, and what refers to nothing', async () => {
    await expect(target.client.auditEvent.deleteMany()).rejects.toThrow('append')
    await expect(
      target.client.membership.create({
        data: { workspaceId: filled.workspace.id, personId: filled.workspace.id, role: 'admin' },
      }),
    ).rejects.toThrow()
  })

  test('opens no session and takes no code of the time before', async () => {
    expect(await target.client.webSession.count()).toBe(0)
    const invite = await target.client.invite.findFirstOrThrow()
    expect(invite.expiresAt).toEqual(weekLater)
  })

  test('tells the admin once', async () => {
    const notices = await target.client.outboundMessage.findMany({ where: { kind: 'notice' } })
    const [told, ...more] = notices.filter(({ personId }) => personId === filled.admin.id)
    expect(more).toEqual([])
    expect(told).toMatchObject({ state: 'pending' })
    expect(notices.map(({ personId }) => personId)).not.toContain(filled.person.id)
    expect(JSON.stringify(told!.content)).toContain('bản sao lưu lúc 09:00 ngày 02/03/2026')
  })

  test('is refused where there is something already, and replaces it when told to', async () => {
    await expect(restoreInto(target)).rejects.toMatchObject({ reason: 'not-empty' })
    await target.client.workspace.update({ where: { id: filled.workspace.id }, data: { name: 'Khác' } })
    await restoreInto(target, { replace: true })
    await expectSame(target)
  })
})

describe('a backup is refused', () => {
  let target: Database
  beforeAll(async () => {
    target = await openTestDatabase()
  })
  afterAll(() => target.close())

  const untouched = async () => expect(await target.client.workspace.count()).toBe(0)
  const altered = (name: string, change: (bytes: Buffer) => Buffer): string => {
    const file = join(folder, name)
    writeFileSync(file, change(readFileSync(path)))
    return file
  }
  const repacked = (name: string, change: (text: string) => string): string =>
    altered(name, (bytes) => gzipSync(Buffer.from(change(gunzipSync(bytes).toString('latin1')), 'latin1')))

  test.each([
    ['cut off', () => altered('cut.tar.gz', (bytes) => bytes.subarray(0, bytes.length - 2000))],
    ['with a byte changed', () => altered('bit.tar.gz', (bytes) => bytes.fill(bytes[900]! ^ 1, 900, 901))],
    ['with a word changed', () => repacked('word.tar.gz', (text) => text.replace('bao-cao.pdf', 'bao-cAo.pdf'))],
    ['no archive at all', () => altered('none.tar.gz', () => Buffer.from('x'.repeat(2000)))],
    ['an empty file', () => altered('empty.tar.gz', () => Buffer.alloc(0))],
  ])('when it is %s', async (_what, make) => {
    await expect(restoreInto(target, { file: make() })).rejects.toMatchObject({ reason: 'damaged' })
    await untouched()
  })

  test('when it is of a newer version', async () => {
    const file = repacked('newer.tar.gz', (text) => text.replace('20261121075500_watching', '20991121075500_watching'))
    await expect(restoreInto(target, { file })).rejects.toMatchObject({ reason: 'newer' })
    await untouched()
  })

  test('when there is no such file', async () => {
    const file = join(folder, 'missing.tar.gz')
    await expect(restoreInto(target, { file })).rejects.toMatchObject({ reason: 'file-missing' })
  })

  test('in the place of one that is there already', async () => {
    const taken = readFileSync(path)
    await expect(makeBackup({ database: source, storage, path, now: monday })).rejects.toMatchObject({
      reason: 'file-exists',
    })
    expect(readFileSync(path).equals(taken)).toBe(true)
  })
})

test('a backup of an older schema is brought up to date', async () => {
  const all = listMigrations()
  const older = all.slice(0, all.indexOf('20261121075500_watching'))
  const old = await openTestDatabase()
  const target = await openTestDatabase()
  try {
    const applied = (await allRows(old))['_prisma_migrations']!
    const rows = applied.filter((line) => older.some((name) => line.includes(`"${name}"`)))
    const schema = { migrations: older, sequences: {}, takenAt: monday, replace: false, now: monday }
    await loadDatabase(old, schema, async ({ insert }) => {
      await insert('_prisma_migrations', rows)
      return 0
    })
    await old.client.$executeRaw`INSERT INTO "Workspace" ("id", "name", "createdAt")
      VALUES (gen_random_uuid(), 'UBND cũ', now())`
    expect(Object.keys(await allRows(old))).not.toContain('JobRun')
    const file = join(folder, 'older.tar.gz')
    await makeBackup({ database: old, storage, path: file, now: monday })
    await restoreInto(target, { file })
    const after = await allRows(target)
    expect(Object.keys(after)).toEqual(Object.keys(before))
    expect(after['_prisma_migrations']).toHaveLength(all.length)
    expect(await target.client.workspace.findMany({ select: { name: true } })).toEqual([{ name: 'UBND cũ' }])
  } finally {
    await old.close()
    await target.close()
  }
})

describe.skipIf(testServer === undefined)(`between the two databases (${skipReason})`, () => {
  test('a backup goes from one to the other and back', async () => {
    const { name, url } = await createServerDatabase(testServer ?? '')
    const server = await openDatabase({ kind: 'postgres', url })
    const embedded = await openDatabase({ kind: 'pglite', folder: 'memory://' })
    try {
      await applyMigrations(server)
      await applyMigrations(embedded)
      const back = join(folder, 'back.tar.gz')
      await restoreInto(embedded)
      await expectSame(embedded)
      await makeBackup({ database: embedded, storage, path: back, now: weekLater })
      await restoreInto(server, { file: back })
      await expectSame(server)
    } finally {
      await server.close()
      await embedded.close()
      await dropServerDatabase(testServer ?? '', name)
    }
  })
})
