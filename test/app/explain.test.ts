import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

const explain = async (...words: readonly string[]): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'cli.ts'), 'explain', ...words])
  return JSON.parse(stdout)
}

test('dondoc explain prints one object for an answer, with the day of reading as it is given', async () => {
  const answer = 'nv12 xin gia hạn đến 15/1 vì chờ văn bản của Bộ'
  expect(await explain(answer, '--today', '2026-12-02')).toEqual({
    ...{ intent: 'extension', task: 'nv12', state: null, percent: null, date: '2027-01-15' },
    ...{ note: 'chờ văn bản của Bộ', links: [], confidence: 1 },
  })
})

test('and an array where it is about several tasks', async () => {
  const link = 'https://haiphong.gov.vn/1'
  const both = await explain(`229-1.3.1 xong ${link}, 15 được 60%`, '--today', '2026-03-02')
  const nothingElse = { date: null, note: '', confidence: 1 }
  expect(both).toEqual([
    { ...nothingElse, intent: 'done', task: '229-1.3.1', state: 'done', percent: 100, links: [link] },
    { ...nothingElse, intent: 'progress', task: 'nv15', state: 'in_progress', percent: 60, links: [] },
  ])
})

test('a day that no calendar has, and no words, are refused', async () => {
  await expect(explain('xong', '--today', '2026-02-30')).rejects.toThrow('2026-02-30')
  await expect(explain()).rejects.toThrow('dondoc explain')
})
