import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import type { Word } from '../layout/page.ts'
import { asFile, cropped, type Picture, type Region } from './picture.ts'

/** Part of a picture to be read. */
interface Task {
  readonly picture: Picture
  readonly region: Region
  /** White around it, in pixels; as much as most text needs when not said. */
  readonly margin?: number
}

/** A word in pixels of the picture, with how sure the recognition is of it, 0 to 100. */
export interface ReadWord extends Word {
  readonly confidence: number
}

/** Reads parts of pictures, several at once; `stop` ends its threads. */
export interface Recogniser {
  readonly read: (task: Task) => Promise<readonly ReadWord[]>
  readonly stop: () => Promise<void>
}

const packageFolder = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))

/** White around a part, so that letters do not touch its edge, in pixels. */
const usualMargin = 16

/** Letters are about this share of a line's height with all its accents. */
const sizeOfHeight = 1.12

const startWorker = (): Promise<Worker> =>
  createWorker('vie', OEM.LSTM_ONLY, {
    // The language data of the package itself; nothing is downloaded and nothing kept in the working folder.
    langPath: join(packageFolder, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
  })

interface Line {
  readonly baseline: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
  readonly bbox: { readonly y0: number; readonly y1: number }
  readonly rowAttributes: { readonly rowHeight: number }
  readonly words: readonly {
    readonly text: string
    readonly confidence: number
    readonly bbox: { readonly x0: number; readonly x1: number }
  }[]
}

/** Where a line of letters stands at x; lines are level here, so a steep one is a mistake. */
const baselineAt = ({ baseline: { x0, y0, x1, y1 }, bbox }: Line, x: number): number => {
  const slope = (y1 - y0) / Math.max(1, x1 - x0)
  return Math.abs(slope) < 0.03 ? y0 + (x - x0) * slope : bbox.y1 - 0.2 * (bbox.y1 - bbox.y0)
}

const wordsOfLine = (line: Line, region: Region, margin: number): ReadWord[] => {
  const size = sizeOfHeight * line.rowAttributes.rowHeight
  const shift = region.left - margin
  return line.words.map(({ text, confidence, bbox }) => {
    const baseline = baselineAt(line, (bbox.x0 + bbox.x1) / 2) + region.top - margin
    return {
      text: text.normalize('NFC'),
      confidence,
      left: bbox.x0 + shift,
      right: bbox.x1 + shift,
      top: baseline - 0.78 * size,
      bottom: baseline + 0.2 * size,
      size,
    }
  })
}

const readTask = async (worker: Worker, { picture, region, margin = usualMargin }: Task): Promise<ReadWord[]> => {
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK, user_defined_dpi: '300' })
  const { data } = await worker.recognize(asFile(cropped(picture, region, margin)), {}, { text: false, blocks: true })
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
  return lines.flatMap((line) => wordsOfLine(line, region, margin))
}

/** Starts up to as many threads as there are cores, the first with the first task. Nothing blocks the caller's thread. */
export const createRecogniser = (): Recogniser => {
  const limit = Math.max(1, availableParallelism())
  const started: Promise<Worker>[] = []
  const idle: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []
  const take = async (): Promise<Worker> => {
    const free = idle.pop()
    if (free !== undefined) return free
    if (started.length >= limit) return new Promise((resolve) => waiting.push(resolve))
    const worker = startWorker()
    started.push(worker)
    return worker
  }
  const give = (worker: Worker): void => {
    const next = waiting.shift()
    if (next === undefined) idle.push(worker)
    else next(worker)
  }
  return {
    read: async (task) => {
      const worker = await take()
      try {
        return await readTask(worker, task)
      } finally {
        give(worker)
      }
    },
    stop: async () => {
      await Promise.allSettled(started.map(async (worker) => (await worker).terminate()))
    },
  }
}
