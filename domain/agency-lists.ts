import { agencyKey, spellAgency } from './agency-names.ts'
import { beginsSector, spellSector } from './agency-sectors.ts'
import { fold } from './fold.ts'

/** Words that an agency's name begins with, folded; "báo cáo" is a report, not the newspaper Báo. */
const heads = new RegExp(
  `^(?:so(?= [a-z])|ubnd|uy ban|hdnd|hoi dong|van phong|vp|thanh tra|cong an|ca tp|bo(?= [a-z])|ban(?= [a-z])|dai|bao(?! cao)|cuc|chi cuc|tong cuc|trung tam|` +
    `kho bac|toa an|vien|mttq|mat tran|hoi|lien doan|doan|thanh uy|tinh uy|huyen uy|quan uy|dang uy|thanh doan|tinh doan|` +
    `truong|benh vien|phong(?= [a-z])|ngan hang|lien minh|thon|cap (?:tinh|huyen|xa)|cac|cong ty|tong cong ty|tap doan|` +
    `hiep hoi|buu dien|dien luc|vnpt|viettel|cong thong tin|hoc vien|cang vu|hai quan|thue|bhxh|` +
    `co quan|don vi|doanh nghiep|to chuc|ca nhan|s[a-z]{2,6}$)(?=[\\s,]|$)`,
)

/** Whether a text begins as the names of agencies do. */
export const isAgencyName = (text: string): boolean => heads.test(fold(text))

/** What an enumeration goes on with after "các …": it belongs to the same group. */
const enumerated =
  /^(?:co quan|don vi|to chuc|doanh nghiep|hop tac xa|ca nhan|dia phuong|phong|ban|nganh|doan the|huyen|quan|thi xa|thanh pho|xa|phuong|thi tran|dac khu|hoi|to dan pho|khu dan cu)\b/

const startsEnumeration = /^(?:cac|so ban|so nganh|ubnd|hdnd|thon|co quan|don vi|to chuc|phong)\b/

/** What an agency does: the name ends before it. Only in lower case, for "Ban Chỉ đạo" and "Ban Tổ chức" are names. */
const predicate =
  /\s+(?:thực hiện|đôn đốc|hướng dẫn|chủ trì|phối hợp|tham mưu|tổng hợp|kiểm tra|theo dõi|theo|đối với|căn cứ|có trách nhiệm|chịu trách nhiệm|xây dựng|triển khai|báo cáo|là cơ quan|làm đầu mối)(?=[\s,.;:]|$).*$/u

const place = /\s+(?:trên|tại|thuộc) địa bàn(?=[\s,.]|$).*$/u
const edges = /^[\s\-–+•*.,;:/]+|[\s\-–+•*.,;:/]+$/gu

interface Piece {
  readonly text: string
  /** What stood before it: '' at the start of a segment. */
  readonly glue: '' | ',' | '/' | 'và' | 'hoặc'
}

const joiner = { '': ' ', ',': ', ', '/': ', ', và: ' và ', hoặc: ' hoặc ' } as const

const glueOf = (separator: string): Piece['glue'] => {
  if (separator === ',' || separator === '/') return separator
  return separator === 'và' || separator === 'hoặc' ? separator : 'và'
}

/** Cuts one segment at commas, slashes and conjunctions, remembering which. */
const piecesOf = (segment: string): Piece[] => {
  const parts = segment.split(/\s*([,/])\s*|\s+(và|hoặc|cùng với|cùng)\s+/u)
  const pieces: Piece[] = []
  for (let at = 0; at < parts.length; at += 3) {
    const separator = at === 0 ? '' : (parts[at - 2] ?? parts[at - 1] ?? '')
    const text = (parts[at] ?? '').replace(edges, '')
    if (text !== '') pieces.push({ text, glue: separator === '' ? '' : glueOf(separator) })
  }
  return pieces
}

const isSectorName = (pieces: readonly Piece[]): boolean => {
  const joined = pieces.map((piece) => piece.text).join(' ')
  return spellSector(joined.replace(/^(?:các )?(?:sở|so)\s+/iu, '')) !== null
}

/** Puts together again what was cut inside a sector's name: "Sở Văn hóa", "Thể thao" và "Du lịch". */
const mendSectors = (pieces: readonly Piece[]): Piece[] => {
  const mended: Piece[] = []
  for (let at = 0; at < pieces.length; ) {
    const [first] = pieces.slice(at, at + 1)
    if (first === undefined) break
    const length = [3, 2].find((count) => {
      const run = pieces.slice(at, at + count)
      return run.length === count && run.at(-1)?.glue === 'và' && isSectorName(run)
    })
    const run = pieces.slice(at, at + (length ?? 1))
    mended.push({
      glue: first.glue,
      text: run.map(({ glue, text }, n) => (n === 0 ? text : joiner[glue] + text)).join(''),
    })
    at += run.length
  }
  return mended
}

