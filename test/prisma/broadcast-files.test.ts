import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { findBroadcastLink } from '../../prisma/broadcast-files.ts'
import { addPerson, builtAt, createTestWorkspace, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const database = await useTestDatabase()
let ward: TestWorkspace
let authorId: string

beforeEach(async () => {
  ward = await createTestWorkspace(database)
  authorId = (await addPerson(database, ward, { role: 'coordinator' })).id
})

const fileOf = (name: string) => ({
  ...{ name, size: 12, sha256: `hash of ${name}`, mime: 'application/pdf', storageKey: `broadcast/w/${name}` },
})

const draft = () =>
  within(database, ward.id, ({ broadcasts }) =>
    broadcasts.saveDraft({ authorId, text: 'Họp', audience: { agencyIds: [] } }, builtAt),
  )

const add = (id: string, name: string) =>
  within(database, ward.id, ({ broadcastFiles }) =>
    broadcastFiles.add(id, { ...fileOf(name), addedById: authorId }, builtAt),
  )

test('a draft has its files in the order in which they came, and who added them is kept', async () => {
  const id = await draft()
  const [first, second] = [await add(id, 'b.pdf'), await add(id, 'a.pdf')]
  const { files } = (await within(database, ward.id, ({ broadcasts }) => broadcasts.findToChange(id)))!
  expect(files).toEqual([first, second])
  expect(first).toEqual({ ...fileOf('b.pdf'), id: first.id })
  expect(await database.client.broadcastFile.findUnique({ where: { id: first.id } })).toMatchObject({
    ...{ addedById: authorId, addedAt: builtAt },
  })
  // The same bytes once more are a bug of the caller.
  await expect(add(id, 'a.pdf')).rejects.toThrow()
  await within(database, ward.id, async ({ broadcasts, broadcastFiles }) => {
    expect(await broadcastFiles.remove(id, first.id)).toBe(true)
    expect(await broadcastFiles.remove(id, first.id)).toBe(false)
    expect(await broadcastFiles.remove(id, 'nothing')).toBe(false)
    expect((await broadcasts.find(id))?.files).toEqual([second])
  })
})

test('what has gone out keeps the files that it went out with', async () => {
  const id = await draft()
  const file = await add(id, 'a.pdf')
  await within(database, ward.id, ({ broadcasts }) => broadcasts.claim(id, builtAt))
  await expect(add(id, 'b.pdf')).rejects.toThrow('draft of another workspace')
  expect(await within(database, ward.id, ({ broadcastFiles }) => broadcastFiles.remove(id, file.id))).toBe(false)
})

test('an address is found by its hash, by whomever, and says when its time is over', async () => {
  const id = await draft()
  const people = [authorId, (await addPerson(database, ward)).id]
  const [one, other] = [randomUUID(), randomUUID()]
  await within(database, ward.id, ({ broadcastFiles }) =>
    broadcastFiles.addLinks(
      id,
      [
        { personId: people[0]!, tokenHash: one },
        { personId: people[1]!, tokenHash: other },
      ],
      new Date(builtAt.getTime() + 1000),
    ),
  )
  const found = { workspaceId: ward.id, broadcastId: id, personId: people[1] }
  expect(await findBroadcastLink(database.client, other, builtAt)).toEqual({ ...found, expired: false })
  const then = new Date(builtAt.getTime() + 1000)
  expect(await findBroadcastLink(database.client, other, then)).toEqual({ ...found, expired: true })
  expect(await findBroadcastLink(database.client, 'nothing', builtAt)).toBeNull()
})
