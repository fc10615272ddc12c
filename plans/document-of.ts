import { AppError } from '../domain/errors.ts'
import type { PlanDocument } from './document.ts'
import { readText } from './readers/txt.ts'
import type { Reading } from './reading.ts'
import type { Format, RefusedFormat, TextFormat } from './sniff.ts'

const refuse = (format: RefusedFormat, name: string): never => {
  switch (format.kind) {
    case 'unpacks-too-large':
      throw new AppError('file-unpacks-too-large', { name, limitMb: format.limitMb })
    case 'protected':
      throw new AppError('file-protected', { name })
    case 'old':
      throw new AppError('file-old-format', { name, saveAs: format.saveAs })
    case 'unknown':
      throw new AppError('file-unreadable', { name })
  }
}

const textDocument = async ({ kind, text }: TextFormat): Promise<PlanDocument> => {
  switch (kind) {
    case 'html':
      return (await import('./readers/html.ts')).readHtml(text)
    case 'csv':
      return (await import('./readers/csv.ts')).readCsv(text)
    case 'markdown':
      return (await import('./readers/markdown.ts')).readMarkdown(text)
    case 'text':
      return readText(text)
  }
}

/**
 * The document in a file of this format. The libraries for each format are loaded with the first such file: a program
 * that never sees one starts faster.
 */
export const documentOf = async (reading: Reading, format: Format): Promise<PlanDocument> => {
  const { file } = reading
  if ('text' in format) return textDocument(format)
  switch (format.kind) {
    case 'docx':
      return (await import('./readers/docx.ts')).readDocx(file.bytes)
    case 'xlsx':
      return (await import('./readers/xlsx.ts')).readXlsx(file.bytes)
    case 'pdf':
      return (await import('./readers/pdf.ts')).readPdf(reading)
    case 'image':
      return (await import('./readers/image.ts')).readImage(reading)
    default:
      return refuse(format, file.name)
  }
}
