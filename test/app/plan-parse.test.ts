import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { planFile } from '../support/plan-file.ts'

// The command as an administrator types it.

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'dondoc-parse-'))
const plan = join(folder, 'ke-hoach.txt')

beforeAll(() => {
  writeFileSync(plan, planFile())
})

const dondoc = (...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(root, 'cli.ts'), ...words], { cwd: folder, encoding: 'utf8' })

test('dondoc plan parse prints what the plan is, its tasks with who and when, and what is doubtful in words', async () => {
  const { stdout } = await dondoc('plan', 'parse', plan)
  const lines = stdout.split('\n')
  expect(lines[0]).toBe('KẾ HOẠCH 12/KH-UBND, UBND phường An Biên, ban hành 26/02/2026, năm kế hoạch 2026')
  expect(lines[1]).toBe('Cải cách hành chính năm 2026')
  expect(lines[3]).toMatch(/^Mục {2}Nhiệm vụ +Chủ trì \/ Phối hợp +Thời hạn +Dòng$/u)
  expect(lines[4]).toMatch(/^1 +Rà soát thủ tục hành chính +Phòng Nội vụ \/ Các phòng chuyên môn +20\/03\/2026 +10$/u)
  expect(stdout).toMatch(/^3 +Tuyên truyền .* thường xuyên +12$/mu)
  expect(stdout).toContain('5 nhiệm vụ, 2 chỗ cần xem lại:')
  expect(stdout).toContain('  dòng 14: ngày không có thật (“31/02/2026”)')
}, 60_000)

test('with --json it prints the same for programs, each warning with its code and its words', async () => {
  const { stdout } = await dondoc('plan', 'parse', plan, '--json')
  expect(JSON.parse(stdout)).toMatchObject({
    document: { number: '12/KH-UBND', issuedOn: '2026-02-26', planYear: 2026 },
    tasks: [
      { code: '1', lead: ['Phòng Nội vụ'], occurrences: ['2026-03-20'], line: 10, warnings: [] },
      { code: '2', cadence: 'periodic' },
      { code: '3', cadence: 'ongoing' },
      { code: '4', lead: [] },
      {
        code: '5',
        occurrences: [],
        warnings: [
          {
            code: 'impossible-date',
            message: 'ngày không có thật (“31/02/2026”)',
            detail: '31/02/2026',
            line: 14,
          },
        ],
      },
    ],
    warnings: [],
  })
}, 60_000)

test('a file that cannot be read is answered with its sentence, and the command fails', async () => {
  const empty = join(folder, 'trong.docx')
  writeFileSync(empty, '')
  await expect(dondoc('plan', 'parse', empty)).rejects.toMatchObject({
    code: 1,
    stderr: 'Tệp “trong.docx” trống. Xin kiểm tra và gửi lại.\n',
  })
  await expect(dondoc('plan', 'parse', join(folder, 'khong-co.docx'))).rejects.toMatchObject({ code: 1 })
}, 60_000)
