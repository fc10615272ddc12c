import { describe, expect, test } from 'vitest'
import { cleanFileName, saysSecret, typeOfFile, whyBytesNotTaken, whyNotTaken } from '../../domain/evidence-file.ts'

test.each([
  ['Báo cáo quý I.docx', 'Báo cáo quý I.docx'],
  ['C:\\Users\\a\\bien-ban.pdf', 'bien-ban.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a\u202Efdp.exe', 'afdp.exe'],
  ['a"b<c>|d?.pdf', 'a-b-c--d-.pdf'],
  ['tệp.exe. . ', 'tệp.exe'],
  ['Bie\u0302n ba\u0309n.pdf', 'Biên bản.pdf'],
  ['  a \t  b.pdf', 'a b.pdf'],
  ['...', 'tep'],
  ['', 'tep'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(146)}.pdf`],
  [`${'📄'.repeat(100)}.pdf`, `${'📄'.repeat(73)}.pdf`],
])('the name "%s" becomes "%s"', (name, clean) => expect(cleanFileName(name)).toBe(clean))

describe('a mark of secrecy', () => {
  test.each([
    'Báo cáo MẬT.pdf',
    'BC_MẬT_2026.docx',
    '[MẬT] so lieu.xlsx',
    'Tối mật.pdf',
    'TUYỆT MẬT - phương án.docx',
    'phuong an (mật).pdf',
    'tài liệu mật gửi anh',
    'Độ mật: Mật',
    'mật.pdf',
    'TOI_MAT.pdf',
    'tuyet-mat.pdf',
    'tai-lieu-mat.pdf',
    'TUYỆT MẬT.pdf'.normalize('NFD'),
    'ĐỘ MẬT: MẬT',
  ])('is in "%s"', (words) => expect(saysSecret(words)).toBe(true))

  test.each([
    'Báo cáo bảo mật thông tin.pdf',
    'BÁO CÁO BẢO MẬT THÔNG TIN.pdf',
    'KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC.docx',
    'MẬT ĐỘ DÂN SỐ.xlsx',
    'mật khẩu mới.txt',
    'quy định tài liệu mật mã',
    'Mặt trận Tổ quốc.pdf',
    'MAT TRAN TO QUOC.pdf',
    'mat-tran.pdf',
    'tôi mất giấy tờ',
    'NUÔI ONG MẬT ONG.docx',
    '',
  ])('is not in "%s"', (words) => expect(saysSecret(words)).toBe(false))
})

const code = (name: string, size: number | null = 10, caption = '') =>
  whyNotTaken({ name, size }, caption)?.code ?? null

test.each(['a.exe', 'a.pdf.EXE', 'chạy.bat', 'a.js', 'a.scr', 'a.vbs', 'a.ps1', 'a.lnk', 'a.msi', 'a.apk'])(
  'what computers run is refused: %s',
  (name) => expect(code(name)).toBe('file-executable'),
)

test.each(['a.pdf', 'a.docx', 'a.xlsm', 'a.jpg', 'a.zip', 'exe', 'a.json', 'không đuôi'])('"%s" is taken', (name) =>
  expect(code(name)).toBeNull(),
)

test('a file may have up to 50 MB, and something in it', () => {
  const limit = 50 * 1024 * 1024
  expect([code('a.pdf', limit), code('a.pdf', null)]).toEqual([null, null])
  expect(whyNotTaken({ name: 'a.pdf', size: limit + 1 }, '')).toMatchObject({
    code: 'file-too-large',
    details: { limitMb: 50 },
  })
  expect(code('a.pdf', 0)).toBe('file-empty')
})

test('a secret is told by its caption too', () => {
  expect(code('a.pdf', 10, 'văn bản mật, gửi anh')).toBe('file-secret')
})

test('a program is told by its bytes, whatever it is called', () => {
  const program = Buffer.alloc(256)
  program.write('MZ', 0)
  program.writeUInt32LE(128, 60)
  program.write('PE\0\0', 128)
  const elf = Buffer.from('\u{7f}ELF and so on', 'latin1')
  const words = Buffer.from('MZ là viết tắt của …'.padEnd(100))
  expect(whyBytesNotTaken('a.pdf', program)?.code).toBe('file-executable')
  expect(whyBytesNotTaken('a.pdf', elf)?.code).toBe('file-executable')
  expect(whyBytesNotTaken('a.txt', words)).toBeNull()
  expect(whyBytesNotTaken('a.txt', Buffer.from('MZ'))).toBeNull()
})

test('the type comes from the name, and what is not known is only bytes', () => {
  expect(typeOfFile('a.PDF')).toBe('application/pdf')
  expect(typeOfFile('a.html')).toBe('application/octet-stream')
  expect(typeOfFile('constructor.constructor')).toBe('application/octet-stream')
})
