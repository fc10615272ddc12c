import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import {
  AnnotationMode,
  getDocument,
  InvalidPDFException,
  PasswordException,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AppError } from '../../domain/errors.ts'
import { contentOf, type FontFacts, type PageContent } from './pdf-content.ts'
import { matrixOf, numbersIn } from './pdf-matrix.ts'

/** Fonts and character maps come from the package itself: nothing is fetched. */
const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folder = (name: string): string => join(packageFolder, name) + sep

/** A larger picture would take more memory than the rest of the program, in pixels. */
export const maxPicturePixels = 50_000_000

/** Opens a PDF. Throws 'file-protected' when it asks for a password, 'file-broken' when it is none. */
export const openPdf = async (name: string, bytes: Uint8Array): Promise<PDFDocumentProxy> => {
  const opening = getDocument({
    // pdf.js takes the bytes over, and the caller keeps its own.
    data: new Uint8Array(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: maxPicturePixels,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return await opening.promise
  } catch (cause) {
    await opening.destroy()
    if (cause instanceof PasswordException) throw new AppError('file-protected', { name })
    if (cause instanceof InvalidPDFException) throw new AppError('file-broken', { name }, { cause })
    throw cause
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined

const factsOf = (font: unknown): FontFacts => {
  const name = field(font, 'name')
  return {
    name: typeof name === 'string' ? name : '',
    vertical: field(font, 'vertical') === true,
    unit: Math.abs(numbersIn(field(font, 'fontMatrix'))[0] ?? 0.001),
  }
}

/** The quarter turns that most letters of a page make: a landscape table may be set sideways on an upright page. */
const turnsOf = (content: PageContent): number => {
  const counts = [0, 0, 0, 0]
  for (const { turns } of content.glyphs) if (turns !== null) counts[turns] = (counts[turns] ?? 0) + 1
  return counts.indexOf(Math.max(...counts))
}

/** A page with its letters and lines, turned so that most letters stand upright. */
export interface UprightPage extends PageContent {
  readonly width: number
  readonly height: number
  readonly rotation: number
}

/** Follows what a page draws. The page can be drawn as a picture afterwards with the same rotation. */
export const uprightPage = async (page: PDFPageProxy): Promise<UprightPage> => {
  const list = await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE })
  const facts = new Map<string, FontFacts>()
  const fontOf = (id: string): FontFacts => {
    const known = facts.get(id) ?? factsOf(page.commonObjs.has(id) ? page.commonObjs.get(id) : null)
    facts.set(id, known)
    return known
  }
  const at = (rotation: number): UprightPage => {
    const view = page.getViewport({ scale: 1, rotation })
    const content = contentOf(list, matrixOf(view.transform), fontOf)
    return { ...content, width: view.width, height: view.height, rotation }
  }
  const first = at(page.rotate)
  const turns = turnsOf(first)
  return turns === 0 ? first : at((page.rotate + 360 - 90 * turns) % 360)
}
