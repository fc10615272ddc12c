import { createHash } from 'node:crypto'
import { usualSchedule } from '../../domain/summary-schedule.ts'
import type { Database } from '../../prisma/database.ts'
import type { FileStorage } from '../../domain/ports/files.ts'
import { addPerson, addPlan, builtAt, createTestWorkspace, within } from '../support/builders.ts'
import { claimDue, lookWith } from '../support/looks.ts'

export const monday = new Date('2026-03-02T02:00:00Z')

/** Letters that have to survive: quotes, backslashes, line ends, what JSON escapes, signs beyond the first plane. */
const awkward = 'Việc "khó"\n\\ gạch\tchéo \u2028 🏛️ </script> {"a": [1]}'

/** A workspace with something of most things, among them a file of evidence. */
export const fillDatabase = async (database: Database, storage: FileStorage) => {
  const workspace = await createTestWorkspace(database)
  const other = await createTestWorkspace(database, { name: 'UBND phường Lê Chân' })
  const person = await addPerson(database, workspace, { name: 'Chuyên viên Một' })
  const admin = await addPerson(database, workspace, { name: 'Quản trị Một', role: 'admin' })
  await addPlan(
    database,
    workspace,
    [{ title: awkward, occurrences: ['2026-03-05', '2026-06-05'] }, { title: 'Hai' }],
    {
      createdById: person.id,
      remindAt: () => builtAt,
    },
  )
  await addPlan(database, other, [{ occurrences: ['2026-04-01'] }])
  await claimDue(database, { workspaceIds: [workspace.id], now: monday }, () => lookWith(3, monday))
  const { client } = database
  const assignment = await client.assignment.findFirstOrThrow({ where: { workspaceId: workspace.id } })
  const bytes = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7 + (at >> 8)) % 256))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const storageKey = `evidence/${workspace.id}/${sha256}`
  await storage.put(storageKey, bytes)
  const states = { stateBefore: 'assigned', stateAfter: 'done', percentBefore: 0, percentAfter: 100 } as const
  const update = await client.statusUpdate.create({
    data: {
      ...{ workspaceId: workspace.id, assignmentId: assignment.id, personId: person.id, kind: 'done', note: awkward },
      ...{ ...states, at: new Date('2026-02-27T23:59:59.999Z'), dueAfter: new Date('2026-03-05') },
    },
  })
  await client.evidence.create({
    data: {
      ...{ workspaceId: workspace.id, assignmentId: assignment.id, statusUpdateId: update.id, kind: 'file' },
      ...{ url: 'bao-cao.pdf', storageKey, size: bytes.length, sha256, mime: 'application/pdf', at: builtAt },
    },
  })
  await within(database, workspace.id, async ({ audit, calendar, invites, summaries }) => {
    await audit.append({ action: 'x', subject: 'y', subjectId: 'z', before: { text: awkward }, after: {} }, builtAt)
    await calendar.saveDays([{ date: '2026-03-09', kind: 'off', words: awkward, source: '' }], null, builtAt)
    const dueAt = new Date('2026-03-06T09:00:00Z')
    const plan = { dueAt, schedule: usualSchedule, wish: true, namesAgencies: true }
    await summaries.savePlan({ kind: 'person', id: person.id }, plan)
    const expiresAt = new Date('2026-12-31T00:00:00Z')
    await invites.create({ codeHash: 'code', agencyId: null, role: 'admin', createdById: admin.id, expiresAt }, builtAt)
  })
  await client.webSession.create({
    data: {
      ...{ workspaceId: workspace.id, personId: person.id, tokenHash: 'session', createdAt: builtAt },
      expiresAt: new Date('2026-12-31T00:00:00Z'),
    },
  })
  return { workspace, person, admin, storageKey, bytes }
}

/** Every row of every table, as JSON, sorted. */
export const allRows = async ({ client }: Database): Promise<Record<string, readonly string[]>> => {
  const tables = await client.$queryRawUnsafe<{ name: string }[]>(
    `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const all: Record<string, readonly string[]> = {}
  for (const { name } of tables) {
    const rows = await client.$queryRawUnsafe<{ line: string }[]>(
      `SELECT to_jsonb(t)::text AS line FROM "${name}" AS t ORDER BY 1`,
    )
    all[name] = rows.map(({ line }) => line)
  }
  return all
}
