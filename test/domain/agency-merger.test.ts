import { describe, expect, test } from 'vitest'
import { matchAgencies } from '../../domain/agency-matching.ts'
import { isClosedOn, planMerger, planReopening } from '../../domain/agency-merger.ts'
import { successorsOn } from '../../domain/agency-successor.ts'
import { planAssignments } from '../../domain/plan-assignment.ts'
import type { Agency } from '../../domain/ports/agencies.ts'
import { parsedPlan, parsedTask } from '../support/builders.ts'

const today = '2026-07-01'

const agency = (id: string, name: string, more: Partial<Agency> = {}): Agency => ({
  ...{ id, name, kind: 'phong', shortName: '', parentId: null, aliases: [], datedAliases: [] },
  ...{ validFrom: null, validTo: null, ...more },
})

const economy = agency('a', 'Phòng Kinh tế', {
  shortName: 'PKT',
  aliases: ['Phòng Tài chính - Kế hoạch'],
  parentId: 'u',
})
const urban = agency('b', 'Phòng Kinh tế, Hạ tầng và Đô thị', { parentId: 'u' })
const market = agency('c', 'Ban Quản lý chợ', { parentId: 'a' })
const directory = {
  agencies: [agency('u', 'UBND phường An Biên'), economy, urban, market],
  groups: [{ id: 'g', name: 'Các phòng chuyên môn', aliases: [], memberIds: ['a'] }],
}
const all = { close: true, names: true }

describe('an agency that is merged into another', () => {
  test('closed, it ends the day before, and those below it belong to the other', () => {
    const { changed, groups } = planMerger(economy, urban, { close: true, names: false }, directory, today)
    expect(changed).toMatchObject([
      { id: 'a', validTo: '2026-06-30', parent: 'UBND phường An Biên', newAliases: [] },
      { id: 'c', parent: 'Phòng Kinh tế, Hạ tầng và Đô thị' },
      { id: 'b', parent: 'UBND phường An Biên', newAliases: [] },
    ])
    expect(groups).toEqual([])
  })

  test('its names mean the other from that day on, and the other stands in its groups', () => {
    const { changed, groups } = planMerger(economy, urban, all, directory, today)
    const names = ['Phòng Kinh tế', 'PKT', 'Phòng Tài chính - Kế hoạch']
    expect(changed.find(({ id }) => id === 'b')?.newAliases).toEqual(
      names.map((name) => ({ name, validFrom: today, validTo: null })),
    )
    expect(groups).toEqual([{ name: 'Các phòng chuyên môn', newMembers: ['Phòng Kinh tế, Hạ tầng và Đô thị'] }])
    const merged = {
      agencies: [
        { ...economy, validTo: '2026-06-30' },
        { ...urban, aliases: names, datedAliases: changed.find(({ id }) => id === 'b')?.newAliases ?? [] },
      ],
      groups: [],
    }
    const meant = (on: string) => matchAgencies(['Phòng Kinh tế'], merged, on)[0]
    expect(meant('2026-08-01')).toMatchObject({ agencyId: 'b' })
    expect(meant('2026-03-01')).toMatchObject({ agencyId: 'a' })
    // A plan of March that is imported in August gives nothing to what is gone by then.
    const plan = parsedPlan([parsedTask({ lead: ['Phòng Kinh tế'] })])
    expect(planAssignments(plan, merged, '2026-08-01').tasks[0]?.agencyIds).toEqual(['b'])
    expect(planAssignments(plan, merged, '2026-03-01').tasks[0]?.agencyIds).toEqual(['a'])
    expect(successorsOn({ agencies: [merged.agencies[0]!], groups: [] }, '2026-08-01')('a')).toBe('a')
  })

  test('whoever stood below it takes its place and never stands below itself', () => {
    const { changed } = planMerger(economy, market, all, directory, today)
    expect(changed.map(({ id, parent }) => [id, parent])).toEqual([
      ['a', 'UBND phường An Biên'],
      ['c', 'UBND phường An Biên'],
    ])
  })

  test('nothing changes that was not chosen', () => {
    expect(planMerger(economy, urban, { close: false, names: false }, directory, today)).toEqual({
      ...{ added: [], changed: [], groups: [] },
    })
  })

  test('reopened, it has no end', () => {
    const closed = { ...economy, validTo: '2026-06-30' }
    expect(isClosedOn(closed, today)).toBe(true)
    expect(isClosedOn(closed, '2026-06-30')).toBe(false)
    expect(planReopening(closed, directory.agencies).changed).toMatchObject([{ id: 'a', validTo: null }])
  })
})
