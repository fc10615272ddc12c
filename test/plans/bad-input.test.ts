import { readFileSync } from 'node:fs'
import { CFB } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { explain } from '../../bot/explain.ts'
import { AppError, type ErrorCode } from '../../domain/errors.ts'
import { messagesIn } from '../../locales/index.ts'
import { readPlan } from '../../plans/read-plan.ts'
import { sheetFile, sheetRow, textCell } from './sheet-file.ts'
import { letterhead } from './support.ts'
import { cell, paragraph, row, table, wordFile } from './word-file.ts'

const example = (extension: string): Uint8Array =>
  readFileSync(new URL(`../../examples/ke-hoach-mau.${extension}`, import.meta.url))

const codeOf = async (bytes: Uint8Array, name = 'tep'): Promise<ErrorCode | 'read'> => {
  try {
    await readPlan({ name, bytes })
    return 'read'
  } catch (error) {
    if (error instanceof AppError) return error.code as ErrorCode
    throw error
  }
}

interface Containers {
  readonly utils: { cfb_new(): object; cfb_add(container: object, path: string, content: Uint8Array): void }
  write(container: object, options: { readonly type: 'buffer' }): Uint8Array
}

const containers = CFB as Containers

/** A container as old Office files are, and encrypted new ones. */
const container = (...streams: readonly string[]): Uint8Array => {
  const file = containers.utils.cfb_new()
  for (const name of streams) containers.utils.cfb_add(file, `/${name}`, strToU8('x'.repeat(5000)))
  return containers.write(file, { type: 'buffer' })
}

const header = ['STT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời hạn']
const task = ['1', 'Rà soát', 'Sở Nội vụ', 'Quý I']
const wordRow = (texts: readonly string[]): string => row(...texts.map((text) => cell(paragraph(text))))
const wordPlan = letterhead.map((line) => paragraph(line)).join('') + table(wordRow(header), wordRow(task))
const sheetLine = (line: number, texts: readonly string[]): string =>
  sheetRow(line, texts.map((text, at) => textCell(`${'ABCD'.charAt(at)}${line}`, text)).join(''))

const halfOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length / 2)

