import { fold } from './fold.ts'

/** A plan's number among other words, and those words. */
export interface PlanReference {
  /** "229", "229/KH-UBND" */
  readonly number: string
  readonly rest: string
}

const named = /(?:^|\s)(?:(?:kế\s+hoạch|ke\s+hoach|kh|plan)\s+)?(?:(?:số|so)\s+)?(\d+[^\s,;]*)(?=[\s,;]|$)/iu

/** "quá hạn 229/KH-UBND": the first number, with what people put before it; null where there is none. */
export const readPlanReference = (text: string): PlanReference | null => {
  const found = named.exec(text.normalize('NFC'))
  const number = found?.[1]
  if (found === null || number === undefined) return null
  const around = [
    text.normalize('NFC').slice(0, found.index),
    text.normalize('NFC').slice(found.index + found[0].length),
  ]
  return { number, rest: around.join(' ').replace(/\s+/gu, ' ').trim() }
}

/** "229" and "229/KH" mean 229/KH-UBND; "22" does not. */
export const isPlanNumber = (reference: string, number: string): boolean => {
  const [wanted, there] = [compact(reference), compact(number)]
  const digits = /^\d+/u.exec(wanted)?.[0]
  return digits !== undefined && digits === /^\d+/u.exec(there)?.[0] && there.startsWith(wanted)
}

const compact = (text: string): string =>
  fold(text)
    .replaceAll(' ', '')
    .replace(/^0+(?=\d)/u, '')
