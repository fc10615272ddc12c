import { anyMarks, phrases } from './sentence.ts'

/** Words of offices that hold a syllable which alone would cloud "done": "thủ tục", "thực hiện", "hội nghị". */
const words = [
  'thu (?:tuc|truong|ky|tu)|van thu|thuc hien|hien (?:hanh|vat|truong)|hoi nghi|nghi (?:quyet|dinh)|de (?:an|tai)|chuyen de',
  'noi (?:vu|dung|bo|tren)|quyet (?:toan|dinh)|toan (?:bo|dien|dan|van)|(?:an|hoan|thanh|tinh) toan|(?:cong|tay) nghe|nghe nghiep|(?:quy|xac|on|giam|kiem|chi|tham|kien) dinh|dinh (?:ky|huong|danh|kem)',
  '(?:hom|tuan|thang|quy|nam) truoc|truoc (?:han|thoi han)|dau (?:tu|thau|moi|nam|thang|tuan|quy)|(?:cong|hop|doi) tac|(?:kiem|thanh|dieu|phuc) tra|tra (?:loi|cuu)|(?:trang|thiet|bi) bi|bi thu',
  'sap (?:xep|nhap)|ban sao|sao y|ha tang|nen tang|chuyen doi|thay doi|trao doi|gui (?:toi|den)|thi (?:hanh|dua|tran|xa)|tre em|cham diem',
  '(?:cong|(?<!he )thong|dam) bao|bao (?:hiem|dam|gom|chi)|(?:bo|thanh) phan|phan (?:loai|cap|anh|hoi|viec|mem)|thanh phan|trung tam|(?:thu|sap) nhap|nhap (?:lieu|so lieu|du lieu)',
  'tiep (?:nhan|dan|can)|truc tiep|(?:hanh|tai) chinh|chinh (?:sach|quyen|phu|thuc|tri|xac)|can (?:bo|cu|cuoc)|(?:tong|so) ket|ket (?:qua|luan|noi|thuc|qua)',
  'kho (?:bac|luu tru|du lieu)|huy dong|phat huy|luu tru|thuong tru|mat tran|moi truong|dang (?:bo|uy|vien)|ban giao|duoc giao|giao ban|giao thong|giao dich|(?:phong|ben|chung) toi',
  'dong chi|dia chi|chi (?:tieu|so|dao|thi|bo)|chi (?:cuc|nhanh|tra|phi)|(?:thong|ban|dien) tin|nhieu(?: lam| qua)?|tin (?:hoc|nhan)|treo bang ron|giai ngan (?:het |xong )*(?:kinh phi|von|tien|nguon)|(?:danh|hang) muc|muc tieu|muon nhat|phi (?:hien|chinh)|may (?:tinh|moc|chu)|song (?:hong|cam)|khu con|thi diem|nhu tren|ba con|tham chi|bang tin|con (?:dau|duong|nguoi|so)|mat bang|theo doi|chi dan|(?:dung|khong) hen|mot (?:tuan|thang|buoi) (?:roi|nay)|bien bao|thi (?:cong|tuyen|dau)|dang (?:tai|len|cong|bai|tin|fanpage)|doi (?:thoai|soat|song|chieu|ngu)|(?:thay|bien) doi|(?:thuong|khuyen) mai|gan (?:bien|ma|the|ket|nhan)|chia se|(?:sua|phong chay) chua|chua (?:chay|benh|tri)|khong (?:gian|khi|dung tien|tien mat)|xoa no|dau (?:gia|noi)|dua (?:len|vao|ra|tin)|kien nghi|(?:cuoc|hoi) thi|(?:ra|tien) mat|(?:xay|su|ap|ung|tuyen) dung|sau dot (?:kiem tra|thanh tra|ra soat|tap huan|giam sat)|giai doan \\d{4} \\d{4}|may (?:in|scan|quet|chieu)|theo dung|dung han|cho (?:anh|chi|em|so|sở|cac|nguoi)|so hoa',
].map(anyMarks)
const compounds = phrases(...words)

export const withoutCompounds = (sentence: string): string => sentence.replace(compounds, '').replace(/ {2,}/gu, ' ')
