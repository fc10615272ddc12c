import { Prisma } from './generated/client.ts'

/**
 * An id of version 7 for each row of a statement: it begins with the time, and of two updates the later has to have
 * the greater. The ORM gives such ids only to rows that it writes itself.
 */
export const updateId: Prisma.Sql = Prisma.sql`encode(
  set_bit(set_bit(
    overlay(uuid_send(gen_random_uuid())
      PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
    52, 1), 53, 1), 'hex')::uuid`
