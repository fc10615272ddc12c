import type { SignInLinks } from '../domain/ports/people.ts'
import { requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** One-time links to the web chat for the people of one workspace. */
export const createSignInLinks = (tx: Transaction, workspaceId: string): SignInLinks => ({
  create: async (personId, tokenHash, expiresAt) => {
    await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
    await tx.signInLink.create({ data: { workspaceId, personId, tokenHash, expiresAt }, select: { id: true } })
  },
})
