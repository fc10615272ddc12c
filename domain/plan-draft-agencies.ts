import { splitAgencies } from './agency-lists.ts'
import { type AgencyMatch, type MatchDirectory, matchAgencies } from './agency-matching.ts'
import { agencyKey } from './agency-names.ts'
import type { LocalDate } from './time.ts'

export interface TypedAgencies {
  /** In the spelling of the directory. */
  readonly names: readonly string[]
  readonly unknown: readonly { readonly typed: string; readonly nearest: readonly string[] }[]
}

/** A name in quotes is meant as it stands: an agency that nobody has entered yet. */
const quoted = /^["“”'«»](.+)["“”'«»]$/u

/**
 * The agencies and groups that somebody typed, divided by semicolons, commas or "và". A name that the directory does
 * not have for sure comes with the names most like it.
 */
export const findAgencies = (text: string, directory: MatchDirectory, on: LocalDate): TypedAgencies => {
  const names: string[] = []
  const unknown: TypedAgencies['unknown'][number][] = []
  for (const typed of namesIn(text, directory, on)) {
    const literal = quoted.exec(typed)?.[1]?.trim()
    const [match] = literal === undefined ? matchAgencies([typed], directory, on) : []
    const name = literal ?? nameOf(match, directory)
    if (name === null) unknown.push({ typed, nearest: nearestOf(match) })
    else names.push(name)
  }
  return { names: [...new Set(names)], unknown }
}

const nameOf = (match: AgencyMatch | undefined, { agencies }: MatchDirectory): string | null => {
  if (match === undefined || match.kind === 'similar' || match.kind === 'unknown') return null
  return match.kind === 'group' ? match.group : (agencies.find(({ id }) => id === match.agencyId)?.name ?? null)
}

const nearestOf = (match: AgencyMatch | undefined): readonly string[] =>
  match !== undefined && 'candidates' in match ? match.candidates.map(({ name }) => name) : []

/** A part that is a name as a whole is not divided: "Phòng Văn hóa, Khoa học và Thông tin". */
const namesIn = (text: string, directory: MatchDirectory, on: LocalDate): readonly string[] => {
  const isName = (part: string): boolean =>
    quoted.test(part) || nameOf(matchAgencies([part], directory, on)[0], directory) !== null
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => agencyKey(part) !== '')
    .flatMap((part) => {
      if (isName(part)) return [part]
      const parts = part
        .split(/,/)
        .map((each) => each.trim())
        .filter((each) => each !== '')
      if (parts.length > 1 && parts.every(isName)) return parts
      const divided = splitAgencies(part)
      return divided.length > 0 ? divided : [part]
    })
}
