import { parentPort } from 'node:worker_threads'
import type { Chart } from '../domain/chart.ts'
import { createDrawing } from '../reports/draw-chart.ts'
import type { Asked, Drawn } from './drawing.ts'

// The entry of the thread that draws: a picture takes longer than the program may stand still.

const draw = createDrawing()

const attempt = (chart: Chart): Omit<Drawn, 'id'> => {
  try {
    return { png: draw(chart), failure: '' }
  } catch (error) {
    return { png: null, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', ({ id, chart }: Asked) => parentPort?.postMessage({ id, ...attempt(chart) } satisfies Drawn))
