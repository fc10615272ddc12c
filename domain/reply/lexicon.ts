import { stripMarks } from '../fold.ts'
import { createTelexReader } from './telex.ts'

/**
 * One word, and how it is spelled: with its diacritics, in chat, in dialect. Where two words differ only by
 * diacritics ("gần" and "gắn", "chưa" and "chứa") the right one must be here, for any other spelling is then taken
 * to be another word. Without diacritics every word is read as the one named first.
 */
const spellings: Readonly<Record<string, string>> = {
  // What makes "xong" not done.
  khong: 'không ko k kg khg kh hok hk hông khum hổng hong',
  chua: 'chưa chửa chx ch',
  chang: 'chẳng chả đừng đéo',
  sap: 'sắp',
  gan: 'gần',
  se: 'sẽ',
  mai: 'mai mốt',
  neu: 'nếu',
  dang: 'đang đag đg dg dag',
  tuong: 'tưởng',
  doi: 'chờ đợi',
  con: 'còn',
  dau: 'đâu',
  vuong: 'vướng',
  thieu: 'thiếu',
  kho: 'khó',
  bi: 'bị',
  loi: 'lỗi',
  ket: 'kẹt',
  hoãn: 'hoãn',
  nhung: 'nhưng nhg nhma',
  ma: 'mà',
  thi: 'thì',
  nốt: 'nốt',
  truoc: 'trước trc',
  // What makes it done.
  xong: 'xong sog xog xoq xg xogn xnog xoong',
  hoan: 'hoàn hòan',
  thanh: 'thành',
  'hoan thanh': 'hthanh hthành htanh htành hoanthanh hòanthành hoànthành',
  da: 'đã dax',
  roi: 'rồi r rùi rui roài òi ròi rồy zồi ùi gòi roofi ời oy rầu',
  // What is said around it.
  vang: 'dạ vâng vg',
  ok: 'ok oke okie oki okey okay okla okê',
  minh: 'mình tôi tui mk',
  em: 'em e',
  anh: 'anh',
  a: 'ạ ah ak á',
  chi: 'chị c',
  nhe: 'nhé nha nhá nhen nghen hen nhoa',
  oi: 'ơi ei êi ưi',
  'kiem tra': 'ktra ktr',
  rơi: 'rời rơi rối',
  duoc: 'được đc dc đk dk',
  nhan: 'nhận',
  ro: 'rõ',
  moi: 'mới ms',
  toi: 'tới',
  tối: 'tối',
  nua: 'nữa',
  nửa: 'nửa',
  mot: 'một',
  dung: 'đúng',
  cho: 'cho',
  voi: 'với vs',
  tra: 'trả',
  gi: 'gì j',
  nao: 'nào',
  ai: 'ai',
  nó: 'nó',
  day: 'đây đấy đó nè',
  do: 'độ',
  đầy: 'đầy',
  sở: 'sở',
  so: 'số',
  viec: 'việc vc',
  lam: 'làm lm mần',
  gio: 'giờ h',
  'nhu the nao': 'ntn',
  nhap: 'nhập',
  han: 'hạn',
  den: 'đến',
  gia: 'gia',
  'moi nguoi': 'mng mn',
  tru: 'trừ',
  lon: 'lộn',
  'nhiem vu': 'nv nvu',
  'bao cao': 'bc',
  'cong van': 'cv',
  'van ban': 'vb',
  'quyet dinh': 'qđ',
  'thong bao': 'tb',
  'gia han': 'gh',
  'tiep nhan': 'tn',
  'kinh phi': 'kp',
  'ket qua': 'kq',
  'ho so': 'hs',
  'so lieu': 'sl',
  'don vi': 'đv dv',
  'lanh dao': 'lđ ld',
  'phan mem': 'pm',
  'can bo': 'cb',
}

const bySpelling = new Map(
  Object.entries(spellings).flatMap(([word, all]) =>
    all.split(' ').map((spelling): [string, string] => [spelling, word]),
  ),
)
const distinguished = new Set([...bySpelling.keys()].map(stripMarks))

/** "xonggg" is "xong"; "100000" stays. */
const lengthened = /(?<=\p{L})(\p{L})\1{2,}|^([aeiou])\2{2,}/gu

/** Vietnamese doubles no consonant: "thanhh" is a slip. */
const doubled = /([bcghklmnpqtvx])\1/gu

const telex = createTelexReader(bySpelling.keys())

/** How a word is known, also where a finger slipped; null when it is not. */
const find = (spelled: string): string | null =>
  bySpelling.get(spelled) ??
  bySpelling.get(telex(spelled) ?? '') ??
  findUndoubled(spelled.replace(doubled, '$1'), spelled)

const findUndoubled = (single: string, spelled: string): string | null => {
  if (single === spelled) return null
  return bySpelling.get(single) ?? (distinguished.has(single) ? single : null)
}

/** "Xongroi", "đãxong", "gầnxong": the space was not hit. */
const glued =
  /^(?:(?<before>da|chua|gan|sap|dang|se|lam|moi|vua|khong|ko|mai)(?<said>xong|hoanthanh)|(?<only>xong|hoanthanh))(?<after>roi|r|nhe|nha|het|chua|a|ạ)?$|^(?<roi>roi|rui|nhe)(?<a>a|nhe|nha)$/u

const findGlued = (spelled: string): string | null => {
  const { before, said, only, after, roi, a } = glued.exec(stripMarks(spelled))?.groups ?? {}
  const parts = [before, said ?? only, after, roi, a].flatMap((part) => part ?? [])
  if (parts.length < 2) return null
  return parts.map((part) => (part === 'hoanthanh' ? 'hoan thanh' : (find(part) ?? part))).join(' ')
}

/** What a word is compared by. A word whose diacritics make it another one than those known ends in "0". */
export const canonical = (word: string): string => {
  if (word === 'KH') return 'ke hoach'
  const spelled = word.toLowerCase().replace(lengthened, '$1$2')
  const known = find(spelled) ?? findGlued(spelled)
  if (known !== null) return known
  const folded = stripMarks(spelled)
  return folded !== spelled && distinguished.has(folded) ? `${folded}0` : folded
}
