import { createRequire } from 'node:module'
import { createCanvas, DOMMatrix, GlobalFonts } from '@napi-rs/canvas'
import { BarChart } from 'echarts/charts'
import { GraphicComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { init, setPlatformAPI, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { Chart } from '../domain/chart.ts'
import { chartOptions, chartSize } from './chart-options.ts'
import { encodeIndexedPng } from './indexed-png.ts'

/** Crisp on the screens of today's phones. */
const density = 2

/** Draws a chart as a PNG, with letters that bring all Vietnamese signs along instead of those of the machine. */
export const createDrawing = (): ((chart: Chart) => Uint8Array) => {
  use([BarChart, GraphicComponent, GridComponent, LegendComponent, TitleComponent, CanvasRenderer])
  const { resolve } = createRequire(import.meta.url)
  for (const file of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']) {
    GlobalFonts.registerFromPath(resolve(`dejavu-fonts-ttf/ttf/${file}`), 'DejaVu Sans')
  }
  // Patterns are turned and scaled by it where there is one.
  Object.assign(globalThis, { DOMMatrix })
  // What is drawn on here is never shown: it only has to be able to do what echarts asks of a page's canvas.
  setPlatformAPI({ createCanvas: () => createCanvas(32, 32) as never, measureText })
  return (chart) => {
    const { width, height } = chartSize(chart)
    const canvas = createCanvas(width * density, height * density)
    const drawing = init(canvas, null, { width, height, devicePixelRatio: density })
    drawing.setOption(chartOptions(chart))
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    drawing.dispose()
    return encodeIndexedPng(data, canvas.width, canvas.height)
  }
}

const measuring = createCanvas(1, 1).getContext('2d')

/** echarts asks for the width of every sign from 0 on, which a native string cannot begin with. */
const measureText = (text: string, font?: string) => {
  if (font !== undefined) measuring.font = font
  return measuring.measureText(text.replaceAll('\0', ' '))
}
