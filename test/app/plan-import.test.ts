import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportReport } from '../../app/plan-import.ts'
import { planFile } from '../support/plan-file.ts'
import { createProgramDatabase, type ProgramDatabase, skipReason, testServer } from '../support/process.ts'

// The command as an administrator types it, on a database of its own.

const root = join(import.meta.dirname, '../..')

describe.each([
  { name: 'PGlite' as const, skip: false, why: '', kills: [1200, 2000] },
  {
    name: 'PostgreSQL' as const,
    skip: testServer === undefined,
    why: skipReason,
    kills: [700, 1000, 1300, 1700, 2100],
  },
])('dondoc plan import on $name $why', ({ name, skip, kills }) => {
  describe.skipIf(skip)('', { timeout: 120_000 }, () => {
    let folder: string
    let database: ProgramDatabase
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'dondoc-import-'))
      database = await createProgramDatabase(name)
    })
    afterEach(async () => {
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    })

    const environment = () => ({ PATH: process.env['PATH'] ?? '', ...database.settings })
    const dondoc = (...words: readonly string[]) =>
      new Promise<{ readonly code: number; readonly out: string; readonly err: string }>((resolve) => {
        const options = { cwd: folder, encoding: 'utf8', env: environment() } as const
        execFile(process.execPath, [join(root, 'cli.ts'), ...words], options, (error, out, err) =>
          resolve({ code: error === null ? 0 : Number(error.code), out, err }),
        )
      })
    const importing = async (file: string, ...more: readonly string[]) => {
      const { code, out, err } = await dondoc('plan', 'import', file, '--json', ...more)
      return { code, err, report: JSON.parse(out) as ImportReport }
    }
    const save = (fileName: string, bytes: Uint8Array): string => {
      const path = join(folder, fileName)
      writeFileSync(path, bytes)
      return path
    }
    const counts = () =>
      database.look(async ({ client }) => ({
        plans: await client.plan.count(),
        tasks: await client.task.count(),
        assignments: await client.assignment.count(),
        cancelled: await client.assignment.count({ where: { state: 'cancelled' } }),
      }))

    test('what is doubtful changes nothing without --yes; with it the plan comes once, and an amended one amends', async () => {
      await dondoc('workspace', 'add', 'UBND phường An Biên')
      const file = save('ke-hoach.txt', planFile())
      const nothing = { plans: 0, tasks: 0, assignments: 0, cancelled: 0 }

      const looked = await importing(file)
      expect(looked).toMatchObject({ code: 2, report: { outcome: 'doubtful', tasks: 5, told: 0 } })
      expect(looked.report.doubts.map(({ row, code }) => [row, code])).toContainEqual([5, 'impossible-date'])
      expect(await counts()).toEqual(nothing)

      const done = await importing(file, '--yes')
      expect(done).toMatchObject({ code: 0, report: { outcome: 'imported', tasks: 5 } })
      const made = await counts()
      expect(made).toMatchObject({ plans: 1, tasks: 5, assignments: done.report.assignments })

      expect(await importing(file, '--yes')).toMatchObject({ code: 0, report: { outcome: 'nothing-new' } })
      expect(await counts()).toEqual(made)

      const amended = new TextDecoder()
        .decode(planFile())
        .replace('21/3/2026', '25/3/2026')
        .replace(/\n3\t.*/u, '')
      const other = save('ke-hoach-sua-doi.txt', new TextEncoder().encode(amended))
      expect(await importing(other, '--yes')).toMatchObject({
        code: 0,
        report: { outcome: 'amended', changes: { changed: 1, removed: 1 } },
      })
      // Nobody was there to be asked, so nothing is cancelled.
      expect(await counts()).toMatchObject({ plans: 1, cancelled: 0 })
    })

    test('a file that cannot be read, or a workspace that is not there, is one sentence and exit code 1', async () => {
      await dondoc('workspace', 'add', 'UBND phường An Biên')
      const empty = await dondoc('plan', 'import', save('rong.txt', new Uint8Array()), '--yes')
      expect(empty).toMatchObject({ code: 1, out: '' })
      expect(empty.err.trim().split('\n')).toHaveLength(1)
      const elsewhere = await dondoc('plan', 'import', save('ke-hoach.txt', planFile()), '--workspace', 'UBND xã khác')
      expect(elsewhere).toMatchObject({ code: 1, out: '' })
      expect(elsewhere.err).toContain('--workspace "UBND phường An Biên"')
      expect(await counts()).toMatchObject({ plans: 0 })
    })

    test('killed at any moment it has made everything or nothing, and done again it is whole', async () => {
      await dondoc('workspace', 'add', 'UBND phường An Biên')
      const rows = Array.from(
        { length: 400 },
        (_, at) => `${at + 1}\tRà soát ${at + 1}\tCác phòng chuyên môn\t\t20/6/2026\t`,
      )
      const file = save('lon.txt', planFile(rows))
      const { report } = await importing(file)
      const whole = { plans: 1, tasks: 400, assignments: report.assignments, cancelled: 0 }
      expect(report.assignments).toBeGreaterThan(400)
      for (const delay of kills) {
        const child = spawn(process.execPath, [join(root, 'cli.ts'), 'plan', 'import', file, '--yes'], {
          env: environment(),
        })
        const ended = new Promise((resolve) => child.once('exit', resolve))
        await Promise.race([pause(delay), ended])
        child.kill('SIGKILL')
        await ended
        expect([whole, { plans: 0, tasks: 0, assignments: 0, cancelled: 0 }]).toContainEqual(await counts())
      }
      expect(['imported', 'nothing-new']).toContain((await importing(file, '--yes')).report.outcome)
      expect(await counts()).toEqual(whole)
    })
  })
})