/** Segments that surely hold different agencies: by semicolon, line, colon and bullet. */
const segmentsOf = (cell: string): string[] =>
  cell
    .normalize('NFC')
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/(?:ủy|uỷ|uy) ban (?:nhân dân|nhan dan)/giu, 'UBND')
    .split(/[;\n]|:(?=\s|$)|(?:^|(?<=[.,:;]\s*))[-–+•*]\s+/u)
    .flatMap((segment) => {
      const parts = segment.split(/\s[-–+•]\s+/u)
      return parts.reduce<string[]>((joined, part) => {
        const last = joined.at(-1)
        if (last === undefined || isAgencyName(part)) return [...joined, part]
        return [...joined.slice(0, -1), `${last} - ${part}`]
      }, [])
    })
    .filter((segment) => segment.replace(edges, '') !== '')

/** "Các Sở, ngành: Nội vụ, Tài chính" and "Các Sở Nội vụ, Tài chính": the sectors are what is named. */
const onlyAnnounces = (name: string): boolean => /^(?:cac )?so(?: ban)?(?: nganh)?$/.test(fold(name))

const sectorAfterPlural = (text: string): string | null => {
  const sector = /^các sở\s+(.+)$/iu.exec(text)?.[1]
  return sector === undefined ? null : spellSector(sector)
}

const isLowerCase = (text: string): boolean => text.charAt(0) === text.charAt(0).toLocaleLowerCase('vi')

const startsNewAgency = (piece: Piece, current: string): boolean => {
  const folded = fold(piece.text)
  const goesOn = isLowerCase(piece.text) && enumerated.test(folded) && startsEnumeration.test(fold(current))
  if (goesOn) return false
  if (/^doan dai bieu quoc hoi$|doan dai bieu quoc hoi$/.test(fold(current)) && folded.startsWith('hdnd')) return false
  return heads.test(folded) || startsUnknownName(piece, current)
}

/** A capital after a comma starts a name, unless it completes one ("Sở Văn hóa, Thể thao và Du lịch"). */
const startsUnknownName = (piece: Piece, current: string): boolean => {
  if (piece.glue !== ',' || isLowerCase(piece.text)) return false
  const sectorSoFar = fold(current).replace(/^(?:so|phong) /, '')
  return !beginsSector(`${sectorSoFar} ${piece.text}`)
}

/** "cấp xã" after "UBND cấp huyện" and "Nội vụ" in a list of departments, with what they leave out. */
const completed = (piece: Piece, before: readonly string[]): string | null => {
  const { text } = piece
  const named = sectorAfterPlural(text)
  if (named !== null) return `Sở ${named}`
  const previous = before.at(-1) ?? ''
  if (/^cap (?:tinh|huyen|xa|phuong)\b/.test(fold(text)) && /^ubnd\b/i.test(previous)) return `UBND ${text}`
  const sector = spellSector(text)
  const inDepartments = before.some((name) => /^(?:các )?sở(?:\s|,|$)/iu.test(name))
  return sector !== null && inDepartments ? `Sở ${sector}` : null
}

const addPiece = (names: readonly string[], piece: Piece): string[] => {
  const last = names.at(-1)
  const whole = completed(piece, names)
  if (whole !== null) return [...names, whole]
  if (last === undefined || piece.glue === '' || startsNewAgency(piece, last)) return [...names, piece.text]
  return [...names.slice(0, -1), `${last}${joiner[piece.glue]}${piece.text}`]
}

const withoutPredicate = (name: string): string => {
  const withoutPlace = name.replace(place, '')
  const described = /\s(?:được|có)\s/u.test(withoutPlace.replace(/\scó trách nhiệm.*/u, ''))
  return (described ? withoutPlace : withoutPlace.replace(predicate, '')).replace(edges, '')
}

/** "các đơn vị trực thuộc Sở" means the department named before it. */
const namingTheDepartment = (names: readonly string[]): string[] => {
  const department = names.find((name) => /^Sở \S/u.test(name))
  return names.map((name) =>
    department !== undefined && /\sthuộc sở$/iu.test(name) ? `${name.slice(0, -2)}${department}` : name,
  )
}

/**
 * The agencies that a cell names, each alone and in its usual spelling, in the order of the text and none twice.
 * Groups ("Các Sở, ban, ngành") stay groups.
 */
export const splitAgencies = (cell: string): string[] => {
  let names: string[] = []
  for (const piece of segmentsOf(cell).flatMap((segment) => mendSectors(piecesOf(segment))))
    names = addPiece(names, piece)
  const announced = names.some((name) => /^Sở /u.test(name))
  const spelled = names
    .filter((name) => !(announced && onlyAnnounces(name) && !/ban/i.test(name)))
    .map(withoutPredicate)
    .filter((name) => /\p{L}{2}/u.test(name))
    .map(spellAgency)
  const unique = new Map(spelled.map((name) => [agencyKey(name), name]))
  return namingTheDepartment([...unique.values()])
}
