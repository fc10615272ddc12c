export interface Agency {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly parentId: string | null
  readonly aliases: readonly string[]
}

export interface AgencyGroup {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly memberIds: readonly string[]
}

export interface Agencies {
  list(): Promise<readonly Agency[]>
  listGroups(): Promise<readonly AgencyGroup[]>
  /** By name or alias, whatever its diacritics and usual abbreviations. */
  findByName(name: string): Promise<Agency | null>
  get(agencyId: string): Promise<Agency>
  /** Creates the agencies that are not there yet; returns the ids of all, by the name given. */
  ensure(names: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** These agencies and all below them. */
  withSubordinates(agencyIds: readonly string[]): Promise<readonly string[]>
  /** Agencies that have open assignments and nobody who could be told. */
  listUnreached(): Promise<readonly Agency[]>
}
