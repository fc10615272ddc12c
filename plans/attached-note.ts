import { spellAgency } from '../domain/agency-names.ts'
import { readDeadline } from '../domain/deadline.ts'
import type { LocalDate } from '../domain/time.ts'

/** What the line under an annex's heading says of the document that it is attached to. */
export interface AttachedNote {
  readonly kind: string
  readonly number: string
  readonly issuedOn: LocalDate | null
  readonly issuer: string
}

export const noNote: AttachedNote = { kind: '', number: '', issuedOn: null, issuer: '' }

const note =
  /kèm theo\s+(?<kind>\p{L}[\p{L} ]{2,20}?)\s+số\s*:?\s*(?<digits>\d{0,5}[a-z]?)\s*\/\s*(?<symbol>(?:\d{4}\s*\/\s*)?\p{Lu}[\p{L}&-]*)\s*,?\s*ngày\s*(?<date>.{4,40}?)\s+của\s+(?<issuer>[^()]+?)\)?[\s.*]*$/iu

/** A printed date, "31 tháng 8 năm 2023" (also without its spaces) or "31/8/2023"; null when parts of it are blank. */
const printedDate = (text: string): LocalDate | null => {
  const spaced = text.replace(/(\d?)\s*(tháng|năm)\s*/giu, '$1 $2 ')
  return readDeadline(`ngày ${spaced}`, { planYear: null, issuedOn: null }).occurrences[0] ?? null
}

/** Reads "(Kèm theo Kế hoạch số 229/KH-UBND ngày 31/8/2023 của UBND thành phố Hải Phòng)"; null for any other line. */
export const readAttachedNote = (text: string): AttachedNote | null => {
  const found = note.exec(text)?.groups
  if (found === undefined) return null
  const said = (part: string): string => found[part] ?? ''
  return {
    kind: said('kind').toLocaleUpperCase('vi'),
    number: said('digits') === '' ? '' : `${said('digits')}/${said('symbol')}`.replaceAll(/\s/gu, ''),
    issuedOn: printedDate(said('date')),
    issuer: spellAgency(said('issuer')),
  }
}
