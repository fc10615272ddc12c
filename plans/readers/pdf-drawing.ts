import { createCanvas } from '@napi-rs/canvas'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { greyOf, type Picture } from '../ocr/picture.ts'
import { dotsPerInch } from '../ocr/read-picture.ts'

/** Larger sheets than A3 are drawn with fewer dots to the inch, so that none takes more memory. */
const mostPixels = 18_000_000

/** A page as a picture with 300 dots to the inch, turned as its text was found to stand. */
export const drawPage = async (page: PDFPageProxy, rotation: number): Promise<Picture> => {
  const { width, height } = page.getViewport({ scale: 1, rotation })
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (width * height)))
  const viewport = page.getViewport({ scale, rotation })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  // pdf.js knows the canvas of a browser; this one offers the same.
  await page.render({ canvas: canvas as never, viewport }).promise
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return greyOf(canvas.width, canvas.height, data)
}
