import { beginsSector } from '../domain/agency-sectors.ts'
import { beginsItem } from './outline-markers.ts'
import { labelRole } from './outline-labels.ts'
import type { Line } from './task-tables.ts'

/** Fewer broken lines than this say nothing of how a text was set. */
const fewBroken = 3
/** A text is hard-wrapped when this share of its lines goes on in lower case on the next line. */
const wrappedShare = 0.15
/** So many items behind a blank line that paragraphs are set apart by them. */
const apartShare = 0.8
/** A line shorter than this share of the usual width was ended by its writer, not by the margin; capitals are wider. */
const fullShare = 0.8
const fullShareOfCapitals = 0.55

const endsSentence = (text: string): boolean => /[.;:!?…]["”’)\s]*$/u.test(text)
const beginsLower = (text: string): boolean => /^["“(]?[\p{Ll}\d]/u.test(text)
const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text)
/** "của", "và", "các" at the end of a line: the sentence surely goes on, whatever stands between. */
const leavesOpen = (text: string): boolean =>
  /(?:,|[\s(](?:và|của|các|cho|với|theo|trong|tại|về|do|từ|đến|trước|và|ngày|tháng|quý|năm|số|va|cua|cac|voi|tai|ve|tu|den|truoc|ngay|thang|quy|nam|so))$/iu.test(
    text,
  )

const endsHyphened = (text: string): boolean => /[\p{L}\d]-$/u.test(text)

/** A page number, or what scanning makes of a speck: no two letters together and no more than a few signs. */
const isSpeck = (text: string): boolean =>
  /^[^\p{L}\p{N}]*\d{1,3}[^\p{L}\p{N}]*$/u.test(text) ||
  (text.length <= 8 && !/\p{L}{2}|\d{3}|\d\s?[/.-]\s?\d/u.test(text))

interface Setting {
  readonly wrapped: boolean
  /** Whether blank lines stand between paragraphs: then lines without one between them are of the same. */
  readonly gapped: boolean
  /** How many letters a full line has. */
  readonly width: number
}

/** How a text was set: lines cut at a margin, or a paragraph to a line. */
const settingOf = (lines: readonly Line[]): Setting => {
  const lengths = lines.map(({ text }) => text.length).sort((one, other) => one - other)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  const broken = lines.filter(({ text }, at) => !endsSentence(text) && beginsLower(lines[at + 1]?.text ?? '')).length
  const items = lines.filter(({ text }) => beginsItem(text))
  const apart = items.filter((item) => item.line - (lines[lines.indexOf(item) - 1]?.line ?? 0) > 1).length
  return {
    wrapped: broken >= fewBroken && broken >= lines.length * wrappedShare,
    gapped: items.length >= fewBroken && apart >= items.length * apartShare,
    width,
  }
}

/** What a paragraph so far and the line after it are to each other. */
interface Seam {
  readonly before: string
  /** The last printed line of the paragraph. */
  readonly last: string
  readonly next: string
  /** Whether something stands between them: blank lines, a page number. */
  readonly gap: boolean
  readonly full: boolean
  readonly gapped: boolean
}

const sameCase = ({ last, next }: Seam): boolean => isCapitals(last) === isCapitals(next)

/** A heading in capitals goes on in capitals; anything else goes on where a line is full and its sentence open. */
const goesOnInCapitals = (seam: Seam): boolean => {
  if (!seam.gap && leavesOpen(seam.last)) return true
  if (!sameCase(seam) || !seam.full) return false
  return seam.gap ? leavesOpen(seam.last) : !endsSentence(seam.last)
}

/** "… Thời gian:" at the end of a line: what it says stands on the next. */
const awaitsValue = ({ last, gap }: Seam): boolean => {
  const [, name] = /(?:^|[.;,]\s)\s*([^.;,:]{3,40}):$/u.exec(last) ?? []
  return !gap && name !== undefined && labelRole(name, true) !== null
}

/** A word, a label or a paragraph that surely goes on, whatever the next line begins with. */
const isCut = (seam: Seam): boolean => awaitsValue(seam) || (seam.gapped && seam.full && !seam.gap && sameCase(seam))

const goesOnInLower = ({ last, gap }: Seam): boolean => !(gap && endsSentence(last)) && !isCapitals(last)

const goesOn = (seam: Seam): boolean => {
  if (endsHyphened(seam.last)) return true
  if (beginsItem(seam.next)) return isDashInSentence(seam)
  if (isCut(seam)) return true
  return beginsLower(seam.next) ? goesOnInLower(seam) : goesOnInCapitals(seam)
}

/** "Chủ trì: Phòng Văn hóa" / "- Xã hội.": a dash inside the name of a division or a department. */
const isDashInName = (last: string, next: string): boolean => {
  const begun = /(?:phòng|sở)\s+(\p{L}+(?:\s\p{L}+)*)$/iu.exec(last)?.[1]
  const [, rest] = /^[-–]\s*(\p{Lu}\p{Ll}*\s\p{Ll}+)/u.exec(next) ?? []
  return begun !== undefined && rest !== undefined && beginsSector(`${begun} ${rest}`)
}

/** "phát triển kinh tế" / "- xã hội": a dash between two words that the margin parted. */
const isDashInSentence = ({ last, next, gap, full }: Seam): boolean =>
  full && !gap && !endsSentence(last) && (/^[-–]\s*\p{Ll}/u.test(next) || isDashInName(last, next))

/** In a text with a paragraph to a line only a page break parts a sentence. */
const goesOnInWhole = (seam: Seam): boolean =>
  !beginsItem(seam.next) &&
  beginsLower(seam.next) &&
  !endsSentence(seam.before) &&
  seam.before.length > 40 &&
  !isCapitals(seam.last)

const isFull = (text: string, width: number): boolean =>
  text.length >= width * (isCapitals(text) ? fullShareOfCapitals : fullShare)

/** A number that the margin cut at its hyphen ("1234/SNV-" / "CCHC") is one word. */
const joined = (before: string, next: string): string => (endsHyphened(before) ? before + next : `${before} ${next}`)

const nothing: Line = { text: '', line: 0 }

const seamOf = (open: string, last: Line, next: Line, { width, gapped }: Setting): Seam => ({
  gapped,
  before: open,
  last: last.text,
  next: next.text,
  gap: next.line - last.line > 1,
  full: isFull(last.text, width),
})

/**
 * Puts the printed lines of a text together to its paragraphs: a line goes on with the one before when the margin, or
 * a page's end, cut a sentence. A line that opens with the marker of an item begins a paragraph. Page numbers and
 * specks are left out. Each paragraph keeps the number of its first line.
 */
export const reflow = (lines: readonly Line[]): Line[] => {
  const kept = lines.filter(({ text }) => !isSpeck(text))
  const setting = settingOf(kept)
  const isRest = setting.wrapped ? goesOn : goesOnInWhole
  const paragraphs: { text: string; readonly line: number }[] = []
  let last = nothing
  for (const next of kept) {
    const open = paragraphs.at(-1)
    if (open !== undefined && isRest(seamOf(open.text, last, next, setting))) open.text = joined(open.text, next.text)
    else paragraphs.push({ ...next })
    last = next
  }
  return paragraphs
}
