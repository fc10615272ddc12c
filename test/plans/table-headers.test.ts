import { describe, expect, test } from 'vitest'
import { cells, readOffice, readRows, readText, withoutLines } from './support.ts'

const found = async (names: string, row: string) => {
  const { tasks } = await readRows(names, row, row.replace('Rà soát', 'Tổng kết').replace(/^1/u, '2'))
  return tasks.map(({ title, lead, support, occurrences, output, requirement }) => ({
    title,
    lead,
    support,
    occurrences,
    output,
    requirement,
  }))[0]
}

test.each([
  ['STT | Nội dung công việc | Cơ quan thực hiện | Tiến độ', '1 | Rà soát | Sở Nội vụ | Quý I'],
  ['Số TT | Nhiệm vụ, giải pháp | Thời gian thực hiện | Đơn vị, cá nhân chủ trì', '1 | Rà soát | Quý I | Sở Nội vụ'],
  ['TT | Hoạt động | Đơn vị chủ trì thực hiện | Thời hạn', '1 | Rà soát | Sở Nội vụ | Quý I'],
  ['Thời gian | Cơ quan, đơn vị chủ trì | Tên nhiệm vụ | TT', 'Quý I | Sở Nội vụ | Rà soát | 1'],
])('a header is found by what its names mean: %s', async (names, row) => {
  const { tasks } = await readRows(names, row)
  expect(tasks).toMatchObject([{ code: '1', title: 'Rà soát', lead: ['Sở Nội vụ'], occurrences: ['2026-03-31'] }])
})

test('a header of two lines under merged names is one header', async () => {
  const { xlsx, docx } = await readOffice([
    [
      { text: 'TT', rows: 2 },
      { text: 'Nhiệm vụ', rows: 2 },
      { text: 'Cơ quan thực hiện', columns: 2 },
      { text: 'Thời gian', rows: 2 },
    ],
    cells('Chủ trì', 'Phối hợp'),
    [{ text: 'A' }, { text: 'NHIỆM VỤ CHUNG', columns: 4 }],
    cells('1', 'Rà soát', 'Sở Nội vụ', 'Sở Tư pháp', 'Quý I'),
  ])
  expect(xlsx.tasks).toMatchObject([
    { code: '1', section: 'NHIỆM VỤ CHUNG', lead: ['Sở Nội vụ'], support: ['Sở Tư pháp'], occurrences: ['2026-03-31'] },
  ])
  expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
})

describe('columns in any order and under their usual names', () => {
  const whole = {
    title: 'Rà soát',
    lead: ['Sở Nội vụ'],
    support: ['Sở Tài chính'],
    occurrences: ['2026-03-31'],
    output: 'Báo cáo',
  }
  test.each([
    [
      'TT | Nội dung công việc | Đơn vị chủ trì | Phối hợp | Tiến độ | Kết quả',
      '1 | Rà soát | Sở Nội vụ | Sở Tài chính | Quý I | Báo cáo',
    ],
    [
      'STT | Nhiệm vụ, giải pháp | Thời gian hoàn thành | Cơ quan tham mưu | Đơn vị phối hợp | Sản phẩm đầu ra',
      '1 | Rà soát | Quý I | Sở Nội vụ | Sở Tài chính | Báo cáo',
    ],
    [
      'Số TT | Tên nhiệm vụ | Kết quả/Sản phẩm | Bộ phận thực hiện | Cơ quan phối hợp | Hoàn thành',
      '1 | Rà soát | Báo cáo | Sở Nội vụ | Sở Tài chính | Quý I',
    ],
    [
      'TT | Hoạt động | Trách nhiệm | Phối hợp thực hiện | Thời hạn | Sản phẩm dự kiến | Ghi chú',
      '1 | Rà soát | Sở Nội vụ | Sở Tài chính | Quý I | Báo cáo | Gấp',
    ],
    [
      'TT | Chỉ tiêu | Phụ trách | Đơn vị phối hợp | Thời gian thực hiện | Kết quả đầu ra | Kinh phí',
      '1 | Rà soát | Sở Nội vụ | Sở Tài chính | Quý I | Báo cáo | 50 triệu đồng',
    ],
    ['Thời gian | Nội dung | Chủ trì | Phối hợp | Sản phẩm', 'Quý I | Rà soát | Sở Nội vụ | Sở Tài chính | Báo cáo'],
    [
      'TT | NHIỆM VỤ | CƠ QUAN CHỦ TRÌ | CƠ QUAN PHỐI HỢP | THỜI GIAN THỰC HIỆN | KẾT QUẢ, SẢN PHẨM',
      '1 | Rà soát | Sở Nội vụ | Sở Tài chính | Quý I | Báo cáo',
    ],
    [
      'TT | Nội dung | Cơ quan chủ trì | Cơ quan thực hiện | Thời hạn hoàn thành | Kết quả',
      '1 | Rà soát | Sở Nội vụ | Sở Tài chính | Quý I | Báo cáo',
    ],
  ])('%s', async (names, row) => {
    expect(await found(names, row)).toMatchObject(whole)
  })
})

test.each([
  ['Nhiệm vụ', 'Nội dung thực hiện', { title: 'Rà soát', requirement: 'Đủ 100%' }],
  ['Nhiệm vụ', 'Yêu cầu', { title: 'Rà soát', requirement: 'Đủ 100%' }],
  ['Lĩnh vực', 'Nhiệm vụ', { title: 'Rà soát: Đủ 100%', requirement: '' }],
  ['Nội dung', 'Nhiệm vụ', { title: 'Rà soát: Đủ 100%', requirement: '' }],
  ['Nhiệm vụ', 'Hoạt động', { title: 'Rà soát: Đủ 100%', requirement: '' }],
])('"%s" beside "%s"', async (first, second, expected) => {
  const task = await found(
    `TT | ${first} | ${second} | Chủ trì | Thời hạn`,
    '1 | Rà soát | Đủ 100% | Sở Nội vụ | Quý I',
  )
  expect(task).toMatchObject(expected)
})

