import type { AgencyKind } from '../agency-kinds.ts'
import type { LocalDate } from '../time.ts'

/** A stretch of days; null where it is not bounded, or nobody knows by what. */
export interface Period {
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
}

/** A name that means an agency only for a time: a former name, or that of a body which was merged into it. */
export interface DatedAlias extends Period {
  readonly name: string
}

export interface Agency extends Period {
  readonly id: string
  readonly name: string
  readonly kind: AgencyKind
  /** "SNV"; empty when it has none of its own. */
  readonly shortName: string
  readonly parentId: string | null
  /** All other names, the dated ones among them. */
  readonly aliases: readonly string[]
  readonly datedAliases: readonly DatedAlias[]
}

export interface AgencyGroup {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly memberIds: readonly string[]
}

/** What a name was said to mean. */
export type NameTarget =
  | { readonly kind: 'agency'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }

/** What is known of an agency after the import: an existing one by its id, a new one without. */
export interface AgencyChange extends Period {
  readonly id: string | null
  readonly name: string
  readonly kind: AgencyKind
  readonly shortName: string
  /** By name: it may be new as well. */
  readonly parent: string | null
  /** Only those that are not there yet. */
  readonly newAliases: readonly DatedAlias[]
}

/** Members that a group gets; a group that is not there is created. */
export interface GroupChange {
  readonly name: string
  readonly newMembers: readonly string[]
}

/** An agency of which nobody could be told anything: nobody has joined, or nobody can be reached any more. */
export interface UnreachedAgency {
  readonly id: string
  readonly name: string
  /** Assignments that are not finished, and those of them that are late. */
  readonly open: number
  readonly late: number
}

export interface Agencies {
  list(): Promise<readonly Agency[]>
  listGroups(): Promise<readonly AgencyGroup[]>
  /** By name or alias, whatever its diacritics and usual abbreviations. */
  findByName(name: string): Promise<Agency | null>
  get(agencyId: string): Promise<Agency>
  /** Creates the agencies that are not there yet; returns the ids of all, by the name given. */
  ensure(names: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Creates and changes what an imported directory says, all of it; takes nothing away. */
  applyChanges(
    changes: {
      readonly added: readonly AgencyChange[]
      readonly changed: readonly AgencyChange[]
      readonly groups: readonly GroupChange[]
    },
    personId: string | null,
    now: Date,
  ): Promise<void>
  /** From now on this name means that agency or group. A name that already means it changes nothing. */
  addAlias(target: NameTarget, name: string, personId: string, now: Date): Promise<void>
  /** These agencies and all below them. */
  withSubordinates(agencyIds: readonly string[]): Promise<readonly string[]>
  /**
   * Agencies that have nobody who could be told, those with most overdue work first. Without any work only those that
   * exist on the day.
   */
  listUnreached(today: LocalDate): Promise<readonly UnreachedAgency[]>
}
