import { agencyKinds, type AgencyKind, isAgencyKind } from '../domain/agency-kinds.ts'
import { type DirectoryChanges, planDirectoryChanges } from '../domain/agency-sheet-changes.ts'
import { AppError } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import { may } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type Messages, messagesIn } from '../locales/index.ts'
import { lines, type Rich } from '../locales/rich-text.ts'
import { readDirectory } from './agencies.ts'
import { type MeaningStores, settleKnown } from './name-meaning.ts'
import type { Reply, Request } from './request.ts'
import type { SentDirectory } from './route.ts'

const words = new Map<string, AgencyKind>(
  agencyKinds.flatMap((kind) =>
    [messagesIn('vi'), messagesIn('en')].map(({ agencies }): [string, AgencyKind] => [fold(agencies.kind(kind)), kind]),
  ),
)

/** A kind by its word in any language of the product, or by its code. */
const kindOfWord = (word: string): AgencyKind | null => {
  const code = word.trim().toLowerCase()
  return isAgencyKind(code) ? code : (words.get(fold(word)) ?? null)
}

/** Takes a file's rows into the directory, in the caller's transaction, and says what they changed. */
export const importDirectory = async (
  { m, now, personId }: { readonly m: Messages; readonly now: Date; readonly personId: string | null },
  { name, sheet }: SentDirectory,
  stores: Pick<Stores, 'agencies' | 'audit'>,
): Promise<{ readonly changes: DirectoryChanges; readonly text: Rich }> => {
  const changes = planDirectoryChanges(sheet.rows, await readDirectory(stores), kindOfWord)
  const { added, changed, groups, unchanged, problems } = changes
  if (added.length + changed.length + groups.length > 0) {
    await stores.agencies.applyChanges(changes, personId, now)
    await stores.audit.append(
      {
        ...{ action: 'import', subject: 'agencies', subjectId: name },
        ...(personId === null ? {} : { personId }),
        after: { added, changed, groups },
      },
      now,
    )
  }
  const text = m.agencies.imported({
    ...{ file: name, unchanged, problems },
    added: added.map((agency) => agency.name),
    changed: changed.map((agency) => agency.name),
    groups: groups.map((group) => ({ name: group.name, members: group.newMembers.length })),
  })
  return { changes, text }
}

/** A directory as a file in the chat: taken in at once, for nothing is removed and the same again changes nothing. */
export const receiveDirectory = async (
  request: Request,
  sent: SentDirectory,
  stores: MeaningStores,
): Promise<readonly Reply[]> => {
  const { m, now, person } = request
  if (!may(person.memberships, 'manage-agencies')) throw new AppError('not-allowed', {})
  const { text } = await importDirectory({ m, now, personId: person.id }, sent, stores)
  const settled = await settleKnown(request, stores)
  return settled.length === 0 ? [{ text }] : [{ text }, { text: lines(settled) }]
}
