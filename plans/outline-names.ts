import { spellPlace } from './place-names.ts'

/** Syllables that names of agencies go on with in lower case, besides those that follow a capital. */
const syllables = new Set(
  (
    'các những toàn thể tất cả cơ quan đơn vị phường xã thị trấn huyện quận tỉnh thành phố đặc khu thuộc trực có liên khác chuyên môn sự nghiệp công lập ban ngành đoàn ' +
    'địa bàn trên tổ dân thôn ấp bản trưởng phó nhà trường học mầm non tiểu trung sở hợp tác doanh hội viên chính trị hành báo chí truyền thông và cùng với hoặc của nước cấp ' +
    'được giao nhiệm vụ người cá nhân chức lực lượng năng quỹ đất nông nghề bệnh viện tật dự án trật tự đô cộng đồng nghệ số cán bộ lao động phụ trách thường văn hóa thao giáo dục ' +
    'phương đào tạo y tế kinh tài tư pháp nội hạ tầng tại khối đảng đầu mối phòng sở vùng khu phố cụm chợ trạm đội câu lạc đai viễn dịch thủ hiệu chi cục bí thư mặt trận ủy khu vực đồng chí'
  ).split(' '),
)

/** What a project board builds: all of it is its name. */
const built =
  '(?:giao thông|dân dụng|công nghiệp|công cộng|hạ tầng(?: kỹ thuật| đô thị| giao thông)?|đô thị|thủy lợi|đê điều|nông nghiệp|phát triển nông thôn|phát triển đô thị|y tế|giáo dục|văn hóa)'
const board = `quản lý (?:các )?dự án(?: đầu tư)?(?: xây dựng)?(?: (?:(?:các )?công trình|hạ tầng)(?: ${built}(?:(?:,| và| -) ${built})*)?)?`

/** Who owns, builds or sells: bodies of which nobody has a list. */
const owners =
  '(?:chủ|nhà) đầu tư|chủ rừng|chủ (?:hồ(?: chứa)?(?:,| và)? đập(?: thủy lợi)?|hồ chứa|hồ|đập)|chủ (?:phương tiện|tàu|cơ sở|dự án|trang trại|nguồn thải)|nhà thầu(?: thi công| tư vấn)?|' +
  'đơn vị (?:thi công|tư vấn)|(?:doanh nghiệp|cơ sở|hộ) (?:kinh doanh|sản xuất|khai thác|chế biến|thủy điện|vận tải|lữ hành|cấp nước|xuất khẩu|nhập khẩu)|truyền thông đại chúng'

/** Names with a verb in lower case: what they do is not what they are told to do. */
const withVerbs = new RegExp(
  `(?<!\\p{L})(?:${board}|${owners}|phát thanh(?: -|,| và) truyền hình|tiếp nhận và trả kết quả|phát triển quỹ đất|kiểm soát bệnh tật|quản lý trật tự|bồi dưỡng chính trị|dịch vụ tổng hợp|phòng cháy,? chữa cháy|chỉ đạo cải cách hành chính|chỉ đạo chuyển đổi số)(?!\\p{L})`,
  'giu',
)

/** Neither figures nor such a word let another word follow as part of the name. */
const closed = /^(?:\d|X{4,}$)/u

/** The text with such names as one word in capitals, letter for letter as long. */
export const maskNames = (text: string): string => text.replaceAll(withVerbs, (name) => 'X'.repeat(name.length))

/** Behind an abbreviation and behind a place a name is over ("VNPT | triển", "Viettel Hải Phòng | phủ"). */
const endsName = (text: string): boolean => {
  const [before = '', word = ''] = /(\S+\s+)?(\S+)$/u.exec(text)?.slice(1) ?? []
  return (
    (word.length > 1 && word === word.toLocaleUpperCase('vi')) ||
    [before + word, word].some((name) => spellPlace(name) !== null)
  )
}

/**
 * Where a list of names ends in whole text: before the first word in lower case that no name goes on with ("Công an xã |
 * ra quân"), or before a stop. The text's length when all of it may be names.
 */
export const namesEndAt = (text: string): number => {
  let capital = -1
  for (const match of maskNames(text).matchAll(/[\p{L}\d]+|[.;()]/gu)) {
    const [word] = match
    if (/^[.;()]$/u.test(word)) return match.index
    const follows = capital === match.index - 1
    capital = -1
    if (closed.test(word)) continue
    if (/^\p{Lu}/u.test(word))
      capital = endsName(text.slice(0, match.index + word.length)) ? -1 : match.index + word.length
    else if (!follows && !syllables.has(word)) return match.index
  }
  return text.length
}

const ofAPlace = /(?:xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|đặc khu)\s*$/u
const fewWords = 5

/** What a group of businesses deals in goes with it: "Các doanh nghiệp kinh doanh | xăng dầu". */
const trade =
  /^\s*(?:xăng dầu|khoáng sản|bất động sản|nông sản|thủy sản|thực phẩm|du lịch|dịch vụ|hàng hóa|vật liệu xây dựng)\s*$/u

/** Whether words that no list of names is known to go on with are a name's after all: "thủy văn tỉnh | nâng cao". */
export const isRestOfName = (words: string): boolean =>
  trade.test(words) || (ofAPlace.test(words) && words.trim().split(/\s+/u).length <= fewWords)
