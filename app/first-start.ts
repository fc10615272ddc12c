import type { Locale } from '../domain/people.ts'
import { localDate } from '../domain/time.ts'
import { createToken, hashSecret } from '../handlers/secrets.ts'
import type { Database } from '../prisma/database.ts'
import { createSignInLinks } from '../prisma/sign-in-links.ts'
import { silentOutbox } from '../prisma/outbox.ts'
import { createStores } from '../prisma/stores.ts'
import type { Transaction } from '../prisma/transaction.ts'
import { createWorkspace, listWorkspaces } from '../prisma/workspaces.ts'
import { readStarterDirectory } from './starter-directory.ts'

export interface NewWorkspace {
  readonly name: string
  readonly zone: string
  readonly locale: Locale
}

/** Any number that nobody else uses as an advisory lock of this database. */
const firstStartTurn = 20_240_301

/** How long a printed sign-in link can be used. */
const linkHours = 24

/**
 * Sees to it that there is a workspace and that its administrator can come in: returns the address of a one-time
 * sign-in link while nobody has signed in yet, null afterwards. Several processes may start at once.
 */
export const prepareFirstStart = (
  { client }: Pick<Database, 'client'>,
  workspace: NewWorkspace,
  publicUrl: string,
  now: Date,
): Promise<string | null> =>
  client.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS taken FROM (SELECT pg_advisory_xact_lock(${firstStartTurn})) AS turn`
    const [first] = await listWorkspaces(tx)
    if (first === undefined) {
      const { personId, workspaceId } = await addWorkspace(tx, workspace, now)
      return createSignInLink(tx, { personId, workspaceId }, publicUrl, now)
    }
    const admin = await findAdminNeverSeen(tx)
    return admin === null ? null : createSignInLink(tx, admin, publicUrl, now)
  })

/** A workspace with the starter directory and its first administrator, who is its coordinator as well. */
export const addWorkspace = async (
  tx: Transaction,
  workspace: NewWorkspace,
  now: Date,
): Promise<{ readonly workspaceId: string; readonly personId: string }> => {
  const directory = await readStarterDirectory(workspace.name, localDate(now, workspace.zone))
  const { id: workspaceId } = await createWorkspace(tx, { ...workspace, directory }, now)
  const { people, audit } = createStores(tx, workspaceId, silentOutbox)
  const name = workspace.locale === 'vi' ? 'Quản trị' : 'Administrator'
  const personId = await people.create({ name, locale: workspace.locale }, now)
  for (const role of ['admin', 'coordinator'] as const) {
    await people.addMembership(personId, { role, agencyId: null }, now)
  }
  await audit.append(
    { action: 'create', subject: 'workspace', subjectId: workspaceId, after: { name: workspace.name } },
    now,
  )
  return { workspaceId, personId }
}

/** The address of a new one-time link that opens the web chat as a person. */
export const createSignInLink = async (
  tx: Transaction,
  { workspaceId, personId }: { readonly workspaceId: string; readonly personId: string },
  publicUrl: string,
  now: Date,
): Promise<string> => {
  const token = createToken()
  const expiresAt = new Date(now.getTime() + linkHours * 3_600_000)
  await createSignInLinks(tx, workspaceId).create(personId, hashSecret(token), expiresAt)
  return `${publicUrl}/vao/${token}`
}

/** An administrator whose workspace nobody of them has ever entered. */
const findAdminNeverSeen = async (
  tx: Transaction,
): Promise<{ readonly workspaceId: string; readonly personId: string } | null> => {
  const admins = await tx.membership.findMany({
    where: { role: 'admin' },
    select: { workspaceId: true, personId: true },
  })
  const seen = await tx.chatAccount.findFirst({ where: { personId: { in: admins.map(({ personId }) => personId) } } })
  return seen === null ? (admins[0] ?? null) : null
}
