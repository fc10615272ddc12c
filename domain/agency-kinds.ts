import { fold } from './fold.ts'

/** What an agency can be; each has its words in locales/. */
export const agencyKinds = [
  'ubnd-cap-tinh',
  'ubnd-cap-huyen',
  'ubnd-cap-xa',
  'hdnd',
  'van-phong',
  'so',
  'ban',
  'thanh-tra',
  'phong',
  'trung-tam',
  'don-vi-su-nghiep',
  'cong-an',
  'quan-su',
  'bao-chi',
  'nganh-doc',
  'tu-phap',
  'dang',
  'doan-the',
  'doanh-nghiep',
  'khac',
] as const

export type AgencyKind = (typeof agencyKinds)[number]

export const isAgencyKind = (word: string): word is AgencyKind => (agencyKinds as readonly string[]).includes(word)

/** What the first words of a name tell; on folded names, the first that fits. */
const beginnings: readonly (readonly [RegExp, AgencyKind])[] = [
  [/^ubnd (?:cac )?(?:xa|phuong|thi tran|dac khu|cap xa)\b/, 'ubnd-cap-xa'],
  [/^ubnd (?:cac )?(?:quan|huyen|thi xa|cap huyen|thanh pho thu)\b/, 'ubnd-cap-huyen'],
  [/^ubnd\b/, 'ubnd-cap-tinh'],
  [/^(?:thuong truc |van phong doan .*|ban .*)?hdnd\b/, 'hdnd'],
  [
    /^(?:van phong )?(?:thanh uy|tinh uy|huyen uy|quan uy|dang uy|dang bo)\b|^ban (?:tuyen giao|to chuc|dan van|noi chinh)\b/,
    'dang',
  ],
  [/^van phong\b/, 'van-phong'],
  [/^so\b/, 'so'],
  [/^thanh tra\b/, 'thanh-tra'],
  [/^phong\b/, 'phong'],
  [/^cong an\b/, 'cong-an'],
  [/^(?:bo|ban) chi huy (?:quan su|bo doi|phong thu)|^(?:bo doi|hai quan)\b/, 'quan-su'],
  [/^(?:bao(?! hiem)|dai|cong thong tin|chuyen de|tap chi)\b/, 'bao-chi'],
  [/^(?:toa an|vien kiem sat|thi hanh an)\b/, 'tu-phap'],
  [/^(?:cuc|chi cuc|kho bac|bao hiem xa hoi|thue|hai quan|ngan hang nha nuoc|thong ke)\b/, 'nganh-doc'],
  [/^(?:uy ban )?(?:mat tran|mttq)\b|^(?:hoi|lien doan|doan|thanh doan|tinh doan|lien hiep)\b/, 'doan-the'],
  [/^(?:trung tam)\b/, 'trung-tam'],
  [/^(?:truong|tram|benh vien|bao tang|thu vien|hoc vien)\b/, 'don-vi-su-nghiep'],
  [
    /^(?:cong ty|tong cong ty|tap doan|buu dien|dien luc|vnpt|viettel|vien thong|ngan hang|hop tac xa)\b/,
    'doanh-nghiep',
  ],
  [/^ban\b/, 'ban'],
]

/** What an agency of this name probably is; 'khac' when its words do not tell. */
export const kindOfName = (name: string): AgencyKind => {
  const folded = fold(name.replace(/(?:ủy|uỷ) ban nhân dân/giu, 'UBND').replace(/hội đồng nhân dân/giu, 'HĐND'))
  return beginnings.find(([pattern]) => pattern.test(folded))?.[1] ?? 'khac'
}
