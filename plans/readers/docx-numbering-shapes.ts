import type { Styles } from './docx-styles.ts'
import { type Attributes, isOn, walkXml, wholeNumber } from './office-xml.ts'

/** What the numbers of one level of a list look like. */
export interface LevelShape {
  start: number
  /** "decimal", "lowerLetter", "bullet" …, in the standard's words. */
  format: string
  /** "%1.%2." */
  text: string
  /** It starts again after levels above this number of them; null for after every level above. */
  restartAfter: number | null
  /** Whether all numbers in it are figures. */
  decimal: boolean
  style: string | null
}

export interface NumberingShapes {
  /** The shape of a list by its id; lists with the same key count together. */
  find(list: string): { readonly key: string; readonly levels: readonly (LevelShape | undefined)[] } | null
  /** Where this list says that it starts, other than its shape does. */
  startOverride(list: string, level: number): number | null
}

interface Shape {
  readonly levels: (LevelShape | undefined)[]
  /** A style whose list gives the shape. */
  link: string | null
}

interface List {
  shape: string
  readonly levels: (LevelShape | undefined)[]
  readonly starts: (number | undefined)[]
}

const newLevel = (): LevelShape => ({
  start: 1,
  format: 'decimal',
  text: '',
  restartAfter: null,
  decimal: false,
  style: null,
})

const maxLevel = 8

const levelAt = (attributes: Attributes): number | null => {
  const level = wholeNumber(attributes['w:ilvl'])
  return level === null || level < 0 || level > maxLevel ? null : level
}

const noticing: Readonly<Record<string, (level: LevelShape, value: string, attributes: Attributes) => void>> = {
  'w:start': (level, value) => (level.start = wholeNumber(value) ?? 1),
  'w:numFmt': (level, value) => (level.format = value),
  'w:lvlText': (level, value) => (level.text = value),
  'w:lvlRestart': (level, value) => (level.restartAfter = wholeNumber(value)),
  'w:isLgl': (level, _value, attributes) => (level.decimal = isOn(attributes)),
  'w:pStyle': (level, value) => (level.style = value),
}

/** Takes numbering.xml apart into the shapes and the lists that use them. */
class ShapeReader {
  readonly shapes = new Map<string, Shape>()
  readonly lists = new Map<string, List>()
  private shape: Shape | null = null
  private list: List | null = null
  private level: LevelShape | null = null
  private overridden: number | null = null
  private fallback = 0

  open(name: string, attributes: Attributes): void {
    if (name === 'mc:Fallback') this.fallback += 1
    if (this.fallback > 0) return
    if (name === 'w:abstractNum') this.shapes.set(attributes['w:abstractNumId'] ?? '', this.openShape())
    else if (name === 'w:num') this.lists.set(attributes['w:numId'] ?? '', this.openList())
    else if (name === 'w:lvl') this.openLevel(levelAt(attributes))
    else this.inside(name, attributes)
  }

  close(name: string): void {
    if (name === 'mc:Fallback') this.fallback -= 1
    if (name === 'w:lvl') this.level = null
    if (name === 'w:abstractNum') this.shape = null
    if (name === 'w:num') this.list = null
  }

  private openShape(): Shape {
    this.shape = { levels: [], link: null }
    return this.shape
  }

  private openList(): List {
    this.list = { shape: '', levels: [], starts: [] }
    return this.list
  }

  private openLevel(at: number | null): void {
    this.level = newLevel()
    const levels = (this.shape ?? this.list)?.levels
    if (at !== null && levels !== undefined) levels[at] = this.level
  }

  private inside(name: string, attributes: Attributes): void {
    if (this.level !== null) noticing[name]?.(this.level, attributes['w:val'] ?? '', attributes)
    else if (this.shape !== null && name === 'w:numStyleLink') this.shape.link = attributes['w:val'] ?? null
    else if (this.list !== null) this.insideList(this.list, name, attributes)
  }

  private insideList(list: List, name: string, attributes: Attributes): void {
    if (name === 'w:abstractNumId') list.shape = attributes['w:val'] ?? ''
    if (name === 'w:lvlOverride') this.overridden = levelAt(attributes)
    if (name !== 'w:startOverride' || this.overridden === null) return
    list.starts[this.overridden] = wholeNumber(attributes['w:val']) ?? 1
  }
}

/** Reads numbering.xml. */
export const readNumberingShapes = (xml: string, styles: Styles): NumberingShapes => {
  const reader = new ShapeReader()
  walkXml(xml, reader)
  const linked = (shape: Shape): string | undefined =>
    shape.link === null ? undefined : reader.lists.get(styles.find(shape.link).list ?? '')?.shape
  const shapeOf = (list: List): { readonly key: string; readonly levels: Shape['levels'] } | null => {
    const own = reader.shapes.get(list.shape)
    const key = (own === undefined ? undefined : linked(own)) ?? list.shape
    const shape = reader.shapes.get(key) ?? own
    return shape === undefined ? null : { key, levels: shape.levels }
  }
  return {
    find: (id) => {
      const list = reader.lists.get(id)
      const found = list === undefined ? null : shapeOf(list)
      if (list === undefined || found === null) return null
      if (list.levels.length === 0) return found
      const levels = Array.from({ length: maxLevel + 1 }, (_, at) => list.levels[at] ?? found.levels[at])
      return { key: found.key, levels }
    },
    startOverride: (id, level) => reader.lists.get(id)?.starts[level] ?? null,
  }
}
