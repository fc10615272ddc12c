import type { AgencyFigures } from './figures.ts'

/** Those with most overdue work first, then most silent, then by name. */
export const worstFirst = (figures: readonly AgencyFigures[]): readonly AgencyFigures[] =>
  figures.toSorted((a, b) => b.late - a.late || b.silent - a.silent || a.agencyName.localeCompare(b.agencyName, 'vi'))
