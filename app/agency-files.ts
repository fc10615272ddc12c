import { agencyKinds } from '../domain/agency-kinds.ts'
import { AppError } from '../domain/errors.ts'
import type { PlanFile } from '../domain/plan-document.ts'
import { importDirectory } from '../handlers/agencies-import.ts'
import type { Messages } from '../locales/index.ts'
import { readDirectory } from '../plans/read-directory.ts'
import { silentOutbox } from '../prisma/outbox.ts'
import { createStores } from '../prisma/stores.ts'
import type { Transaction } from '../prisma/transaction.ts'
import type { Workspace } from '../domain/ports/stores.ts'

/**
 * Takes a directory of agencies from an .xlsx into a workspace, in the caller's transaction; returns the report. Throws
 * AppError 'file-not-a-directory' for any other file.
 */
export const importAgencyFile = async (
  tx: Transaction,
  workspace: Workspace,
  file: PlanFile,
  { m, now }: { readonly m: Messages; readonly now: Date },
): Promise<string> => {
  const sheet = await readDirectory(file)
  if (sheet === null) throw new AppError('file-not-a-directory', { name: file.name })
  const stores = createStores(tx, workspace.id, silentOutbox)
  const { text } = await importDirectory({ m, now, personId: null }, { name: file.name, sheet }, stores)
  return `${workspace.name}\n${text.text}`
}

/** The directory of a workspace, a line each agency. */
export const listAgencyLines = async (tx: Transaction, workspace: Workspace, m: Messages): Promise<string> => {
  const { agencies } = createStores(tx, workspace.id, silentOutbox)
  const all = await agencies.list()
  const lines = agencyKinds.flatMap((kind) =>
    all
      .filter((agency) => agency.kind === kind)
      .map(({ name, validTo }) => {
        const until = validTo === null ? '' : ` (${m.agencies.until(validTo)})`
        return `${m.agencies.kind(kind)}\t${name}${until}`
      }),
  )
  return [workspace.name, ...lines].join('\n')
}
