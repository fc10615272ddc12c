import { looksScanned } from '../domain/likeness.ts'
import type { Line } from './task-tables.ts'

/** The degrees of state secrets, as the Law on their protection (2018, Điều 8) names them, the accents also lost. */
const degrees = 'TUYỆT MẬT|TỐI MẬT|MẬT|TUYET MAT|TOI MAT'
/** What may stand in one box with the degree: how urgent the document is. */
const urgency = '(?:THƯỢNG )?KHẨN|HỎA TỐC|HOẢ TỐC'

/** The mark stands alone, in capitals, in its own line or box. */
const alone = new RegExp(
  `^[\\s[(*_|/-]*(?:(?:${urgency})[\\s*_|/,–-]+)?(?:${degrees})(?:[\\s*_|/,–-]+(?:${urgency}))?[\\s\\])*_.|/-]*$`,
  'u',
)
const stated = /^(?:độ mật|mức độ mật|độ bảo mật)\s*:\s*(?:tuyệt mật|tối mật|mật)(?![\p{L}])/iu
const afterNumber = new RegExp(`^Số\\s*:?\\s*\\d*\\s*/\\s*\\S+\\s+[[(]?(?:${degrees})[\\])]?$`, 'u')
/** Alone where nothing but the mark can be meant, whatever its letters. */
const inAnyLetters = /^[\s[(*_]*(?:tuyệt mật|tối mật|mật)[\s\])*_.]*$/iu
/** The accents as scanning loses them. */
const scanned = /^[\s[(*_|]*(?:TUY[EÊỆ]T M[AÂẬẠ]T|T[OÔỐÓ]I M[AÂẬẠ]T|M[AÂẬẠ]T)[\s\])*_.|]*$/u

/** What is stated about the document stands among its first lines, a lost accent is trusted in fewer. */
const letterheadLines = 40
const stampLines = 15

const partsOf = (text: string): string[] => text.split(/[\t\n]/u).map((part) => part.trim().normalize('NFC'))

const fits = (text: string, ...marks: readonly RegExp[]): boolean =>
  partsOf(text).some((part) => marks.some((mark) => mark.test(part)))

/** Whether the lines come from a scan, whose accents cannot be trusted. */
const isScanned = (lines: readonly Line[]): boolean => looksScanned(lines.map(({ text }) => text).join('\n'))

/**
 * Whether a document bears a mark of secrecy, in its text or around it; the word "mật" in a sentence is none. In a scan
 * the mark without its accents counts too, alone in the letterhead: there nothing else is printed that reads so.
 */
export const isMarkedSecret = (lines: readonly Line[], margins: readonly string[]): boolean => {
  const letterhead = lines.slice(0, letterheadLines)
  return (
    lines.some(({ text }) => fits(text, alone)) ||
    letterhead.some(({ text }) => fits(text, stated, afterNumber)) ||
    margins.some((text) => fits(text, alone, stated, inAnyLetters)) ||
    (lines.slice(0, stampLines).some(({ text }) => fits(text, scanned)) && isScanned(lines))
  )
}
