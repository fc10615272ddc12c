import { fold } from './fold.ts'
import type { DraftCommand, Field } from './plan-draft-command.ts'
import { readHeading } from './plan-draft-heading.ts'
import { type Target, targetsAt, type Token, tokensOf } from './plan-draft-targets.ts'
import { type Verb, verbs } from './plan-draft-verbs.ts'

export type DraftReading =
  | { readonly commands: readonly DraftCommand[] }
  /** The words that were not understood, with the task they name, if any. */
  | { readonly notUnderstood: string; readonly about: string }

/**
 * Reads what was typed about a draft, one thing a line or between semicolons, with diacritics or without. It is
 * understood as a whole or not at all. Enumerations after "hạn", "phối hợp" and the like may have semicolons of
 * their own: what begins nothing new goes on with what was before.
 */
export const readDraftWords = (text: string): DraftReading => {
  const commands: DraftCommand[] = []
  for (const line of text.normalize('NFC').split('\n')) {
    const read = readLine(line)
    if ('notUnderstood' in read) return read
    commands.push(...read.commands)
  }
  return commands.length === 0 ? { notUnderstood: text.trim(), about: '' } : { commands }
}

const readLine = (line: string): DraftReading => {
  const commands: DraftCommand[] = []
  for (const part of line.split(';')) {
    const words = tidy(part)
    if (words === '') continue
    const found = readOne(words)
    const longer = goesOn(found, commands.at(-1), words)
    const understood = longer ?? found ?? readSeveral(words)
    if (understood === null) return { notUnderstood: part.trim(), about: aboutOf(words) }
    if (longer !== null) commands.pop()
    commands.push(...[understood].flat())
  }
  return { commands }
}

/**
 * "Sở B" after "phối hợp Sở A;", and "Quý III 21/9" after "hạn Quý I 21/3;", begin nothing of their own; nor does
 * anything that names no task after the words of a title or an output. Then it is the command before, made longer.
 */
const goesOn = (found: DraftCommand | null, last: DraftCommand | undefined, words: string): DraftCommand | null => {
  if (last?.kind !== 'field' || last.text === '' || startsAnew(found, last.field)) return null
  return { ...last, text: `${last.text}; ${words}` }
}

const startsAnew = (found: DraftCommand | null, field: Field): boolean => {
  if (found === null || found.kind === 'bare') return false
  const namesTask = 'targets' in found && found.targets.length > 0
  return namesTask || (field !== 'title' && field !== 'output')
}

/** "bỏ 15, 12 hạn 30/9": commas divide as well where every part says what it wants. */
const readSeveral = (words: string): readonly DraftCommand[] | null => {
  const parts = words.split(/,\s+/u).map((part) => readOne(tidy(part)))
  const isSure = (part: DraftCommand | null): part is DraftCommand =>
    part !== null && part.kind !== 'bare' && part.kind !== 'view'
  return parts.every(isSure) ? parts : null
}

const courtesies =
  /^(?:(?:em|tôi|toi|xin|hãy|hay|nhờ|nho|giúp|giup|vui lòng|vui long|anh|chị|chi|bot|dạ|da)\s+)+|(?:\s+(?:nhé|nhe|nha|ạ|giúp|giup|với|voi))+[.!]?$/giu

const tidy = (part: string): string =>
  part
    .trim()
    .replace(/^[-–•*+]\s+/u, '')
    .replace(courtesies, '')
    .trim()

const aboutOf = (words: string): string => {
  const tokens = tokensOf(words)
  const found = targetsAt(tokens, 0)
  if (found === null) return ''
  return tokens
    .slice(0, found.length)
    .map(({ raw }) => raw)
    .join(' ')
}

const readOne = (words: string): DraftCommand | null =>
  readWhole(words) ?? readHeading(words) ?? readAboutTasks(tokensOf(words))

const whole: Readonly<Record<string, DraftCommand>> = {
  'hoan tac': { kind: 'undo' },
  undo: { kind: 'undo' },
  'lay lai': { kind: 'undo' },
  summary: { kind: 'summary' },
  doubts: { kind: 'doubts' },
  changes: { kind: 'changes' },
  confirm: { kind: 'confirm' },
  'new plan': { kind: 'new-plan' },
  'tom tat': { kind: 'summary' },
  'xem tom tat': { kind: 'summary' },
  'ban tom tat': { kind: 'summary' },
  'xem ban tom tat': { kind: 'summary' },
  'nghi van': { kind: 'doubts' },
  'diem nghi van': { kind: 'doubts' },
  'xem nghi van': { kind: 'doubts' },
  'sua diem nghi van': { kind: 'doubts' },
  'can xem lai': { kind: 'doubts' },
  'thay doi': { kind: 'changes' },
  'xem thay doi': { kind: 'changes' },
  'xac nhan': { kind: 'confirm' },
  'bo ban nay': { kind: 'drop' },
  'bo tep nay': { kind: 'drop' },
  'bo ke hoach nay': { kind: 'drop' },
  'ke hoach moi': { kind: 'new-plan' },
  'la ke hoach moi': { kind: 'new-plan' },
  'khong thay the': { kind: 'new-plan' },
}

