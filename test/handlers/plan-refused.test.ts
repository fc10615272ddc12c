import { zipSync } from 'fflate'
import { expect } from 'vitest'
import { onChannel } from '../support/conversation.ts'
import { planFile } from '../support/plan-file.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

/** Old Office files and encrypted new ones lie in a container that names what it holds. */
const container = (name: string): Uint8Array =>
  Buffer.concat([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), Buffer.from(name, 'utf16le')])

const rows = Array.from({ length: 100_000 }, (_, at) => `${at + 1}\tRà soát\tSở Nội vụ\tQuý I`)

const refused: readonly (readonly [name: string, bytes: Uint8Array, sentence: string])[] = [
  ['trong.docx', new Uint8Array(), 'Tệp “trong.docx” trống.'],
  ['hong.docx', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 1, 2), 'Tệp “hong.docx” bị hỏng hoặc tải lên chưa đủ'],
  ['khoa.docx', container('EncryptedPackage'), 'Tệp “khoa.docx” có mật khẩu'],
  ['cu.doc', container('WordDocument'), 'chọn Lưu thành (Save As) .docx và gửi lại'],
  ['cu.xls', container('Workbook'), 'chọn Lưu thành (Save As) .xlsx và gửi lại'],
  ['la.bin', Uint8Array.of(0, 1, 2, 3, 4), 'không thuộc loại đọc được'],
  [
    'bom.docx',
    zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) }, { level: 1 }),
    'bung ra lớn hơn 64 MB nên không mở',
  ],
  ['dai.txt', text(rows.join('\n')), 'dài hơn 40.000 dòng nên không nhận'],
  ['thu.txt', text('Kính gửi anh chị,\nMời dự họp giao ban.'), 'Không tìm thấy nhiệm vụ nào trong tệp “thu.txt”.'],
  ['mat.txt', Buffer.concat([text('TUYỆT MẬT\n'), planFile()]), 'có dấu mật nên hệ thống từ chối nhận'],
]

onChannel('telegram', 'each kind of bad file has its own sentence, and nothing is kept of any', async (scene) => {
  const { coordinator } = scene
  for (const [name, bytes, sentence] of refused) {
    await coordinator.sendFile(name, bytes)
    expect((await coordinator.next(40_000)).text).toContain(sentence)
  }
  expect(await scene.stores(async ({ plans }) => (await plans.list()).length)).toBe(0)
})