test('a leader who watches over a task does not lead it', async () => {
  const names = 'TT | Nhiệm vụ | Lãnh đạo UBND phụ trách | Cơ quan chủ trì | Người theo dõi | Thời hạn'
  const task = await found(names, '1 | Rà soát | Phó Chủ tịch | Sở Nội vụ | Chuyên viên | Quý I')
  expect(task).toMatchObject({ lead: ['Sở Nội vụ'], support: [] })
})

test('names that are broken over lines and repeated after each page are one header', async () => {
  const { xlsx, docx } = await readOffice([
    cells('TT', 'Nội dung\ncông việc', 'Đơn vị\nchủ trì', 'Thời gian\nhoàn thành'),
    cells('1', 'Rà soát', 'Sở Nội vụ', 'Quý I'),
    cells('TT', 'Nội dung\ncông việc', 'Đơn vị\nchủ trì', 'Thời gian\nhoàn thành'),
    cells('2', 'Tổng kết', 'Sở Nội vụ', 'Quý II'),
  ])
  expect(xlsx.tasks.map(({ code, occurrences }) => [code, ...occurrences])).toEqual([
    ['1', '2026-03-31'],
    ['2', '2026-06-30'],
  ])
  expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
})

test('in text, where nothing is merged, the second line of a header belongs to the names at its left', async () => {
  const { tasks } = await readRows(
    'TT | Nhiệm vụ | Cơ quan thực hiện | | Thời gian | ',
    ' | | Chủ trì | Phối hợp | Từ | Đến',
    '1 | Rà soát | Sở Nội vụ | Sở Tài chính | 01/3 | 15/4',
  )
  expect(tasks).toMatchObject([{ lead: ['Sở Nội vụ'], support: ['Sở Tài chính'], occurrences: ['2026-04-15'] }])
})

describe('other tables give no tasks', () => {
  const plan = ['TT | Nhiệm vụ | Chủ trì | Thời hạn', '1 | Rà soát | Sở Nội vụ | Quý I', 'PHỤ LỤC II']
  test.each([
    ['a budget', 'TT | Nội dung chi | Đơn vị | Số tiền | Ghi chú', '1 | In tài liệu | Sở Nội vụ | 5.000.000 | '],
    ['statistics', 'TT | Đơn vị | Số nhiệm vụ được giao | Hoàn thành | Tỷ lệ', '1 | Sở Y tế | 12 | 10 | 83%'],
    ['a roster', 'TT | Họ và tên | Chức vụ | Đơn vị | Nhiệm vụ', '1 | Tổ trưởng | Giám đốc | Sở Nội vụ | Tổ trưởng'],
    ['marks', 'TT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Đơn vị', '1 | Cải cách thể chế | 10 | 9,5 | Sở Tư pháp'],
    ['results', 'TT | Nội dung | Kết quả thực hiện | Ghi chú', '1 | Rà soát văn bản | Đã xong 12 văn bản | '],
    ['measures', 'TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2026', '1 | Tỷ lệ hồ sơ đúng hạn | % | 98'],
  ])('%s', async (_what, names, row) => {
    const { tasks } = await readRows(...plan, names, row, row, row, row)
    expect(tasks.map(({ title }) => title)).toEqual(['Rà soát'])
  })
})

test.each([
  ['TT | Nhiém vu | Cd quan chi tri | Co quan ph6i hop | Thdi gian | San phám'],
  ['STT | N6i dung c6ng viéc | Cơ quan chi tri | Dơn vi phối hop | Tién dé | Két qua'],
])('names that scanning damaged: %s', async (names) => {
  const task = await found(names, 'l | Rà soát | Sở Nội vụ | Sở Tài chính | Quý I | Báo cáo')
  expect(task).toMatchObject({
    title: 'Rà soát',
    lead: ['Sở Nội vụ'],
    support: ['Sở Tài chính'],
    occurrences: ['2026-03-31'],
    output: 'Báo cáo',
  })
})

test('"Hạn chế" is no deadline', async () => {
  const task = await found(
    'TT | Hạn chế năm 2024 | Giải pháp | Chủ trì | Hạn',
    '1 | Chậm | Rà soát | Sở Nội vụ | Quý I',
  )
  expect(task).toMatchObject({ title: 'Chậm: Rà soát', occurrences: ['2026-03-31'] })
})

test('a budget under the tasks of the same sheet is not more of them', async () => {
  const { xlsx, docx } = await readOffice([
    cells('TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'),
    cells('1', 'Rà soát', 'Sở Nội vụ', 'Quý I'),
    cells('STT', 'Khoản mục', 'Thành tiền (đồng)', 'Nguồn'),
    cells('1', 'Thuê phần mềm', '450.000.000', 'Ngân sách'),
    cells('', 'Tổng', '450.000.000', ''),
  ])
  expect(xlsx.tasks.map(({ title }) => title)).toEqual(['Rà soát'])
  expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
})

test("a file that holds only a title and a table belongs to the title's year", async () => {
  const { tasks } = await readText(
    'CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện nhiệm vụ năm 2026\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát\tSở Y tế\tQuý I',
  )
  expect(tasks[0]?.occurrences).toEqual(['2026-03-31'])
})
