import type { Stores } from '../../domain/ports/stores.ts'

const today = '2026-06-15'
const later = new Date('2026-06-16T02:00:00Z')

interface Theirs {
  readonly agencyId: string
  readonly groupId: string
  readonly planId: string
  readonly draftId: string
  readonly unknownId: string
  readonly person: { readonly id: string }
}

const changeOf = (id: string) => ({
  ...({ id, name: 'Phòng Nội vụ', kind: 'khac', shortName: 'X', parent: null, newAliases: [] } as const),
  ...{ validFrom: null, validTo: null },
})

const explained = (agencyId: string, personId: string) => ({
  personId,
  agencyIds: () => [agencyId],
  remindAt: () => null,
})

/** What is tried on the agencies of a workspace, and the names that it waits to learn, from another that knows their ids. */
export const attemptsOnAgencies = (
  theirs: () => Theirs,
  us: () => { readonly id: string },
  ourAgency: () => string,
) => ({
  reads: {
    'agencies.findByName': [({ agencies }: Stores) => agencies.findByName('Phòng Y tế'), null],
    'agencies.listGroups': [({ agencies }: Stores) => agencies.listGroups(), []],
    'agencies.withSubordinates': [({ agencies }: Stores) => agencies.withSubordinates([theirs().agencyId]), []],
    'agencies.listUnreached': [({ agencies }: Stores) => agencies.listUnreached(today), []],
    'unknownNames.list': [({ unknownNames }: Stores) => unknownNames.list(), []],
    'unknownNames.find': [({ unknownNames }: Stores) => unknownNames.find(theirs().unknownId), null],
  } as const,
  writes: {
    'unknownNames.resolve': [
      ({ unknownNames }: Stores) => unknownNames.resolve(theirs().unknownId, explained(ourAgency(), us().id), later),
      [],
    ],
  } as const,
  refused: {
    'agencies.get': ({ agencies }: Stores) => agencies.get(theirs().agencyId),
    'agencies.addAlias to their agency': ({ agencies }: Stores) =>
      agencies.addAlias({ kind: 'agency', id: theirs().agencyId }, 'Phòng lạ', us().id, later),
    'agencies.addAlias to their group': ({ agencies }: Stores) =>
      agencies.addAlias({ kind: 'group', id: theirs().groupId }, 'Phòng lạ', us().id, later),
    'agencies.addAlias in their name': ({ agencies }: Stores) =>
      agencies.addAlias({ kind: 'agency', id: ourAgency() }, 'Phòng lạ', theirs().person.id, later),
    'agencies.applyChanges to their agency': ({ agencies }: Stores) =>
      agencies.applyChanges({ added: [], changed: [changeOf(theirs().agencyId)], groups: [] }, us().id, later),
    'agencies.applyChanges in their name': ({ agencies }: Stores) =>
      agencies.applyChanges({ added: [], changed: [], groups: [] }, theirs().person.id, later),
    'unknownNames.noteDraft': ({ unknownNames }: Stores) => unknownNames.noteDraft(theirs().draftId, [], later),
    'unknownNames.notePlan': ({ unknownNames }: Stores) => unknownNames.notePlan(theirs().planId, [], later),
    'unknownNames.resolve in their name': ({ unknownNames }: Stores) =>
      unknownNames.resolve(theirs().unknownId, explained(ourAgency(), theirs().person.id), later),
  },
})
