import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { barsOf, type Chart } from '../../domain/chart.ts'
import { chartSize } from '../../reports/chart-options.ts'
import { createDrawing } from '../../reports/draw-chart.ts'

const draw = createDrawing()

const agency = (name: string, late: number, done: number) => ({
  ...{ name, late, dueSoon: 1, inTime: 2, undated: 0, done },
  total: late + done + 3,
})

const chartOf = (agencies: readonly ReturnType<typeof agency>[], some: Partial<Chart> = {}): Chart => ({
  ...{
    locale: 'vi',
    rows: 'agency',
    title: 'Tình hình tuần 27/02/2026 – 06/03/2026',
    workspace: 'UBND phường An Biên',
  },
  ...barsOf(agencies),
  ...some,
})

const look = async (png: Uint8Array) => {
  const picture = await loadImage(Buffer.from(png))
  const { width, height } = picture
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(picture, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const colours = new Map<string, number>()
  for (let at = 0; at < data.length; at += 4) {
    const colour = [data[at], data[at + 1], data[at + 2]].join(',')
    colours.set(colour, (colours.get(colour) ?? 0) + 1)
  }
  return { width, height, colours }
}

const red = '163,33,27'
const green = '43,110,73'

describe('a picture of stacked bars', () => {
  test('has two pixels for each unit, and a size that a messenger takes at once', async () => {
    const chart = chartOf(Array.from({ length: 114 }, (_, at) => agency(`Ủy ban nhân dân xã số ${at}`, 114 - at, at)))
    const png = draw(chart)
    const { width, height } = chartSize(chart)
    expect(await look(png)).toMatchObject({ width: width * 2, height: height * 2 })
    expect(png.length).toBeLessThan(200_000)
  })

  test('shows more red where more is late, and none where nothing is', async () => {
    const redOf = async (late: number) => {
      const { colours } = await look(draw(chartOf([agency('Phòng Nội vụ', late, 4)])))
      // The legend has its own red.
      return { red: colours.get(red) ?? 0, green: colours.get(green) ?? 0 }
    }
    const [none, some, much] = [await redOf(0), await redOf(4), await redOf(40)]
    expect(some.red).toBeGreaterThan(none.red + 5000)
    expect(much.red).toBeGreaterThan(some.red + 5000)
    expect(much.green).toBeLessThan(none.green)
  })

  test('writes names, with their signs', async () => {
    const inkOf = async (name: string) => (await look(draw(chartOf([agency(name, 1, 1)])))).colours.get('26,26,26') ?? 0
    expect(await inkOf('Phòng Kế hoạch và Đầu tư')).toBeGreaterThan((await inkOf('P')) + 500)
    expect(draw(chartOf([agency('Ở', 1, 1)]))).not.toEqual(draw(chartOf([agency('O', 1, 1)])))
  })

  test('is the same for the same figures', () => {
    const chart = chartOf([agency('Phòng Nội vụ', 1, 4)])
    expect(draw(chart)).toEqual(draw(structuredClone(chart)))
    expect(draw(chart)).not.toEqual(draw({ ...chart, locale: 'en' }))
  })
})
