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

/** Said beside "done" they only let it go: "khỏi nhắc nữa nhé", "em quên chưa báo". */
const beside = [
  '(?:tu )?truoc (?:tet|le|nam moi|bau cu)|tu (?:tuan|hom) kia|cuoi cung(?: thi)?|(?<=(?:^|,) )(?:gio|nay|bay gio|den nay) thi(?= (?:da |cung )?(?:lam )?(?:xong|hoan))|dung la',
  '(?:khong|dung|chang|khoi|thoi)(?: can| phai)? (?:nhac|giuc|hoi|goi|doi)(?: (?:em|lai|nua|nhe|a|oi|minh|dau))*|xin loi',
  'quen (?:chua |khong )?(?:bao cao|bao|cap nhat|bam|tich|nhan)|tra ket0? qua',
  // "… rồi mà bot cứ nhắc hoài", "…, sao vẫn nhắc vậy ạ"; "…, hôm qua mạng lỗi nên giờ mới báo được".
  '(?:sao|ma|the ma|vay ma)(?: (?:bot|he thong|may|anh|chi|em|ban|van|cu|lai|con|bi|duoc))* nhac(?: (?:hoai|mai|nua|em|toi|minh|vay|the|lai|a|nhi|viec))*(?= ,| $)',
  '(?<= , )(?:(?!,)\\S+ ){0,6}nen (?:den )?(?:bay )?(?:gio|nay|hom nay) moi (?:bao(?: cao)?|cap nhat|tra loi)(?: duoc| lai| em| anh| chi| a)*(?= ,| $)',
  'khong(?: con| co)* (?:noi dung|viec|muc|van de|chi0? tieu) (?:nao|gi) (?:ton dong|ton|bo sot|sot|vuong mac|vuong|thieu)',
  'cho (?:em|minh|toi) xin (?:danh dau|tick|tich|xac nhan|dong|ghi nhan)(?: la| viec| nhiem vu)*(?: hoan thanh| xong)?|(?:tu )?(?:bua|hom) (?:kia|truoc|no|qua)(?: lan)?',
  'khong(?: con| co)* (?:vuong(?: mac)?|kho khan|van de|ton(?: dong)?|phat sinh|sai sot|gi vuong|vuong gi)(?: gi)?(?: ca| a| nua| het)*',
  '(?:kiem tra|xem|doc|cap nhat) lai|(?:de nghi|nho|mong|xin|kinh de nghi|phien) (?:\\S+ ){0,3}?(?:ghi nhan|danh dau|tich|tick|dong|xac nhan|kiem tra|xem|cap nhat|duyet|phe duyet|theo doi|tong hop)',
  'theo (?:dung )?(?:yeu cau|ke hoach|quy dinh|chi dao|huong dan|phan cong)|(?:dung|truoc|dam bao) (?:han|thoi han|tien do|yeu cau|ke hoach|quy dinh)',
  'gio(?= (?:da )?(?:lam )?(?:xong|hoan))|thuc ra|(?:tu )?(?:hom )?thu \\S+ tuan truoc|(?:tu )?(?:hom |thu )(?:[2-7]|hai|ba|tu|nam|sau|bay)|(?:vao |luc )?\\d+ gio(?: \\d+)?|(?:tu )?dau (?:tuan|thang|nam|quy)',
].map(anyMarks)
export const harmlessBeside = phrases(...beside)
