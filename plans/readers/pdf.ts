import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AppError } from '../../domain/errors.ts'
import type { PlanDocument } from '../document.ts'
import type { Reading } from '../reading.ts'
import type { Page } from '../layout/page.ts'
import { documentOfPages } from '../layout/pages-to-document.ts'
import { readPicture } from '../ocr/read-picture.ts'
import { createRecogniser, type Recogniser } from '../ocr/recogniser.ts'
import { drawPage } from './pdf-drawing.ts'
import { openPdf } from './pdf-file.ts'
import { seePage } from './pdf-page.ts'

/** A longer document is a book of many plans. */
const maxPages = 300

interface ReadPages {
  readonly pages: Page[]
  readonly asides: string[]
  hadPictures: boolean
}

/** Reads one page, by its picture where it has no text. */
const addPage = async (
  read: ReadPages,
  document: PDFDocumentProxy,
  number: number,
  recogniser: Recogniser,
): Promise<void> => {
  const proxy = await document.getPage(number)
  const seen = await seePage(proxy)
  const isPicture = seen.kind === 'picture'
  read.pages.push(isPicture ? await readPicture(await drawPage(proxy, seen.rotation), recogniser) : seen.page)
  read.asides.push(...seen.asides)
  read.hadPictures ||= isPicture
  proxy.cleanup()
}

const readPages = async (
  document: PDFDocumentProxy,
  { onProgress }: Reading,
  recogniser: Recogniser,
): Promise<ReadPages> => {
  const read: ReadPages = { pages: [], asides: [], hadPictures: false }
  for (let page = 1; page <= document.numPages; page += 1) {
    await addPage(read, document, page, recogniser)
    onProgress({ page, pages: document.numPages })
  }
  return read
}

/**
 * Reads a PDF: text where its pages have it, recognition of their pictures where they have none. Lines count paragraphs
 * and rows of tables (see `documentOfPages`). Throws `AppError`: 'file-protected', 'file-broken', 'file-too-many-pages'
 * (over 300), 'file-no-text' (pictures in which nothing can be read).
 */
export const readPdf = async (reading: Reading): Promise<PlanDocument> => {
  const { name, bytes } = reading.file
  const document = await openPdf(name, bytes)
  const recogniser = createRecogniser()
  try {
    if (document.numPages > maxPages) throw new AppError('file-too-many-pages', { name, limitPages: maxPages })
    const { pages, asides, hadPictures } = await readPages(document, reading, recogniser)
    const made = documentOfPages(pages)
    if (made.blocks.length === 0 && hadPictures) throw new AppError('file-no-text', { name })
    return { ...made, margins: [...new Set([...made.margins, ...asides])] }
  } finally {
    await Promise.allSettled([document.loadingTask.destroy(), recogniser.stop()])
  }
}
