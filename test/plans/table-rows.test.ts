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

test('a row with nobody and no time stays a task when nothing stands under it, and says what it lacks', async () => {
  const { tasks } = await readRows(taskHeader, '1 | Rà soát | Sở Nội vụ | | Quý I |', '2 | Tổng kết | | | |')
  expect(tasks[1]).toMatchObject({ code: '2', title: 'Tổng kết', lead: [], cadence: 'unscheduled', occurrences: [] })
  expect(tasks[1]?.warnings.map(({ code }) => code)).toEqual(['no-lead', 'no-deadline'])
})

test('a row that a page breaks is one task, a new one on the next page another', async () => {
  const { tasks } = await readRows(
    taskHeader,
    '1 | Xây dựng kế hoạch tập | Sở Nội vụ, UBND cấp huyện, | Sở Tài | Quý I | Kế',
    '',
    'Trang 2',
    '',
    taskHeader,
    '| huấn cho công chức | cấp xã | chính | | hoạch',
    '2 | Tổng kết | Sở Nội vụ | | Quý IV | Báo cáo',
  )
  expect(tasks).toHaveLength(2)
  expect(tasks[0]).toMatchObject({
    title: 'Xây dựng kế hoạch tập huấn cho công chức',
    lead: ['Sở Nội vụ', 'UBND cấp huyện', 'UBND cấp xã'],
    support: ['Sở Tài chính'],
    output: 'Kế hoạch',
  })
})

test('a row that names only who and when goes on with the task above; one that names nothing is a warning', async () => {
  const plan = await readRows(
    taskHeader,
    '| | | | | không rõ',
    '1 | Rà soát | Sở Nội vụ | | Quý I |',
    '| | Sở Y tế | | Quý II |',
  )
  expect(plan.tasks).toMatchObject([
    { code: '1.1', title: 'Rà soát', lead: ['Sở Nội vụ'] },
    { code: '1.2', title: 'Rà soát', lead: ['Sở Y tế'], occurrences: ['2026-06-30'] },
  ])
  expect(plan.warnings).toEqual([{ code: 'row-not-understood', detail: 'không rõ', line: 9 }])
})

test('"-nt-" is what stands above', async () => {
  const { tasks } = await readRows(
    taskHeader,
    '1 | A một | Sở Y tế | Sở Nội vụ | Quý I |',
    '2 | B hai | -nt- | nt | Quý II |',
  )
  expect(tasks[1]).toMatchObject({ lead: ['Sở Y tế'], support: ['Sở Nội vụ'], occurrences: ['2026-06-30'] })
})

test('column numbers, page numbers and the signature are no tasks', async () => {
  const { tasks } = await readRows(
    taskHeader,
    '(1) | (2) | (3) | (4) | (5) | (6)',
    '1 | Rà soát | Sở Nội vụ | | Quý I | Page 12',
    'Nơi nhận: | | | | TM. ỦY BAN NHÂN DÂN |',
    '- Như trên; | | | | CHỦ TỊCH |',
  )
  expect(tasks).toMatchObject([{ code: '1', output: '' }])
  expect(tasks).toHaveLength(1)
})

test('cells merged over several rows count for each of them', async () => {
  const { xlsx, docx } = await readOffice([
    cells('TT', 'Nội dung', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'),
    [
      { text: '1', rows: 2 },
      { text: 'Đào tạo', rows: 2 },
      { text: 'Mở lớp' },
      { text: 'Sở Nội vụ', rows: 2 },
      { text: 'Quý I' },
    ],
    cells('Cấp chứng chỉ', 'Quý II'),
    cells('2', 'Tổng kết', 'Báo cáo', 'Sở Tài chính', '15/12/2026'),
  ])
  expect(xlsx.tasks).toMatchObject([
    { code: '1.1', title: 'Đào tạo: Mở lớp', lead: ['Sở Nội vụ'], occurrences: ['2026-03-31'] },
    { code: '1.2', title: 'Đào tạo: Cấp chứng chỉ', lead: ['Sở Nội vụ'], occurrences: ['2026-06-30'] },
    { code: '2', lead: ['Sở Tài chính'], occurrences: ['2026-12-15'] },
  ])
  expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
})
