import type { Channel } from '../incoming.ts'
import type { Locale, Membership, Person, Recipient, Role } from '../people.ts'
import type { LinkCode } from './link-codes.ts'

export interface People {
  get(personId: string): Promise<Person>
  create(person: { readonly name: string; readonly locale: Locale }, now: Date): Promise<string>
  /**
   * Adding the same membership again changes nothing. With a role that leads the weekly summary comes by itself from the
   * usual time on, unless they declined it.
   */
  addMembership(personId: string, membership: Membership, now: Date): Promise<void>
  linkAccount(personId: string, channel: Channel, externalId: string, chatId: string): Promise<void>
  setLocale(personId: string, locale: Locale): Promise<void>
  /** The channels somebody can be reached on, each once. */
  listChannels(personId: string): Promise<readonly Channel[]>
  /** People of these agencies (or of every agency) who can be reached, each once, in the chat used last. */
  listRecipients(filter: RecipientFilter): Promise<readonly Recipient[]>
}

/** All that are given have to hold. An absent list asks for nothing; an empty one is nobody. */
export interface RecipientFilter {
  readonly agencyIds?: readonly string[]
  readonly roles?: readonly Role[]
  readonly personIds?: readonly string[]
}

/** Where somebody who wrote belongs: found before any workspace is known. */
export interface Accounts {
  find(channel: Channel, externalId: string): Promise<{ workspaceId: string; personId: string } | null>
}

export interface Invite {
  readonly id: string
  readonly workspaceId: string
  readonly agencyId: string | null
  readonly role: Role
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

export interface Invites {
  create(
    invite: {
      readonly codeHash: string
      readonly agencyId: string | null
      readonly role: Role
      readonly createdById: string
      readonly expiresAt: Date
    },
    now: Date,
  ): Promise<void>
}

/** Redeeming happens before the workspace is known: the code tells which it is. */
export interface InviteCodes {
  find(codeHash: string): Promise<Invite | null>
  /** Takes the code in one conditional write; false when somebody else was faster. */
  claim(inviteId: string, personId: string, now: Date): Promise<boolean>
  /** The other kind of code: of somebody who has joined. */
  findLink(codeHash: string): Promise<LinkCode | null>
  /** Takes it in one conditional write; false when somebody else was faster. */
  claimLink(linkId: string, now: Date): Promise<boolean>
  /** Counts a wrong code and returns the failures of the running window. */
  countFailure(channel: Channel, externalId: string, now: Date): Promise<number>
  countFailures(channel: Channel, externalId: string, now: Date): Promise<number>
}

export interface SignInLinks {
  create(personId: string, tokenHash: string, expiresAt: Date): Promise<void>
}
