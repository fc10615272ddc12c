import { type GroupFigures, sumFigures } from './figures.ts'
import { fold } from './fold.ts'

// A field (lĩnh vực) is a section of a plan without its number: "I. Cải cách thể chế" of one plan and "2. CẢI CÁCH
// THỂ CHẾ" of another are the same.

/** "I.", "1.2)", "1.3.1 ", "a)", "Phần II -", "Mục 3:"; the dash of "e-Office" is none. */
const enumerator =
  /^\s*(?:(?:phần|mục|chương)\s+(?:[ivxlc]+|\d+)(?![\p{L}\p{N}])\s*[.):–-]*|(?:[ivxlc]+|\d+(?:\.\d+)*|[a-zđ])\s*(?:[.):](?!\d)|[–-](?=\s))|\d+(?:\.\d+)+(?=\s))\s*/iu

/** What people call the field of a section; the section's own words where nothing else is in them. */
export const fieldName = (section: string): string => {
  const name = section.replace(enumerator, '').trim()
  return fold(name) === '' ? section.trim() : name
}

const fieldKey = (section: string): string => fold(fieldName(section))

/** All spellings of the field of a section. */
export const spellingsOf = (section: string, sections: readonly string[]): readonly string[] =>
  sections.filter((other) => fieldKey(other) === fieldKey(section))

/** The figures of sections put together by field, in their order; `key` is what fields are matched by. */
export const byField = (sections: readonly GroupFigures[]): readonly GroupFigures[] =>
  [...Map.groupBy(sections, ({ key }) => fieldKey(key))].map(([key, parts]) => ({
    ...sumFigures(parts),
    key,
    name: fieldName(parts[0]?.name ?? ''),
    task: Math.min(...parts.map(({ task }) => task)),
  }))

/** Fields that somebody may mean: the one of that very name, else those whose names have the words. */
export const matchFields = (typed: string, fields: readonly GroupFigures[]): readonly GroupFigures[] => {
  const wanted = fold(typed)
  if (wanted === '') return []
  const same = fields.filter(({ key }) => key === wanted)
  if (same.length > 0) return same
  const phrase = fields.filter(({ key }) => ` ${key} `.includes(` ${wanted} `))
  if (phrase.length > 0) return phrase
  const words = wanted.split(' ')
  return fields.filter(({ key }) => words.every((word) => ` ${key} `.includes(` ${word} `)))
}
