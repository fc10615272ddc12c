import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import type { FileStorage } from '../../domain/ports/files.ts'
import { createStorage } from '../../storage/storage.ts'
import { createS3Emulator, type S3Emulator } from '../support/s3/emulator.ts'

const folder = mkdtempSync(join(tmpdir(), 'dondoc-storage-'))
let s3: S3Emulator
beforeAll(async () => {
  s3 = await createS3Emulator()
})
afterAll(() => s3.close())
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (settings: Readonly<Record<string, string>>, now = new Date()): FileStorage =>
  createStorage(readConfig({ DATA_DIR: folder, ...settings }).storage, () => now)
const inFolder = () => open({})
const inS3 = () => open(s3.settings)

const key = 'evidence/0190f5fe-7c00-7a00-8000-000000000000/0a1b'
const bytes = Buffer.from(Array.from({ length: 4096 }, (_, index) => index % 251))

describe.each([
  ['a folder', inFolder],
  ['S3', inS3],
])('%s', (_name, storage) => {
  test('gives back what was put, the newest of a key, and nothing for an unknown one', async () => {
    const files = storage()
    await files.put(key, Buffer.from('first'))
    await files.put(key, bytes)
    expect(Buffer.from((await files.get(key)) ?? []).equals(bytes)).toBe(true)
    expect(await files.get('evidence/none')).toBeNull()
  })

  test.each(['../secret', '/etc/passwd', 'a/../b', 'a//b', 'A', '', 'a.part'])(
    'refuses the key "%s"',
    async (wrong) => {
      const files = storage()
      await expect(files.put(wrong, bytes)).rejects.toThrow('not a key')
      await expect(files.get(wrong)).rejects.toThrow('not a key')
    },
  )
})

test('two at once under one key leave one whole file and nothing unfinished', async () => {
  await Promise.all([inFolder().put(key, bytes), inFolder().put(key, bytes)])
  expect(Buffer.from((await inFolder().get(key)) ?? []).equals(bytes)).toBe(true)
  expect(readdirSync(join(folder, 'files', 'evidence', key.split('/')[1] ?? ''))).toEqual(['0a1b'])
})

test('a storage that is busy or hangs up is asked again', async () => {
  const before = s3.answers.length
  s3.failNext(503, 0)
  await inS3().put('evidence/busy', bytes)
  expect(s3.answers.slice(before)).toEqual(['PUT 503', 'PUT -', 'PUT 200'])
  expect(s3.objects.get('evidence/busy')?.equals(bytes)).toBe(true)
})

test.each([
  ['a wrong key', () => open({ ...s3.settings, S3_SECRET_ACCESS_KEY: 'wrong' })],
  ['another region', () => open({ ...s3.settings, S3_REGION: 'us-east-1' })],
  ['a clock that is an hour late', () => open(s3.settings, new Date(Date.now() - 3_600_000))],
])('%s is refused, and nothing is kept', async (_what, storage) => {
  await expect(storage().put('evidence/refused', bytes)).rejects.toThrow('403')
  expect(s3.objects.has('evidence/refused')).toBe(false)
})

test('half of the settings of S3 is told by name, and its key is a secret', () => {
  expect(() => open({ S3_ENDPOINT: s3.endpoint })).toThrow(
    /S3_BUCKET[\s\S]*S3_ACCESS_KEY_ID[\s\S]*S3_SECRET_ACCESS_KEY/,
  )
  expect(readConfig(s3.settings).secrets).toContain(s3.settings['S3_SECRET_ACCESS_KEY'])
})
