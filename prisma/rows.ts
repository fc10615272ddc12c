import { z } from 'zod'
import type { LocalDate } from '../domain/time.ts'

/** A day as the ORM takes it: midnight in UTC. */
export const toDate = (day: LocalDate | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`))

/** The day of a date-only column. */
export const toLocalDate = (date: Date | null): LocalDate | null => date?.toISOString().slice(0, 10) ?? null

/** A date-only column of a raw query. */
export const dayColumn = z.date().nullable().transform(toLocalDate)

/** PostgreSQL takes neither NUL nor half of a surrogate pair, and damaged files have both. */
export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed()

/** Values of the domain are plain data, which is all that a JSON column asks for; null becomes JSON's null. */
export const toJson = (value: unknown): { toJSON(): unknown } => ({
  toJSON: (): unknown =>
    JSON.parse(JSON.stringify(value), (_key, part: unknown) => (typeof part === 'string' ? storableText(part) : part)),
})

/** Whether a text can be an id: what comes back in a button may be anything, and PostgreSQL refuses the rest. */
export const isId = (text: string): boolean => idSchema.safeParse(text).success

const idSchema = z.guid()

/** Throws unless as many rows of this workspace were found as were named: an id from elsewhere is a bug. */
export const requireOwn = async (what: string, found: Promise<number>, named = 1): Promise<void> => {
  if ((await found) !== named) throw new Error(`${what} of another workspace`)
}

/** Cuts a list into pieces that one statement can take. */
export const chunk = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
