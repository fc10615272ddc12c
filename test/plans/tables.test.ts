import { expect, test } from 'vitest'
import { toXlsx } from '../../examples/office-files.ts'
import { readPlan } from '../../plans/read-plan.ts'
import { cells, letterhead, readOffice, readRows, readText, withoutLines } from './support.ts'

const header = 'TT | Nội dung nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn hoàn thành | Kết quả'

test.each([
  ['STT | Nội dung công việc | Cơ quan thực hiện | Tiến độ', '1 | Rà soát | Sở Nội vụ | Quý I'],
  ['Số TT | Nhiệm vụ, giải pháp | Thời gian thực hiện | Đơn vị, cá nhân chủ trì', '1 | Rà soát | Quý I | Sở Nội vụ'],
  ['TT | Hoạt động | Đơn vị chủ trì thực hiện | Thời hạn', '1 | Rà soát | Sở Nội vụ | Quý I'],
  ['Thời gian | Cơ quan, đơn vị chủ trì | Tên nhiệm vụ | TT', 'Quý I | Sở Nội vụ | Rà soát | 1'],
])('a header is found by what its names mean: %s', async (names, row) => {
  const { tasks } = await readRows(names, row)
  expect(tasks).toMatchObject([{ code: '1', title: 'Rà soát', lead: ['Sở Nội vụ'], occurrences: ['2026-03-31'] }])
})

test('sections in Roman figures keep tasks apart whose numbers start again', async () => {
  const { tasks } = await readRows(
    header,
    'I | CẢI CÁCH THỂ CHẾ | | | |',
    '1 | Rà soát văn bản | Sở Tư pháp | | Quý I | Báo cáo',
    'II | CẢI CÁCH TÀI CHÍNH | | | |',
    '1 | Giải ngân | Sở Tài chính | | Quý II | Báo cáo',
    '2 | Mua sắm | Sở Tài chính | | Quý III | Báo cáo',
  )
  expect(tasks.map(({ code, section }) => [code, section])).toEqual([
    ['I.1', 'CẢI CÁCH THỂ CHẾ'],
    ['II.1', 'CẢI CÁCH TÀI CHÍNH'],
    ['II.2', 'CẢI CÁCH TÀI CHÍNH'],
  ])
})

test('a heading without a number holds until the next one', async () => {
  const { tasks } = await readRows(
    header,
    '| TUYÊN TRUYỀN | | | |',
    '1 | Viết bài | Báo Hải Phòng | | Quý I |',
    '| KIỂM TRA | | | |',
    '2 | Lập đoàn | Thanh tra thành phố | | Quý II |',
  )
  expect(tasks.map(({ code, section }) => [code, section])).toEqual([
    ['1', 'TUYÊN TRUYỀN'],
    ['2', 'KIỂM TRA'],
  ])
})

test('a row with nobody and no time stays a task when nothing stands under it, and says what it lacks', async () => {
  const { tasks } = await readRows(header, '1 | Rà soát | Sở Nội vụ | | Quý I |', '2 | Tổng kết | | | |')
  expect(tasks[1]).toMatchObject({ code: '2', title: 'Tổng kết', lead: [], cadence: 'unscheduled', occurrences: [] })
  expect(tasks[1]?.warnings.map(({ code }) => code)).toEqual(['no-lead', 'no-deadline'])
})

test('a row that a page breaks is one task, a new one on the next page another', async () => {
  const { tasks } = await readRows(
    header,
    '1 | Xây dựng kế hoạch tập | Sở Nội vụ, UBND cấp huyện, | Sở Tài | Quý I | Kế',
    '',
    'Trang 2',
    '',
    header,
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
    header,
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
    header,
    '1 | A một | Sở Y tế | Sở Nội vụ | Quý I |',
    '2 | B hai | -nt- | nt | Quý II |',
  )
  expect(tasks[1]).toMatchObject({ lead: ['Sở Y tế'], support: ['Sở Nội vụ'], occurrences: ['2026-06-30'] })
})

test('column numbers, page numbers and the signature are no tasks', async () => {
  const { tasks } = await readRows(
    header,
    '(1) | (2) | (3) | (4) | (5) | (6)',
    '1 | Rà soát | Sở Nội vụ | | Quý I | Page 12',
    'Nơi nhận: | | | | TM. ỦY BAN NHÂN DÂN |',
    '- Như trên; | | | | CHỦ TỊCH |',
  )
  expect(tasks).toMatchObject([{ code: '1', output: '' }])
  expect(tasks).toHaveLength(1)
})

test('a table without a column for the time reads deadlines from the words, and says so once', async () => {
  const plan = await readRows(
    'TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp',
    '1 | Lập danh sách, hoàn thành trước ngày 15/4/2026 | Sở Y tế |',
    '2 | - Rà soát. - Thường xuyên kiểm tra | Sở Y tế |',
    '3 | Bảo đảm thường xuyên việc cấp nước | Sở Xây dựng |',
  )
  expect(plan.tasks.map(({ deadlineText, occurrences, cadence }) => [deadlineText, occurrences, cadence])).toEqual([
    ['trước ngày 15/4/2026', ['2026-04-14'], 'once'],
    ['Thường xuyên', [], 'ongoing'],
    ['', [], 'unscheduled'],
  ])
  expect(plan.warnings).toEqual([{ code: 'no-deadline', detail: '1 – 3', line: 8 }])
})

