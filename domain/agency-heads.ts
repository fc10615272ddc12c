import { fold } from './fold.ts'

/** Words that an agency's name begins with, folded; "báo cáo" is a report, not the newspaper Báo. */
const heads = new RegExp(
  `^(?:so(?= [a-z])|bch|ubnd|uy ban|hdnd|hoi dong|van phong|vp|thanh tra|cong an|ca tp|bo(?= [a-z])|ban(?= [a-z])|dai|bao(?! c[a-z0-9]{0,2}o(?= |$))|cuc|chi cuc|tong cuc|trung tam|` +
    `kho bac|toa an|vien(?! thong$| chuc)|mttq|ubmttq|mat tran|hoi|lien doan|doan|thanh uy|tinh uy|huyen uy|quan uy|dang uy|dang bo|chi bo|thanh doan|tinh doan|` +
    `truong|benh vien|phong(?= [a-z])|ngan hang|lien minh|thon|cap (?:tinh|huyen|xa)|cac|cong ty|tong cong ty|tap doan|` +
    `hiep hoi|buu dien|dien luc|vnpt|viettel|cong thong tin|hoc vien|cang vu|hai quan|thue|bhxh|thong ke (?:thanh pho|tinh|co so)|` +
    `hat (?:kiem lam|quan ly)|quy (?:tin dung|dat dai|bao ve)|khoi (?:thi dua|dan van)|to (?:dan pho|cong tac|cong nghe|giup viec|thu ky)|doi (?:quan ly|kiem tra|trat tu|canh sat)|khu (?:dan cu|kinh te|cong nghiep)|` +
    `tram (?:y te|khuyen|bao ve|thu y)|bo phan (?:mot cua|tiep nhan)|hop tac xa|nha truong|thu vien|bao tang|` +
    `cong chuc (?:tu phap|van hoa|van phong|dia chinh|tai chinh|ke toan)|` +
    `co quan|don vi|doanh nghiep|to chuc|ca nhan|s[a-z]{2,6}$)(?=[\\s,]|$)`,
)

/** Whether a text begins as the names of agencies do. */
export const isAgencyName = (text: string): boolean => heads.test(fold(text))

/** Heads that say nothing alone: the rest of the name stands on the next line. */
const bare =
  /^(?:cac|so|phong|ban|van phong|trung tam|ubnd|uy ban|uy ban nhan dan|cong an|hoi|truong|cuc|chi cuc|ban quan ly|ban chi huy|bo chi huy|van phong hdnd|mat tran)$/

export const isBareHead = (text: string): boolean => bare.test(fold(text))

/** Who heads an agency: the agency is meant. */
const title =
  /^(?:đồng chí\s+|đ\/c\s+)?(?:tổng\s+|phó\s+)*(?:giám đốc|chủ tịch|thủ trưởng|người đứng đầu|lãnh đạo|chánh án|chánh|hiệu trưởng|viện trưởng|cục trưởng|chi cục trưởng|đội trưởng|tổ trưởng|trạm trưởng|chỉ huy trưởng|tổng biên tập|biên tập|bí thư|trưởng)\s+/iu

/** "Giám đốc Sở Nội vụ" → "Sở Nội vụ"; "Trưởng thôn" → "Thôn"; a name without a title comes back as it is. */
export const withoutTitle = (text: string): string => {
  const rest = text.replace(title, '')
  if (rest === text || !isAgencyName(rest)) return text
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1)
}
