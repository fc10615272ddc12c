import { isValidOn } from './agency-matching.ts'
import { fold } from './fold.ts'
import type { Agency } from './ports/agencies.ts'
import type { LocalDate } from './time.ts'

/** Shorter names are too often a part of something else. */
const shortest = 6
const most = 2

/** Agencies of a day whose full name or alias stands in these words, the longest name first. */
export const findAgenciesIn = (words: string, agencies: readonly Agency[], on: LocalDate): readonly Agency[] => {
  const said = ` ${fold(words)} `
  return agencies
    .filter((agency) => isValidOn(agency, on))
    .map((agency) => ({ agency, length: longestNamed(said, [agency.name, ...agency.aliases]) }))
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, most)
    .map(({ agency }) => agency)
}

const longestNamed = (said: string, names: readonly string[]): number =>
  Math.max(
    0,
    ...names.map(fold).flatMap((name) => (name.length >= shortest && said.includes(` ${name} `) ? name.length : [])),
  )
