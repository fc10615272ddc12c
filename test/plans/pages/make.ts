import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import { openPdf } from '../../../plans/readers/pdf-file.ts'
import { samplePlan } from './sample-plan.ts'

// node test/plans/pages/make.ts: writes the files of this folder again. Needs LibreOffice; the tests do not.

const here = (name: string): string => join(import.meta.dirname, name)

/** The plan as LibreOffice prints it. */
const printed = async (): Promise<Buffer> => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  try {
    writeFileSync(join(folder, 'plan.docx'), await samplePlan())
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', 'plan.docx'], { cwd: folder, stdio: 'ignore' })
    return readFileSync(join(folder, 'plan.pdf'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Numbers that look random and are the same each time. */
const noise = (): (() => number) => {
  let state = 1
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** A page as a scanner sees it: 200 dots to the inch, grey, not quite straight, with dust. */
const scanned = async (pdf: Buffer, number: number, degrees: number): Promise<Buffer> => {
  const document = await openPdf('plan.pdf', pdf)
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale: 200 / 72 })
  const clean = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  await page.render({ canvas: clean as never, viewport }).promise
  await document.loadingTask.destroy()
  const canvas = createCanvas(clean.width, clean.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#f4f4f4'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((degrees * Math.PI) / 180)
  context.globalCompositeOperation = 'multiply'
  context.drawImage(clean, -canvas.width / 2, -canvas.height / 2)
  const picture = context.getImageData(0, 0, canvas.width, canvas.height)
  const next = noise()
  for (let at = 0; at < picture.data.length; at += 4) {
    const dust = next() < 0.0004 ? -150 : 0
    const grey = Math.max(0, Math.min(255, 0.9 * (picture.data[at] ?? 0) + 16 + 8 * next() + dust))
    picture.data.fill(grey, at, at + 3)
  }
  context.putImageData(picture, 0, 0)
  return canvas.encode('jpeg', 20)
}

/** Pictures as pages of A4, as a scanner saves them. */
const bound = async (pictures: readonly Buffer[]): Promise<Buffer> => {
  const document = new PDFDocument({ autoFirstPage: false, info: { CreationDate: new Date(0) } })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  for (const picture of pictures) {
    document.addPage({ size: 'A4', layout: 'landscape', margin: 0 }).image(picture, 0, 0, { width: 841.89 })
  }
  const ended = new Promise((resolve) => document.on('end', resolve))
  document.end()
  await ended
  return Buffer.concat(parts)
}

const pdf = await printed()
writeFileSync(here('letter-and-annex.pdf'), pdf)
writeFileSync(here('letter.jpg'), await scanned(pdf, 1, -0.8))
writeFileSync(here('annex-scanned.pdf'), await bound([await scanned(pdf, 3, 1)]))
