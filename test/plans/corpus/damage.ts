import { type Block, type LineBlock, oneLine, type Sample, splitMarker, type TaskLabel } from './sample.ts'
import { wrapWords } from './render-text.ts'

/** Numbers from 0 to 1, the same for the same seed. */
type Chance = () => number
const chanceFrom = (seed: string): Chance => {
  let state = Array.from(seed).reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7)
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/** What scanning without Vietnamese data takes a letter for, when it does more than lose the marks. */
const CONFUSED: Readonly<Record<string, string>> = {
  ...{
    ă: 'a i',
    â: 'a d',
    ê: 'é e',
    ô: 'd 6',
    ơ: "o'",
    ư: 'w ir u',
    đ: 'd b',
    á: 'd 4',
    ấ: 'd A',
    ầ: 'd',
    ẩ: 'd',
    ẫ: 'd',
  },
  ...{
    ắ: 'é',
    ằ: 'i',
    ẳ: 'd',
    ẵ: 'i',
    ặ: 'i',
    é: 'é',
    è: 'é',
    ẻ: 'é',
    ẽ: 'é',
    ế: 'é',
    ề: 'é',
    ể: 'é',
    ễ: 'é',
    ệ: 'é € i¢ ¢',
  },
  ...{
    ị: 'j',
    ó: '6',
    ò: 'd',
    õ: '0 d',
    ố: '6 é b d',
    ồ: 'd',
    ổ: '6 b',
    ỗ: 'd',
    ộ: '6 d é',
    ớ: '6 d',
    ờ: 'd',
    ở: '& d é',
  },
  ...{
    ỡ: 'd &',
    ợ: 'g',
    ú: 'i',
    ủ: 'i a',
    ũ: 'ii i',
    ụ: 'y',
    ứ: 'tr ir i',
    ừ: 'ir',
    ử: 'tr',
    ữ: 'i',
    ự: 'w y',
    ý: '¥',
    ỹ: '¥',
  },
}
const withoutMarks = (letter: string): string =>
  letter.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'P')
const pick = (choices: string, chance: Chance): string => {
  const list = choices.split(' ')
  return list[Math.floor(chance() * list.length)] ?? ''
}
/** An e with marks mostly comes back as é, any other letter plain. */
const plainer = (letter: string, chance: Chance): string =>
  /[ếềểễệê]/u.test(letter) && chance() < 0.6 ? 'é' : withoutMarks(letter)
const damagedLetter = (letter: string, chance: Chance, kept: number): string => {
  if (letter === 'l') return chance() < 0.06 ? '1' : letter
  if (withoutMarks(letter) === letter) return letter
  const choices = CONFUSED[letter]
  return choices === undefined || chance() < kept ? plainer(letter, chance) : pick(choices, chance)
}
/** The words as scanning gives them back; `kept` is the share of letters that only lose their marks. */
const damagedWords = (text: string, chance: Chance, kept: number): string =>
  Array.from(text, (letter) => damagedLetter(letter, chance, kept)).join('')

const MARKERS: Readonly<Record<string, string>> = { 'c)': 'c) ¢)', 'đ)': '@) d)', 'g)': 'g) 9)' }
const damagedLine = (line: LineBlock, chance: Chance, said: Map<string, string>): string => {
  const [marker, words] = splitMarker(line.text)
  // Bold lines come out worse.
  const damaged = damagedWords(words, chance, line.style === 'body' ? 0.74 : 0.62)
  said.set(words, damaged)
  const sign = pick(MARKERS[marker] ?? marker, chance)
  return wrapWords(sign === '' ? damaged : `${sign} ${damaged}`, 78)
}
const damagedBlock = (block: Block, chance: Chance, said: Map<string, string>): string => {
  if (block.kind === 'line') return damagedLine(block, chance, said)
  if (block.kind !== 'table') return '\n\n'
  return block.rows.map((row) => damagedWords(row.cells.map(oneLine).join(' '), chance, 0.74)).join('\n')
}
const inDamaged = (task: TaskLabel, said: ReadonlyMap<string, string>): TaskLabel => {
  const words = [...said.keys()].find((known) => known.startsWith(task.quote))
  return words === undefined ? task : { ...task, quote: (said.get(words) ?? '').slice(0, 60).trim() }
}

/**
 * The sample as scanned text in printed lines, letters lost and taken for others, and its labels with the quotes as
 * they stand in that text. Figures are kept: what a scan loses of them nobody can repair. Lists only, no tables.
 */
export const toDamagedText = (sample: Sample): { readonly text: string; readonly tasks: readonly TaskLabel[] } => {
  const chance = chanceFrom(sample.about['number'] ?? '')
  const said = new Map<string, string>()
  const parts = sample.blocks.map((block) => damagedBlock(block, chance, said))
  // Every so often a page ends.
  const text = parts.map((part, at) => (at % 17 === 16 ? `${part}\n\n\n` : part)).join('\n\n')
  return { text: `${text}\n`, tasks: sample.tasks.map((task) => inDamaged(task, said)) }
}
