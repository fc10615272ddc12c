import { fold } from '../domain/fold.ts'

/** What the name of a column says that it holds; what plans keep beside their tasks is known so that it is not mistaken. */
type Meaning =
  | 'number'
  | 'criterion'
  | 'task'
  | 'requirement'
  | 'time'
  | 'start'
  | 'lead'
  | 'support'
  | 'agencies'
  | 'output'
  | 'person'
  | 'approver'
  | 'money'
  | 'score'
  | 'count'
  | 'status'
  | 'roster'
  | 'note'
  | 'other'

export interface NamedColumn {
  readonly meaning: Meaning
  /** 3 for a name that means nothing else, 1 for one that gives way: "Cơ quan chủ trì" before "Đơn vị". */
  readonly strength: 1 | 2 | 3
}

/** Tells what a column is by its name. */
export type ReadName = (name: string) => NamedColumn | null

/** A longer text is content, not the name of a column. */
const maxNameLength = 90
/** Longer ones that only hold a telling word somewhere are sentences. */
const longestVague = 40

const agency = String.raw`(?:co quan|don vi|bo phan|dia phuong|to chuc|phong ban|phong|ban nganh|nganh|cap|chu the)`
const deed = String.raw`(?:thuc hien|tham muu|phu trach|chiu trach nhiem|dau moi|soan thao|xay dung|bao cao|duoc giao|duoc phan cong|trien khai|trinh|to chuc|chuan bi|xu ly|giai quyet|nhan nhiem vu)`

/** Names as plans print them, folded; the first that fits decides. */
const names: readonly (readonly [Meaning, 1 | 2 | 3, RegExp])[] = [
  ['number', 3, /^(?:s ?t ?t|t ?t|s ?o ?t ?t|so thu tu|stt tt|so|ma|ma so|ma nhiem vu|ma nv)$/],
  ['note', 3, /^(?:ghi chu|luu y)/],
  ['other', 3, /^(?:y kien|nhan xet|dia diem|dia ban|noi nhan|noi gui|muc do|uu tien|can cu|co so phap ly)/],
  ['count', 3, /^(?:don vi tinh|dvt|dv tinh|so|khoi luong|ty le|tong)(?: |$)|^(?:thuc hien|uoc) nam/],
  ['score', 3, /^(?:\w+ )?diem (?:chuan|toi da|dat|tu|tham|danh)|^(?:so |tong |thang )?diem$|cham diem/],
  ['roster', 3, /^(?:ho va ten|ho ten|chuc vu|chuc danh|ngay sinh|nam sinh|so dien thoai|dien thoai|que quan)/],
  [
    'status',
    3,
    /^(?:tinh hinh|thuc trang|hien trang|da thuc hien|ket qua (?:nam|6 thang|quy|dat duoc nam|thuc hien nam))/,
  ],
  ['task', 2, /^noi dung (?:thuc hien|chi tiet|cu the|yeu cau|trien khai)(?: |$)|^(?:cac )?giai phap(?: thuc hien)?$/],
  [
    'task',
    3,
    /^(?:ten |cac |danh muc )*(?:nhiem vu|noi dung|cong viec|dau viec|hoat dong|de an|chuyen de|nv giai phap)(?: |$)/,
  ],
  ['money', 3, /kinh phi|du toan|so tien|nguon von|thanh tien|tong muc|^nguon|don gia|chi phi|trieu dong|^von( |$)/],
  [
    'person',
    3,
    new RegExp(
      String.raw`^(?!.*(?:${agency}) ).*(?:lanh dao|pho chu tich|pct|dong chi)|^(?:nguoi|can bo|chuyen vien)(?: |$)`,
    ),
  ],
  ['person', 2, /^(?:lanh dao|thuong truc) /],
  ['person', 1, /(?:^|co quan |don vi |cap )(?:chi dao|theo doi)(?: |$)/],
  [
    'approver',
    2,
    /^cap (?:trinh|phe duyet|ban hanh|quyet dinh|tham quyen)|tham quyen|^(?:co quan|noi) (?:ban hanh|phe duyet|quyet dinh)/,
  ],
  ['agencies', 3, /chu tri.*phoi hop|phoi hop.*chu tri/],
  ['support', 3, /phoi hop/],
  ['support', 2, /^(?:co quan|don vi|cac co quan)(?: \w+){0,2} (?:lien quan|tham gia|ho tro)|^tham gia$/],
  ['start', 3, /bat dau|^tu(?: ngay| thang)?$|^ngay giao|khoi cong/],
  [
    'time',
    3,
    /^(?:thoi han|han(?! che)|ky han|moc|ngay (?:hoan thanh|ket thuc)|ket thuc|den|den (?:ngay|thang)|(?:thoi gian|thoi diem|tien do|thang|quy)(?: \w+){0,3} (?:hoan thanh|ket thuc))(?: |$)/,
  ],
  [
    'time',
    2,
    /^(?:thoi gian|thoi diem|thoi ky|tien do|lo trinh|ke hoach thoi gian|hoan thanh(?: trong| truoc)?$|ngay thuc hien|(?:thang|quy|nam)(?: thuc hien)?$|ky bao cao|ky han)/,
  ],
  ['time', 1, /^(?:tan suat|dinh ky|chu ky)/],
  ['output', 3, /san pham|dau ra|minh chung|kiem chung/],
  ['output', 2, /^(?:du kien )?ket qua/],
  ['output', 1, /^(?:hinh thuc|ho so|tai lieu|loai van ban|van ban)/],
  ['lead', 3, /chu tri/],
  ['lead', 2, new RegExp(String.raw`${agency}(?: \w+){0,4} ${deed}`)],
  [
    'lead',
    2,
    /^(?:phan cong|trach nhiem|phu trach|dau moi|giao cho|giao|tham muu|thuc hien)(?: (?:thuc hien|nhiem vu|cua|chinh|tham muu|phu trach))*$/,
  ],
  [
    'lead',
    1,
    /^(?:cac )?(?:co quan|don vi|phong ban|bo phan)(?: (?:don vi|dia phuong|phong ban|ca nhan|to chuc|bo phan))*$/,
  ],
  ['requirement', 2, /^(?:yeu cau|muc tieu|muc dich|cach thuc|bien phap|dinh muc)/],
  ['requirement', 1, /^(?:chi tieu|ke hoach)/],
  [
    'criterion',
    2,
    /tieu chi|chi so|^linh vuc|^(?:han che|ton tai)|^nhom (?:nhiem vu|noi dung|van de)|^muc (?:tieu )?lon|^tru cot|^chu de/,
  ],
  ['task', 1, /nhiem vu|noi dung|cong viec|hoat dong|giai phap|^ten |^viec/],
]

/** What a column is by its name ("Đơn vị phối hợp"); null for a name that says nothing and for a text too long for one. */
export const meaningOf = (name: string): NamedColumn | null => {
  if (name.length > maxNameLength || !/^[^\p{L}]*\p{Lu}|^[^\p{L}]*$/u.test(name) || /[.;!?…]\s*$/u.test(name))
    return null
  const folded = fold(name)
  const found = names.find(([, , pattern]) => pattern.test(folded))
  if (found === undefined || name.length > (found[1] === 1 ? longestVague : maxNameLength)) return null
  return { meaning: found[0], strength: found[1] }
}
