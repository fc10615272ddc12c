import { expect, test } from 'vitest'
import { splitAgencies } from '../../domain/agency-lists.ts'

test.each([
  ['Phòng Kinh tế, Hạ tầng và Đô thị phường', ['Phòng Kinh tế, Hạ tầng và Đô thị phường']],
  ['Phòng KT, HT&ĐT; Phòng VH-XH', ['Phòng Kinh tế, Hạ tầng và Đô thị', 'Phòng Văn hóa - Xã hội']],
  ['Trạm Y tế phường, các trường THCS, Tiểu học, Mầm non', ['Trạm Y tế phường', 'Các trường THCS, Tiểu học, Mầm non']],
  [
    'Trường THCS Hòa Bình, Trường Tiểu học Tân Lập, Trường Mầm non Hoa Sen',
    ['Trường THCS Hòa Bình', 'Trường Tiểu học Tân Lập', 'Trường Mầm non Hoa Sen'],
  ],
  ['Ban CHQS phường, Công an phường', ['Ban Chỉ huy Quân sự phường', 'Công an phường']],
  ['Tổ trưởng các tổ dân phố', ['Các tổ dân phố']],
  ['Các đồng chí Ủy viên UBND phường', ['Các đồng chí Ủy viên UBND phường']],
  ['Thủ trưởng các phòng, ban, đơn vị thuộc phường', ['Các phòng, ban, đơn vị thuộc phường']],
  [
    'Giám đốc Sở Nội vụ, Chánh Văn phòng UBND thành phố, Chánh Thanh tra thành phố',
    ['Sở Nội vụ', 'Văn phòng UBND thành phố', 'Thanh tra thành phố'],
  ],
  [
    'Chánh Văn phòng HĐND và UBND xã; Trưởng phòng Kinh tế; Trưởng Công an xã',
    ['Văn phòng HĐND và UBND xã', 'Phòng Kinh tế', 'Công an xã'],
  ],
  ['UBND các xã, phường, đặc khu', ['UBND các xã, phường, đặc khu']],
  [
    'Kho bạc Nhà nước khu vực III, Thuế thành phố, BHXH khu vực IV',
    ['Kho bạc Nhà nước khu vực III', 'Thuế thành phố', 'Bảo hiểm xã hội khu vực IV'],
  ],
  [
    'Bưu điện thành phố; Viettel Hải Phòng; VNPT Hải Phòng',
    ['Bưu điện thành phố', 'Viettel Hải Phòng', 'VNPT Hải Phòng'],
  ],
  [
    'Phòng giao dịch Ngân hàng CSXH, Quỹ Tín dụng nhân dân',
    ['Phòng giao dịch Ngân hàng Chính sách xã hội', 'Quỹ Tín dụng nhân dân'],
  ],
  ['NHCSXH chi nhánh thành phố', ['Ngân hàng Chính sách xã hội chi nhánh thành phố']],
  [
    'Ủy ban MTTQ Việt Nam phường và các tổ chức chính trị - xã hội',
    ['Ủy ban Mặt trận Tổ quốc Việt Nam phường', 'Các tổ chức chính trị - xã hội'],
  ],
  [
    'Đội Quản lý trật tự đô thị; Ban Quản lý chợ; Ban QLDA ĐTXD',
    ['Đội Quản lý trật tự đô thị', 'Ban Quản lý chợ', 'Ban Quản lý dự án đầu tư xây dựng'],
  ],
  [
    'Phòng An toàn thông tin, Phòng Chuyển đổi số và Văn phòng Sở',
    ['Phòng An toàn thông tin', 'Phòng Chuyển đổi số', 'Văn phòng Sở'],
  ],
  ['Phòng Kiểm tra và Xử lý vi phạm', ['Phòng Kiểm tra và Xử lý vi phạm']],
  ['Phòng Bưu chính, Viễn thông và Công nghệ thông tin', ['Phòng Bưu chính, Viễn thông và Công nghệ thông tin']],
  ['Trung tâm Kiểm soát bệnh tật thành phố (CDC)', ['Trung tâm Kiểm soát bệnh tật thành phố']],
  [
    'Công an TP, Bộ CHQS TP, BĐBP TP',
    ['Công an thành phố', 'Bộ Chỉ huy Quân sự thành phố', 'Bộ đội Biên phòng thành phố'],
  ],
  ['Các Sở: NV, TC, TP', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Tư pháp']],
  [
    'Các sở: Nội vụ, Tài chính, Xây dựng; UBND các xã, phường',
    ['Sở Nội vụ', 'Sở Tài chính', 'Sở Xây dựng', 'UBND các xã, phường'],
  ],
  ['Bí thư Chi bộ, Trưởng các thôn', ['Chi bộ', 'Các thôn']],
  [
    'Hội LHPN, Hội CCB, Hội Nông dân, Đoàn TNCS HCM xã',
    ['Hội Liên hiệp Phụ nữ', 'Hội Cựu chiến binh', 'Hội Nông dân', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh xã'],
  ],
  [
    'Công chức Địa chính - Xây dựng, Công chức Tư pháp - Hộ tịch',
    ['Công chức Địa chính - Xây dựng', 'Công chức Tư pháp - Hộ tịch'],
  ],
  ['Ban Giám hiệu các trường học trên địa bàn phường', ['Ban Giám hiệu các trường học trên địa bàn phường']],
  [
    'Ban Chỉ đạo Chuyển đổi số phường; Tổ công nghệ số cộng đồng',
    ['Ban Chỉ đạo Chuyển đổi số phường', 'Tổ công nghệ số cộng đồng'],
  ],
  ['Hạt Kiểm lâm khu vực, Ban Quản lý rừng phòng hộ', ['Hạt Kiểm lâm khu vực', 'Ban Quản lý rừng phòng hộ']],
  ['Chi cục Thuế khu vực, Đội Quản lý thị trường số 3', ['Chi cục Thuế khu vực', 'Đội Quản lý thị trường số 3']],
  ['Lãnh đạo UBND phường phụ trách lĩnh vực', ['UBND phường']],
  ['Đ/c Phó Chủ tịch UBND phường phụ trách văn xã', ['UBND phường']],
  [
    'Trung tâm Văn hóa, Thông tin và Thể thao xã, Đài Truyền thanh xã',
    ['Trung tâm Văn hóa, Thông tin và Thể thao xã', 'Đài Truyền thanh xã'],
  ],
  [
    'Viettel Hải Phòng, VNPT Hải Phòng và các doanh nghiệp viễn thông trên địa bàn',
    ['Viettel Hải Phòng', 'VNPT Hải Phòng', 'Các doanh nghiệp viễn thông trên địa bàn'],
  ],
  ['Điện lực Kiến An; Công ty Cổ phần Cấp nước Hải Phòng', ['Điện lực Kiến An', 'Công ty Cổ phần Cấp nước Hải Phòng']],
  [
    'Toà án nhân dân khu vực 2, Viện KSND khu vực 2, Phòng Thi hành án dân sự khu vực 2',
    ['Tòa án nhân dân khu vực 2', 'Viện kiểm sát nhân dân khu vực 2', 'Phòng Thi hành án dân sự khu vực 2'],
  ],
  [
    'Văn phòng Đăng ký đất đai thành phố - Chi nhánh Kiến An',
    ['Văn phòng Đăng ký đất đai thành phố - Chi nhánh Kiến An'],
  ],
  [
    'Các phòng: Kinh tế, Văn hóa - Xã hội; Trung tâm PVHCC',
    ['Phòng Kinh tế', 'Phòng Văn hóa - Xã hội', 'Trung tâm Phục vụ hành chính công'],
  ],
  [
    'Các phòng, ban, ngành, đoàn thể phường; 12 tổ dân phố',
    ['Các phòng, ban, ngành, đoàn thể phường', '12 tổ dân phố'],
  ],
  [
    'Báo và phát thanh, truyền hình Hải Phòng; Cổng TTĐT thành phố',
    ['Báo và phát thanh, truyền hình Hải Phòng', 'Cổng Thông tin điện tử thành phố'],
  ],
  [
    'Phòng Giáo dục Mầm non - Tiểu học, Phòng Quản lý chất lượng',
    ['Phòng Giáo dục Mầm non - Tiểu học', 'Phòng Quản lý chất lượng'],
  ],
  ['Phòng Quản lý văn hóa và Thông tin cơ sở', ['Phòng Quản lý văn hóa và Thông tin cơ sở']],
  [
    'Ban Quản lý di tích, Ban Công tác Mặt trận các tổ dân phố',
    ['Ban Quản lý di tích', 'Ban Công tác Mặt trận các tổ dân phố'],
  ],
])('the cell %j names %j', (cell, names) => {
  expect(splitAgencies(cell)).toEqual(names)
})

test.each([
  [
    'Phòng VHXH, VP HĐND-UBND, TTPVHCC phường',
    ['Phòng Văn hóa - Xã hội', 'Văn phòng HĐND và UBND', 'Trung tâm Phục vụ hành chính công phường'],
  ],
  ['BCH Quân sự xã; CA xã; TYT xã', ['Ban Chỉ huy Quân sự xã', 'Công an xã', 'Trạm Y tế xã']],
  ['UBND P. Hải An', ['UBND phường Hải An']],
  [
    'Sở NN&MT, Sở KH&CN, Sở VH,TT&DL',
    ['Sở Nông nghiệp và Môi trường', 'Sở Khoa học và Công nghệ', 'Sở Văn hóa, Thể thao và Du lịch'],
  ],
  ['Sở GD-ĐT/Sở Y tế', ['Sở Giáo dục và Đào tạo', 'Sở Y tế']],
  ['Cục Thuế TP; Cục Thống kê; KBNN khu vực', ['Cục Thuế thành phố', 'Cục Thống kê', 'Kho bạc Nhà nước khu vực']],
  ['Thống kê cơ sở số 5; Thuế cơ sở 3', ['Thống kê cơ sở số 5', 'Thuế cơ sở 3']],
  ['Mặt trận Tổ quốc và các đoàn thể phường', ['Mặt trận Tổ quốc Việt Nam', 'Các đoàn thể phường']],
  ['MTTQ và các tổ chức CT-XH', ['Mặt trận Tổ quốc Việt Nam', 'Các tổ chức chính trị - xã hội']],
  [
    'Ban Xây dựng Đảng, Ủy ban Kiểm tra Đảng ủy, Văn phòng Đảng ủy',
    ['Ban Xây dựng Đảng', 'Ủy ban Kiểm tra Đảng ủy', 'Văn phòng Đảng ủy'],
  ],
  ['HĐND phường; Thường trực HĐND', ['HĐND phường', 'Thường trực HĐND']],
  ['Trung tâm Y tế khu vực, Bệnh viện Đa khoa Kiến An', ['Trung tâm Y tế khu vực', 'Bệnh viện Đa khoa Kiến An']],
  ['Các trường Mầm non, Tiểu học, THCS trên địa bàn', ['Các trường Mầm non, Tiểu học, THCS trên địa bàn']],
  [
    'Ban Quản lý Khu kinh tế Hải Phòng; Cảng vụ Hàng hải Hải Phòng',
    ['Ban Quản lý Khu kinh tế Hải Phòng', 'Cảng vụ Hàng hải Hải Phòng'],
  ],
  ['Công an thành phố (PC06, PA05), Sở Tư pháp', ['Công an thành phố', 'Sở Tư pháp']],
  ['Văn phòng UBND thành phố (Phòng KSTTHC)', ['Văn phòng UBND thành phố']],
  ['Hội đồng Phối hợp PBGDPL thành phố', ['Hội đồng Phối hợp PBGDPL thành phố']],
  ['Chủ tịch UBND các phường: An Biên, Lê Chân', ['UBND các phường', 'An Biên', 'Lê Chân']],
  [
    'Tổ Công tác Đề án 06 phường, Tổ Công nghệ số cộng đồng các TDP',
    ['Tổ Công tác Đề án 06 phường', 'Tổ Công nghệ số cộng đồng các tổ dân phố'],
  ],
  [
    'Phòng Kinh tế (xã), Phòng Kinh tế, Hạ tầng và Đô thị (phường)',
    ['Phòng Kinh tế', 'Phòng Kinh tế, Hạ tầng và Đô thị'],
  ],
  ['Toàn thể cán bộ, công chức phường', ['Toàn thể cán bộ, công chức phường']],
  ['Cán bộ, công chức, viên chức, người lao động', ['Cán bộ, công chức, viên chức, người lao động']],
  ['Công chức phụ trách CNTT', ['Công chức phụ trách CNTT']],
  ['Bộ phận TN&TKQ; Bộ phận Một cửa', ['Bộ phận Tiếp nhận và Trả kết quả', 'Bộ phận Một cửa']],
  ['Kế toán, Văn thư', ['Kế toán', 'Văn thư']],
  ['Viễn thông Hải Phòng và Viettel Hải Phòng', ['Viễn thông Hải Phòng', 'Viettel Hải Phòng']],
])('the abbreviated or unusual cell %j names %j', (cell, names) => {
  expect(splitAgencies(cell)).toEqual(names)
})

test.each([
  'Phòng An toàn thông tin',
  'Phòng Công an',
  'Phòng Kinh doanh',
  'Trung tâm Thông tin',
  'Phòng Truyền thông',
])('the whole name %j, which only shares words with a known one, stays as it is', (name) => {
  expect(splitAgencies(name)).toEqual([name])
})
