import { beforeAll, describe, expect, test } from 'vitest'
import { hasWork } from '../../domain/unreached.ts'
import { addPerson, addPlan, createTestWorkspace, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const database = await useTestDatabase()
let ward: TestWorkspace

beforeAll(async () => {
  ward = await createTestWorkspace(database)
})

const agencies = <T>(work: Parameters<typeof within<T>>[2]) => within(database, ward.id, work)

test('the directory lists agencies with their parents and aliases', async () => {
  const list = await agencies((stores) => stores.agencies.list())
  expect(list.map(({ name }) => name)).toEqual([
    'Phòng Nội vụ',
    'Phòng Tư pháp',
    'Phòng Y tế',
    'Trạm Y tế',
    'UBND phường An Biên',
  ])
  expect(list.find(({ name }) => name === 'Phòng Nội vụ')).toEqual({
    id: ward.agency('Phòng Nội vụ'),
    name: 'Phòng Nội vụ',
    kind: 'phong',
    shortName: '',
    parentId: ward.agency('UBND phường An Biên'),
    aliases: ['PNV'],
    datedAliases: [],
    validFrom: null,
    validTo: null,
  })
})

test('a group knows its other names and its members', async () => {
  const [group] = await agencies((stores) => stores.agencies.listGroups())
  expect(group).toMatchObject({
    name: 'Các phòng chuyên môn',
    aliases: ['Các phòng, ban', 'Các đơn vị thuộc phường'],
    memberIds: ['Phòng Nội vụ', 'Phòng Tư pháp', 'Phòng Y tế'].map(ward.agency),
  })
})

test.each([
  ['Phòng Nội vụ', 'Phòng Nội vụ'],
  ['phong noi vu', 'Phòng Nội vụ'],
  ['PNV', 'Phòng Nội vụ'],
  ['Ủy ban nhân dân phường An Biên', 'UBND phường An Biên'],
  ['ubnd phường', 'UBND phường An Biên'],
])('"%s" is found as %s', async (typed, name) => {
  const found = await agencies((stores) => stores.agencies.findByName(typed))
  expect(found?.id).toBe(ward.agency(name))
})

test('an unknown name finds nothing', async () => {
  expect(await agencies((stores) => stores.agencies.findByName('Phòng Du hành vũ trụ'))).toBeNull()
})

describe('ensure', () => {
  test('keeps those that are there, creates the others once, and answers by the name given', async () => {
    const workspace = await createTestWorkspace(database)
    const names = ['phòng nội vụ', 'PNV', 'Công an phường', 'CÔNG AN PHƯỜNG']
    const ids = await within(database, workspace.id, (stores) => stores.agencies.ensure(names))
    expect(ids.get('phòng nội vụ')).toBe(workspace.agency('Phòng Nội vụ'))
    expect(ids.get('PNV')).toBe(workspace.agency('Phòng Nội vụ'))
    expect(ids.get('Công an phường')).toBe(ids.get('CÔNG AN PHƯỜNG'))
    const again = await within(database, workspace.id, (stores) => stores.agencies.ensure(names))
    expect([...again]).toEqual([...ids])
    expect(await database.client.agency.count({ where: { workspaceId: workspace.id } })).toBe(6)
  })

  test('two imports at once end up with one agency', async () => {
    const workspace = await createTestWorkspace(database)
    const results = await Promise.all(
      Array.from({ length: 4 }, () =>
        within(database, workspace.id, (stores) => stores.agencies.ensure(['Ban Chỉ huy Quân sự'])),
      ),
    )
    expect(new Set(results.map((ids) => ids.get('Ban Chỉ huy Quân sự'))).size).toBe(1)
  })
})

test('subordinates are found all the way down', async () => {
  const below = (name: string) => agencies((stores) => stores.agencies.withSubordinates([ward.agency(name)]))
  expect([...(await below('Phòng Y tế'))].sort()).toEqual(['Phòng Y tế', 'Trạm Y tế'].map(ward.agency).sort())
  expect(await below('UBND phường An Biên')).toHaveLength(5)
  expect(await below('Trạm Y tế')).toEqual([ward.agency('Trạm Y tế')])
})

describe('agencies that nobody answers for', () => {
  const listUnreached = (workspaceId: string) =>
    within(database, workspaceId, (stores) => stores.agencies.listUnreached('2026-03-02'))

  test('have no official or head with a working private chat', async () => {
    const workspace = await createTestWorkspace(database)
    const unreached = async () => (await listUnreached(workspace.id)).filter(hasWork).map(({ name }) => name)
    await addPlan(database, workspace, [
      { to: ['Phòng Nội vụ', 'Phòng Tư pháp', 'Phòng Y tế'], occurrences: ['2026-03-20'] },
    ])
    expect(await unreached()).toEqual(['Phòng Nội vụ', 'Phòng Tư pháp', 'Phòng Y tế'])

    await addPerson(database, workspace, { agency: 'Phòng Nội vụ' })
    const head = await addPerson(database, workspace, { agency: 'Phòng Tư pháp', role: 'head' })
    await addPerson(database, workspace, { agency: 'Phòng Y tế', role: 'coordinator' })
    expect(await unreached()).toEqual(['Phòng Y tế'])

    await database.client.chat.update({ where: { id: head.chatId }, data: { blockedAt: new Date() } })
    expect(await unreached()).toEqual(['Phòng Tư pháp', 'Phòng Y tế'])

    await database.client.assignment.updateMany({ where: { workspaceId: workspace.id }, data: { state: 'done' } })
    expect(await unreached()).toEqual([])
  })

  test('come with what is to be done, the most overdue first, then those without work that still exist', async () => {
    const workspace = await createTestWorkspace(database)
    await addPlan(database, workspace, [
      { to: ['Phòng Y tế', 'Trạm Y tế'], occurrences: ['2026-03-20'] },
      { to: ['Phòng Y tế', 'Phòng Tư pháp'], occurrences: ['2026-02-20'] },
      { to: ['Phòng Y tế'], occurrences: [] },
    ])
    const gone = { workspaceId: workspace.id, name: 'UBND phường An Biên' }
    await database.client.agency.updateMany({ where: gone, data: { validTo: new Date('2026-03-01') } })
    const seen = (await listUnreached(workspace.id)).map(({ name, open, late }) => ({ name, open, late }))
    expect(seen).toEqual([
      { name: 'Phòng Y tế', open: 3, late: 1 },
      { name: 'Phòng Tư pháp', open: 1, late: 1 },
      { name: 'Trạm Y tế', open: 1, late: 0 },
      { name: 'Phòng Nội vụ', open: 0, late: 0 },
    ])
  })
})
