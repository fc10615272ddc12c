import { describe, expect, test } from 'vitest'
import { cells, readOffice, readRows, withoutLines } from './support.ts'

const rows = [
  '1 | Rà soát văn bản quy phạm pháp luật | Sở Tư pháp | Sở Nội vụ; Sở Y tế | Quý I/2026 | Báo cáo',
  '2 | Kiểm tra công tác cải cách hành chính | Sở Nội vụ | Các Sở, ban, ngành | Trước ngày 15/6/2026 | Kết luận',
  '3 | Tổng kết công tác cải cách hành chính | Sở Nội vụ | UBND cấp huyện | Tháng 12/2026 | Báo cáo',
]

describe('a table without a header', () => {
  test('is read by what stands in its columns', async () => {
    const { tasks } = await readRows(...rows)
    expect(tasks).toMatchObject([
      {
        code: '1',
        title: 'Rà soát văn bản quy phạm pháp luật',
        lead: ['Sở Tư pháp'],
        support: ['Sở Nội vụ', 'Sở Y tế'],
        occurrences: ['2026-03-31'],
        output: 'Báo cáo',
      },
      { code: '2', occurrences: ['2026-06-14'] },
      { code: '3', occurrences: ['2026-12-31'] },
    ])
  })

  test('is not guessed at when it is short or shows no times', async () => {
    const plan = ['TT | Nhiệm vụ | Chủ trì | Thời hạn', '1 | Rà soát | Sở Nội vụ | Quý I', 'PHỤ LỤC II']
    const short = await readRows(...plan, ...rows.slice(0, 2))
    const timeless = await readRows(...plan, ...rows.map((row) => row.split('|').slice(0, 4).join('|')))
    const figures = await readRows(...plan, ...rows.map((row) => row.replaceAll(/Sở [^|]+|UBND [^|]+/gu, '12 ')))
    for (const { tasks } of [short, timeless, figures]) expect(tasks.map(({ title }) => title)).toEqual(['Rà soát'])
  })

  test('goes on with the table before it when its columns fit', async () => {
    const { tasks } = await readRows(
      'TT | Nhiệm vụ | Thời hạn | Chủ trì',
      '1 | Rà soát | Quý I | Sở Nội vụ',
      'Ghi chú của trang.',
      '2 | Tổng kết | Quý IV | Sở Tài chính',
    )
    expect(tasks.map(({ code, lead, occurrences }) => [code, ...lead, ...occurrences])).toEqual([
      ['1', 'Sở Nội vụ', '2026-03-31'],
      ['2', 'Sở Tài chính', '2026-12-31'],
    ])
  })
})

test('a table of signatures under a table of tasks is none', async () => {
  const { xlsx, docx } = await readOffice([
    cells('TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'),
    cells('1', 'Rà soát', 'Sở Nội vụ', 'Quý I'),
    cells('Nơi nhận:\n- Như trên;', '', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', ''),
  ])
  expect(xlsx.tasks).toHaveLength(1)
  expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
})

describe('who leads and who supports', () => {
  const lead = async (names: string, cell: string) => {
    const { tasks } = await readRows(`TT | Nhiệm vụ | ${names} | Thời hạn`, `1 | Rà soát | ${cell} | Quý I`)
    return [tasks[0]?.lead, tasks[0]?.support]
  }
  test.each<readonly [string, string, readonly string[], readonly string[]]>([
    [
      'Cơ quan chủ trì, phối hợp',
      'Chủ trì: Sở Nội vụ; Phối hợp: Sở Y tế, Sở Tài chính',
      ['Sở Nội vụ'],
      ['Sở Y tế', 'Sở Tài chính'],
    ],
    ['Cơ quan chủ trì/phối hợp', 'Sở Nội vụ; Sở Y tế', ['Sở Nội vụ'], ['Sở Y tế']],
    ['Đơn vị thực hiện', '- Chủ trì: Sở Nội vụ. - Đơn vị phối hợp: Sở Y tế.', ['Sở Nội vụ'], ['Sở Y tế']],
    ['Đơn vị thực hiện', 'Sở Nội vụ chủ trì, phối hợp với Sở Y tế', ['Sở Nội vụ'], ['Sở Y tế']],
    ['Đơn vị thực hiện', 'Sở Nội vụ phối hợp với Sở Y tế', ['Sở Nội vụ'], ['Sở Y tế']],
    ['Đơn vị thực hiện', 'Sở Nội vụ, Sở Y tế', ['Sở Nội vụ', 'Sở Y tế'], []],
    ['Đơn vị thực hiện', 'Kế hoạch của Sở Nội vụ', ['Sở Nội vụ'], []],
    ['Chủ trì | Phối hợp', 'Sở Nội vụ | Phối hợp: Sở Y tế', ['Sở Nội vụ'], ['Sở Y tế']],
  ])('"%s" with %j', async (names, cell, leads, supports) => {
    expect(await lead(names, cell)).toEqual([leads, supports])
  })

  test('a name that is broken over lines is one name, names on lines of their own are several', async () => {
    const { xlsx, docx } = await readOffice([
      cells('TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời hạn'),
      cells('1', 'Rà soát', 'Văn phòng\nUBND thành phố', 'Sở Nội\nvụ\nSở Kế hoạch và\nĐầu tư', 'Quý I'),
    ])
    expect(xlsx.tasks).toMatchObject([
      { lead: ['Văn phòng UBND thành phố'], support: ['Sở Nội vụ', 'Sở Kế hoạch và Đầu tư'] },
    ])
    expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
  })
})
