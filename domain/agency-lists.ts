import { isAgencyName } from './agency-heads.ts'
import { spellAgency, spellingKey, spellWithPlace } from './agency-names.ts'
import { joiner, type Piece, piecesOf, trimEdges } from './agency-pieces.ts'
import { isDamaged, repairAgencyWords } from './agency-repair.ts'
import { beginsSector, sectorNames, sectorOfInitials, spellDivision, spellSector } from './agency-sectors.ts'
import { fold } from './fold.ts'

export { isAgencyName } from './agency-heads.ts'

/** What an enumeration goes on with after "các …": it belongs to the same group. */
const enumerated =
  /^(?:co quan|don vi|to chuc|doanh nghiep|hop tac xa|ca nhan|dia phuong|phong|ban|nganh|doan the|huyen|quan|thi xa|thanh pho|xa|phuong|thi tran|dac khu|hoi|to dan pho|khu dan cu)\b/

const startsEnumeration = /^(?:cac|so ban|so nganh|ubnd|hdnd|thon|co quan|don vi|to chuc|phong)\b/

/** What an agency does: the name ends before it. Only in lower case, for "Ban Chỉ đạo" and "Ban Tổ chức" are names. */
const predicate =
  /(?<![Đđ]ầu tư|[Dd]ự án|[Dd]ịch vụ|[Cc]ông chức|[Cc]án bộ)\s+(?:thực hiện|đôn đốc|hướng dẫn|chủ trì|phối hợp|tham mưu|tổng hợp|kiểm tra|theo dõi|theo|đối với|căn cứ|có trách nhiệm|chịu trách nhiệm|phụ trách|xây dựng|triển khai|báo cáo|là cơ quan|làm đầu mối)(?=[\s,.;:]|$).*$/u

/** Where "trên địa bàn" adds nothing: these are everywhere in the territory. */
const everywhere = /^(?:ubnd|hdnd|(?:cac )?so\b|cap |cac (?:xa|phuong|quan|huyen))/

const place = /\s+(?:trên|tại|thuộc) địa bàn(?=[\s,.]|$).*$/u

/** "Các Sở, ngành: Nội vụ, Tài chính" and "Các Sở Nội vụ, Tài chính": the sectors are what is named. */
const onlyAnnounces = (name: string): boolean => /^(?:cac )?(?:so(?: ban)?(?: nganh)?|phong)$/.test(fold(name))

/** In a list of departments their initials are enough: "TP" is not the city there. */
const sectorNamed = (text: string): string | null => {
  const letters = /^[\p{Lu}&]{2,9}$/u.test(text) ? sectorOfInitials(fold(text)) : null
  return spellSector(letters ?? text)
}

const sectorAfterPlural = (text: string): string | null => {
  const sector = /^các sở\s+(.+)$/iu.exec(text)?.[1]
  return sector === undefined ? null : sectorNamed(sector)
}

const isLowerCase = (text: string): boolean => text.charAt(0) === text.charAt(0).toLocaleLowerCase('vi')

/** Pairs of which the second belongs to the name before it, whatever it begins with. */
const belongTogether: readonly (readonly [name: RegExp, next: RegExp])[] = [
  // One office serves both.
  [/doan dai bieu quoc hoi$/, /^hdnd/],
  [/^(?:van phong|vp) hdnd$/, /^ubnd/],
  [/^trung tam van hoa\b/, /^(?:the thao|thong tin|truyen thong|du lich)\b/],
  [/\bphat thanh$/, /^truyen hinh\b/],
  // A newspaper without a name of its own is one body with what follows.
  [/^bao$/, /^dai\b/],
  [/^(?:cac )?truong\b/, /^(?:mam non|tieu hoc|thcs|thpt|trung hoc|pho thong)\b/],
]

const startsNewAgency = (piece: Piece, current: string): boolean => {
  const next = fold(piece.text)
  const name = fold(current)
  if (isLowerCase(piece.text) && enumerated.test(next) && startsEnumeration.test(name)) return false
  if (belongTogether.some(([before, after]) => before.test(name) && after.test(next))) return false
  return isAgencyName(piece.text) || startsUnknownName(piece, current)
}

/** A capital after a comma starts a name, unless it completes one ("Sở Văn hóa, Thể thao và Du lịch"). */
const startsUnknownName = (piece: Piece, current: string): boolean => {
  if (piece.glue !== ',' || isLowerCase(piece.text) || /^trung tam /.test(fold(current))) return false
  const sectorSoFar = fold(current).replace(/^(?:so|phong) /, '')
  return !beginsSector(`${sectorSoFar} ${piece.text}`)
}

const territories = /^(?:cac )?(?:quan|huyen|thi xa|xa|phuong)\b/

/** "cấp xã" after "UBND cấp huyện", "quận, huyện" after "các sở": whose authorities they are is left out. */
const authorityOf = (text: string, previous: string): string | null => {
  const folded = fold(text)
  if (/^cap (?:tinh|huyen|xa|phuong)\b/.test(folded) && /^ubnd\b/i.test(previous)) return `UBND ${text}`
  const afterDepartments = isLowerCase(text) && territories.test(folded) && /^(?:các )?sở(?:[\s,]|$)/iu.test(previous)
  return afterDepartments ? `UBND các ${text.replace(/^các /u, '')}` : null
}

