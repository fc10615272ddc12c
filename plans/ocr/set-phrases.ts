// What administrative documents say on every page. Recognition reads the letters right and often takes one tone mark for
// another ("chuyến đối số", "kiếm tra"); a phrase that has the same letters as one of these is that one. Phrases whose
// letters also make another usual one are left out ("chi tiêu" and "chỉ tiêu", "hàng tháng" and "hằng tháng").
const phrases = `
ủy ban, nhân dân, hội đồng, thành phố, văn phòng, phòng ban, sở nội vụ, sở tài chính, sở tư pháp, nội vụ, tài chính, tư pháp,
công an, thanh tra, trung tâm, phục vụ, ban quản lý, mặt trận, tổ quốc, đoàn thanh niên, phụ nữ, nông nghiệp, môi trường,
xây dựng, công thương, giáo dục, khoa học, công nghệ, thông tin, truyền thông, văn hóa, xã hội, thể thao, du lịch, kinh tế,
hạ tầng, đô thị, tổ dân phố, thủ trưởng, chủ tịch, phó chủ tịch, giám đốc, cơ quan, đơn vị, địa phương, chủ trì, phối hợp,
tham mưu, chỉ đạo, điều hành, trách nhiệm, nhiệm vụ, giải pháp, mục tiêu, yêu cầu, mục đích, tổ chức, thực hiện, triển khai,
kế hoạch, chương trình, đề án, dự án, báo cáo, quyết định, thông báo, nghị quyết, chỉ thị, hướng dẫn, văn bản, phụ lục,
kèm theo, căn cứ, cải cách, hành chính, thủ tục, thể chế, bộ máy, công vụ, công chức, viên chức, cán bộ, chính quyền,
chuyển đổi, chuyển đổi số, điện tử, dịch vụ công, trực tuyến, cơ sở dữ liệu, dữ liệu, hệ thống, phần mềm, nền tảng, số hóa,
hồ sơ, giải quyết, tiếp nhận, kết quả, sản phẩm, hoàn thành, thời gian, thời hạn, tiến độ, định kỳ, thường xuyên, trước ngày,
đôn đốc, theo dõi, kiểm tra, kiểm soát, kiểm kê, giám sát, đánh giá, tổng hợp, tổng kết, sơ kết, rà soát, đơn giản hóa,
công khai, minh bạch, niêm yết, cập nhật, tuyên truyền, phổ biến, tập huấn, đào tạo, bồi dưỡng, bổ sung, sửa đổi, ban hành,
khảo sát, sự hài lòng, người dân, doanh nghiệp, đầu tư, giải ngân, ngân sách, kinh phí, dự toán, quản lý, cụ thể, chi tiết,
chi nhánh, chi thường xuyên, hiệu quả, nâng cao, chất lượng, tăng cường, bảo đảm, đẩy mạnh, phát triển, khắc phục, tồn tại,
hạn chế, vướng mắc, khó khăn, tiếp công dân, khiếu nại, tố cáo, pháp luật, quy định, phê duyệt, thẩm định, thẩm quyền,
danh mục, thuộc phạm vi, trên địa bàn, lĩnh vực, tiêu chí, biểu mẫu, nơi nhận, độc lập, tự do, hạnh phúc, cộng hòa, chủ nghĩa
`

/** Letters without the marks of tone and of vowels: what recognition gets right. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/gu, '')
    .replaceAll('đ', 'd')

const known = new Map(
  phrases
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/gu, ' '))
    .map((phrase) => [bare(phrase), phrase.split(' ')]),
)

const longest = Math.max(...[...known.values()].map((words) => words.length))

/** A word and the signs around it. */
const signed = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u

interface Parts {
  readonly before: string
  readonly core: string
  readonly after: string
}

const partsOf = (text: string): Parts => {
  const [, before = '', core = '', after = ''] = signed.exec(text) ?? []
  return { before, core, after }
}

/** The right word in the case of the one that was read. */
const inCaseOf = (read: string, right: string): string => {
  if (read === read.toUpperCase() && read.length > 1) return right.toUpperCase()
  return read.charAt(0) === read.charAt(0).toLowerCase() ? right : right.charAt(0).toUpperCase() + right.slice(1)
}

/** The phrase that begins there, when these words have its letters and no sign stands between them. */
const phraseAt = (parts: readonly Parts[], start: number): readonly string[] | null => {
  for (let count = Math.min(longest, parts.length - start); count > 1; count -= 1) {
    const own = parts.slice(start, start + count)
    const isWhole = own.every(
      ({ before, after }, at) => (at === 0 || before === '') && (at === count - 1 || after === ''),
    )
    const phrase = isWhole ? known.get(bare(own.map(({ core }) => core).join(' '))) : undefined
    if (phrase !== undefined) return phrase
  }
  return null
}

/** Words of one line with the tone marks of set phrases put right; nothing else of them changes. */
export const withSetPhrases = (texts: readonly string[]): string[] => {
  const parts = texts.map(partsOf)
  const right = [...texts]
  for (let at = 0; at < parts.length; ) {
    const phrase = phraseAt(parts, at) ?? []
    phrase.forEach((word, step) => {
      const read = parts[at + step]
      if (read !== undefined) right[at + step] = read.before + inCaseOf(read.core, word) + read.after
    })
    at += Math.max(1, phrase.length)
  }
  return right
}
