import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlanFix, planFixSchema } from '../../domain/plan-draft-fix.ts'
import { listDoubts } from '../../domain/plan-draft-doubts.ts'
import { draftAfter, planOf, startDraft } from '../../domain/plan-draft.ts'
import { parsed, typed } from './plan-draft-typing.ts'

const rowAfter = (words: string, number: number) => {
  const result = typed(words)
  return 'state' in result ? result.state.rows.find((row) => row.number === number)?.task : undefined
}

describe('a correction by words', () => {
  test.each([
    ['2 hạn 30/9', 2, { occurrences: ['2026-09-30'], deadlineText: '30/9', cadence: 'once', warnings: [] }],
    ['2 30/9', 2, { occurrences: ['2026-09-30'] }],
    ['2 hạn quý IV', 2, { occurrences: ['2026-12-31'] }],
    ['2 hạn trước ngày 21/3', 2, { occurrences: ['2026-03-20'] }],
    ['2 hạn thường xuyên', 2, { occurrences: [], cadence: 'ongoing', warnings: [] }],
    ['1 không hạn', 1, { occurrences: [], occurrenceLabels: [], cadence: 'unscheduled', deadlineText: '' }],
    ['1.2 hạn 30/9', 2, { occurrences: ['2026-09-30'] }],
    ['dòng 12 hạn 30/9', 2, { occurrences: ['2026-09-30'] }],
    ['2 chủ trì snv', 2, { lead: ['Sở Nội vụ'] }],
    ['2 chủ trì so noi vu, so tai chinh', 2, { lead: ['Sở Nội vụ', 'Sở Tài chính'] }],
    ['2 chủ trì Sở Văn hóa, Thể thao và Du lịch', 2, { lead: ['Sở Văn hóa, Thể thao và Du lịch'] }],
    ['2 chủ trì các sở, ban, ngành', 2, { lead: ['Các Sở, ban, ngành'] }],
    ['2 chủ trì “Ban quản lý chợ”', 2, { lead: ['Ban quản lý chợ'] }],
    ['1 thêm chủ trì Sở Tài chính, Sở Nội vụ', 1, { lead: ['Sở Nội vụ', 'Sở Tài chính'] }],
    ['1 bỏ chủ trì', 1, { lead: [] }],
    ['3 bỏ phối hợp Sở Nội vụ', 3, { support: [] }],
    ['3 phối hợp Sở Nội vụ; SNV', 3, { support: ['Sở Nội vụ'] }],
    ['3 tên Kiểm tra công vụ', 3, { title: 'Kiểm tra công vụ' }],
    ['3 sản phẩm Báo cáo; biên bản', 3, { output: 'Báo cáo; biên bản' }],
    ['3 bỏ sản phẩm', 3, { output: '' }],
  ])('%j gives row %i what it says', (words, row, expected) => {
    expect(rowAfter(words, row)).toMatchObject(expected)
  })

  test('takes rows out, puts them together and apart, and leaves the numbers of the others', () => {
    const numbers = (words: string) => {
      const result = typed(words)
      return 'state' in result ? result.state.rows.map(({ number, task }) => [number, task.title]) : result
    }
    expect(numbers('bỏ 2')).toEqual([
      [1, 'Rà soát thủ tục'],
      [3, 'Kiểm tra'],
    ])
    expect(numbers('gộp 3 1')).toEqual([
      [1, 'Rà soát thủ tục; Kiểm tra'],
      [2, 'Tập huấn; tuyên truyền'],
    ])
    expect(numbers('tách 2')).toEqual([
      [1, 'Rà soát thủ tục'],
      [2, 'Tập huấn'],
      [4, 'tuyên truyền'],
      [3, 'Kiểm tra'],
    ])
  })

  test('puts rows together with all that they have', () => {
    expect(rowAfter('gộp 1 3', 1)).toMatchObject({
      lead: ['Sở Nội vụ', 'Sở Tài chính'],
      support: ['Sở Nội vụ'],
      occurrences: ['2026-06-30', '2026-09-30'],
      cadence: 'periodic',
      output: 'Báo cáo; Kết luận',
    })
  })

  test('of the year moves the dates that follow it, and no other', () => {
    const result = typed('năm 2027')
    expect('state' in result && result.state.document.planYear).toBe(2027)
    expect(rowAfter('năm 2027', 1)?.occurrences).toEqual(['2027-06-30'])
    // Its date came from somewhere else.
    expect(rowAfter('năm 2027', 3)?.occurrences).toEqual(['2026-09-30'])
  })

  test('of the document answers what was doubtful about it', () => {
    const unsure = { ...parsed, warnings: [{ code: 'no-number', detail: '', line: 0 } as const] }
    const state = draftAfter(unsure, [[{ kind: 'document', change: { number: '15/KH-UBND' }, moved: [] }]])
    expect(state.document.number).toBe('15/KH-UBND')
    expect(state.warnings).toEqual([])
    const result = typed('thay 12/kh-ubnd')
    expect('state' in result && result.state.amends).toEqual({ planId: 'p1', partial: false })
  })

  test.each([
    ['9 hạn 30/9', { kind: 'no-row', typed: '9', rows: 3 }],
    ['9.9 hạn 30/9', { kind: 'no-row', typed: '9.9', rows: 3 }],
    ['hạn 30/9', { kind: 'which-row' }],
    ['bỏ', { kind: 'which-row' }],
    ['2 hạn 31/2', { kind: 'deadline', typed: '31/2', impossible: true }],
    ['2 hạn sớm', { kind: 'deadline', typed: 'sớm', impossible: false }],
    ['2 chủ trì Sở Nội cụ', { kind: 'agency', typed: 'Sở Nội cụ', row: 2 }],
    ['2 bỏ chủ trì Sở Tài chính', { kind: 'not-its-agency', typed: 'Sở Tài chính', row: 2 }],
    ['2 Sở Tài chính', { kind: 'not-understood', typed: 'Sở Tài chính', row: 2 }],
    ['bỏ 1 2 3', { kind: 'nothing-left' }],
    ['gộp 1', { kind: 'merge-needs-two' }],
    ['tách 1', { kind: 'nothing-to-split', row: 1 }],
    ['thay 99/KH-UBND', { kind: 'plan', typed: '99/KH-UBND' }],
  ])('%j cannot be made, and says why', (words, problem) => {
    expect(typed(words)).toMatchObject({ problem })
  })

  test('without a number is about the task that was just shown', () => {
    const result = typed('hạn 30/9', startDraft(parsed), 2)
    expect('state' in result && result.state.rows[1]?.task.occurrences).toEqual(['2026-09-30'])
  })
})

