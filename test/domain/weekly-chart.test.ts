import { describe, expect, test } from 'vitest'
import { barsOf } from '../../domain/chart.ts'
import type { AgencyFigures } from '../../domain/figures.ts'
import { readSchedule, usualSchedule } from '../../domain/summary-schedule.ts'
import { pictureOfWeek } from '../../domain/weekly-chart.ts'
import { messagesIn } from '../../locales/index.ts'

const agency = (agencyName: string, some: Partial<AgencyFigures>): AgencyFigures => ({
  ...{ agencyId: agencyName, agencyName, total: 0, done: 0, doneLate: 0, late: 0, dueSoon: 0, inTime: 0, undated: 0 },
  ...{ silent: 0, obstacles: 0, fellDue: 0, onTime: 0, onTimeOriginal: 0 },
  ...some,
})

const week = { from: '2026-02-27', to: '2026-03-06' }
const pictureOf = (figures: readonly AgencyFigures[]) =>
  pictureOfWeek({ workspace: 'UBND', week, figures, plans: null }, messagesIn('vi').weekly.chart).picture

describe('the picture of a week', () => {
  test('has the worst first, and says all it shows in words too', () => {
    const picture = pictureOf([agency('A', { total: 3, done: 3 }), agency('B', { total: 4, late: 1, inTime: 3 })])
    expect(picture?.chart.bars.map(({ name }) => name)).toEqual(['B', 'A'])
    expect(picture?.alt).toBe(
      'Biểu đồ. Tình hình tuần 27/02/2026 – 06/03/2026. B: 4 việc (quá hạn 1, trong hạn 3); A: 3 việc (hoàn thành 3).',
    )
  })

  test('there is none for nothing', () => {
    expect(pictureOf([])).toBeUndefined()
    expect(pictureOf([agency('A', {})])).toBeUndefined()
  })

  test('has twelve rows and one for all the others, and loses nothing', () => {
    const many = Array.from({ length: 114 }, (_, at) => agency(`Đơn vị ${at}`, { total: 5, late: 2, done: 3 }))
    const { bars, others } = pictureOf(many)!.chart
    expect(bars).toHaveLength(13)
    expect(others).toBe(102)
    expect(bars.at(-1)).toEqual({ name: null, total: 510, late: 204, dueSoon: 0, inTime: 0, undated: 0, done: 306 })
    expect(pictureOf(many)!.alt.length).toBeLessThanOrEqual(1900)
    expect(pictureOf(many)!.alt).toContain('Các đơn vị khác (102): 510 việc')
  })

  test('thirteen have a row each', () => {
    const named = { name: 'A', total: 1, late: 1, dueSoon: 0, inTime: 0, undated: 0, done: 0 }
    expect(barsOf(Array.from({ length: 13 }, () => named))).toMatchObject({ others: 0 })
  })
})

test.each([
  ['thứ Hai 8:00', { day: 1, time: '08:00' }],
  ['thu sau', { day: 5, time: '16:00' }],
  ['T4 8h', { day: 3, time: '08:00' }],
  ['15h30', { day: 5, time: '15:30' }],
  ['thứ  5  lúc 9 giờ 15', { day: 4, time: '09:15' }],
  ['Chủ nhật 7:30', { day: 0, time: '07:30' }],
  ['Monday 8:00', { day: 1, time: '08:00' }],
  ['thứ Hai 25:00', null],
  ['lúc nào cũng được', null],
])('a weekly summary wanted at “%s”', (typed, expected) => {
  expect(readSchedule(typed, usualSchedule)).toEqual(expected)
})
