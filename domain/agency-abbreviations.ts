/** Behind whoever belongs to a territory "P." is a ward, elsewhere a division. */
const ofTheWard = /(?<=(?:UBND|HĐND|Công an|CA|MTTQ|Đảng ủy|nhân dân|Trạm Y tế)\s+)P\.\s*(?=\p{Lu}\p{Ll})/gu

/** "P. VH-XH", "UBND P. Hải An" and "TP. Hải Phòng" without the full stops that end no sentence. */
export const withoutDots = (text: string): string =>
  text
    .replace(ofTheWard, 'phường ')
    .replace(/(?<!\p{L})P\.\s*(?=\p{Lu})/gu, 'Phòng ')
    .replace(/(?<!\p{L})TP\.\s*(?=\p{Lu})/gu, 'TP ')

/** Abbreviations that stand for one thing wherever plans use them, written out before a list of names is cut. */
const writtenOut: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})CA(?=\s+(?:phường|xã|quận|huyện|tỉnh|thành phố|TP)(?!\p{L}))/gu, 'Công an'],
  [/(?<!\p{L})(?:TT\.?\s?)?(?:PV)?HCC(?!\p{L})/gu, 'Trung tâm Phục vụ hành chính công'],
  [/(?<!\p{L})TTPVHCC(?!\p{L})/gu, 'Trung tâm Phục vụ hành chính công'],
  [/Trung tâm\s+Trung tâm/gu, 'Trung tâm'],
  [/(?<!\p{L})TNCS\s*HCM(?!\p{L})/gu, 'Thanh niên Cộng sản Hồ Chí Minh'],
  [/(?<!\p{L})TNCS(?!\p{L})/gu, 'Thanh niên Cộng sản'],
  [/(?<!\p{L})TYT(?!\p{L})/gu, 'Trạm Y tế'],
  [/(?<!\p{L})ĐTN(?!\p{L})/gu, 'Đoàn Thanh niên'],
  [/(?<!\p{L})(?:Hội\s+)?LHPN(?!\p{L})/gu, 'Hội Liên hiệp Phụ nữ'],
  [/(?<!\p{L})(?:Hội\s+)?CCB(?!\p{L})/gu, 'Hội Cựu chiến binh'],
  [/(?<!\p{L})LĐLĐ(?!\p{L})/gu, 'Liên đoàn Lao động'],
  [/(?<!\p{L})BQL(?!\p{L})/gu, 'Ban Quản lý'],
  [/(?<!\p{L})TAND(?!\p{L})/gu, 'Tòa án nhân dân'],
  [/(?<!\p{L})VKSND(?!\p{L})/gu, 'Viện kiểm sát nhân dân'],
  [/(?<!\p{L})KBNN(?!\p{L})/gu, 'Kho bạc Nhà nước'],
  [/(?<!\p{L})NHCSXH(?!\p{L})/gu, 'Ngân hàng Chính sách xã hội'],
  [/(?<!\p{L})CSXH(?!\p{L})/gu, 'Chính sách xã hội'],
  [/(?<!\p{L})KSND(?!\p{L})/gu, 'kiểm sát nhân dân'],
  [/(?<!\p{L})CT\s?[-–]\s?XH(?!\p{L})/gu, 'chính trị - xã hội'],
  [/(?<!\p{L})TN\s?&\s?TKQ(?!\p{L})/gu, 'Tiếp nhận và Trả kết quả'],
  [/(?<!\p{L})TDP(?!\p{L})/gu, 'tổ dân phố'],
  [/(?<!\p{L})BĐBP(?!\p{L})/gu, 'Bộ đội Biên phòng'],
  [/(?<!\p{L})QLDA(?!\p{L})/gu, 'Quản lý dự án'],
  [/(?<!\p{L})ĐTXD(?!\p{L})/gu, 'đầu tư xây dựng'],
  [/(?<=[Cc]ổng\s|[Tt]rang\s)TTĐT(?!\p{L})/gu, 'Thông tin điện tử'],
  [/(?<!\p{L})[Đđ]\/c\.?\s+(?=\p{L})/gu, 'đồng chí '],
  [/(?<!\p{L})NHNN(?!\p{L})/gu, 'Ngân hàng Nhà nước'],
]

export const writeOut = (text: string): string =>
  writtenOut.reduce((written, [pattern, meaning]) => written.replace(pattern, meaning), withoutDots(text))
