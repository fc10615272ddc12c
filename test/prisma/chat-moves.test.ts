import { describe, expect, test } from 'vitest'
import { moveChat } from '../../prisma/chat-moves.ts'
import { createTestWorkspace } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { addChat } from '../support/outbox.ts'

const database = await useTestDatabase()
const now = new Date('2026-03-02T02:00:00Z')
const row = (id: string) => database.client.chat.findUniqueOrThrow({ where: { id } })
const move = (id: string, to: string) => database.client.$transaction((tx) => moveChat(tx, id, to))

describe('a group', () => {
  test('moves to its new id', async () => {
    const oldId = await addChat(database, { kind: 'group', externalId: '-9' })
    await move(oldId, '-1009')
    expect(await row(oldId)).toMatchObject({ externalId: '-1009' })
    // The news comes twice: from the group, and by a refused message.
    await move(oldId, '-1009')
    expect(await row(oldId)).toMatchObject({ externalId: '-1009' })
  })

  test('keeps what was chosen for the weekly summary in the new place before the news of the move came', async () => {
    const oldId = await addChat(database, { kind: 'group', externalId: '-10' })
    const early = await addChat(database, { kind: 'group', externalId: '-1010' })
    const chosen = { summaryDueAt: now, summaryDay: 1, summaryTime: '08:00', summaryNames: true }
    await database.client.chat.update({ where: { id: early }, data: chosen })
    await move(oldId, '-1010')
    expect(await row(oldId)).toMatchObject({ externalId: '-1010', ...chosen })
  })

  test('keeps that agencies may be named, chosen in the new place where no summary comes', async () => {
    const weekly = { summaryDueAt: now, summaryDay: 4, summaryTime: '16:30' }
    for (const [place, schedule] of Object.entries({ '11': {}, '12': weekly })) {
      const oldId = await addChat(database, { kind: 'group', externalId: `-${place}` })
      await database.client.chat.update({ where: { id: oldId }, data: schedule })
      const early = await addChat(database, { kind: 'group', externalId: `-10${place}` })
      await database.client.chat.update({ where: { id: early }, data: { summaryNames: true } })
      await move(oldId, `-10${place}`)
      expect(await row(oldId)).toMatchObject({ externalId: `-10${place}`, ...schedule, summaryNames: true })
    }
  })

  test('takes nothing over that another workspace chose in the new place', async () => {
    const [ours, theirs] = [await createTestWorkspace(database), await createTestWorkspace(database)]
    const oldId = await addChat(database, { kind: 'group', externalId: '-13' })
    await database.client.chat.update({ where: { id: oldId }, data: { workspaceId: ours.id } })
    const early = await addChat(database, { kind: 'group', externalId: '-1013' })
    const chosen = { workspaceId: theirs.id, summaryDueAt: now, summaryNames: true }
    await database.client.chat.update({ where: { id: early }, data: chosen })
    await move(oldId, '-1013')
    const kept = { externalId: '-1013', workspaceId: ours.id, summaryDueAt: null, summaryNames: false }
    expect(await row(oldId)).toMatchObject(kept)
  })
})
