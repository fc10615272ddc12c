import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { createOpenStores } from '../../prisma/stores.ts'
import {
  addPerson,
  builtAt,
  createTestWorkspace,
  type TestPerson,
  type TestWorkspace,
  within,
} from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const database = await useTestDatabase()
let ward: TestWorkspace
let coordinator: TestPerson

beforeAll(async () => {
  ward = await createTestWorkspace(database)
  coordinator = await addPerson(database, ward, { role: 'coordinator' })
})

const minutesLater = (minutes: number) => new Date(builtAt.getTime() + minutes * 60_000)
const codes = () => createOpenStores(database.client).inviteCodes

const invite = async (): Promise<string> => {
  const codeHash = randomUUID()
  await within(database, ward.id, ({ invites }) =>
    invites.create(
      {
        ...{ codeHash, agencyId: ward.agency('Phòng Y tế'), role: 'official' },
        ...{ createdById: coordinator.id, expiresAt: minutesLater(60) },
      },
      builtAt,
    ),
  )
  return codeHash
}

test('a code tells what it invites to', async () => {
  const found = await codes().find(await invite())
  expect(found).toMatchObject({
    workspaceId: ward.id,
    agencyId: ward.agency('Phòng Y tế'),
    role: 'official',
    expiresAt: minutesLater(60),
    usedAt: null,
  })
  expect(await codes().find('unheard of')).toBeNull()
})

test('of several people with one code one gets in', async () => {
  const found = await codes().find(await invite())
  const people = await Promise.all(Array.from({ length: 5 }, () => addPerson(database, ward)))
  const won = await Promise.all(people.map(({ id }) => codes().claim(found!.id, id, minutesLater(1))))
  expect(won.filter(Boolean)).toHaveLength(1)
  expect((await database.client.invite.findUniqueOrThrow({ where: { id: found!.id } })).usedAt).toEqual(minutesLater(1))
})

test('a code cannot be taken after it expired, nor for somebody of another workspace', async () => {
  const found = await codes().find(await invite())
  const stranger = await addPerson(database, await createTestWorkspace(database))
  expect(await codes().claim(found!.id, coordinator.id, minutesLater(61))).toBe(false)
  expect(await codes().claim(found!.id, stranger.id, minutesLater(1))).toBe(false)
})

describe('wrong codes', () => {
  test('are counted for a quarter of an hour from the first', async () => {
    const account = randomUUID()
    expect(await codes().countFailures('telegram', account, builtAt)).toBe(0)
    for (const [minute, failures] of [
      [0, 1],
      [5, 2],
      [14, 3],
    ] as const) {
      expect(await codes().countFailure('telegram', account, minutesLater(minute))).toBe(failures)
    }
    expect(await codes().countFailures('telegram', account, minutesLater(14))).toBe(3)
    expect(await codes().countFailures('telegram', account, minutesLater(15))).toBe(0)
    expect(await codes().countFailure('telegram', account, minutesLater(16))).toBe(1)
  })

  test('are counted for each account, and none is lost between processes', async () => {
    const account = randomUUID()
    await Promise.all(Array.from({ length: 8 }, () => codes().countFailure('zalo', account, builtAt)))
    expect(await codes().countFailures('zalo', account, builtAt)).toBe(8)
    expect(await codes().countFailures('telegram', account, builtAt)).toBe(0)
  })
})
