import { isValidOn, type MatchDirectory, matchAgencies, sureTarget } from './agency-matching.ts'
import type { LocalDate } from './time.ts'

/**
 * Who does on a day what is an agency's: the agency itself, or, where it ended before, the one that its name means by
 * then. A plan of before the merger that is imported after it gives no work to what is gone. Without a successor it
 * stays the agency's: a person has to say.
 */
export const successorsOn = (directory: MatchDirectory, day: LocalDate): ((agencyId: string) => string) => {
  const ended = directory.agencies.filter((agency) => !isValidOn(agency, day) && (agency.validTo ?? day) < day)
  const matches = matchAgencies(
    ended.map(({ name }) => name),
    directory,
    day,
  )
  const successors = new Map(
    ended.flatMap(({ id, name }): [string, string][] => {
      const target = sureTarget(matches.find((match) => match.name === name))?.target
      return target?.kind === 'agency' ? [[id, target.id]] : []
    }),
  )
  return (agencyId) => successors.get(agencyId) ?? agencyId
}
