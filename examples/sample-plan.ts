/** A plan that nobody issued: written to be tried out, in the form that plans of a province have. */

/** A row of an annex, cell by cell; fewer cells than columns make a heading over the whole row. */
export type SampleRow = readonly string[]

export interface SampleAnnex {
  readonly heading: readonly string[]
  readonly columns: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly SampleRow[]
  /** A long row that the text file breaks over two pages, and where in its cells. */
  readonly broken?: { readonly row: number; readonly after: ReadonlyMap<number, string> }
}

/** One row a line, cells between bars, "//" where a cell has a line break. */
const rowsOf = (text: string): SampleRow[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll(' // ', '\n')))

export const letterhead = {
  left: ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ MẪU', 'Số: 15/KH-UBND'],
  right: [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Thành phố Mẫu, ngày 05 tháng 01 năm 2026',
  ],
} as const

export const kind = 'KẾ HOẠCH'
export const title = 'Cải cách hành chính năm 2026 (văn bản mẫu để dùng thử)'

export const body: readonly string[] = [
  'Văn bản này là bản mẫu, không do cơ quan nào ban hành. Nội dung, cơ quan và thời hạn chỉ dùng để làm quen với cách giao việc và nhắc việc.',
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Giao rõ việc, rõ cơ quan, rõ thời hạn và rõ sản phẩm cho từng nhiệm vụ.',
  '2. Thông tin phục vụ theo dõi được giữ trong phạm vi công vụ, không chứa nội dung bí mật nhà nước.',
  'II. NHIỆM VỤ',
  '(Chi tiết tại Phụ lục 01 và Phụ lục 02 kèm theo)',
  'III. TỔ CHỨC THỰC HIỆN',
  '1. Giao Sở Nội vụ theo dõi, tổng hợp việc thực hiện Kế hoạch này; báo cáo Chủ tịch Ủy ban nhân dân thành phố.',
  '2. Sở Tài chính bố trí kinh phí thực hiện Kế hoạch, hoàn thành trước ngày 12/02/2026.',
  '3. Văn phòng Ủy ban nhân dân thành phố thường xuyên đôn đốc các nhiệm vụ đến hạn và quá hạn.',
  'Trên đây là Kế hoạch mẫu, dùng để nhập thử vào hệ thống.',
]

export const signature = {
  left: ['Nơi nhận:', '- Các Sở, ban, ngành;', '- Lưu: VT.'],
  right: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '(văn bản mẫu, không ký)'],
} as const

export const firstAnnex: SampleAnnex = {
  heading: [
    'PHỤ LỤC 01',
    'NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026',
    '(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của UBND thành phố Mẫu)',
  ],
  columns: [
    'STT',
    'Lĩnh vực/Tiêu chí',
    'Nhiệm vụ',
    'Yêu cầu',
    'Thời gian',
    'Cơ quan chủ trì',
    'Cơ quan phối hợp/ thực hiện',
    'Sản phẩm đầu ra',
  ],
  widths: [6, 24, 36, 24, 20, 24, 26, 26],
  rows: rowsOf(`
    1 | CHỈ ĐẠO, ĐIỀU HÀNH
    1.1 | Kiểm tra cải cách hành chính | Ban hành kế hoạch kiểm tra năm 2026 | Kiểm tra ít nhất 30% cơ quan | Trước ngày 16/01/2026 | Sở Nội vụ | Các Sở, ban, ngành; UBND cấp huyện | Kế hoạch kiểm tra
    1.2 | Chế độ báo cáo định kỳ
     | Báo cáo cải cách hành chính | Quý I, 6 tháng, quý III và cả năm | Đúng hạn, đủ nội dung | - Quý I: Trước ngày 15/3; // - 6 tháng: Trước ngày 15/6; // - Quý III: Trước ngày 15/9; // - Cả năm: Trước ngày 15/12. | Sở Nội vụ | Các Sở, ban, ngành; UBND cấp huyện | Báo cáo định kỳ
    1.3 | Tuyên truyền
    1.3.1 | Kế hoạch tuyên truyền | Ban hành kế hoạch tuyên truyền cải cách hành chính | Có ít nhất 05 hình thức | Chậm nhất ngày 23/01/2026 | Sở TT&TT | Các sở, ban, ngành; UBND các quận, huyện | Kế hoạch tuyên truyền
    1.3.2 | Chuyên mục cải cách hành chính | Duy trì chuyên mục trên Cổng thông tin điện tử | Cập nhật đầy đủ | Thường xuyên | Văn phòng UBND thành phố | Sở Thông tin và Truyền thông | Tin, bài
    1.4 | Sáng kiến | Tổ chức xét, công nhận sáng kiến | Từ 03 sáng kiến trở lên | Tháng 10/2026 | Sở Khoa học và Công nghệ | Các Sở, ban, ngành; UBND cấp huyện | Quyết định công nhận
    2 | CẢI CÁCH THỂ CHẾ
    2.1 | Rà soát văn bản | Ban hành danh mục văn bản cần rà soát | Đầy đủ, đúng quy định | Trong tháng 01/2026 | Sở Tư pháp | Các Sở, ban, ngành | Danh mục văn bản
    2.2 | Theo dõi thi hành pháp luật | Ban hành kế hoạch theo dõi thi hành pháp luật | Xác định lĩnh vực trọng tâm | Trước ngày 10/02/2026 | Sở Tư pháp | Các Sở, ban, ngành; UBND cấp huyện | Kế hoạch
    2.3 | Khảo sát | Khảo sát chất lượng văn bản đã ban hành | Đạt từ 90% trở lên | Đầu quý II | Sở Tư pháp; Sở Nội vụ |  | Báo cáo khảo sát
    3 | CẢI CÁCH THỦ TỤC HÀNH CHÍNH
    3.1 | Công bố thủ tục hành chính | Công bố danh mục thủ tục hành chính năm 2026 | 100% thủ tục được công bố | 30/01/2026 | Văn phòng UBND thành phố | Các Sở, ban, ngành | Quyết định công bố
    3.2 | Đơn giản hóa thủ tục | Rà soát, đề xuất cắt giảm ít nhất 10% thời gian giải quyết |  | Quý I/2026 | Văn phòng UBND thành phố; Sở Tư pháp | Các Sở, ban, ngành | Phương án đơn giản hóa
    3.3 | Niêm yết công khai | Niêm yết đầy đủ thủ tục hành chính tại Bộ phận Một cửa | 100% đơn vị cấp xã | Chậm nhất ngày 13/02/2026 | UBND các xã, phường | Sở Nội vụ | Báo cáo kết quả niêm yết
    3.4 | Số hóa hồ sơ | Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực và kết nối với kho dữ liệu dùng chung | Đạt 80% hồ sơ | 6 tháng đầu năm 2026 | Sở Thông tin và Truyền thông | Các Sở, ban, ngành; UBND cấp huyện | Báo cáo số hóa
    4 | TỔ CHỨC BỘ MÁY VÀ CÔNG VỤ
    4.1 | Vị trí việc làm | Hoàn thiện đề án vị trí việc làm của các cơ quan | Đúng hướng dẫn | Trước ngày 28/02/2026 | Sở Nội vụ | Các Sở, ban, ngành; UBND cấp huyện | Đề án
    4.2 | Kiểm tra công vụ | Kiểm tra việc sử dụng biên chế | Mỗi quý một đợt | Quý III, IV/2026 | Sở Nội vụ | Thanh tra thành phố | Kết luận kiểm tra
    5 | CẢI CÁCH TÀI CHÍNH CÔNG
    5.1 | Tài sản công | Ban hành quy chế quản lý, sử dụng tài sản công | 100% cơ quan có quy chế | Từ tháng 02 đến tháng 3/2026 | Sở Tài chính | Các Sở, ban, ngành; UBND cấp huyện | Quy chế
    5.2 | Giải ngân đầu tư công | Báo cáo tiến độ giải ngân | Giải ngân từ 95% trở lên | Ngày 25 tháng cuối quý | Sở Kế hoạch và Đầu tư | Sở Tài chính; Kho bạc Nhà nước Hải Phòng | Báo cáo giải ngân
  `),
  broken: {
    row: 16,
    after: new Map([
      [2, 'còn hiệu lực'],
      [6, 'Các Sở, ban, ngành;'],
    ]),
  },
}

