import { z } from 'zod'
import { agencyKey } from './agency-names.ts'

const agencySchema = z.object({
  name: z.string().trim().min(1),
  kind: z.string().trim().min(1),
  /** The name of the agency that it belongs to. */
  parent: z.string().optional(),
  aliases: z.array(z.string().trim().min(1)).readonly(),
})

const groupSchema = z.object({
  name: z.string().trim().min(1),
  aliases: z.array(z.string().trim().min(1)).readonly(),
  /** Names of agencies; a group without members stands for itself. */
  members: z.array(z.string()).readonly(),
})

/** A directory as a file holds it: every name means one thing only, every parent and member is an agency of it. */
export const agencyDirectorySchema = z
  .object({ agencies: z.array(agencySchema).readonly(), groups: z.array(groupSchema).readonly() })
  .superRefine(({ agencies, groups }, context) => {
    const known = new Set(agencies.map(({ name }) => name))
    const parents = agencies.flatMap(({ parent }) => (parent === undefined ? [] : [parent]))
    for (const name of [...parents, ...groups.flatMap(({ members }) => members)]) {
      if (!known.has(name)) context.addIssue({ code: 'custom', message: `not an agency of this directory: ${name}` })
    }
    const meanings = new Map<string, string>()
    for (const { name, aliases } of [...agencies, ...groups]) {
      for (const word of [name, ...aliases]) {
        const other = meanings.get(agencyKey(word)) ?? name
        if (other !== name) context.addIssue({ code: 'custom', message: `${word} means ${other} and ${name}` })
        meanings.set(agencyKey(word), name)
      }
    }
  })

export type AgencyDirectory = z.infer<typeof agencyDirectorySchema>

export interface ExpandedAgencies {
  /** Each name in its order, with the agencies that it stands for. */
  readonly matched: readonly { readonly name: string; readonly agencies: readonly string[] }[]
  /** Names that the directory does not have; they stand for themselves above. */
  readonly unknown: readonly string[]
}

const meaningsOf = ({ agencies, groups }: AgencyDirectory): ReadonlyMap<string, readonly string[]> =>
  new Map([
    ...groups.flatMap(({ name, aliases, members }) =>
      [name, ...aliases].map((word) => [agencyKey(word), members.length > 0 ? members : [name]] as const),
    ),
    ...agencies.flatMap(({ name, aliases }) => [name, ...aliases].map((word) => [agencyKey(word), [name]] as const)),
  ])

/**
 * Says which agencies names mean: an agency itself, a group its members. A group without members and a name that
 * nobody knows stand for themselves; the latter are reported.
 */
export const expandAgencies = (names: readonly string[], directory: AgencyDirectory): ExpandedAgencies => {
  const meanings = meaningsOf(directory)
  const matched = names.map((name) => ({ name, agencies: meanings.get(agencyKey(name)) ?? [name] }))
  return { matched, unknown: names.filter((name) => !meanings.has(agencyKey(name))) }
}
