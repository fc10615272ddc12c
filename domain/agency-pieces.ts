import { writeOut } from './agency-abbreviations.ts'
import { isAgencyName, isBareHead, withoutTitle } from './agency-heads.ts'
import { spellWithPlace } from './agency-names.ts'
import { beginsSector, spellDivision, spellSector } from './agency-sectors.ts'
import { fold } from './fold.ts'

const edges = /^[\s\-–+•*.,;:/]+|[\s\-–+•*.,;:/]+$/gu

export const trimEdges = (text: string): string => text.replace(edges, '')

/** A stretch between commas, slashes and conjunctions. */
export interface Piece {
  readonly text: string
  /** What stood before it: '' at the start of a segment. */
  readonly glue: '' | ',' | '/' | 'và' | 'hoặc'
}

export const joiner = { '': ' ', ',': ', ', '/': ', ', và: ' và ', hoặc: ' hoặc ' } as const

const glueOf = (separator: string): Piece['glue'] => {
  if (separator === ',' || separator === '/') return separator
  return separator === 'và' || separator === 'hoặc' ? separator : 'và'
}

/** Cuts one segment at commas, slashes and conjunctions, remembering which. */
const cutSegment = (segment: string): Piece[] => {
  const parts = segment.split(/\s*([,/])\s*|\s+(và|hoặc|cùng với|cùng)\s+/u)
  const pieces: Piece[] = []
  for (let at = 0; at < parts.length; at += 3) {
    const separator = at === 0 ? '' : (parts[at - 2] ?? parts[at - 1] ?? '')
    const text = trimEdges(parts[at] ?? '')
    if (text !== '') pieces.push({ text: withoutTitle(text), glue: separator === '' ? '' : glueOf(separator) })
  }
  return pieces
}

const joinedText = (pieces: readonly Piece[]): string =>
  pieces.map(({ glue, text }, at) => (at === 0 ? text : joiner[glue] + text)).join('')

/** Names that hold commas and "và" of their own. */
const isOneName = (pieces: readonly Piece[]): boolean =>
  isSectorName(pieces) || spellWithPlace(joinedText(pieces)) !== null || isUnknownDivision(pieces)

const isKnownAlone = (text: string): boolean =>
  isAgencyName(text) || spellDivision(text) !== null || spellSector(text) !== null

/** "Phòng Bưu chính, Viễn thông và Công nghệ": an enumeration of what nobody knows as bodies is one name. */
const isUnknownDivision = ([first, ...others]: readonly Piece[]): boolean => {
  const division = /^(?:phòng|chi cục|cục)\s+(.+)$/iu.exec(first?.text ?? '')?.[1]
  if (division === undefined || isKnownAlone(division) || others.at(-1)?.glue !== 'và') return false
  return others.every(({ text, glue }, at) => !isKnownAlone(text) && (glue === ',' || at === others.length - 1))
}

const isSectorName = (pieces: readonly Piece[]): boolean => {
  if (pieces.at(-1)?.glue !== 'và') return false
  const joined = pieces.map((piece) => piece.text).join(' ')
  const [, head = '', rest = ''] = /^(?:các )?(?:(sở|so|bộ|bo|phòng|phong)\s+)?(.*)$/iu.exec(joined) ?? []
  return spellSector(rest) !== null || (!/^[sb]/iu.test(head) && spellDivision(rest) !== null)
}

/** Puts together again what was cut inside a name: "Sở Văn hóa", "Thể thao" and "Du lịch". */
const mendNames = (pieces: readonly Piece[]): Piece[] => {
  const mended: Piece[] = []
  for (let at = 0; at < pieces.length; ) {
    const [first] = pieces.slice(at, at + 1)
    if (first === undefined) break
    const length = [4, 3, 2].find((count) => at + count <= pieces.length && isOneName(pieces.slice(at, at + count)))
    const run = pieces.slice(at, at + (length ?? 1))
    mended.push({ glue: first.glue, text: joinedText(run) })
    at += run.length
  }
  return mended
}

const isLowerCase = (text: string): boolean => text.charAt(0) === text.charAt(0).toLocaleLowerCase('vi')

const isPlaceName = (line: string): boolean => /^(?:\p{Lu}\p{Ll}+\s?){1,4}$/u.test(line)

const sectorOf = (line: string): string => fold(line).replace(/^(?:.* )?(?:so|phong) /, '')

/** Whether a line goes on in the next one: the name was too long for its cell. */
const goesOn = (line: string, next: string): boolean => {
  if (isBareHead(line)) return true
  if (/[;.:]$/u.test(line)) return false
  if (/[,\-–&/]$|(?:^|\s)(?:và|của|hoặc)$/iu.test(line)) return true
  if (beginsSector(`${sectorOf(line)} ${next}`)) return true
  return completes(line, next)
}

const completes = (line: string, next: string): boolean => {
  if (isAgencyName(next) || /^[-–+•*]/u.test(next)) return false
  return isLowerCase(next) || (isAgencyName(line) && isPlaceName(next))
}

const joinLines = (cell: string): string =>
  cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce<string[]>((lines, line) => {
      const last = lines.at(-1)
      if (last === undefined || !goesOn(last, line)) return [...lines, line]
      return [...lines.slice(0, -1), `${last} ${line}`]
    }, [])
    .join('\n')

/** What stands before the agencies and names none: "Cơ quan chủ trì:", "Kế hoạch của …". */
const label =
  /^(?:(?:co quan|don vi|bo phan)(?: don vi)? )?(?:chu tri|phoi hop|thuc hien|dau moi|tham muu|chu tri thuc hien|phoi hop thuc hien|chiu trach nhiem)(?: chinh)?$/

/** When, said in the same cell: no part of a name. */
const byWhen = /[\s,.]*(?<!\p{L})(?:hoàn thành|thời gian|thời hạn|chậm nhất|xong trước|trước ngày)(?!\p{L}).*$/iu

const ofWhom = /^(?:kế hoạch|báo cáo|quyết định|văn bản|tất cả)\s+(?:của\s+)?(?=\S)/iu

/** Segments that surely hold different agencies: by semicolon, line, colon and bullet. */
const segmentsOf = (cell: string): string[] =>
  joinLines(writeOut(cell.normalize('NFC').replace(/\([^()]*\)/gu, ' ')))
    .replace(/(?:ủy|uỷ|uy) ban (?:nhân dân|nhan dan)/giu, 'UBND')
    .split(/[;\n]|:(?=\s|$)|(?:^|(?<=[.,:;]\s*))[-–+•*]\s+/u)
    .flatMap((segment) => {
      const parts = segment.split(/\s[-–+•]\s+/u)
      return parts.reduce<string[]>((joined, part) => {
        const last = joined.at(-1)
        if (last === undefined || isAgencyName(withoutTitle(part))) return [...joined, part]
        return [...joined.slice(0, -1), `${last} - ${part}`]
      }, [])
    })
    .map((segment) => trimEdges(segment.replace(byWhen, '')).replace(ofWhom, ''))
    .filter((segment) => segment !== '' && !label.test(fold(segment)))

/** Everything that a cell names, cut where something new may begin. */
export const piecesOf = (cell: string): Piece[] => segmentsOf(cell).flatMap((segment) => mendNames(cutSegment(segment)))
