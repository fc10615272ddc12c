import type { Line } from './task-tables.ts'

/** The mark of a state secret stands alone, in capitals, in its own line or box, or after "Độ mật:". */
const alone = /^[\s[(*_]*(?:TUYỆT MẬT|TỐI MẬT|MẬT|TUYET MAT|TOI MAT)[\s\])*_.]*$/u
const stated = /^(?:độ mật|mức độ mật|độ bảo mật)\s*:\s*(?:tuyệt mật|tối mật|mật)\b/iu

const afterNumber = /^Số\s*:?\s*\d*\s*\/\s*\S+\s+(?:TUYỆT MẬT|TỐI MẬT|MẬT)$/u

/** Marks stand in the letterhead, among the first lines. */
const letterheadLines = 40

const partsOf = (text: string): string[] => text.split(/[\t\n]/u).map((part) => part.trim().normalize('NFC'))

/** Whether a document bears a mark of secrecy; the word "mật" in a sentence is none. */
export const isMarkedSecret = (lines: readonly Line[]): boolean =>
  lines
    .slice(0, letterheadLines)
    .some(({ text }) => partsOf(text).some((part) => [alone, stated, afterNumber].some((mark) => mark.test(part))))
