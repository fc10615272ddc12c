import { isChapter, isHeadingText, isMeant, ownCode, roleUnder, scopeUnder } from './extract-list-heading.ts'
import { type Beneath, beneath } from './extract-list-labels.ts'
import { type ListContext, type ListSink, saidOf, type Scope } from './extract-list-scope.ts'
import { isClosing, tellsState } from './extract-list-states.ts'
import { taskOf } from './extract-list-task.ts'
import { endsOpen, type Item } from './outline-item.ts'
import { splitNames } from './outline-agencies.ts'
import { pointsToAnnex } from './outline-chapters.ts'
import type { Label } from './outline-labels.ts'
import { anySubjectOf, directSubject } from './subject.ts'

interface Walk {
  readonly context: ListContext
  readonly sink: ListSink
}

/** What labels say holds for all that stands beside them. */
const withLabels = (scope: Scope, labels: readonly Label[], scanned: boolean): Scope => {
  if (labels.length === 0) return scope
  const lead = splitNames(saidOf(labels, 'lead'), scanned)
  const support = splitNames(saidOf(labels, 'support'), scanned)
  const time = saidOf(labels, 'time')
  return {
    ...scope,
    lead: lead.length > 0 ? lead : scope.lead,
    support: lead.length > 0 || support.length > 0 ? support : scope.support,
    deadline: time === '' ? scope.deadline : { text: time.replaceAll('\n', '; '), reads: time, ongoing: false },
    output: saidOf(labels, 'output') || scope.output,
  }
}

const codeOf = (path: readonly string[], context: ListContext): string => `${context.prefix}${path.join('.')}`

const allText = (item: Item): string[] => item.children.flatMap((child) => [child.text, ...allText(child)])

/** Whether an item of a chapter on who does what says who: the others there are provisions, not tasks. */
const isProvision = (scope: Scope, lead: readonly string[], dates: number): boolean =>
  scope.role === 'organising' && lead.length === 0 && dates === 0

const emit = (
  item: Item,
  more: readonly string[],
  labels: readonly Label[],
  path: readonly string[],
  scope: Scope,
  walk: Walk,
): void => {
  if (scope.role === 'outside' || item.text.trim() === '' || pointsToAnnex(item.text)) return
  if (tellsState(item.text, walk.context.kind, walk.context.scanned)) return
  const words = { text: item.text, more, labels, line: item.line }
  const task = taskOf(words, codeOf(path, walk.context), scope, walk.context)
  if (isProvision(scope, task.lead, task.occurrences.length)) {
    walk.sink.warnings.push({ code: 'row-not-understood', detail: item.text, line: item.line })
  } else walk.sink.tasks.push(task)
}

/** Whether something under an item says for itself who or when, so that it must be a task of its own. */
const answersForItself = (item: Item, walk: Walk): boolean => {
  const { labels } = beneath(item, walk.context.scanned)
  return labels.length > 0 || directSubject(item.text, walk.context.scanned) !== null
}

/** Headings among items of one kind: what most of them are, the odd one is too, whatever its punctuation. */
const mostAreHeadings = (siblings: readonly Item[]): boolean => {
  const parents = siblings.filter(({ children }) => children.length > 0)
  return parents.filter(({ text }) => isHeadingText(text)).length * 2 > parents.length
}

const isOneTask = (item: Item, under: Beneath, siblings: readonly Item[], walk: Walk): boolean => {
  if (isChapter(item) || item.style === 'stem' || endsOpen(item.text) || isHeadingText(item.text)) return false
  if (siblings.length > 1 && mostAreHeadings(siblings)) return false
  return !under.items.some((child) => answersForItself(child, walk))
}

/** Among items only paragraphs that address somebody count, and before them they introduce what follows. */
const isAddressed = (plain: Item, under: Beneath, scope: Scope, scanned: boolean): boolean => {
  const last = under.items.at(-1)
  if (last !== undefined && plain.line < last.line && scope.role !== 'organising') return false
  return anySubjectOf(plain.text, scanned) !== null
}

