import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDates, comparePlans, isNothingNew, type KnownTask } from '../../domain/plan-changes.ts'
import type { ParsedTask } from '../../domain/plan-document.ts'
import { parsedTask } from '../support/builders.ts'

/** A task as it stands once it is followed up. */
const known = (task: ParsedTask, index = 0, more: Partial<KnownTask> = {}): KnownTask => ({
  ...task,
  id: `t${index + 1}`,
  number: index + 1,
  kept: false,
  occurrences:
    task.occurrences.length === 0
      ? [{ id: `t${index + 1}.1`, dueOn: null, label: '' }]
      : task.occurrences.map((dueOn, at) => ({
          ...{ id: `t${index + 1}.${at + 1}`, dueOn },
          label: task.occurrenceLabels[at] ?? '',
        })),
  ...more,
})

const first = parsedTask({ code: '1.1', title: 'Rà soát thủ tục hành chính', occurrences: ['2026-03-20'] })
const second = parsedTask({ code: '1.2', title: 'Tập huấn chữ ký số cho cán bộ', lead: ['Phòng Y tế'] })
const third = parsedTask({ code: '2', title: 'Kiểm tra công vụ đột xuất', occurrences: ['2026-06-30', '2026-12-31'] })

const compare = (after: readonly ParsedTask[], before: readonly ParsedTask[] = [first, second, third]) => {
  const { added, changed, same, removed } = comparePlans(
    before.map((task, index) => known(task, index)),
    after,
  )
  return {
    added: added.map(({ after: { title } }) => title),
    changed: changed.map(({ before: { number }, parts }) => [number, ...parts]),
    same: same.map(({ before: { number } }) => number),
    removed: removed.map(({ number }) => number),
  }
}

describe('an amended plan', () => {
  test.each<[string, readonly ParsedTask[], Partial<ReturnType<typeof compare>>]>([
    ['with nothing changed', [first, second, third], { same: [1, 2, 3], changed: [], added: [], removed: [] }],
    [
      'in other capitals and spaces',
      [{ ...first, title: ' RÀ SOÁT  thủ tục hành chính.' }, second, third],
      { changed: [] },
    ],
    ['with another date', [{ ...first, occurrences: ['2026-04-30'] }, second, third], { changed: [[1, 'due']] }],
    ['without a date', [{ ...first, occurrences: [] }, second, third], { changed: [[1, 'due']] }],
    ['with another lead', [first, { ...second, lead: ['Phòng Nội vụ'] }, third], { changed: [[2, 'lead']] }],
    ['with a lead in another spelling', [first, { ...second, lead: ['phong y te'] }, third], { changed: [] }],
    [
      'with another supporting agency',
      [{ ...first, support: ['Trạm Y tế'] }, second, third],
      { changed: [[1, 'support']] },
    ],
    [
      'with other words for one task',
      [{ ...first, title: 'Rà soát, đơn giản hóa thủ tục hành chính' }, second, third],
      { changed: [[1, 'title']] },
    ],
    ['with another product', [{ ...first, output: 'Quyết định' }, second, third], { changed: [[1, 'output']] }],
    [
      'with a new task',
      [first, second, third, parsedTask({ code: '3', title: 'Mua sắm máy quét' })],
      { added: ['Mua sắm máy quét'], same: [1, 2, 3] },
    ],
    ['without one of its tasks', [first, third], { removed: [2], same: [1, 3] }],
    [
      'with one task for another under the same number',
      [first, parsedTask({ code: '1.2', title: 'Mua sắm máy quét' }), third],
      { removed: [2], added: ['Mua sắm máy quét'] },
    ],
    [
      'numbered anew after a task came first',
      [
        parsedTask({ code: '1.1', title: 'Ban hành quy chế' }),
        { ...first, code: '1.2' },
        { ...second, code: '1.3' },
        third,
      ],
      { added: ['Ban hành quy chế'], same: [1, 2, 3], removed: [] },
    ],
  ])('%s', (_what, after, expected) => {
    expect(compare(after)).toMatchObject(expected)
  })

  test('does not take away again what stayed against it before', () => {
    const before = [known(first), known(second, 1, { kept: true })]
    expect(comparePlans(before, [first]).removed).toEqual([])
    expect(comparePlans(before, [first, second]).same).toHaveLength(2)
  })
})

