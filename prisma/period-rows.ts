import { z } from 'zod'
import type { Period, PeriodSettings } from '../domain/periods/period.ts'
import type { Prisma } from './generated/client.ts'
import { toDate, toLocalDate } from './rows.ts'

const chainColumn = z.array(z.object({ name: z.string(), dueOn: z.string() }))

const dayOf = (date: Date): string => toLocalDate(date) ?? ''

/** "7,3,1": days before the cut-off, the most first. */
const readDays = (text: string): readonly number[] => text.split(',').map(Number)

export const toPeriod = (row: Prisma.ReportPeriodGetPayload<object>): Period => ({
  ...{ id: row.id, year: row.year, kind: row.kind, isOff: row.isOff },
  ...{ fromOn: dayOf(row.fromOn), toOn: dayOf(row.toOn), cutoffOn: dayOf(row.cutoffOn), cutoffTime: row.cutoffTime },
  ...{ cutoffAt: row.cutoffAt, armedFrom: row.armedFrom, cutoffVersion: row.cutoffVersion },
  chain: chainColumn.parse(row.chain),
  remindBefore: readDays(row.remindBefore),
  ...{ remindedAt: row.remindedAt, calledAt: row.calledAt, calls: row.calls, frozenAt: row.frozenAt },
  lost: row.lostFrom && row.lostUntil && { from: row.lostFrom, until: row.lostUntil },
})

/** Settings as columns. */
export const settingsColumns = ({
  fromOn,
  toOn,
  cutoffOn,
  cutoffTime,
  chain,
  remindBefore,
  isOff,
}: PeriodSettings) => ({
  ...{ cutoffTime, isOff, chain: chain.map(({ name, dueOn }) => ({ name, dueOn })) },
  fromOn: needDate(fromOn),
  toOn: needDate(toOn),
  cutoffOn: needDate(cutoffOn),
  remindBefore: remindBefore.join(','),
})

const needDate = (day: string): Date => toDate(day) ?? new Date(0)