export const secondAnnex: SampleAnnex = {
  heading: [
    'PHỤ LỤC 02',
    'NHIỆM VỤ PHỤC VỤ NGƯỜI DÂN NĂM 2026',
    '(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của UBND thành phố Mẫu)',
  ],
  columns: ['TT', 'Nội dung', 'Nhiệm vụ', 'Thời hạn hoàn thành', 'Cơ quan chủ trì', 'Cơ quan phối hợp'],
  widths: [6, 28, 48, 24, 28, 30],
  rows: rowsOf(`
    1. Dịch vụ công
    1.1. | Y tế | Công khai quy trình khám chữa bệnh và giá dịch vụ | Trước ngày 20/01/2026 | Sở Y tế | UBND cấp huyện, cấp xã
    1.2. | Giáo dục | Công khai kế hoạch tuyển sinh đầu cấp | Trước 17h00 ngày 27/02/2026 | Sở Giáo dục và Đào tạo | UBND cấp huyện, cấp xã
    1.3. | Hạ tầng | - Công bố lịch bảo trì lưới điện; // - Thông báo trước cho người dân khi phải tạm dừng. | Chậm nhất ngày 06/02/2026 | Sở Công Thương | Thôn, tổ dân phố
     |  | Khắc phục điểm đen về an toàn giao thông | Trong tháng 4/2026 | Sở Giao thông vận tải | Công an thành phố
    2. Minh bạch và an sinh
    2.1. | Đất đai | Công khai quy hoạch, kế hoạch sử dụng đất | Quý II/2026 | Sở Tài nguyên và Môi trường | UBND cấp huyện, cấp xã
    2.2. | Giảm nghèo | Công khai kết quả rà soát hộ nghèo, hộ cận nghèo | Trong tháng 11/2026 | Sở Lao động - Thương binh và Xã hội | UBND cấp huyện, cấp xã
    2.3. | Tiếp công dân | Báo cáo kết quả tiếp công dân, giải quyết khiếu nại | Trước ngày 20 hằng tháng | Thanh tra thành phố | Văn phòng UBND thành phố
    3. Lắng nghe người dân
    3.1. | Khảo sát hài lòng | Khảo sát mức độ hài lòng tại Bộ phận Một cửa | Trước ngày 01/12/2026 | Các Sở, ban, ngành | Sở Nội vụ
    3.2. | Tổng kết | Tổng kết phong trào phục vụ người dân | Cuối năm 2026 |  | Các cơ quan, đơn vị có liên quan
  `),
}
