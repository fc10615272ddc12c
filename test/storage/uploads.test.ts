import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createUploads } from '../../storage/uploads.ts'
import { canLimitFiles, withFileLimit } from '../support/file-limit.ts'

const folder = mkdtempSync(join(tmpdir(), 'dondoc-uploads-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what was saved is read back by its reference, in a folder that need not be there', async () => {
  const uploads = createUploads(join(folder, 'new', 'uploads'))
  const bytes = new Uint8Array([1, 2, 3, 255])
  const reference = await uploads.save(bytes)
  expect(new Uint8Array((await uploads.read(reference)) ?? [])).toEqual(bytes)
  expect(readdirSync(join(folder, 'new', 'uploads'))).toEqual([reference])
})

test.skipIf(!canLimitFiles)('on a full disk nothing is left behind, and with room it works again', async () => {
  const uploads = createUploads(join(folder, 'full'))
  const bytes = new Uint8Array(300_000)
  await withFileLimit(65_536, () => expect(uploads.save(bytes)).rejects.toThrow())
  expect(readdirSync(join(folder, 'full'))).toEqual([])
  expect(await uploads.read(await uploads.save(bytes))).toHaveLength(300_000)
})

test.each(['../secret', 'secret', '', '..', 'a'.repeat(36), `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`])(
  'the reference "%s" opens nothing',
  async (reference) => {
    const uploads = createUploads(join(folder, 'uploads'))
    await uploads.save(new Uint8Array([1]))
    writeFileSync(join(folder, 'secret'), 'x')
    expect(await uploads.read(reference)).toBeNull()
  },
)
