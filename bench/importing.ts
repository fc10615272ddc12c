import { importFromFile } from '../app/plan-import.ts'
import { messagesIn } from '../locales/index.ts'
import { readPlan } from '../plans/read-plan.ts'
import { openDatabase } from '../prisma/database.ts'
import { applyMigrations } from '../prisma/migrations.ts'
import { createStores } from '../prisma/stores.ts'
import { silentOutbox } from '../prisma/outbox.ts'
import { createWorkspace } from '../prisma/workspaces.ts'
import type { BenchDatabase } from './databases.ts'
import type { Row } from './table.ts'

const now = new Date('2026-01-06T03:00:00Z')
const agencyCount = 30
const group = 'Các Sở, ban, ngành'
const sizes = [1000, 3000, 10_000]

/** A page with a table of so many tasks, each of them led by all thirty agencies. */
const page = (tasks: number, number: number): Uint8Array => {
  const rows = Array.from({ length: tasks }, (_, at) => {
    const due = `Trước ngày ${(at % 28) + 1}/${(at % 11) + 2}/2026`
    return `<tr><td>${at + 1}</td><td>Rà soát, sửa đổi, bổ sung văn bản số ${at + 1}</td><td>${group}</td><td>${due}</td></tr>`
  })
  const head = '<tr><th>STT</th><th>Nhiệm vụ</th><th>Đơn vị chủ trì</th><th>Thời hạn</th></tr>'
  const letterhead = `<p>Số: ${number}/KH-UBND</p><p>Hải Phòng, ngày 5 tháng 01 năm 2026</p><p>KẾ HOẠCH</p><p>Công tác năm 2026</p>`
  return new TextEncoder().encode(`<html><body>${letterhead}<table>${head}${rows.join('')}</table></body></html>`)
}

/** From the file to everything it makes, as `dondoc plan import --yes` does it, without the start of the program. */
export const measureImport = async (bench: BenchDatabase): Promise<readonly Row[]> => {
  const database = await openDatabase(bench.location)
  try {
    await applyMigrations(database)
    const agencies = Array.from({ length: agencyCount }, (_, at) => ({
      name: `Sở số ${at + 1}`,
      kind: 'so',
      aliases: [],
    }))
    const directory = { agencies, groups: [{ name: group, aliases: [], members: agencies.map(({ name }) => name) }] }
    const wanted = { name: 'UBND thành phố', zone: 'Asia/Ho_Chi_Minh', locale: 'vi', directory } as const
    const workspace = await createWorkspace(database.client, wanted, now)
    await database.client.$transaction(async (tx) => {
      const { people } = createStores(tx, workspace.id, silentOutbox)
      const personId = await people.create({ name: 'Cán bộ tổng hợp', locale: 'vi' }, now)
      await people.addMembership(personId, { role: 'coordinator', agencyId: null }, now)
    })
    const rows: Row[] = []
    for (const [at, size] of sizes.entries()) {
      const file = { name: 'ke-hoach.html', bytes: page(size, at + 1) }
      const start = performance.now()
      const parsed = await readPlan(file)
      const chosen = { chooseWorkspace: () => Promise.resolve(workspace), yes: true }
      const { report } = await importFromFile(
        database,
        { fileName: file.name, bytes: file.bytes, parsed, ...chosen },
        now,
        messagesIn('vi'),
      )
      if (report.assignments !== size * agencyCount)
        throw new Error(`${report.assignments} assignments of ${size} tasks`)
      rows.push({
        what: `import of ${size.toLocaleString('en')} tasks × ${agencyCount} agencies`,
        database: bench.name,
        samples: [(performance.now() - start) / 1000],
        unit: 's',
        aim: size === 10_000 ? '≤ 15 s (PostgreSQL)' : '',
      })
    }
    return rows
  } finally {
    await database.close()
  }
}
