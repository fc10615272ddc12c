/** A group, two due dates, an unknown agency and two doubtful rows. */
const usualRows = [
  '1\tRà soát thủ tục hành chính\tPhòng Nội vụ\tCác phòng chuyên môn\tTrước ngày 21/3/2026\tBáo cáo',
  '2\tBáo cáo cải cách hành chính định kỳ\tCác phòng chuyên môn\t\tQuý I, Quý II\tBáo cáo',
  '3\tTuyên truyền trên hệ thống loa\tĐài Truyền thanh phường\t\tThường xuyên\tTin, bài',
  '4\tKhảo sát mức độ hài lòng\t\t\tTháng 10/2026\tPhiếu khảo sát',
  '5\tKiểm tra công vụ\tPhòng Tư pháp\t\t31/02/2026\tKết luận',
]

/** A plan as a ward would send it, as tab-separated text. */
export const planFile = (rows: readonly string[] = usualRows): Uint8Array =>
  new TextEncoder().encode(
    [
      'ỦY BAN NHÂN DÂN PHƯỜNG AN BIÊN',
      'Số: 12/KH-UBND',
      'An Biên, ngày 26 tháng 02 năm 2026',
      '',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2026',
      '',
      'I. NHIỆM VỤ',
      ['STT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian hoàn thành', 'Sản phẩm'].join('\t'),
      ...rows,
    ].join('\n'),
  )
