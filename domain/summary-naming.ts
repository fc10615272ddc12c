import { fold } from './fold.ts'

const wordings: ReadonlyMap<string, boolean> = new Map([
  ...['neu ten', 'neu ten don vi', 'co ten', 'hien ten', 'name', 'names', 'show names'].map(
    (wording) => [wording, true] as const,
  ),
  ...['giau ten', 'an ten', 'khong ten', 'khong neu ten', 'thoi neu ten', 'bo ten', 'no names', 'hide names'].map(
    (wording) => [wording, false] as const,
  ),
])

/** "nêu tên", "giấu tên": whether a group's weekly summary names agencies; null for words that say something else. */
export const readNaming = (typed: string): boolean | null => wordings.get(fold(typed)) ?? null
