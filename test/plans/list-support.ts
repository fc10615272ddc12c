import type { ParsedPlan, ParsedTask } from '../../domain/plan-document.ts'
import { readText } from './support.ts'

/** A ward's letterhead and title, so that a test holds only what it is about. */
const wardHead = [
  'ỦY BAN NHÂN DÂN',
  'PHƯỜNG MẪU',
  'Số: 21/KH-UBND',
  'Phường Mẫu, ngày 10 tháng 02 năm 2026',
  'KẾ HOẠCH',
  'Cải cách hành chính năm 2026',
]

export const readPlanOf = (...lines: readonly string[]): Promise<ParsedPlan> =>
  readText([...wardHead, '', ...lines].join('\n'))

/** A dispatch to those addressed, without a kind of its own. */
export const readDispatch = (addressees: string, ...lines: readonly string[]): Promise<ParsedPlan> =>
  readText(
    [
      'ỦY BAN NHÂN DÂN',
      'PHƯỜNG MẪU',
      'Số: 215/UBND-VP',
      'V/v đẩy mạnh dịch vụ công trực tuyến',
      'Phường Mẫu, ngày 10 tháng 02 năm 2026',
      `Kính gửi: ${addressees}`,
      ...lines,
    ].join('\n'),
  )

export const codesOf = ({ tasks }: ParsedPlan): string[] => tasks.map(({ code }) => code)

/** What a coordinator asks of a task: its number, who, with whom, until when. */
export const briefly = (task: ParsedTask): unknown[] => [task.code, task.lead, task.support, task.occurrences]

const lost: readonly (readonly [RegExp, string])[] = [
  [/ượ/gu, 'uge'],
  [/ở/gu, '&'],
  [/ố/gu, 'é'],
  [/ồ|ổ/gu, 'd'],
  [/ộ/gu, 'o'],
  [/ế/gu, 'é'],
  [/ệ/gu, 'é'],
  [/ả/gu, 'a'],
  [/Đ/gu, 'P'],
  [/đ/gu, 'd'],
]

/** What a poor scan makes of Vietnamese: marks gone, some letters taken for others; figures and stops stay. */
const damaged = (text: string): string => {
  let scanned = text
  for (const [letters, seen] of lost) scanned = scanned.replace(letters, seen)
  return scanned
    .normalize('NFD')
    .replace(/(?<=[^eE])\p{M}+/gu, '')
    .normalize('NFC')
}

/** Lines as a printer sets them, cut at a margin. */
export const wrapped = (text: string, width: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** The paragraphs as a scan of the printed page gives them: damaged, cut at a margin, blank lines between. */
export const scannedPage = (paragraphs: readonly string[], width = 78): string[] =>
  paragraphs.flatMap((paragraph) => [...wrapped(damaged(paragraph), width), ''])