/** "Kinh tế" in a list of divisions. */
const divisionIn = (text: string, previous: string): string | null => {
  const division = isLowerCase(text) ? null : spellDivision(text)
  return division !== null && /^(?:các )?phòng(?:\s|$)/iu.test(previous) ? `Phòng ${division}` : null
}

const departmentIn = (text: string, before: readonly string[]): string | null => {
  const sector = sectorNamed(text)
  return sector !== null && before.some((name) => /^(?:các )?sở(?:\s|,|$)/iu.test(name)) ? `Sở ${sector}` : null
}

/** What enumerations leave out, filled in; null for a piece that says everything itself. */
const completed = ({ text }: Piece, before: readonly string[]): string | null => {
  const named = sectorAfterPlural(text)
  if (named !== null) return `Sở ${named}`
  const previous = before.at(-1) ?? ''
  return authorityOf(text, previous) ?? divisionIn(text, previous) ?? departmentIn(text, before)
}

const addPiece = (names: readonly string[], piece: Piece): string[] => {
  const last = names.at(-1)
  const whole = completed(piece, names)
  if (whole !== null) return [...names, whole]
  if (last === undefined || piece.glue === '' || startsNewAgency(piece, last)) return [...names, piece.text]
  return [...names.slice(0, -1), `${last}${joiner[piece.glue]}${piece.text}`]
}

/** A department goes on in lower case only with whose it is: "Sở Y tế kêu gọi" names what it does. */
const behindDepartment = new RegExp(
  `^(Sở (?:${sectorNames.toSorted((a, b) => b.length - a.length).join('|')}))\\s+(?!tỉnh|thành phố|và |của |các )\\p{Ll}.*$`,
  'u',
)

/** Two words or more in lower case behind a name: in damaged text nobody knows them for what they tell it to do. */
const lowerEnd = /(?:\s+\p{Ll}\S*){2,}$/u

/** What tells whose or where it is belongs to the name. */
const belongs = /^(?:các|của|thuộc|trực thuộc|cấp|khu|liên|có liên|cơ sở|số)(?!\p{L})/u

/** A place without what it is behind a name ("Truyền hình Gia Lai"); one word may be all that is left of a name. */
const barePlace = /(?:\s+\p{Lu}\p{Ll}+){2,3}$/u

const isKnownBody = (name: string): boolean =>
  spellWithPlace(name) !== null || spellWithPlace(name.replace(barePlace, '')) !== null

/** "Truyền hình tỉnh tang thoi luong" in damaged text: the longest beginning that is a name of one body, or of owners. */
const upToKnown = (name: string): string => {
  const end = /^các\s(?!chủ\s)/iu.test(name) ? '' : (lowerEnd.exec(name)?.[0] ?? '')
  const words = end.trim().split(/\s+/u)
  const fixed = name.slice(0, name.length - end.length)
  for (let kept = words.length; end !== '' && kept >= 0; kept -= 1) {
    const beginning = [fixed, ...words.slice(0, kept)].join(' ')
    if (isKnownBody(beginning)) return belongs.test(words.slice(kept).join(' ')) ? name : beginning
  }
  return name
}

const withoutPredicate = (name: string): string => {
  const withoutPlace = (everywhere.test(fold(name)) ? name.replace(place, '') : name).replace(behindDepartment, '$1')
  const described = /\s(?:được|có)\s/u.test(withoutPlace.replace(/\scó trách nhiệm.*/u, ''))
  return trimEdges(described ? withoutPlace : withoutPlace.replace(predicate, ''))
}

/** "các đơn vị trực thuộc Sở" means the department named before it. */
const namingTheDepartment = (names: readonly string[]): string[] => {
  const department = names.find((name) => /^Sở \S/u.test(name))
  return names.map((name) =>
    department !== undefined && /\sthuộc sở$/iu.test(name) ? `${name.slice(0, -2)}${department}` : name,
  )
}

const withoutAnnouncements = (names: readonly string[]): string[] => {
  const announced = names.some((name) => /^(?:Sở|Phòng) /u.test(name))
  return names.filter((name) => !(announced && onlyAnnounces(name) && !/ban/i.test(name)))
}

/**
 * The agencies that a cell names, each alone and in its usual spelling, in the order of the text and none twice.
 * Groups ("Các Sở, ban, ngành") stay groups; a person's title means the office. Text that was scanned badly or lost its
 * diacritics is repaired first; `damaged` says so where the cell alone cannot tell.
 */
export const splitAgencies = (cell: string, damaged = isDamaged(cell)): string[] => {
  let names: string[] = []
  for (const piece of piecesOf(damaged ? repairAgencyWords(cell) : cell)) names = addPiece(names, piece)
  const spelled = withoutAnnouncements(names)
    .map((name) => withoutPredicate(damaged ? upToKnown(name) : name))
    .filter((name) => /\p{L}{2}/u.test(name))
    .map(spellAgency)
  const unique = new Map(spelled.toReversed().map((name) => [spellingKey(name), name]))
  return namingTheDepartment([...unique.values()].toReversed())
}