/** Plain paragraphs under a heading: each is a task where the heading names who does it, or the paragraph does. */
const emitPlains = (under: Beneath, scope: Scope, named: boolean, walk: Walk): void => {
  const { scanned } = walk.context
  const kept = under.plains.filter(
    (plain, at) =>
      !isClosing(plain.text, at > 0 || under.items.length > 0) &&
      plain.text.length > 15 &&
      !plain.text.startsWith('(') &&
      (named || isAddressed(plain, under, scope, scanned)),
  )
  const before = Math.max(0, ...under.items.map(({ ordinals }) => ordinals.at(-1) ?? 0))
  kept.forEach((plain, at) => {
    const alone = kept.length === 1 && before === 0
    emit(plain, [], [], alone ? scope.path : [...scope.path, String(before + at + 1)], scope, walk)
  })
}

const listed: readonly Item['style'][] = ['number', 'decimal', 'bracketed', 'letter', 'star', 'dash', 'bullet', 'plus']

/** Whether plain paragraphs under a heading that names nobody are what is to be done. */
const plainsAreTasks = (item: Item, under: Beneath, scope: Scope): boolean => {
  if (under.items.length > 0) return false
  if (scope.role === 'direction' || scope.role === 'request') return true
  return scope.lead.length > 0 || (scope.role === 'plan' && listed.includes(item.style))
}

const visitHeading = (
  item: Item,
  code: string,
  under: Beneath,
  role: Scope['role'],
  scope: Scope,
  walk: Walk,
): void => {
  const inner = withLabels(scopeUnder(item, code, role, scope, walk.context), under.labels, walk.context.scanned)
  if (role !== 'outside' && (item.style !== 'heading' || isMeant(item, walk.context.scanned)))
    emitPlains(under, inner, plainsAreTasks(item, under, inner), walk)
  visitAll(under.items, inner, walk)
}

const isLeafHeading = (item: Item, under: Beneath): boolean =>
  under.items.length === 0 && under.plains.length > 0 && (isHeadingText(item.text) || endsOpen(item.text))

const isBare = (under: Beneath): boolean => under.items.length === 0 && under.plains.length === 0

/** The articles of a decision put things into force; only one that gives an order is a task. */
const isProvisionOfDecision = (item: Item): boolean => item.style === 'article' && !/^giao\s/iu.test(item.text)

/** Chapters, stems and capitals with nothing under them are headings of nothing. */
const isEmptyHeading = (item: Item, under: Beneath): boolean =>
  isBare(under) &&
  under.labels.length === 0 &&
  (endsOpen(item.text) || (isChapter(item) && isHeadingText(item.text)) || item.style === 'stem')

const visit = (item: Item, code: string, siblings: readonly Item[], scope: Scope, walk: Walk): void => {
  const under = beneath(item, walk.context.scanned)
  const role = roleUnder(item, scope, walk.context)
  if (role === null || isEmptyHeading(item, under) || isProvisionOfDecision(item)) return
  const path = code === '' ? scope.path : scopeUnder(item, code, role, scope, walk.context).path
  if (under.items.length > 0 ? !isOneTask(item, under, siblings, walk) : isLeafHeading(item, under)) {
    visitHeading(item, code, under, role, scope, walk)
  } else {
    const more = [
      ...under.plains.map(({ text }) => text),
      ...under.items.flatMap((child) => [child.text, ...allText(child)]),
    ]
    emit(item, more, under.labels, path, scope, walk)
  }
}

/** Visits items in their order; those without a number of their own are counted. */
const visitAll = (items: readonly Item[], scope: Scope, walk: Walk): void => {
  let count = 0
  for (const item of items) {
    if (item.ordinals[0] === 0) count += 1
    const siblings = items.filter(
      ({ style, ordinals }) => style === item.style && ordinals.length === item.ordinals.length,
    )
    visit(item, item.ordinals[0] === 0 ? String(count) : ownCode(item), siblings, scope, walk)
  }
}

/** Goes through an outline and gathers the tasks that its structure shows. */
export const walkOutline = (root: Item, context: ListContext): ListSink => {
  const sink: ListSink = { tasks: [], warnings: [] }
  const scope: Scope = {
    role: context.kind === 'BÁO CÁO' ? 'outside' : 'plan',
    section: '',
    path: [],
    lead: context.addressees,
    support: [],
    deadline: null,
    output: '',
    stem: '',
  }
  const outer = root.children.filter(({ style }) => style !== 'plain' && style !== 'dash')
  visitAll(outer, scope, { context, sink })
  return sink
}