test('two annexes have two sets of codes', async () => {
  const { tasks } = await readRows(
    'PHỤ LỤC I',
    header,
    '1 | Rà soát | Sở Nội vụ | | Quý I |',
    'PHỤ LỤC II',
    header,
    '1 | Tổng kết | Sở Nội vụ | | Quý IV |',
  )
  expect(tasks.map(({ code }) => code)).toEqual(['1', 'PL2-1'])
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

test('dates that Excel keeps as numbers read as they are printed', async () => {
  const date = new Date(Date.UTC(2026, 2, 9))
  const { xlsx } = await readOffice([
    cells('TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'),
    [...cells('1', 'Rà soát', 'Sở Nội vụ'), { text: '09/3/2026', date }],
  ])
  expect(xlsx.tasks).toMatchObject([{ deadlineText: '09/03/2026', occurrences: ['2026-03-09'] }])
})

const awkward = '<b>&_*[ "x" <ul> R&D &amp; a<b ~`](http://x.vn) {{y}} <script>'

test('a title full of markup comes through Excel and Word as it is', async () => {
  const { xlsx, docx } = await readOffice([
    cells('TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'),
    cells('1', awkward, 'Sở Nội vụ', 'Quý I'),
  ])
  expect(xlsx.tasks[0]?.title).toBe(awkward)
  expect(docx.tasks[0]?.title).toBe(awkward)
})

test.each([
  ['<b>Đậm</b> &amp; <i>nghiêng</i>', 'Đậm & nghiêng'],
  ['Chi <50 triệu, A < B, R&D, &_*[', 'Chi <50 triệu, A < B, R&D, &_*['],
  ['Lọc <thẻ lạ> và a<b rồi', 'Lọc <thẻ lạ> và a<b rồi'],
  ['<ul style="x"> <li>- Một;</li> <li>- Hai.</li> </ul>', '- Một; - Hai.'],
  ['Diện tích 50 m<sup>2</sup> theo Kế hoạch<sup>1</sup>', 'Diện tích 50 m2 theo Kế hoạch'],
])('in text, tags are markup and everything else stays: %j', async (source, title) => {
  const { tasks } = await readRows(header, `1 | ${source} | Sở Nội vụ | | Quý I |`)
  expect(tasks[0]?.title).toBe(title)
})

test('items of the organising chapter are tasks of whom they address', async () => {
  const { tasks, warnings } = await readText(
    [
      ...letterhead,
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Thủ trưởng các cơ quan, đơn vị căn cứ nhiệm vụ được giao xây dựng kế hoạch, gửi Sở Nội vụ trước ngày 20/01/2026.',
      '2. Giao Giám đốc Sở Tài chính chủ trì, phối hợp với Sở Nội vụ bố trí kinh phí.',
      '3. Chủ tịch Ủy ban nhân dân các quận, huyện thường xuyên kiểm tra',
      'việc thực hiện ở cơ sở.',
      '4. Kinh phí lấy từ nguồn ngân sách.',
      'Trên đây là Kế hoạch.',
      '5. Sở Nội vụ theo dõi.',
    ].join('\n'),
  )
  expect(tasks.map(({ code, lead, occurrences, cadence }) => [code, lead, occurrences, cadence])).toEqual([
    ['III.1', ['Các cơ quan, đơn vị'], ['2026-01-19'], 'once'],
    ['III.2', ['Sở Tài chính'], [], 'unscheduled'],
    ['III.3', ['UBND các quận, huyện'], [], 'ongoing'],
  ])
  expect(tasks[2]?.title).toBe('Chủ tịch Ủy ban nhân dân các quận, huyện thường xuyên kiểm tra việc thực hiện ở cơ sở.')
  expect(warnings).toMatchObject([{ code: 'row-not-understood', detail: 'Kinh phí lấy từ nguồn ngân sách.' }])
})

test('a workbook that holds only the annex knows its plan from the note under the heading', async () => {
  const blocks = [
    {
      kind: 'lines',
      lines: [
        'Phụ lục I',
        'DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH',
        'CỦA THÀNH PHỐ NĂM 2027',
        '(Ban hành kèm theo Quyết định số 38/QĐ-UBND ngày 20/12/2026 của Ủy ban nhân dân thành phố Mẫu)',
      ],
    } as const,
    {
      kind: 'table',
      widths: [5, 5, 5, 5],
      rows: [cells('TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'), cells('1', 'Rà soát', 'SNV', '15/3')],
    } as const,
  ]
  const { document, tasks, warnings } = await readPlan({
    name: 'a.xlsx',
    bytes: await toXlsx([{ name: 'Phụ lục', blocks }]),
  })
  expect(document).toEqual({
    number: '38/QĐ-UBND',
    kind: 'QUYẾT ĐỊNH',
    title: 'DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH CỦA THÀNH PHỐ NĂM 2027',
    issuer: 'UBND thành phố Mẫu',
    issuedOn: '2026-12-20',
    planYear: 2027,
  })
  expect(tasks).toMatchObject([{ lead: ['Sở Nội vụ'], occurrences: ['2027-03-15'] }])
  expect(warnings).toEqual([])
})
