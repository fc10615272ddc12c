import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { type OfficeCell, toXlsx } from '../examples/office-files.ts'
import { readPlan } from '../plans/read-plan.ts'
import { type Row, timeEach } from './table.ts'

const shared = join(import.meta.dirname, '../../shared/plans/229-KH-UBND-2023.txt')
const sizes = [1000, 3000, 10_000, 30_000]
const measured = z.object({ ms: z.number(), mb: z.number() })

const cells = (...texts: readonly string[]): OfficeCell[] => texts.map((text) => ({ text }))

/** A workbook of so many tasks, no two of the same words. */
const workbook = (tasks: number): Promise<Buffer> =>
  toXlsx([
    {
      name: 'Sheet1',
      blocks: [
        { kind: 'lines', lines: ['Số: 15/KH-UBND', 'KẾ HOẠCH', 'Công tác năm 2026'] },
        {
          kind: 'table',
          widths: [5, 40, 20, 30, 20, 20],
          rows: [
            cells('STT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời hạn', 'Sản phẩm'),
            ...Array.from({ length: tasks }, (_, at) =>
              cells(
                String(at + 1),
                `Rà soát, sửa đổi, bổ sung văn bản số ${at + 1}`,
                at % 2 === 0 ? 'Sở Nội vụ' : 'UBND các quận, huyện',
                'Các Sở, ban, ngành; UBND cấp huyện',
                `Trước ngày ${(at % 28) + 1}/${(at % 12) + 1}/2026`,
                `Báo cáo số ${at + 1}`,
              ),
            ),
          ],
        },
      ],
    },
  ])

/** The real plan again and again in one process, the first readings left out. */
const measureWarm = async (): Promise<readonly Row[]> => {
  if (!existsSync(shared)) return []
  const file = { name: '229.txt', bytes: readFileSync(shared) }
  await timeEach(5, () => readPlan(file))
  const samples = await timeEach(20, () => readPlan(file))
  return [{ what: 'plan 229 read, warm', database: '', samples, unit: 'ms', aim: '≤ 150 ms' }]
}

/** Workbooks of growing size, each in a process of its own: time, time a row, and memory at its highest. */
const measureWorkbooks = async (folder: string): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (const size of sizes) {
    const path = join(folder, `${size}.xlsx`)
    writeFileSync(path, await workbook(size))
    const once = join(import.meta.dirname, 'read-once.ts')
    const runs = [1, 2, 3].map(() =>
      measured.parse(JSON.parse(execFileSync(process.execPath, [once, path], { encoding: 'utf8' }))),
    )
    const what = `.xlsx of ${size.toLocaleString('en')} rows`
    const ms = runs.map((run) => run.ms)
    const perRow = ms.map((time) => (time * 1000) / size)
    const ten = size === 10_000
    rows.push({ what: `${what} read, cold`, database: '', samples: ms, unit: 'ms', aim: ten ? '≤ 3000 ms' : '' })
    rows.push({
      what: `${what}, a row`,
      database: '',
      samples: perRow,
      unit: 'µs',
      aim: 'no more than with fewer rows',
    })
    const memory = runs.map((run) => run.mb)
    rows.push({ what: `${what}, whole process`, database: '', samples: memory, unit: 'MB', aim: ten ? '≤ 300 MB' : '' })
  }
  return rows
}

/** How fast plan files are read, and with how much memory. */
export const measureReading = async (): Promise<readonly Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-reading-'))
  try {
    return [...(await measureWarm()), ...(await measureWorkbooks(folder))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