describe('the dates of a task', () => {
  const before = [
    { id: 'a', dueOn: '2026-03-20', label: 'Quý I' },
    { id: 'b', dueOn: '2026-06-20', label: '6 tháng' },
    { id: 'c', dueOn: '2026-12-20', label: 'Năm' },
  ]
  const dates = (days: readonly string[], labels: readonly string[] = []) =>
    compareDates(before, { occurrences: days, occurrenceLabels: days.map((_, at) => labels[at] ?? '') })

  test('stay with the progress they have, by day, then by label, then in order', () => {
    expect(dates(['2026-03-25', '2026-06-20', '2026-12-20'])).toMatchObject({
      kept: [{ id: 'a', dueOn: '2026-03-25' }, { id: 'b' }, { id: 'c' }],
      added: [],
      removed: [],
    })
    expect(dates(['2026-06-25', '2026-12-10'], ['6 tháng', 'Năm'])).toMatchObject({
      kept: [
        { id: 'b', dueOn: '2026-06-25' },
        { id: 'c', dueOn: '2026-12-10' },
      ],
      removed: ['a'],
    })
    expect(dates(['2026-03-20', '2026-06-20', '2026-09-20', '2026-12-20'])).toMatchObject({
      added: [{ dueOn: '2026-09-20' }],
      removed: [],
    })
    expect(dates([])).toMatchObject({ kept: [{ id: 'a', dueOn: null }], removed: ['b', 'c'] })
  })
})

describe('whatever the plan', () => {
  const words = 'rà soát thủ tục hành chính báo cáo kiểm tra công vụ tập huấn chữ ký số quy chế dân chủ'.split(' ')
  const task = fc.record({
    code: fc.constantFrom('1', '2', '1.1', '1.2', ''),
    title: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' ')),
    lead: fc.subarray(['Phòng Nội vụ', 'Phòng Y tế', 'Phòng Tư pháp']),
    occurrences: fc.subarray(['2026-03-20', '2026-06-20', '2026-12-31']),
  })
  const plan = fc.array(
    task.map((each) => parsedTask(each)),
    { maxLength: 15 },
  )

  test('against itself it says nothing new', () => {
    fc.assert(
      fc.property(plan, (tasks) => {
        expect(
          isNothingNew(
            comparePlans(
              tasks.map((each, index) => known(each, index)),
              tasks,
            ),
          ),
        ).toBe(true)
      }),
    )
  })

  test('with the same tasks under other numbers in any order, none is added or removed', () => {
    fc.assert(
      fc.property(plan, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (tasks, order) => {
        const shuffled = tasks
          .map((each, index) => ({ each, at: order[index] ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ each }, index) => ({ ...each, code: String(index + 1) }))
        const { added, removed } = comparePlans(
          tasks.map((each, index) => known(each, index)),
          shuffled,
        )
        expect([added, removed]).toEqual([[], []])
      }),
    )
  })

  test('every task of both is accounted for once', () => {
    fc.assert(
      fc.property(plan, plan, (old, now) => {
        const { added, changed, same, removed } = comparePlans(
          old.map((each, index) => known(each, index)),
          now,
        )
        const pairs = [...changed, ...same]
        expect([...added, ...pairs].map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(now.map((_, at) => at))
        expect([...pairs.map(({ before }) => before), ...removed].map(({ id }) => id).toSorted()).toEqual(
          old.map((_, index) => `t${index + 1}`).toSorted(),
        )
      }),
    )
  })

  test('no date is lost and none is there twice', () => {
    fc.assert(
      fc.property(task, task, (old, now) => {
        const before = known(parsedTask(old)).occurrences
        const { kept, added, removed } = compareDates(before, parsedTask(now))
        expect([...kept.map(({ id }) => id), ...removed].toSorted()).toEqual(before.map(({ id }) => id).toSorted())
        expect([...kept, ...added].flatMap(({ dueOn }) => dueOn ?? []).toSorted()).toEqual(now.occurrences)
      }),
    )
  })
})

test('ten thousand tasks are compared in a moment', () => {
  const tasks = Array.from({ length: 10_000 }, (_, index) =>
    parsedTask({ code: `${index}`, title: `Nhiệm vụ rà soát thủ tục số ${index} của lĩnh vực ${index % 37}` }),
  )
  const after = tasks.map((each, index) => ({ ...each, title: `${each.title}${index % 3 === 0 ? ' sửa đổi' : ''}` }))
  const { changed, added } = comparePlans(
    tasks.map((each, index) => known(each, index)),
    after,
  )
  expect([changed.length, added.length]).toEqual([3334, 0])
}, 20_000)
