import { z } from 'zod'
import { agencyKinds } from './agency-kinds.ts'
import { agencyKey } from './agency-names.ts'
import type { Period } from './ports/agencies.ts'

const day = z.iso.date().nullable().default(null)
const word = z.string().trim().min(1)

/** A name as it is, or with the days between which it means this. */
const aliasSchema = z.union([
  word.transform((name) => ({ name, validFrom: null, validTo: null })),
  z.object({ name: word, validFrom: day, validTo: day }),
])

const agencySchema = z.object({
  name: word,
  kind: z.enum(agencyKinds),
  shortName: z.string().trim().default(''),
  /** The name of the agency that it belongs to. */
  parent: z.string().optional(),
  aliases: z.array(aliasSchema).readonly(),
  validFrom: day,
  validTo: day,
  /** What is not certain about it, for whoever keeps the data. */
  note: z.string().optional(),
})

const groupSchema = z.object({
  name: word,
  aliases: z.array(word).readonly(),
  /** Names of agencies; a group without members stands for itself. */
  members: z.array(z.string()).readonly(),
})

interface Meaning extends Period {
  readonly of: string
  readonly word: string
}

const overlap = (a: Period, b: Period): boolean =>
  (a.validFrom ?? '') <= (b.validTo ?? '9999') && (b.validFrom ?? '') <= (a.validTo ?? '9999')

/** Two agencies may be called alike but for their diacritics; everything else that is said alike is the same. */
const clash = (a: Meaning, b: Meaning): boolean =>
  a.of !== b.of && overlap(a, b) && !(a.word === a.of && b.word === b.of && a.word !== b.word)

const always: Period = { validFrom: null, validTo: null }

const meaningsOf = ({ agencies, groups }: Directory): readonly Meaning[] => [
  ...agencies.flatMap(({ name, aliases, validFrom, validTo }) => [
    { of: name, word: name, validFrom, validTo },
    ...aliases.map((alias) => ({ of: name, word: alias.name, validFrom: alias.validFrom, validTo: alias.validTo })),
  ]),
  ...groups.flatMap(({ name, aliases }) => [name, ...aliases].map((said) => ({ of: name, word: said, ...always }))),
]

interface Directory {
  readonly agencies: readonly z.infer<typeof agencySchema>[]
  readonly groups: readonly z.infer<typeof groupSchema>[]
}

/** A directory as a file holds it: on any day a name means one thing only, every parent and member is an agency of it. */
export const agencyDirectorySchema = z
  .object({
    note: z.string().optional(),
    agencies: z.array(agencySchema).readonly(),
    groups: z.array(groupSchema).readonly(),
  })
  .superRefine((directory, context) => {
    const { agencies, groups } = directory
    const known = new Set(agencies.map(({ name }) => name))
    const parents = agencies.flatMap(({ parent }) => (parent === undefined ? [] : [parent]))
    for (const name of [...parents, ...groups.flatMap(({ members }) => members)]) {
      if (!known.has(name)) context.addIssue({ code: 'custom', message: `not an agency of this directory: ${name}` })
    }
    for (const same of Map.groupBy(meaningsOf(directory), (meaning) => agencyKey(meaning.word)).values()) {
      const [a, b] = same.flatMap((one, at) => same.slice(at + 1).flatMap((two) => (clash(one, two) ? [one, two] : [])))
      if (a !== undefined && b !== undefined) {
        context.addIssue({ code: 'custom', message: `${b.word} means ${a.of} and ${b.of}` })
      }
    }
  })

export type AgencyDirectory = z.infer<typeof agencyDirectorySchema>
