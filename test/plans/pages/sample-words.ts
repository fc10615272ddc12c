// What a plan of our own writing says: its paragraphs, and the rows of its annex.

export const paragraphsOfPlan = [
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Nâng cao chất lượng giải quyết thủ tục hành chính, rút ngắn thời gian đi lại của người dân và doanh nghiệp; bảo đảm mọi hồ sơ được tiếp nhận, theo dõi và trả kết quả đúng hạn trên một hệ thống thống nhất.',
  '2. Việc triển khai phải cụ thể, rõ người, rõ việc, rõ thời gian; gắn trách nhiệm của người đứng đầu với kết quả thực hiện từng nhiệm vụ được giao trong kế hoạch này.',
  'II. NHIỆM VỤ TRỌNG TÂM',
  'Các nhiệm vụ cụ thể, cơ quan chủ trì, cơ quan phối hợp và thời hạn hoàn thành được nêu tại Phụ lục kèm theo Kế hoạch này.',
  'III. TỔ CHỨC THỰC HIỆN',
  '1. Thủ trưởng các cơ quan, đơn vị căn cứ nhiệm vụ được giao để xây dựng kế hoạch chi tiết của cơ quan mình, gửi Văn phòng UBND phường trước ngày 25/01/2026 để tổng hợp.',
  '2. Giao Phòng Văn hóa - Xã hội:',
  'a) Theo dõi, đôn đốc việc thực hiện Kế hoạch; định kỳ hằng quý tổng hợp kết quả, báo cáo UBND phường.',
  'b) Tham mưu khen thưởng các tập thể, cá nhân có thành tích trong năm 2026.',
  '3. Giao Phòng Kinh tế, Hạ tầng và Đô thị bảo đảm kinh phí thực hiện theo quy định.',
  'Trong quá trình thực hiện nếu có khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời phản ánh về Phòng Văn hóa - Xã hội để tổng hợp, báo cáo UBND phường xem xét, quyết định.',
] as const

interface AnnexRow {
  readonly section?: string
  readonly cells?: readonly string[]
  /** How many rows the lead's cell covers. */
  readonly leadRows?: number
}

export const annexHeader = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn hoàn thành', 'Sản phẩm']

export const annexRows: readonly AnnexRow[] = [
  { section: 'I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH' },
  {
    cells: [
      '1',
      'Rà soát, đơn giản hóa thủ tục hành chính thuộc thẩm quyền giải quyết của UBND phường, kiến nghị cắt giảm thời gian giải quyết đối với các thủ tục có số lượng hồ sơ lớn',
      'Văn phòng HĐND và UBND phường',
      'Các phòng chuyên môn;\nTrung tâm Phục vụ hành chính công',
      'Trước ngày 15/6/2026',
      'Báo cáo kết quả rà soát',
    ],
  },
  {
    cells: [
      '2',
      'Niêm yết công khai thủ tục hành chính',
      'Trung tâm Phục vụ hành chính công',
      'Văn phòng HĐND và UBND phường',
      'Thường xuyên',
      'Danh mục được niêm yết',
    ],
    leadRows: 2,
  },
  {
    cells: [
      '3',
      'Tổ chức lấy ý kiến đánh giá sự hài lòng của người dân, tổ chức đối với việc tiếp nhận, giải quyết hồ sơ',
      '',
      'Ủy ban Mặt trận Tổ quốc Việt Nam phường',
      'Quý I: trước ngày 21/3;\nQuý II: trước ngày 21/6;\nQuý III: trước ngày 21/9;\nQuý IV: trước ngày 21/12',
      'Báo cáo đánh giá từng quý',
    ],
  },
  { section: 'II. CẢI CÁCH TỔ CHỨC BỘ MÁY' },
  {
    cells: [
      '4',
      'Rà soát chức năng, nhiệm vụ của các phòng chuyên môn:\n- Phòng Kinh tế, Hạ tầng và Đô thị;\n- Phòng Văn hóa - Xã hội',
      'Phòng Văn hóa - Xã hội',
      'Các phòng chuyên môn',
      'Quý II/2026',
      'Đề án được phê duyệt',
    ],
  },
  {
    cells: [
      '5',
      'Xây dựng kế hoạch tinh giản biên chế giai đoạn 2026-2030 theo chỉ đạo của thành phố',
      'Phòng Văn hóa - Xã hội',
      'Văn phòng HĐND và UBND phường',
      'Trong tháng 8/2026',
      'Kế hoạch',
    ],
  },
  { section: 'III. CHUYỂN ĐỔI SỐ' },
  {
    cells: [
      '6',
      'Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực; cập nhật dữ liệu dân cư, đất đai, hộ tịch lên hệ thống dùng chung',
      'Trung tâm Phục vụ hành chính công',
      'Công an phường',
      'Trước ngày 30/11/2026',
      'Kho dữ liệu điện tử',
    ],
  },
  {
    cells: [
      '7',
      'Tập huấn kỹ năng số cho tổ công nghệ số cộng đồng',
      'Phòng Văn hóa - Xã hội',
      'Đoàn Thanh niên phường',
      'Quý III/2026',
      'Lớp tập huấn',
    ],
  },
  {
    cells: [
      '8',
      'Duy trì, cập nhật trang thông tin điện tử; tuyên truyền về dịch vụ công trực tuyến trên hệ thống truyền thanh cơ sở',
      'Phòng Văn hóa - Xã hội',
      'Các tổ dân phố',
      'Hằng tháng, trước ngày 20',
      'Tin, bài',
    ],
  },
  {
    cells: [
      '9',
      'Kiểm tra việc khắc phục các tồn tại, hạn chế đã được chỉ ra qua kết quả chấm điểm Chỉ số cải cách hành chính',
      'Văn phòng HĐND và UBND phường',
      'Các phòng chuyên môn',
      'Trong quý IV/2026',
      'Thông báo kết luận',
    ],
  },
]
