/**
 * Words that tasks, papers and places are called by, on canonical words: beside "done" they say what was done, where
 * and with what, never that it was not.
 */
export const officeWords: ReadonlySet<string> = new Set(
  (
    'quan huyen tinh thanh pho phuong xa thon ap ban to khu dac khu dao cang bien gioi quoc gia trung uong dia phuong dia ban tru so hoi truong nha0 van hoa ' +
    'tri nang su quyen phap dich nghiep luat nuoc dieu phu xay dung vuc giam sat san ung linh phoi hop doanh tro tao nhom hoc tap huan boi duong lop khoa mon duc ' +
    'chuong trinh hang phong chong cuong cuoc van dong bau cu ngheo lao nong lam ngu thue gom nguon hoi y te giao duc du lich moi truong tai nguyen khoang dat dai ' +
    'ho tich khai sinh tu ket0 hon con nuoi khoa cong nghe thong tin truyen thanh nien thieu nhi nhi dong phu nu cuu chien binh cong doan doan vien hoi vien luong ' +
    'tuyen dung0 sinh mam non tieu hoc trung hoc pho thong benh vien tram tiem chung camera man hinh ban ghe bang ron loa dai pano ap phich to roi so tay cam nang ' +
    'tin bai viet clip video fanpage facebook zalo qr ma vach tem nhan phan loai cap phat danh so so hoa luu kho quet scan chup in photo dong quyen dau do do0 ' +
    'sap xep bo tri nhan su to chuc bo may bien che vi tri viec lam can bo cong chuc vien chuc lanh dao chuyen vien van thu ke toan thu quy dia chinh tu phap ' +
    'kien toan ban chi0 dao to cong tac to giup viec hoi dong uy vien thu ky thanh lap giai the ra mat khai giang be giang tong ket0 so ket0 so tuyen chung khao thi ' +
    'quy che quy trinh quy hoach quy dinh noi quy huong dan cong khai minh bach niem yet dang0 tai dang0 cong bo tuyen truyen pho bien quan triet trien khai thuc hien ' +
    'ra soat thong ke danh gia cham diem tham muu tham dinh phe duyet ban hanh phat hanh ky so ky nhay trinh gui nop tiep nhan tra ket qua giai quyet xu ly luan chuyen ' +
    'cai dat lap dat nang cap ket noi tich hop dong bo chia se khai thac van hanh bao mat sao luu nghiem thu ban giao thanh ly quyet toan giai ngan thanh toan hop dong ' +
    'mua sam dau0 thau goi thau nha0 thau du an cong trinh duong cau cong kenh dien nuoc sach ve sinh cay xanh rac thai ho ao cho truong lop tram xa nha0 ve ' +
    'chi0 so chi0 tieu muc tieu ket0 qua hieu qua chat luong tien do khoi luong dinh ky hang thang hang quy hang nam quy thang tuan ngay buoi sang trua chieu tối ' +
    'phieu khao sat y kien kien nghi phan anh don thu khieu nai to cao cong dan nguoi dan doanh nghiep ho gia dinh ho kinh doanh khach hang dai bieu cu tri dang0 vien ' +
    'thu tuc hanh chinh dich vu cong truc tuyen mot cua lien thong mot lan phi le phi bien lai dien tu dinh danh tai khoan chung thuc chu ky giay chung nhan the cccd ' +
    'ubnd hdnd tthc cchc dvc dvctt sipas papi par index snv stc stp sxd skhcn stttt shtt vhxh vpub vp kstthc cntt cds ttpvhcc qlda pctn lgsp ioc igate vneid csdl ' +
    'vnpt viettel misa qppl nq nd cp qd ttr btc bcd da06 de an nghi quyet nghi dinh thong tu chi0 thi ket0 luan bien ban giay moi0 lich bang bieu mau phu luc ' +
    'anh chi em co chu bac ong ba ban cac dong chi0 moi0 nguoi ca nha0 a nhe vay the cung van duoc rat rang la va voi cua cho trong tren tai tu den theo qua bang ' +
    'tot dep gon gang ngon lanh nhanh som hon thang loi suon se tron ven day du dong du trang trong xuat sac thanh cong cuoi cung rot cuoc mung ghe qua lam luon day kia'
  ).split(' '),
)
