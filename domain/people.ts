import type { Channel } from './incoming.ts'

export type Role = 'official' | 'head' | 'coordinator' | 'leader' | 'admin'
export type Locale = 'vi' | 'en'

/** What a person may do and where; agencyId is null for roles that span the workspace. */
export interface Membership {
  readonly role: Role
  readonly agencyId: string | null
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly locale: Locale
  readonly memberships: readonly Membership[]
}

/** A person together with the chat in which they are reached. */
export interface Recipient {
  readonly personId: string
  readonly name: string
  readonly locale: Locale
  readonly chatId: string
  readonly channel: Channel
}

/** Who hears of what nobody else can be told of: the first of these roles that anybody who can be told has. */
export const overseers: readonly Role[] = ['coordinator', 'admin', 'leader']

/** The roles that belong to one agency; the others span the workspace. */
export const agencyRoles: readonly Role[] = ['official', 'head']
