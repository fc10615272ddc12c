import { beforeAll, expect, test } from 'vitest'
import { addPerson, builtAt, createTestWorkspace, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const database = await useTestDatabase()
let ward: TestWorkspace

beforeAll(async () => {
  ward = await createTestWorkspace(database)
})

test('the record says who changed what, when, from where, before and after', async () => {
  const { id: personId } = await addPerson(database, ward)
  await within(database, ward.id, ({ audit }) =>
    audit.append(
      {
        ...{ action: 'assignment.done', subject: 'assignment', subjectId: 'nv12', personId, channel: 'zalo' },
        before: { state: 'assigned', dueOn: null },
        after: { state: 'done', links: ['https://a.vn'] },
      },
      builtAt,
    ),
  )
  expect(await database.client.auditEvent.findFirstOrThrow({ where: { subjectId: 'nv12' } })).toMatchObject({
    ...{ workspaceId: ward.id, at: builtAt, personId, channel: 'zalo', action: 'assignment.done' },
    before: { state: 'assigned', dueOn: null },
    after: { state: 'done', links: ['https://a.vn'] },
  })
})

test('what the system did itself names nobody', async () => {
  await within(database, ward.id, ({ audit }) =>
    audit.append({ action: 'reminder.sent', subject: 'assignment', subjectId: 'nv1' }, builtAt),
  )
  expect(await database.client.auditEvent.findFirstOrThrow({ where: { subjectId: 'nv1' } })).toMatchObject({
    personId: null,
    channel: null,
    before: null,
    after: null,
  })
})

test('the record can be neither changed nor deleted', async () => {
  const { client } = database
  await expect(client.auditEvent.updateMany({ data: { action: 'forged' } })).rejects.toThrow(/append-only/)
  await expect(client.auditEvent.deleteMany()).rejects.toThrow(/append-only/)
  await expect(client.$executeRaw`TRUNCATE "AuditEvent"`).rejects.toThrow(/append-only/)
})