const readWhole = (words: string): DraftCommand | null => {
  const folded = fold(words)
  const list = /^(?:xem )?(?:danh sach|ds|liet ke|list)(?: (?:tu )?(\d{1,5}))?$/.exec(folded)
  if (list !== null) return { kind: 'list', from: Number(list[1] ?? 1) }
  return Object.hasOwn(whole, folded) ? (whole[folded] ?? null) : null
}

const readAboutTasks = (tokens: readonly Token[]): DraftCommand | null => {
  const [first] = tokens
  const start = first !== undefined && ['sua', 'doi', 'cho'].includes(first.folded) ? 1 : 0
  const named = targetsAt(tokens, start)
  return named === null ? readVerbFirst(tokens) : readTargetFirst(tokens, start + named.length, named.targets)
}

/** "12 hạn 30/9" */
const readTargetFirst = (tokens: readonly Token[], at: number, targets: readonly Target[]): DraftCommand | null => {
  const found = verbAt(tokens, at)
  if (found === null) {
    const text = rawFrom(tokens, at)
    if (text === '') return { kind: 'view', targets }
    return { kind: 'bare', targets, text }
  }
  const rest = at + found.length
  if (found.verb.kind === 'field') return fieldCommand(found.verb, targets, textAt(tokens, rest, found.verb.field))
  const more = targetsAt(tokens, rest)
  // "12 gộp 13"; anything else behind these verbs is not understood.
  if (more === null) return rest === tokens.length ? { kind: found.verb.kind, targets } : null
  const isAll = rest + more.length === tokens.length && found.verb.kind === 'merge'
  return isAll ? { kind: 'merge', targets: [...targets, ...more.targets] } : null
}

/** "bỏ 15 16", "hạn 12 30/9", "bỏ chủ trì 12"; without a number it is about the task that was just shown. */
const readVerbFirst = (tokens: readonly Token[]): DraftCommand | null => {
  const found = verbAt(tokens, 0)
  if (found === null) return null
  const { verb, length } = found
  if (verb.kind === 'field') return readFieldFirst(tokens, verb, length)
  const named = targetsAt(tokens, length)
  if (named === null) return length === tokens.length ? { kind: verb.kind, targets: [] } : null
  return length + named.length === tokens.length ? { kind: verb.kind, targets: named.targets } : null
}

type FieldVerb = Extract<Verb, { kind: 'field' }>

const readFieldFirst = (tokens: readonly Token[], verb: FieldVerb, at: number): DraftCommand | null => {
  const named = isDateAt(tokens, at, verb) ? null : targetsAt(tokens, at)
  const text = named === null ? '' : textAt(tokens, at + named.length, verb.field)
  // "hạn 30.9" has no number of a task: nothing would be left to set.
  if (named === null || (text === '' && verb.mode !== 'clear')) {
    return fieldCommand(verb, [], textAt(tokens, at, verb.field))
  }
  return fieldCommand(verb, named.targets, text)
}

/** "hạn 30 tháng 9": the number is the day's. A title may begin with any number. */
const isDateAt = (tokens: readonly Token[], at: number, { field }: FieldVerb): boolean =>
  field === 'due' && /^(?:thang|nam|ngay lam viec)\b/.test(tokens[at + 1]?.folded ?? '')

const fieldCommand = (verb: FieldVerb, targets: readonly Target[], text: string): DraftCommand | null => {
  const { field, mode } = verb
  // "bỏ chủ trì Sở Y tế" takes one away; "không hạn" and the like stand alone.
  const mayHaveText = mode !== 'clear' || field === 'lead' || field === 'support'
  if (mode !== 'clear' && text === '') return null
  return mayHaveText || text === '' ? { kind: 'field', targets, field, mode, text } : null
}

const verbAt = (tokens: readonly Token[], at: number): { readonly verb: Verb; readonly length: number } | null => {
  const found = verbs.find(([words]) => words.every((word, index) => tokens[at + index]?.folded === word))
  return found === undefined ? null : { verb: found[1], length: found[0].length }
}

const rawFrom = (tokens: readonly Token[], at: number): string =>
  tokens
    .slice(at)
    .map(({ raw }) => raw)
    .join(' ')

/** What follows a verb, without what only joins it: "là", ":", "thành". */
const textAt = (tokens: readonly Token[], at: number, field: Field): string => {
  const joiners = field === 'due' ? ['là', 'la', 'thành', 'thanh', 'sang', 'đến', 'den', 'vào'] : ['là', 'la', 'sang']
  const word = tokens[at]
  const skips = word !== undefined && (word.folded === '' || joiners.includes(word.raw.toLowerCase()))
  return rawFrom(tokens, skips ? at + 1 : at).replace(/^[:=→]\s*/u, '')
}
