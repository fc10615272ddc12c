import { expect, test } from 'vitest'
import { cells, readOffice, readRows, taskHeader, withoutLines } from './support.ts'

test('a row merged down over those under it is their heading and lends them who and when', async () => {
  const { xlsx, docx } = await readOffice([
    cells('TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'),
    [{ text: '1' }, { text: 'Rà soát' }, { text: 'Sở Y tế', rows: 3 }, { text: 'Quý I', rows: 3 }],
    cells('1.1', 'Nhóm một'),
    cells('1.2', 'Nhóm hai'),
  ])
  expect(xlsx.tasks).toMatchObject([
    { code: '1.1', section: 'Rà soát', lead: ['Sở Y tế'], occurrences: ['2026-03-31'] },
    { code: '1.2', section: 'Rà soát', lead: ['Sở Y tế'], occurrences: ['2026-03-31'] },
  ])
  expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
})

test('who and when stated once for all numbers under a number', async () => {
  const { tasks } = await readRows(
    taskHeader,
    '1 | Rà soát | Sở Y tế | Sở Tài chính | Quý I |',
    '1.1 | Nhóm một | | | |',
    '1.2 | Nhóm hai | | | |',
    '2 | Tổng kết | Sở Nội vụ | | Quý II |',
  )
  expect(tasks.map(({ code, lead, support, occurrences }) => [code, lead, support, occurrences])).toEqual([
    ['1.1', ['Sở Y tế'], ['Sở Tài chính'], ['2026-03-31']],
    ['1.2', ['Sở Y tế'], ['Sở Tài chính'], ['2026-03-31']],
    ['2', ['Sở Nội vụ'], [], ['2026-06-30']],
  ])
})

test.each(['-nt-', 'nt', 'Như trên', '"', '//', '″'])('%j is what stands above, over a heading too', async (mark) => {
  const { tasks } = await readRows(
    taskHeader,
    '1 | Rà soát | Sở Y tế | Sở Nội vụ | Quý I |',
    'II | TÀI CHÍNH | | | |',
    `2 | Tổng kết | ${mark} | - | ${mark} |`,
  )
  expect(tasks[1]).toMatchObject({ lead: ['Sở Y tế'], support: [], occurrences: ['2026-03-31'] })
})

test('totals, notes and signatures are no tasks', async () => {
  const { tasks } = await readRows(
    taskHeader,
    '1 | Rà soát | Sở Y tế | | Quý I |',
    '| Tổng cộng: 01 nhiệm vụ | | | |',
    '| Ghi chú: các đơn vị gửi báo cáo về Sở Nội vụ | | | |',
    '| (*) Nhiệm vụ bổ sung | | | |',
    '| | | | Ngày 05 tháng 01 năm 2026 |',
    '| NGƯỜI LẬP BIỂU | | | CHỦ TỊCH |',
  )
  expect(tasks.map(({ title }) => title)).toEqual(['Rà soát'])
})

test('cells that go on after a page break are one row, each where it belongs', async () => {
  const { tasks } = await readRows(
    taskHeader,
    '9 | Công bố danh mục thủ tục hành chính | Các sở, ban, ngành | Trung tâm Phục vụ | Thường | Quyết định',
    taskHeader,
    '| thuộc phạm vi quản lý | | hành chính công | xuyên | công bố',
    '10 | Tổng kết | Sở Nội vụ | | Quý IV |',
  )
  expect(tasks).toMatchObject([
    {
      title: 'Công bố danh mục thủ tục hành chính thuộc phạm vi quản lý',
      support: ['Trung tâm Phục vụ hành chính công'],
      deadlineText: 'Thường xuyên',
      output: 'Quyết định công bố',
    },
    { code: '10' },
  ])
})

test('where a table has no column for times, a note may say when', async () => {
  const { tasks } = await readRows(
    'TT | Nhiệm vụ | Chủ trì | Ghi chú',
    '1 | Rà soát | Sở Nội vụ | Hoàn thành trước ngày 30/6/2026',
    '2 | Tổng kết | Sở Nội vụ | Theo Kế hoạch năm 2025',
  )
  expect(tasks.map(({ deadlineText, occurrences }) => [deadlineText, occurrences])).toEqual([
    ['trước ngày 30/6/2026', ['2026-06-29']],
    ['', []],
  ])
})
