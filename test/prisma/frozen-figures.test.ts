import { describe, expect, test } from 'vitest'
import { byField } from '../../domain/fields.ts'
import { addPlan } from '../support/builders.ts'
import { after, before, cutoff, figuresOf, stand, useFrozenFigures, zone } from './frozen-stage.ts'

const { database, here, ward, fill, say, decide, transfer, freezeAt, statusAt } = await useFrozenFigures()

describe('frozen figures', () => {
  test('are those of /tinhhinh at that moment: by agency, plan and field', async () => {
    await fill()
    await say(['Một'], 'done', stand('done'), before(2))
    await say(['Hai', 'Phòng Y tế'], 'obstacle', stand('acknowledged', { obstacle: 'Thiếu kinh phí' }), before(1))
    const status = await statusAt(cutoff)
    const frozen = await freezeAt(cutoff)
    expect(figuresOf(frozen)).toEqual(status)
    expect(byField(frozen.sections).map(({ name, total }) => [name, total])).toEqual([
      ['Cải cách thể chế', 2],
      ['Tài chính công', 3],
    ])
    expect(frozen).toMatchObject({ asOf: cutoff, frozenAt: cutoff, lateBecause: null, asOfDay: '2026-03-14' })
  })

  test('stay the same whatever happens afterwards, and the database refuses to change them', async () => {
    await fill()
    const frozen = await freezeAt(cutoff)
    await say(['Một'], 'done', stand('done'), after(1))
    const { id } = await database.client.frozenFigures.findFirstOrThrow({ where: { workspaceId: ward().id } })
    const { periodId } = await database.client.frozenFigures.findUniqueOrThrow({ where: { id } })
    expect(await here((stores) => stores.frozen.read(periodId, 'all'))).toEqual(frozen)
    const { client } = database
    await expect(client.frozenFigures.updateMany({ data: { asOf: after(1) } })).rejects.toThrow(/append-only/)
    await expect(client.frozenCell.updateMany({ data: { done: 9 } })).rejects.toThrow(/append-only/)
    await expect(client.frozenCell.deleteMany()).rejects.toThrow(/append-only/)
    await expect(client.$executeRaw`TRUNCATE "FrozenFigures", "FrozenCell"`).rejects.toThrow(/append-only/)
  })

  test('are frozen once', async () => {
    await fill()
    await freezeAt(cutoff)
    const again = here(async ({ frozen, periods }) => {
      await frozen.freeze((await periods.lock({ year: 2026, kind: 'q1' }))!, zone, after(1))
    })
    await expect(again).rejects.toThrow()
    expect(await database.client.frozenFigures.count({ where: { workspaceId: ward().id } })).toBe(1)
  })

  test('of some agencies are told alone', async () => {
    await fill()
    await freezeAt(cutoff)
    const { id } = (await here(({ periods }) => periods.lock({ year: 2026, kind: 'q1' })))!
    const own = await here(({ frozen }) => frozen.read(id, [ward().agency('Phòng Tư pháp')]))
    expect(own!.agencies.map(({ agencyName, total }) => [agencyName, total])).toEqual([['Phòng Tư pháp', 1]])
    expect(own!.plans).toHaveLength(1)
  })
})

describe('after downtime the cut-off is rebuilt from the history', () => {
  const lateFreeze = async (meanwhile: () => Promise<unknown>) => {
    const status = await statusAt(cutoff)
    await meanwhile()
    const frozen = await freezeAt(after(72))
    return { status, frozen }
  }

  test.each<readonly [string, () => Promise<unknown>]>([
    ['what was said', () => say(['Hai'], 'progress', stand('in_progress', { percent: 50 }), after(1))],
    ['what was done', () => say(['Một'], 'done', stand('done', {}, after(1)), after(1))],
    ['an obstacle named', () => say(['Hai'], 'obstacle', stand('acknowledged', { obstacle: 'Chờ' }), after(1))],
    [
      'more time granted, twice',
      async () => {
        await decide(['Một'], 'extend', stand('assigned'), '2026-04-30', after(1))
        await decide(['Một'], 'extend', stand('assigned'), '2026-05-30', after(2))
      },
    ],
    ['work given back', () => decide(['Hai', 'Phòng Y tế'], 'return', stand('returned'), undefined, after(1))],
    [
      'work that came later',
      () =>
        addPlan(database, ward(), [{ title: 'Mới' }], { number: '03/KH-UBND' }).then(() =>
          database.client.assignment.updateMany({
            where: { workspaceId: ward().id, occurrence: { task: { title: 'Mới' } } },
            data: { createdAt: after(1) },
          }),
        ),
    ],
  ])('without %s since', async (_what, meanwhile) => {
    await fill()
    const { status, frozen } = await lateFreeze(meanwhile)
    expect(figuresOf(frozen)).toEqual(status)
    expect(frozen).toMatchObject({ asOf: cutoff, frozenAt: after(72), lateBecause: null })
  })

  test('with what was taken back or opened again since', async () => {
    await fill()
    await say(['Một'], 'done', stand('done', {}, before(48)), before(48))
    const said = await say(['Hai'], 'progress', stand('in_progress'), before(5))
    const { status, frozen } = await lateFreeze(async () => {
      await decide(['Một'], 'reopen', stand('in_progress'), undefined, after(1))
      await say(['Một'], 'done', stand('done', {}, after(30)), after(30))
      await here(({ assignments }) => assignments.undo(said, stand('assigned'), after(2)))
    })
    expect(figuresOf(frozen)).toEqual(status)
    expect(frozen.lateBecause).toBeNull()
  })

  test('with work that went to another agency since, and came back', async () => {
    await fill()
    await say(['Ba', 'Phòng Tư pháp'], 'progress', stand('in_progress', { percent: 30 }), before(3))
    const { status, frozen } = await lateFreeze(async () => {
      await transfer('Phòng Tư pháp', 'Trạm Y tế', after(1))
      await transfer('Trạm Y tế', 'Phòng Tư pháp', after(2))
      await transfer('Phòng Y tế', 'Trạm Y tế', after(3))
    })
    expect(figuresOf(frozen)).toEqual(status)
    expect(frozen.lateBecause).toBeNull()
  })

  test('but after an amendment they are those of now, and say so', async () => {
    await fill()
    const { frozen, status } = await lateFreeze(async () => {
      await database.client.assignment.updateMany({
        where: { workspaceId: ward().id, dueOn: new Date('2026-03-10') },
        data: { state: 'cancelled' },
      })
      const entry = { action: 'amend', subject: 'plan', subjectId: 'x' }
      await here(({ audit }) => audit.append(entry, after(1)))
    })
    expect(frozen).toMatchObject({ asOf: after(72), lateBecause: 'amended', asOfDay: '2026-03-17' })
    expect(figuresOf(frozen)).not.toEqual(status)
    expect(figuresOf(frozen)).toEqual(await statusAt(after(72)))
  })

  test('and where the history has a gap', async () => {
    await fill()
    const { frozen } = await lateFreeze(async () => {
      await say(['Hai'], 'progress', stand('in_progress'), after(1))
      await database.client.assignment.updateMany({ where: { workspaceId: ward().id }, data: { state: 'cancelled' } })
    })
    expect(frozen).toMatchObject({ asOf: after(72), lateBecause: 'history' })
  })
})
