import { expect, test } from 'vitest'
import { createWorkspace, type Directory, getWorkspace, listWorkspaces } from '../../prisma/workspaces.ts'
import { builtAt, createTestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const database = await useTestDatabase()

const create = (directory: Directory) =>
  createWorkspace(
    database.client,
    { name: 'UBND thành phố Hải Phòng', zone: 'Asia/Ho_Chi_Minh', locale: 'vi', directory },
    builtAt,
  )

test('a new workspace begins with its directory', async () => {
  const workspace = await create({
    agencies: [
      { name: 'Phòng Nội vụ', kind: 'phong', parent: 'UBND quận', aliases: [] },
      { name: 'UBND quận', kind: 'ubnd-cap-huyen', aliases: ['Uỷ ban quận'] },
    ],
    groups: [{ name: 'UBND cấp huyện', aliases: ['UBND các quận, huyện'], members: ['UBND quận'] }],
  })
  expect(workspace).toEqual({ id: workspace.id, name: 'UBND thành phố Hải Phòng', zone: 'Asia/Ho_Chi_Minh' })
  await within(database, workspace.id, async ({ agencies }) => {
    const district = await agencies.findByName('Uỷ ban quận')
    expect(district).toMatchObject({ name: 'UBND quận', kind: 'ubnd-cap-huyen', parentId: null })
    expect(await agencies.findByName('Phòng Nội vụ')).toMatchObject({ parentId: district?.id })
    expect(await agencies.listGroups()).toMatchObject([
      { name: 'UBND cấp huyện', aliases: ['UBND các quận, huyện'], memberIds: [district?.id] },
    ])
  })
})

test('an alias that is another agency’s own name is left out', async () => {
  const workspace = await create({
    agencies: [
      { name: 'Sở Tài chính', kind: 'department', aliases: ['Sở Nội vụ', 'STC', 'STC'] },
      { name: 'Sở Nội vụ', kind: 'department', aliases: [] },
    ],
    groups: [],
  })
  await within(database, workspace.id, async ({ agencies }) => {
    expect((await agencies.findByName('Sở Nội vụ'))?.name).toBe('Sở Nội vụ')
    expect((await agencies.list()).map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Sở Nội vụ', []],
      ['Sở Tài chính', ['STC']],
    ])
  })
})

test('a directory that names an agency it does not have is refused whole', async () => {
  const before = (await listWorkspaces(database.client)).length
  const broken = database.client.$transaction((tx) =>
    createWorkspace(
      tx,
      {
        ...{ name: 'UBND xã', zone: 'Asia/Ho_Chi_Minh', locale: 'vi' },
        directory: { agencies: [], groups: [{ name: 'Các Sở', aliases: [], members: ['Sở Nội vụ'] }] },
      },
      builtAt,
    ),
  )
  await expect(broken).rejects.toThrow('Sở Nội vụ')
  expect(await listWorkspaces(database.client)).toHaveLength(before)
})

test('workspaces are listed and found', async () => {
  const workspace = await createTestWorkspace(database, { name: 'UBND phường Gia Viên', zone: 'Asia/Tokyo' })
  const expected = { id: workspace.id, name: 'UBND phường Gia Viên', zone: 'Asia/Tokyo' }
  expect(await getWorkspace(database.client, workspace.id)).toEqual(expected)
  expect(await listWorkspaces(database.client)).toContainEqual(expected)
})