/** One bit of the packed content other than it was: the archive's sums tell. */
const withOneBitChanged = (bytes: Uint8Array): Uint8Array => {
  const changed = Uint8Array.from(bytes)
  const at = Buffer.from(bytes).indexOf('word/document.xml') + 100
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

const megabytes = (count: number): Uint8Array => new Uint8Array(count * 1024 * 1024)
const bomb = zipSync({ 'word/document.xml': megabytes(80) }, { level: 1 })

const textRows = (count: number, delimiter: string): Uint8Array =>
  strToU8([header, ...Array.from({ length: count }, () => task)].map((cells) => cells.join(delimiter)).join('\n'))

describe('what is refused', () => {
  test.each<readonly [string, ErrorCode, () => Uint8Array]>([
    ['nothing', 'file-empty', () => new Uint8Array()],
    ['a Word file without words', 'file-empty', () => wordFile(paragraph(''))],
    ['a workbook without cells', 'file-empty', () => sheetFile([{ rows: [] }])],
    ['half of a Word file', 'file-broken', () => halfOf(example('docx'))],
    ['half of a workbook', 'file-broken', () => halfOf(example('xlsx'))],
    ['a Word file with a bit changed', 'file-broken', () => withOneBitChanged(example('docx'))],
    ['an archive of 20,000 parts', 'file-broken', () => manyParts()],
    ['random bytes', 'file-unreadable', () => Uint8Array.from({ length: 999 }, (_, at) => (at * 7919) % 256)],
    ['an archive of something else', 'file-unreadable', () => zipSync({ 'a.txt': strToU8('x') })],
    ['an encrypted file', 'file-protected', () => container('EncryptionInfo', 'EncryptedPackage')],
    ['a .doc', 'file-old-format', () => container('WordDocument', '1Table')],
    ['an .xls', 'file-old-format', () => container('Workbook')],
    ['an .rtf', 'file-old-format', () => strToU8('{\\rtf1\\ansi Ke hoach}')],
    [
      'Word 2003 XML',
      'file-old-format',
      () => strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>'),
    ],
    ['a scan pasted into a Word file', 'file-no-text', () => withPicture()],
    ['21 MB', 'file-too-large', () => megabytes(21)],
    ['60 MB', 'file-too-large', () => megabytes(60)],
    ['a zip bomb', 'file-unpacks-too-large', () => bomb],
    ['100,000 rows of .xlsx', 'file-too-long', () => sheetFile([{ rows: manyRows() }])],
    ['100,000 rows of .csv', 'file-too-long', () => textRows(100_000, ';')],
    ['100,000 rows of .txt', 'file-too-long', () => textRows(100_000, '\t')],
    ['a letter', 'file-not-a-plan', () => strToU8('Kính gửi anh chị,\nMời dự họp giao ban.')],
    ['a secret in a text box', 'file-secret', () => wordFile(boxed('MẬT') + wordPlan)],
    ['a secret in a header', 'file-secret', () => wordFile(wordPlan, { header1: paragraph('TỐI MẬT') })],
    ['a secret on a sheet', 'file-secret', () => sheetFile([{ rows: planRows(), after: sheetHeader('TUYỆT MẬT') }])],
    ['a secret page', 'file-secret', () => strToU8(`<html><div title="header">MẬT</div>${htmlPlan}`)],
  ])('%s: %s', async (_what, code, make) => {
    expect(await codeOf(make())).toBe(code)
  })

  /** The directory's end says so. */
  const manyParts = (): Uint8Array => {
    const archive = zipSync({ 'word/document.xml': strToU8('x') })
    const end = new DataView(archive.buffer, archive.length - 22)
    end.setUint16(8, 20_000, true)
    end.setUint16(10, 20_000, true)
    return archive
  }
  const withPicture = (): Uint8Array =>
    zipSync({
      'word/document.xml': strToU8(
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>',
      ),
      'word/media/image1.png': Uint8Array.of(1, 2, 3),
    })
  const manyRows = (): string[] => Array.from({ length: 100_000 }, (_, at) => sheetLine(at + 1, task))
  const planRows = (): string[] => [sheetLine(1, header), sheetLine(2, task)]
  const sheetHeader = (words: string): string => `<headerFooter><oddHeader>&amp;C${words}</oddHeader></headerFooter>`
  const boxed = (words: string): string =>
    `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(words)}</w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>`
  const htmlRow = (cells: readonly string[]): string => `<tr><td>${cells.join('<td>')}</tr>`
  const htmlPlan = `<table>${htmlRow(header)}${htmlRow(task)}</table>`
})

describe('what does no harm', () => {
  const withParts = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array =>
    zipSync({ 'word/document.xml': documentXml(''), ...parts })
  const documentXml = (prolog: string, words = ''): Uint8Array =>
    strToU8(
      `<?xml version="1.0"?>${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${words}${wordPlan}</w:body></w:document>`,
    )

  test.each<readonly [string, () => Uint8Array]>([
    ['macros', () => withParts({ 'word/vbaProject.bin': strToU8('Sub AutoOpen()') })],
    ['an archive in the archive that would burst', () => withParts({ 'word/embeddings/a.zip': bomb })],
    [
      'entities that grow a billion times',
      () => {
        const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
        const prolog = `<!DOCTYPE w [<!ENTITY l0 "lol">${lol.join('')}]>`
        return zipSync({ 'word/document.xml': documentXml(prolog, paragraph('&l9;')) })
      },
    ],
  ])('%s', async (_what, make) => {
    expect(await codeOf(make())).toBe('read')
  })
})

test('every refusal has a sentence of its own that names the file, in both languages', () => {
  const refusals = [
    new AppError('file-empty', { name: 'a.docx' }),
    new AppError('file-broken', { name: 'a.docx' }),
    new AppError('file-unreadable', { name: 'a.docx' }),
    new AppError('file-protected', { name: 'a.docx' }),
    new AppError('file-old-format', { name: 'a.docx', saveAs: '.docx' }),
    new AppError('file-too-large', { name: 'a.docx', limitMb: 20 }),
    new AppError('file-unpacks-too-large', { name: 'a.docx', limitMb: 64 }),
    new AppError('file-too-long', { name: 'a.docx', limitRows: 40_000 }),
    new AppError('file-no-text', { name: 'a.docx' }),
    new AppError('file-not-a-plan', { name: 'a.docx' }),
    new AppError('file-secret', { name: 'a.docx' }),
    new AppError('file-too-slow', { name: 'a.docx', minutes: 2 }),
    new AppError('file-too-heavy', { name: 'a.docx' }),
    new AppError('file-reading-stopped', { name: 'a.docx' }),
  ]
  for (const locale of ['vi', 'en'] as const) {
    const sentences = refusals.map((error) => explain(error, messagesIn(locale)).text)
    expect(new Set(sentences).size).toBe(refusals.length)
    for (const sentence of sentences) expect(sentence).toContain('“a.docx”')
  }
})
