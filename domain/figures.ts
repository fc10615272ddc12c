/** What every screen counts, for one agency or for several together. */
export interface Figures {
  /** Everything but what was returned or cancelled: that counts nowhere. */
  readonly total: number
  readonly done: number
  readonly doneLate: number
  readonly late: number
  readonly dueSoon: number
  readonly inTime: number
  readonly undated: number
  /** Of those still open: nobody has said a word yet. */
  readonly silent: number
  /** Of those still open. */
  readonly obstacles: number
  /** Fell due by today and were not cancelled or returned: the denominator of the rates. */
  readonly fellDue: number
  /** Of those that fell due: finished by the due date in force. */
  readonly onTime: number
  /** Of those that fell due: finished by the original due date. */
  readonly onTimeOriginal: number
}

export interface AgencyFigures extends Figures {
  readonly agencyId: string
  readonly agencyName: string
}

/** The figures of one plan, or of one section. */
export interface GroupFigures extends Figures {
  /** The plan's id; the section's words. */
  readonly key: string
  /** What people call it: the plan's number; the section's words. */
  readonly name: string
  /** The lowest number of its tasks: stands for the group where an id would be too long. */
  readonly task: number
}

const keys = [
  'total',
  'done',
  'doneLate',
  'late',
  'dueSoon',
  'inTime',
  'undated',
  'silent',
  'obstacles',
  'fellDue',
  'onTime',
  'onTimeOriginal',
] as const satisfies readonly (keyof Figures)[]

/** The figures of several agencies together. */
export const sumFigures = (parts: readonly Figures[]): Figures => {
  const sum = Object.fromEntries(keys.map((key) => [key, 0])) as Record<(typeof keys)[number], number>
  for (const part of parts) for (const key of keys) sum[key] += part[key]
  return sum
}

/** Share finished on time of what fell due, 0–1; null when nothing has fallen due yet. */
export const onTimeRate = (figures: Figures): number | null =>
  figures.fellDue === 0 ? null : figures.onTime / figures.fellDue
