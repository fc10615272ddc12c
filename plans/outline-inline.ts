import type { Line } from './task-tables.ts'

const firstDash = /:\s+(?=[-–+]\s+\p{Lu})/u
const nextDash = /(?<=[;.])\s+(?=[-–+]\s+\p{Lu})/u
const letters = 'abcdđeghiklm'

/** "Phòng Nội vụ: - Lập …; - Tham mưu …" as a stem and its dashes. */
const byDashes = (text: string): string[] => {
  const at = firstDash.exec(text)
  if (at === null) return [text]
  return [text.slice(0, at.index + 1), ...text.slice(at.index + at[0].length).split(nextDash)]
}

/** "Sở Nội vụ: a) …; b) …" as a stem and its items; only where the letters follow one another. */
const byLetters = (text: string): string[] => {
  const parts: string[] = []
  let rest = text
  for (const letter of letters) {
    const at = rest.search(new RegExp(String.raw`${letter === 'a' ? ':' : '[;.]'}\s+${letter}\)\s`, 'u'))
    if (at === -1) break
    parts.push(rest.slice(0, at + 1))
    rest = rest.slice(at + 1).trimStart()
  }
  return parts.length < 2 ? [text] : [...parts, rest]
}

/** Paragraphs with the items that stand inside them each alone. */
export const splitInline = (lines: readonly Line[]): Line[] =>
  lines.flatMap(({ text, line }) =>
    byLetters(text)
      .flatMap(byDashes)
      .map((part) => ({ text: part, line })),
  )
