/** What is kept about somebody besides who they are: figures where it is much. */
interface Profile {
  readonly joinedAt: Date
  /** Answers they gave, and evidence they sent with them. */
  readonly updates: number
  readonly evidence: number
}

export interface Profiles {
  describe(personId: string): Promise<Profile>
  setName(personId: string, name: string): Promise<void>
}
