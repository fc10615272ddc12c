import { letterNumber, romanNumber } from './html-lists.ts'
import { type LevelShape, type NumberingShapes, readNumberingShapes } from './docx-numbering-shapes.ts'
import type { NumberingPlace, Styles } from './docx-styles.ts'

/** Numbers paragraphs as Word does, in the order in which they come. */
export interface Numbering {
  /** What stands before the next paragraph of this place and style: "1.", "a)", "-"; '' when nothing does. */
  next(place: NumberingPlace, styleId: string | null): string
}

const formats: Readonly<Record<string, (number: number) => string>> = {
  decimalZero: (number) => String(number).padStart(2, '0'),
  upperRoman: (number) => romanNumber(number).toUpperCase(),
  lowerRoman: romanNumber,
  upperLetter: (number) => letterNumber(number).toUpperCase(),
  lowerLetter: letterNumber,
  none: () => '',
}

/** Plans mark items with "-" and what stands under them with "+", whatever shape Word draws. */
const bulletOf = (shapes: readonly (LevelShape | undefined)[], shape: LevelShape, level: number): string => {
  if (/^[-–—−+]$/u.test(shape.text.trim())) return shape.text.trim() === '+' ? '+' : '-'
  return shapes[level - 1]?.format === 'bullet' ? '+' : '-'
}

/** How far numbering has come in one list. */
interface Count {
  readonly numbers: (number | undefined)[]
  /** The lists of this shape that have begun: each may state once where it starts. */
  readonly begun: Set<string>
}

const printLevel = (shape: LevelShape | undefined, number: number, decimal: boolean): string => {
  const print = decimal ? undefined : formats[shape?.format ?? 'decimal']
  return print === undefined ? String(number) : print(number)
}

/** Numbers deeper in the list start again, unless their level says after which level alone they do. */
const restartBelow = (shapes: readonly (LevelShape | undefined)[], count: Count, level: number): void => {
  for (let deeper = level + 1; deeper < count.numbers.length; deeper += 1) {
    const restart = shapes[deeper]?.restartAfter ?? deeper
    if (level < restart) count.numbers[deeper] = undefined
  }
}

const printed = (shapes: readonly (LevelShape | undefined)[], count: Count, level: number): string => {
  const shape = shapes[level]
  if (shape === undefined) return ''
  if (shape.format === 'bullet') return bulletOf(shapes, shape, level)
  return shape.text
    .replaceAll(/%([1-9])/gu, (_, figure: string) => {
      const at = Number(figure) - 1
      const number = count.numbers[at] ?? shapes[at]?.start ?? 1
      return printLevel(shapes[at], number, shape.decimal)
    })
    .trim()
}

const following = (before: number | undefined, shape: LevelShape | undefined): number =>
  before === undefined ? (shape?.start ?? 1) : before + 1

/** The level of a list that is made for a style, when the paragraph itself names none. */
const levelOf = (
  shapes: readonly (LevelShape | undefined)[],
  place: NumberingPlace,
  styleId: string | null,
): number => {
  if (place.level !== null) return Math.min(Math.max(place.level, 0), 8)
  const styled = styleId === null ? -1 : shapes.findIndex((shape) => shape?.style === styleId)
  return Math.max(styled, 0)
}

const startOf = (shapes: NumberingShapes, list: string, level: number, count: Count): number | null => {
  if (count.begun.has(`${list}:${level}`)) return null
  count.begun.add(`${list}:${level}`)
  return shapes.startOverride(list, level)
}

/** Follows numbering.xml and the numbering that styles bring along. */
export const createNumbering = (xml: string, styles: Styles): Numbering => {
  const shapes = readNumberingShapes(xml, styles)
  const counts = new Map<string, Count>()
  return {
    next: (place, styleId) => {
      if (place.list === null) return ''
      const found = shapes.find(place.list)
      if (found === null) return ''
      const count = counts.get(found.key) ?? { numbers: [], begun: new Set() }
      counts.set(found.key, count)
      const level = levelOf(found.levels, place, styleId)
      const override = startOf(shapes, place.list, level, count)
      count.numbers[level] = override ?? following(count.numbers[level], found.levels[level])
      restartBelow(found.levels, count, level)
      return printed(found.levels, count, level)
    },
  }
}
