import { expect, test } from 'vitest'
import { toXlsx } from '../../examples/office-files.ts'
import { extractHeading } from '../../plans/extract-heading.ts'
import { readPlan } from '../../plans/read-plan.ts'
import { cells } from './support.ts'

const headingOf = (...lines: readonly string[]) => extractHeading(lines.map((text, at) => ({ text, line: at + 1 })))

test('a letterhead in two columns, read line by line', () => {
  expect(
    headingOf(
      'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'THÀNH PHỐ HẢI PHÒNG Độc lập - Tự do - Hạnh phúc',
      'Số: 229 /KH-UBND Hải Phòng, ngày 31 tháng 8 năm 2026',
      'KẾ HOẠCH',
      'Nâng cao Chỉ số cải cách hành chính năm 2027',
      'Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026:',
    ),
  ).toEqual({
    number: '229/KH-UBND',
    kind: 'KẾ HOẠCH',
    title: 'Nâng cao Chỉ số cải cách hành chính năm 2027',
    issuer: 'UBND thành phố Hải Phòng',
    issuedOn: '2026-08-31',
    planYear: 2027,
  })
})

test('a scanned letterhead gives its issuer in correct spelling', () => {
  expect(
    headingOf(
      'UY BAN NHAN DAN CONG HOA XA HQI CHU NGHiA VIET NAM',
      'PHUONG LE CHAN Poc lap - Tu do - Hanh phic',
      'S6: 14/KH-UBND P. Le Chan, ngdy 01 thang8 ndm 2025',
      'KE HOACH',
      'Nang cao Chi s6 cai cach hanh chinh ndm 2025',
    ),
  ).toMatchObject({
    number: '14/KH-UBND',
    kind: 'KẾ HOẠCH',
    issuer: 'UBND phường Lê Chân',
    issuedOn: '2025-08-01',
    planYear: 2025,
  })
})

test.each([
  ['ỦY BAN NHÂN DÂN', 'TỈNH MẪU', 'UBND tỉnh Mẫu'],
  ['UBND HUYỆN MẪU', 'Số: 1/KH-UBND', 'UBND huyện Mẫu'],
  ['ỦY BAN NHÂN DÂN ĐẶC KHU CÁT HẢI', '', 'UBND đặc khu Cát Hải'],
  ['UY BAN NHAN DAN', 'XA VINH BAO', 'UBND xã Vĩnh Bảo'],
])('%s over %s is %s', (first, second, issuer) => {
  expect(headingOf(first, second, 'KẾ HOẠCH', 'Năm 2026').issuer).toBe(issuer)
})

test('an office that writes in its own name is the issuer', () => {
  expect(
    headingOf('ỦY BAN NHÂN DÂN TỈNH MẪU', 'SỞ NỘI VỤ', 'Số: 305/BC-SNV', 'BÁO CÁO', 'Kết quả quý I năm 2026'),
  ).toMatchObject({ number: '305/BC-SNV', issuer: 'Sở Nội vụ' })
})

test('a dispatch is what it is about', () => {
  expect(
    headingOf(
      'UY BAN NHAN DAN',
      'THANH PHO HAI PHONG',
      'S$:4306 /UBND-KSTTHC',
      'V/v cai thién, nang cao Chi s6 Cai cach',
      'hanh chinh',
      'Hai Phong, ngay 6 thang7 nam 2022',
    ),
  ).toMatchObject({ number: '4306/UBND-KSTTHC', kind: 'CÔNG VĂN', issuedOn: '2022-07-06', planYear: 2022 })
})

test.each(['Hải Phòng, ngày     tháng 8 năm 2025', 'Hải Phòng, ngày 31 tháng 02 năm 2025'])('%s is no date', (line) => {
  expect(headingOf('ỦY BAN NHÂN DÂN', 'TỈNH MẪU', line, 'KẾ HOẠCH', 'A').issuedOn).toBeNull()
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
