import type { KeptFile } from './evidence.ts'
import { stripMarks } from './fold.ts'
import type { Channel } from './incoming.ts'
import type { Person } from './people.ts'
import { may } from './permissions.ts'

/** A file that goes out with an announcement. */
export interface BroadcastFile extends Omit<KeptFile, 'photo'> {
  readonly id: string
}

/** What a reader takes in at a glance; more is a folder, and a link to it says so better. */
export const mostFiles = 3

/** How long an address opens them without signing in. */
export const linkDays = 90

/** What becomes of a file that is added to others; `replaces` is one of the same name with other bytes. */
type Attaching =
  | { readonly kind: 'known'; readonly as: BroadcastFile }
  | { readonly kind: 'full' }
  | { readonly kind: 'new'; readonly name: string; readonly replaces: BroadcastFile | null }

/** The same bytes are the same file, whatever they are called; the same name means a corrected version. */
export const planAttaching = (there: readonly BroadcastFile[], file: Omit<KeptFile, 'storageKey'>): Attaching => {
  const known = there.find(({ sha256 }) => sha256 === file.sha256)
  if (known !== undefined) return { kind: 'known', as: known }
  const name = file.photo ? photoName(there) : file.name
  const replaces = there.find((other) => isSameName(other.name, name)) ?? null
  if (replaces === null && there.length >= mostFiles) return { kind: 'full' }
  return { kind: 'new', name, replaces }
}

/** In whatever letters, composed or not. */
const isSameName = (one: string, other: string): boolean => stripMarks(one) === stripMarks(other)

/** Photos come without a name: "anh-2.jpg" is the second. */
const photoName = (there: readonly BroadcastFile[]): string => {
  const names = Array.from({ length: there.length + 1 }, (_, index) => `anh-${index + 1}.jpg`)
  return names.find((name) => there.every((other) => !isSameName(other.name, name))) ?? 'anh.jpg'
}

/**
 * Whether a recipient opens the files with an address of their own. In the web chat they are signed in, and an address
 * that somebody else got hold of opens nothing there.
 */
export const needsLink = (channel: Channel): boolean => channel !== 'web'

/**
 * Recipients open the files of what went out, and so does whoever sends announcements; a draft's only its author.
 * Whoever has left opens nothing any more.
 */
export const mayOpenFiles = (
  { sentAt, authorId }: { readonly sentAt: Date | null; readonly authorId: string },
  { person, addressed }: { readonly person: Pick<Person, 'id' | 'memberships'>; readonly addressed: boolean },
): boolean => {
  if (person.memberships.length === 0) return false
  if (addressed) return true
  return may(person.memberships, 'broadcast') && (sentAt !== null || authorId === person.id)
}