describe('what is doubtful', () => {
  test('stands row by row until it is corrected or found right', () => {
    expect(listDoubts(startDraft(parsed)).map(({ row, code }) => [row, code])).toEqual([
      [2, 'no-lead'],
      [2, 'no-deadline'],
    ])
    const after = typed('2 chủ trì SNV')
    expect('state' in after && listDoubts(after.state).map(({ code }) => code)).toEqual(['no-deadline'])
    const accepted = typed('đúng 2')
    expect('state' in accepted && listDoubts(accepted.state)).toEqual([])
  })

  test('is also a date before the document, which is kept', () => {
    const after = typed('1 hạn 1/1/2026')
    expect('state' in after && listDoubts(after.state).map(({ row, code }) => [row, code])).toContainEqual([
      1,
      'date-before-issue',
    ])
  })
})

describe('whatever is corrected', () => {
  const words = fc.constantFrom(
    ...[
      '1 hạn 30/9',
      '2 chủ trì SNV',
      'bỏ 3',
      'gộp 1 2',
      'tách 2',
      'đúng 1',
      'năm 2027',
      '2 không hạn',
      '1 tên A; B',
      'tách 1',
    ],
  )

  test('numbers stay unique and in sight, and every correction can be stored and read back', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (said) => {
        let batches: PlanFix[][] = []
        for (const each of said) {
          const result = typed(each, draftAfter(parsed, batches))
          if ('fixes' in result && result.problem === undefined) batches = [...batches, result.fixes]
        }
        const state = draftAfter(parsed, batches)
        const numbers = state.rows.map(({ number }) => number)
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(Math.max(...numbers)).toBeLessThan(state.nextNumber)
        expect(planOf(state).tasks).toHaveLength(numbers.length)
        for (const { task } of state.rows) expect(task.occurrenceLabels).toHaveLength(task.occurrences.length)
        for (const fix of batches.flat()) expect(planFixSchema.parse(JSON.parse(JSON.stringify(fix)))).toEqual(fix)
      }),
    )
  })
})
