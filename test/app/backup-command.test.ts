import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../prisma/database.ts'
import { createTestWorkspace } from '../support/builders.ts'
import {
  createProgramDatabase,
  type ProgramDatabase,
  skipReason,
  startProgram,
  testServer,
} from '../support/process.ts'
import { freePort } from '../support/stage.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'dondoc-command-'))
const backup = join(folder, 'a.tar.gz')
let database: ProgramDatabase

beforeAll(async () => {
  database = await createProgramDatabase('PGlite')
  await database.look((opened) => createTestWorkspace(opened))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const dondoc = (words: readonly string[], settings: Readonly<Record<string, string>> = database.settings) => {
  const env = { PATH: process.env['PATH'] ?? '', ...settings }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli.ts', ...words], {
    ...{ cwd: root, env, encoding: 'utf8', timeout: 60_000 },
  })
  return { status, stdout, stderr }
}

test('dondoc backup and restore say what they did, and why they do not', { timeout: 120_000 }, () => {
  const made = dondoc(['backup', backup])
  expect(made.stderr).toBe('')
  expect(made.stdout).toMatch(/^Đã sao lưu \d+ dòng dữ liệu, 0 tệp vào /)
  expect(dondoc(['restore', backup])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('--replace') as string,
  })
  const empty = { DATA_DIR: join(folder, 'other') }
  expect(dondoc(['restore', backup], empty).stdout).toMatch(/^Đã khôi phục \d+ dòng dữ liệu, 0 tệp/)
  expect(existsSync(`${backup}.part`)).toBe(false)
  expect(dondoc(['jobs'], empty).stdout).toContain('• Nhắc việc: chưa chạy lần nào')
})

test('a restore is refused while the program runs on the embedded database', { timeout: 120_000 }, async () => {
  const program = startProgram(database.settings, await freePort())
  try {
    await program.listening()
    const refused = dondoc(['restore', backup, '--replace'])
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('đang được một tiến trình') as string })
  } finally {
    await program.kill()
  }
})

test.skipIf(testServer === undefined)(
  `on a server too, where a backup is made all the same (${skipReason})`,
  { timeout: 120_000 },
  async () => {
    const server = await createProgramDatabase('PostgreSQL')
    const program = startProgram(server.settings, await freePort())
    try {
      await program.listening()
      const path = join(folder, 'server.tar.gz')
      expect(dondoc(['backup', path], server.settings).status).toBe(0)
      const refused = dondoc(['restore', path, '--replace'], server.settings)
      expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('đang chạy') as string })
      await program.kill()
      const opened = await openDatabase({ kind: 'postgres', url: server.settings['DATABASE_URL'] ?? '' })
      await opened.client.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name LIKE 'pgboss%'`
      await opened.close()
      expect(dondoc(['restore', path, '--replace'], server.settings).status).toBe(0)
    } finally {
      await program.kill()
      await server.drop()
    }
  },
)

test.each([
  [['jobs'], '/lich-chay', '/lichchay'],
  [['delivery'], '/gui-tin', '/guitin'],
] as const)(
  'dondoc %s says where to look while the program runs on the embedded database',
  { timeout: 120_000 },
  async (words, page, command) => {
    const program = startProgram(database.settings, await freePort())
    try {
      await program.listening()
      const { status, stdout, stderr } = dondoc(words)
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toContain(`Xem trang ${page} trên web hoặc gõ ${command} trong chat`)
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).not.toContain('đặt DATA_DIR khác')
    } finally {
      await program.kill()
    }
  },
)
