import { Prisma } from './generated/client.ts'
import { chunk, storableText } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The tables that one import fills with thousands of rows. */
interface Tables {
  readonly Task: Prisma.TaskCreateManyInput
  readonly TaskAgency: Prisma.TaskAgencyCreateManyInput
  readonly Occurrence: Prisma.OccurrenceCreateManyInput
}

const rowsPerStatement = 2000

/**
 * Inserts rows as one JSON document a statement. The ORM's own way binds every value on its own: ten thousand tasks
 * took it longer than all the rest of their import.
 */
export const insertRows = async <Table extends keyof Tables>(
  tx: Transaction,
  table: Table,
  rows: readonly Tables[Table][],
): Promise<void> => {
  const [first] = rows
  if (first === undefined) return
  const into = Prisma.raw(`"${table}"`)
  const columns = Prisma.raw(
    Object.keys(first)
      .map((column) => `"${column}"`)
      .join(', '),
  )
  for (const part of chunk(rows, rowsPerStatement)) {
    const json = JSON.stringify(part, (_key, value: unknown) =>
      typeof value === 'string' ? storableText(value) : value,
    )
    await tx.$executeRaw`
      INSERT INTO ${into} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${into}, ${json}::json)`
  }
}
