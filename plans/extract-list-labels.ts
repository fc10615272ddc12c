import { chapterOf } from './outline-chapters.ts'
import type { Item } from './outline-item.ts'
import { type Label, readLabels } from './outline-labels.ts'

/** What stands under an item, told apart. */
export interface Beneath {
  /** What lines such as "Cơ quan chủ trì: …" say of all the rest. */
  readonly labels: readonly Label[]
  /** Items that may be tasks or headings of tasks. */
  readonly items: readonly Item[]
  /** Paragraphs without a marker. */
  readonly plains: readonly Item[]
}

/** A label with an empty value over a list has the list for its value; "Nội dung:" over a list is a heading. */
const labelsOf = (item: Item, scanned: boolean): readonly Label[] => {
  const labels = readLabels(item.text, scanned)
  const [only] = labels
  if (only === undefined || labels.length > 1 || only.value !== '') return labels
  if (item.children.length === 0 || only.role === 'content' || only.role === 'requirement') return []
  return [{ ...only, value: item.children.map(({ text }) => text).join('\n') }]
}

const isLabel = (item: Item, scanned: boolean): boolean => labelsOf(item, scanned).length > 0

const isPlain = (item: Item): boolean => item.style === 'plain'

/** "1.2. Phân công trách nhiệm" with nothing but labels under it: they hold for what stands beside it. */
const assignment = (item: Item, scanned: boolean): Label[] | null => {
  if (item.children.length === 0 || item.text.length > 90) return null
  if (!item.children.every((child) => isLabel(child, scanned)) || chapterOf(item.text, scanned) !== 'organising')
    return null
  return item.children.flatMap((child) => labelsOf(child, scanned))
}

const repeats = (labels: readonly Label[]): boolean =>
  new Set(labels.map(({ role }) => role)).size < labels.length &&
  labels.filter(({ role }) => role === 'lead').length > 1

/** Where each item is followed by labels of its own, they move under it. */
const underTheirItems = (children: readonly Item[], scanned: boolean): Item[] => {
  const moved: Item[] = []
  for (const child of children) {
    const last = moved.at(-1)
    if (last !== undefined && isLabel(child, scanned))
      moved[moved.length - 1] = { ...last, children: [...last.children, child] }
    else moved.push(child)
  }
  return moved
}

const ownLabels = (item: Item, scanned: boolean): Item[] =>
  item.children.filter((child) => isPlain(child) && isLabel(child, scanned))

/** Labels behind the last of several items that have none hold for them all. */
const lifted = (children: readonly Item[], scanned: boolean): Item[] => {
  const items = children.filter((child) => !isPlain(child))
  const last = items.at(-1)
  const alone = last !== undefined && items.length > 1 && items.slice(0, -1).every((item) => item.children.length === 0)
  const labels = alone && last.children.every((child) => ownLabels(last, scanned).includes(child)) ? last.children : []
  if (labels.length === 0) return [...children]
  return [...children.map((child) => (child === last ? { ...last, children: [] } : child)), ...labels]
}

/** Tells apart what stands under an item: tasks, labels, plain paragraphs. */
export const beneath = (item: Item, scanned: boolean): Beneath => {
  const direct = item.children.flatMap((child) => labelsOf(child, scanned))
  const children = repeats(direct) ? underTheirItems(item.children, scanned) : lifted(item.children, scanned)
  const labels: Label[] = []
  const items: Item[] = []
  const plains: Item[] = []
  for (const child of children) {
    const found = labelsOf(child, scanned)
    const block = found.length === 0 ? assignment(child, scanned) : found
    if (block !== null) labels.push(...block)
    else (isPlain(child) ? plains : items).push(child)
  }
  return { labels, items, plains }
}
