import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { migrationsPath } from '../../prisma/schema-engine.ts'
import { addPerson, createTestWorkspace, type TestPerson, type TestWorkspace } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const database = await useTestDatabase()
let workspace: TestWorkspace

beforeAll(async () => {
  workspace = await createTestWorkspace(database)
})

/** What the migration does to people who were there before it. */
const movePeople = async () => {
  const path = join(migrationsPath, '20261121100904_summary_of_people', 'migration.sql')
  const [, moving = ''] = readFileSync(path, 'utf8').split(/(?=-- Whoever asked)/u)
  for (const statement of moving.split(/;\n/u).filter((one) => one.trim() !== '')) {
    await database.client.$executeRawUnsafe(statement)
  }
}

const inChat = (
  { chatId }: TestPerson,
  summaryDueAt: Date,
  schedule: { summaryDay?: number; summaryTime?: string } = {},
) => database.client.chat.update({ where: { id: chatId }, data: { summaryDueAt, ...schedule } })

const decide = ({ id, chatId }: TestPerson, action: string) =>
  database.client.auditEvent.create({
    data: {
      ...{ workspaceId: workspace.id, at: new Date(), personId: id, action: `summary.${action}` },
      ...{ subject: 'chat', subjectId: chatId },
    },
  })

const planOf = ({ id }: TestPerson) =>
  database.client.person.findUniqueOrThrow({
    where: { id },
    select: { summaryDueAt: true, summaryDay: true, summaryTime: true, summaryWish: true },
  })

const nothing = { summaryDueAt: null, summaryDay: null, summaryTime: null, summaryWish: null }

test('whoever had joined before gets what they chose, and heads and leaders the rest by themselves', async () => {
  const dueAt = new Date('2026-12-02T01:00:00Z')
  const add = (role: 'head' | 'coordinator' | 'official' | 'leader') => addPerson(database, workspace, { role })
  const asked = await add('coordinator')
  await inChat(asked, dueAt, { summaryDay: 3, summaryTime: '08:00' })
  const silent = await add('head')
  const leader = await add('leader')
  const declined = await add('head')
  await decide(declined, 'subscribe')
  await decide(declined, 'unsubscribe')
  const official = await add('official')
  await movePeople()

  expect(await planOf(asked)).toEqual({
    ...{ summaryDueAt: dueAt, summaryDay: 3, summaryTime: '08:00', summaryWish: true },
  })
  expect(await planOf(declined)).toEqual({ ...nothing, summaryWish: false })
  expect(await planOf(official)).toEqual(nothing)
  for (const who of [silent, leader]) {
    const { summaryDueAt, ...rest } = await planOf(who)
    const local = summaryDueAt?.toLocaleString('en-GB', {
      ...{ timeZone: 'Asia/Ho_Chi_Minh', weekday: 'long', hour: '2-digit', minute: '2-digit' },
    })
    expect(local).toMatch(/^Friday.* 16:00$/u)
    expect(summaryDueAt!.getTime() - Date.now()).toBeGreaterThan(0)
    expect(summaryDueAt!.getTime() - Date.now()).toBeLessThanOrEqual(7 * 86_400_000)
    expect(rest).toEqual({ summaryDay: null, summaryTime: null, summaryWish: null })
  }
  expect(await database.client.chat.count({ where: { summaryDueAt: { not: null } } })).toBe(0)
})
