import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AgencyDirectory, agencyDirectorySchema } from '../domain/agency-directory.ts'
import { agencyKey } from '../domain/agency-names.ts'
import { fillInWard, inProvince, isElsewhere, type Starter, starterFor } from '../domain/starter-directory.ts'
import type { LocalDate } from '../domain/time.ts'

const files: Record<Starter['kind'], string> = {
  'province-with-districts': 'agencies-hai-phong.json',
  province: 'agencies-hai-phong-2025.json',
  ward: 'agencies-ward.json',
}

/** The directory that a new workspace begins with: a ward's own, or a province's as it is organised on that day. */
export const readStarterDirectory = async (workspaceName: string, on: LocalDate): Promise<AgencyDirectory> => {
  const starter = starterFor(workspaceName, on)
  const text = await readFile(join(import.meta.dirname, '..', 'prisma', 'data', files[starter.kind]), 'utf8')
  if (starter.kind === 'ward') return withoutRepeats(agencyDirectorySchema.parse(JSON.parse(fillInWard(text, starter))))
  if (!isElsewhere(workspaceName)) return agencyDirectorySchema.parse(JSON.parse(text))
  return ofEveryProvince(agencyDirectorySchema.parse(JSON.parse(inProvince(text, workspaceName))))
}

/** Another province has the same departments, and communes and agencies of its own names. */
const ofEveryProvince = ({ agencies, groups }: AgencyDirectory): AgencyDirectory => {
  const common = agencies
    .filter(({ kind, name }) => !kind.startsWith('ubnd-cap-huyen') && kind !== 'ubnd-cap-xa' && !isLocal(name))
    .map((agency) => ({ ...agency, aliases: agency.aliases.filter(({ name }) => !isLocal(name)) }))
  const names = new Set(common.map(({ name }) => name))
  const their = groups.map((group) => ({ ...group, members: group.members.filter((name) => names.has(name)) }))
  return withoutRepeats({ agencies: common, groups: their })
}

/** With one ward's words put in, two names may have become one. */
const withoutRepeats = ({ agencies, groups }: AgencyDirectory): AgencyDirectory => ({
  agencies: agencies.map((agency) => ({ ...agency, aliases: firstOfEach(agency.name, agency.aliases, nameOf) })),
  groups: groups.map((group) => ({ ...group, aliases: firstOfEach(group.name, group.aliases, (name) => name) })),
})

const nameOf = ({ name }: { readonly name: string }): string => name

const firstOfEach = <T>(own: string, aliases: readonly T[], nameOfAlias: (alias: T) => string): readonly T[] => {
  const keys = aliases.map((alias) => agencyKey(nameOfAlias(alias)))
  return aliases.filter((_alias, at) => keys[at] !== agencyKey(own) && keys.indexOf(keys[at] ?? '') === at)
}

const isLocal = (name: string): boolean => name.includes('Hải Phòng')
