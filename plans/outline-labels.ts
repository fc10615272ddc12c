import { fold, stripMarks } from '../domain/fold.ts'
import { likeness } from '../domain/likeness.ts'

/** What a line such as "Cơ quan chủ trì: …" says of the item that it stands under. */
export type LabelRole = 'lead' | 'support' | 'time' | 'output' | 'requirement' | 'content' | 'other'

export interface Label {
  readonly role: LabelRole
  readonly value: string
}

const bodies =
  '(?:(?:co quan|don vi|bo phan|to chuc|ca nhan|nguoi|cac don vi|cac co quan)(?: (?:co quan|don vi|bo phan|ca nhan))*)'

/** Names of labels, folded and whole; the first that fits decides. */
const names: readonly (readonly [LabelRole, string])[] = [
  ['support', `(?:${bodies} )?(?:cung )?phoi hop(?: thuc hien| voi)?`],
  [
    'lead',
    `(?:${bodies} )?(?:chu tri|dau moi)(?: thuc hien| tham muu)?|${bodies} (?:thuc hien|tham muu|phu trach|chiu trach nhiem|dau moi)(?: chinh| thuc hien)?|(?:phan cong|giao|trach nhiem)(?: nhiem vu| thuc hien| to chuc thuc hien)?`,
  ],
  [
    'time',
    '(?:thoi gian|thoi han|tien do|thoi diem|lo trinh|ky han|han)(?: (?:thuc hien|hoan thanh|bao cao|trien khai|to chuc|xu ly|du kien|va tien do))*',
  ],
  [
    'output',
    '(?:du kien )?(?:san pham|ket qua)(?: (?:du kien|dau ra|dat duoc|hoan thanh|san pham|ket qua|thuc hien|can dat|can dat duoc|va))*|dau ra',
  ],
  ['requirement', '(?:yeu cau|muc tieu|chi tieu|muc dich)(?: (?:can dat|cu the|dat duoc|yeu cau))*'],
  [
    'content',
    '(?:noi dung|cong viec|hinh thuc|cach thuc|phuong phap|bien phap|giai phap|nhiem vu)(?: (?:thuc hien|cong viec|cu the|chinh|hoat dong|trien khai))*',
  ],
  [
    'other',
    '(?:nguon )?(?:kinh phi|luc)(?: thuc hien)?|dia diem(?: thuc hien| to chuc)?|doi tuong(?: thuc hien)?|thanh phan(?: tham gia| tham du)?|so luong|quy mo|ghi chu|can cu',
  ],
]
const patterns = names.map(([role, pattern]) => [role, new RegExp(`^(?:${pattern})$`)] as const)

/** The labels that scanned plans have most, in correct spelling. */
const usual: readonly (readonly [LabelRole, string])[] = [
  ['lead', 'Chủ trì'],
  ['lead', 'Cơ quan chủ trì'],
  ['lead', 'Đơn vị chủ trì'],
  ['lead', 'Đơn vị thực hiện'],
  ['lead', 'Cơ quan thực hiện'],
  ['lead', 'Phân công thực hiện'],
  ['support', 'Cơ quan phối hợp'],
  ['support', 'Đơn vị phối hợp'],
  ['support', 'Phối hợp'],
  ['time', 'Thời gian'],
  ['time', 'Thời gian thực hiện'],
  ['time', 'Thời gian hoàn thành'],
  ['time', 'Thời hạn hoàn thành'],
  ['time', 'Thời hạn'],
  ['time', 'Tiến độ'],
  ['output', 'Sản phẩm'],
  ['output', 'Kết quả'],
  ['content', 'Nội dung'],
]

/** A longer text before a colon is a sentence. */
const longestName = 60

const enough = 0.82

const nearest = (name: string): LabelRole | null => {
  const ranked = usual.map(([role, known]) => ({ role, like: likeness(name, known, true) }))
  const best = ranked.reduce((one, other) => (other.like > one.like ? other : one))
  return best.like >= enough ? best.role : null
}

/** What a label's name means, null when it is none; in scanned text also a damaged one. */
export const labelRole = (name: string, scanned: boolean): LabelRole | null => {
  if (name.length > longestName) return null
  const folded = fold(name)
  const known = patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
  return known ?? (scanned && folded !== '' ? nearest(name) : null)
}

const readLabel = (text: string, scanned: boolean): Label | null => {
  const at = text.indexOf(':')
  const role = at === -1 ? null : labelRole(text.slice(0, at), scanned)
  return role === null ? null : { role, value: text.slice(at + 1).trim() }
}

/** Where the next label of a line may begin. */
const seams = /[.;,]\s+(?=[^:;.]{3,50}:)|\s[-–]\s+(?=[^:;.]{3,50}:)/u

/**
 * Reads a line that is labels and their values: "Đơn vị thực hiện: Phòng A; phối hợp: Phòng B. Thời gian: quý I".
 * None for any other line.
 */
export const readLabels = (text: string, scanned: boolean): Label[] => {
  const labels: Label[] = []
  for (const part of text.split(seams)) {
    const label = readLabel(part, scanned)
    const last = labels.at(-1)
    if (label !== null) labels.push(label)
    else if (last === undefined) return []
    else labels[labels.length - 1] = { ...last, value: `${last.value}; ${part}` }
  }
  return labels
}

const telling: readonly LabelRole[] = ['lead', 'support', 'time', 'output']

/** Labels inside a paragraph, each opening a sentence or a clause. */
const inside = new RegExp(
  String.raw`(?<=^|[.;,(–—]\s*|\s-\s*)(?:${names
    .filter(([role]) => telling.includes(role))
    .map(([, pattern]) => pattern)
    .join('|')})(?=\s*:)`,
  'gu',
)

const edges = /^[\s:;,.–—-]+|[\s;,.–—(-]+$/gu

interface Place {
  readonly role: LabelRole
  readonly start: number
  /** Behind its colon. */
  readonly end: number
}

const placesInWhole = (text: string): Place[] => {
  const plain = stripMarks(text)
  const found = plain.length === text.length ? [...plain.matchAll(inside)] : []
  return found.flatMap((match) => {
    const role = labelRole(match[0], false)
    return role === null ? [] : [{ role, start: match.index, end: match.index + match[0].length }]
  })
}

const clause = /(?<=^|[.;,(]\s*)([^\s:;.,()][^:;.,()]{2,40}):/gu

const placesInScanned = (text: string): Place[] =>
  [...text.matchAll(clause)].flatMap((match) => {
    const role = labelRole(match[1] ?? '', true)
    return role === null || !telling.includes(role)
      ? []
      : [{ role, start: match.index, end: match.index + match[0].length }]
  })

/** A paragraph without the labels in it, and what they say: "Rà soát. Chủ trì: Phòng A; thời gian: quý I". */
export const takeLabels = (
  text: string,
  scanned: boolean,
): { readonly text: string; readonly labels: readonly Label[] } => {
  const places = scanned ? placesInScanned(text) : placesInWhole(text)
  const [first] = places
  if (first === undefined) return { text, labels: [] }
  const labels = places.map(({ role, end }, at) => ({
    role,
    value: text
      .slice(end, places[at + 1]?.start ?? text.length)
      .replace(edges, '')
      .replace(/^([^(]*)\)$/u, '$1'),
  }))
  return { text: text.slice(0, first.start).replace(/[\s;,(–—-]+$/u, ''), labels }
}
