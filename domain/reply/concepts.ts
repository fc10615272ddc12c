/** What words are about, so that one never met weighs as much as those that mean the like: on canonical words. */
const concepts: Readonly<Record<string, string>> = {
  sick: 'om|benh|sot|nam vien|benh vien|thai san|nghi sinh|tai nan|f0|mo xe|kham benh',
  away: 'di vang|di hoc|cong tac|nghi phep|nghi huu|nghi viec|biet phai|luan chuyen|chuyen cong tac|dieu dong|vang mat|vang|nghi che do|chuyen phong|nuoc ngoai|tap huan ca',
  broken:
    'hong0?|hu|loi0?|sap0|treo|chet|lag|ngung|tac nghen|nghen|gian doan|bao tri|mat ket0? noi|chap chon|truc trac|su co|bug|virus|chay0|(?:mat|cup) (?:dien|mang|nuoc)|uot|do may|that lac|mat du lieu',
  system:
    'he thong|phan mem|may chu|server|mang|trang thong tin|web|website|app|may|may tinh|may in|may scan|tai khoan|dang0? nhap|vneid|igate|lgsp|truc lien thong|truc|csdl|co so du lieu|chu ky so|token|duong truyen|wifi|internet|cong dich vu cong|dvc',
  leader:
    'sep|lanh dao|chu tich|pho chu tich|giam doc|pho giam doc|gd|pgd|thu truong|truong phong|pho phong|thuong truc|pct|ban thuong vu|dang0? uy|hdnd',
  agency:
    'sở|so (?:noi vu|tai chinh|y te|tu phap|xay dung)|stc|snv|stttt|skhcn|stp|sxd|vhxh|phong (?:van hoa|kinh te|noi vu|tu phap|tai chinh|ha tang|y te|nong nghiep|giao duc)|van phong|cong an|thanh tra|ubnd|thue|kho bac|trung tam|quan su|mat tran|doan thanh nien|hoi phu nu|chi0? cuc|cuc|ban quan ly|bhxh|vien|toa|dien luc|buu dien',
  vendor: 'nha0? thau|tu van|vnpt|viettel|cong ty|doi0? tac|nha0? mang|nha0? cung cap|doanh nghiep|fpt|don vi thi cong',
  money:
    'kinh phi|tien|von|ngan sach|du toan|\\d+ (?:dong|ty|trieu)|dong nao|quyet toan|giai ngan|thanh toan|chi phi|nguon|dau0? tu',
  weather:
    'mua (?:to|bao|lu|lon|suot|mai|qua)|bao so|bao lu|lu|lut|ngap|sat lo|thien tai|dich|dich benh|hoa hoan|troi mua',
  folk: 'dan|ba con|ho dan|nguoi dan|nhan dan|cong dan|cu tri|thon|to dan pho|khu pho',
  staff: 'can bo|cong chuc|nhan su|nhan luc|bien che|chuyen vien|anh em|nguoi|vien chuc|quan so',
  when: 'mai|mot0|ngay kia|(?:tuan|thang) (?:sau|toi)|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cuoi (?:tuan|thang|ngay)|(?:chieu|tối) nay|(?:sang|chieu) mai|DAY|quy (?:i|ii|iii|iv|[1-4])|hom nay|dau0? (?:tuan|thang)|giua thang|mung|ngay \\d+|\\d+ (?:ngay|hom|bua|tuan|thang)|(?:vai|may|it) (?:ngay|hom|bua)',
  lack: 'khong|chua|chang|khong he|dau co|khong con|het|thieu|can|mat|thieu hut',
  proof:
    'minh chung|anh0|anh chup|hinh|hinh anh0?|scan|file|link|ban (?:scan|pdf|mem|giay|chup|cung|goc)|tep|tai lieu|danh sach|bien ban|chung tu|hoa don|video|clip|duong (?:link|dan)|pdf|excel|word|LINK|DOCUMENT',
  send: 'gui|dinh kem|kem|kem theo|up|nop|dang0? tai|tai len|chup|bo sung|post|share',
  asked:
    'ai|gi|sao|nao|dau|may|bao gio|khi nao|bao nhieu|bao lau|the nao|tai sao|vi sao|lam sao|cho0? nao|hay|chua \\?|khong \\?|nhi|ha|mo|rang|khong a|a0|u0',
  time: 'gia han|lui|doi0|khat|hoan (?:den|sang|lai|toi)|hoãn|keo dai|gian|noi han|noi them|them|tre|cham|nop muon|muon (?:vai|mot|it|chut|\\d+)|day0 lui|day0|han|han moi|du di|thong cam|cham chuoc|linh dong|chuyen han|doi0 han',
  please: 'xin|cho|de nghi|kinh de nghi|nho|mong|giup|duoc khong|cho phep|vui long|phien',
  give: 'chuyen|tra|tra lai|giao lai|phan cong|giao|ban giao|chuyen giao|rut|bo ten|thu hoi|hoan tra|tu choi0?|gui tra|day0 sang',
  wrong: 'nham|lon|sai|trung|lac|khong dung|khong phai|khong thuoc|ngoai chuc nang|vuot tham quyen|khong lien quan',
  duty: 'chu tri|phu trach|tham quyen|chuc nang|trach nhiem|linh vuc|mang|nhiem vu cua|viec cua|dau0? moi0?|quan ly|cam|theo doi0?|phoi hop|tham muu',
  heard:
    'nhan|tiep nhan|ro|biet|hieu|nam|doc|xem|ghi nhan|tiep thu|luu y|nho roi|thay roi|nghe ro|nhat tri|dong y|tuan lenh|chap hanh|da nhan',
  ahead: 'se|de em|de minh|lam ngay|lam lien|trien khai ngay|bat tay|bat dau0?|ngay|lien|luon',
  doing:
    'dang|van dang|tiep tuc|dang lam|dang trien khai|soan|tong hop|ra soat|hoan thien|chinh sua0?|nhap lieu|dang cho|doi|trinh|trinh ky|du thao|thu thap|khao sat|tham dinh',
  part: 'PERCENT|mot nua|nửa|phan|buoc|giai doan|co ban|gan|sap|con|mot phan|khau|not|con lai',
  manners: 'cam on|thanks|tks|chuc|chao|hello|hi|bye|xin loi0?|haha|hihi|vui|tot lanh',
  stuck:
    'vuong|vuong mac|kho|kho khan|tac|ket|be tac|dinh tre|dung0?|tam dung0?|bi|tro ngai|ach|lung tung|qua tai|bo tay|chiu|khong (?:kip|the|duoc|noi)|bat kha thi',
  because: 'vi|(?<!tien )do|boi|tai|boi vi|ly do|nen',
}

const anyConcept = new RegExp(
  `(?<= )(?=${Object.entries(concepts)
    .map(([name, words]) => `(?:(?<${name}>${words})(?= ))?`)
    .join('')})`,
  'gu',
)

/** The concepts of a sentence, and each two that follow each other in it whatever stands between. */
export const conceptsIn = (sentence: string): readonly string[] => {
  const found = [...sentence.matchAll(anyConcept)].flatMap(({ groups = {} }) =>
    Object.keys(concepts).filter((name) => groups[name] !== undefined),
  )
  return [...found.map((name) => `#${name}`), ...found.slice(1).map((name, at) => `#${found[at]} #${name}`)]
}
