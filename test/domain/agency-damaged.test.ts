import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitAgencies } from '../../domain/agency-lists.ts'
import { isDamaged } from '../../domain/agency-repair.ts'
import { departmentNames } from '../../domain/agency-sectors.ts'
import { usualNames } from '../../domain/agency-vocabulary.ts'
import { spellingKey } from '../../domain/agency-names.ts'

test.each([
  ['S& Noi vu', ['Sở Nội vụ']],
  ['Sé Thong tin va Truyén thong', ['Sở Thông tin và Truyền thông']],
  ['Sé K¢ hoach va Pau tw', ['Sở Kế hoạch và Đầu tư']],
  ['S¢& Khoa hgc va Cong nghé:', ['Sở Khoa học và Công nghệ']],
  ['So Tai chinh:', ['Sở Tài chính']],
  ['Vin phong Uy ban nhan dan thanh phé', ['Văn phòng UBND thành phố']],
  ['Uy ban nhin dan cic quin, huyén', ['UBND các quận, huyện']],
  ['Uy ban nhan dan cac x4, phuong, thi tran', ['UBND các xã, phường, thị trấn']],
  ['Thu truéng cac s&, ban, nganh', ['Các Sở, ban, ngành']],
  ['Thi truong cac co quan, don vi', ['Các cơ quan, đơn vị']],
  ['Tha truwéng cac s&, ban, nganh, Uy ban nhan dén cic quéin, huyén', ['Các Sở, ban, ngành', 'UBND các quận, huyện']],
  ['Chu tich Uy ban nhan dan cac quan, huyén', ['UBND các quận, huyện']],
  ['Phong Van hoéa - Xa hoi.', ['Phòng Văn hóa - Xã hội']],
  ['Phong Vin hoa - X& hoi phuong', ['Phòng Văn hóa - Xã hội phường']],
  ['Phong Kinh té, Ha tang va do thi.', ['Phòng Kinh tế, Hạ tầng và Đô thị']],
  ['Trung tdm phuc vu Hanh chinh c6ng.', ['Trung tâm Phục vụ hành chính công']],
  [
    'Trung tim phuc vu hanh chinh cng, cac phong chuyén mon.',
    ['Trung tâm Phục vụ hành chính công', 'Các phòng chuyên môn'],
  ],
  ['Van phong HDND & UBND phuong', ['Văn phòng HĐND và UBND phường']],
  ['Cac phong, ban chuyén mon, don vi sy nghiép', ['Các phòng, ban chuyên môn, đơn vị sự nghiệp']],
  [
    'Cac phong chuyén mon, don vi su nghiép truc thudc\nUy ban nhéan dan phuong',
    ['Các phòng chuyên môn, đơn vị sự nghiệp trực thuộc UBND phường'],
  ],
  ['Buu dién thanh phd', ['Bưu điện thành phố']],
  ['Bwu dien tinh', ['Bưu điện tỉnh']],
  ['Poan Thanh nien xa', ['Đoàn Thanh niên xã']],
  ['Phong Quan l¥ do thi', ['Phòng Quản lý đô thị']],
  ['Van phong HDND va UBND phirong', ['Văn phòng HĐND và UBND phường']],
  ['Phong Kinh te. Hoan thanh trudc ngay 31/7/2026', ['Phòng Kinh tế']],
  ["Cac phong, do'n vi thu6c phudng", ['Các phòng, đơn vị thuộc phường']],
  ['Van phong Dang ky dat dai tinh', ['Văn phòng Đăng ký đất đai tỉnh']],
  ['Truong Chinh tri thanh pho', ['Trường Chính trị thành phố']],
  ['Uy ban Mat tran T6 quéc Viét Nam xa va cac doan thé', ['Ủy ban Mặt trận Tổ quốc Việt Nam xã', 'Các đoàn thể']],
  ['UBND thanh phd', ['UBND thành phố']],
  ['so noi vu, so tai chinh, ubnd cac xa phuong', ['Sở Nội vụ', 'Sở Tài chính', 'UBND các xã, phường']],
  ['Cac So: Noi vu, Tai chinh, Tu phap', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Tư pháp']],
  ['Phong Kinh té, Ha ting va D6 thi; Trgm Y té phuong', ['Phòng Kinh tế, Hạ tầng và Đô thị', 'Trạm Y tế phường']],
  ['Ban Chi huy Quén sy phwong, C6ng an phuong', ['Ban Chỉ huy Quân sự phường', 'Công an phường']],
  ['Kho bac Nha nuéc khu vyc III; Thué thanh phé', ['Kho bạc Nhà nước khu vực III', 'Thuế thành phố']],
  ['Cac truong hgc trén dia ban; T6 dan phé sé 5', ['Các trường học trên địa bàn', 'Tổ dân phố số 5']],
  [
    'UBND cac xa, phuong, dac khu; So Nong nghiep va Moi truong',
    ['UBND các xã, phường, đặc khu', 'Sở Nông nghiệp và Môi trường'],
  ],
  ['Buu dién thanh ph6, Bao hiém xa héi thanh phé', ['Bưu điện thành phố', 'Bảo hiểm xã hội thành phố']],
  [
    'Cong an phuong, Phong Van hoa - Xa hoi, Truong THCS Hoa Binh',
    ['Công an phường', 'Phòng Văn hóa - Xã hội', 'Trường THCS Hoa Binh'],
  ],
  ['Phong An toan thong tin', ['Phòng An toàn thông tin']],
  ['Phong Nghiép vu 2, Phong Quan ly chat lwong', ['Phòng Nghiệp vụ 2', 'Phòng Quản lý chất lượng']],
  [
    'Doan Thanh nién phuong; Héi Lién hiép Phy ni phuong; Héi Cyu chién binh',
    ['Đoàn Thanh niên phường', 'Hội Liên hiệp Phụ nữ phường', 'Hội Cựu chiến binh'],
  ],
])('the damaged cell %j names %j', (cell, names) => {
  expect(isDamaged(cell)).toBe(true)
  expect(splitAgencies(cell)).toEqual(names)
})

test.each(['Sở Nội vụ', 'Văn phòng UBND thành phố', 'Các cơ quan, đơn vị', 'Trạm Y tế'])(
  '%j in whole letters is not taken for damaged',
  (cell) => {
    expect(isDamaged(cell)).toBe(false)
  },
)

test.each([
  ['Phong Truyén thanh', 'Phòng Truyén thanh'],
  ['Phong Kinh doanh', 'Phòng Kinh doanh'],
  ['Phong An toan lao déng', 'Phòng An toan lao déng'],
])('the damaged unknown name %j is not bent into a known one with a word more', (name, kept) => {
  expect(splitAgencies(name)).toEqual([kept])
})

test.each([
  ['Sở Nông nghiệp và Môi trường kéu goi tau thuyen', 'Sở Nông nghiệp và Môi trường'],
  ['Bdo va Phdt thanh, Truyén hinh tinh tang thoi luong', 'Báo và Phát thanh, Truyền hình tỉnh'],
  ['Ban Cong tac Mit tran cac thon', 'Ban Công tác Mặt trận các thôn'],
])('of %j in a scanned document the name alone is taken', (cell, name) => {
  expect(splitAgencies(cell, true)).toEqual([name])
})

const names = [...departmentNames.filter((name) => name.length > 8), ...usualNames].filter(
  (name) => name !== 'Các Sở' && spellingKey(name) !== '',
)

test('every known name is found again without its diacritics', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), (name) => {
      const stripped = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
      expect(splitAgencies(stripped)).toEqual(splitAgencies(name))
    }),
    { numRuns: 100 },
  )
})

test('a repair never turns one department into another', () => {
  const letters = fc.constantFrom('é', 'i', '&', 'l', '¢', 'o', 'n', "'")
  fc.assert(
    fc.property(fc.constantFrom(...departmentNames), fc.nat(), letters, (name, place, letter) => {
      const stripped = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
      const at = 1 + (place % (stripped.length - 1))
      const damaged = `${stripped.slice(0, at)}${letter}${stripped.slice(at + 1)}`
      const others = departmentNames.filter((other) => other !== name)
      expect(others).not.toContain(splitAgencies(damaged, true).join())
    }),
    { numRuns: 100 },
  )
})

test('a letter that no Vietnamese word has was misread, even in a cell that kept its marks', () => {
  expect(splitAgencies('Công an xã, Trạm ŸY tế')).toEqual(['Công an xã', 'Trạm Y tế'])
})

test('in damaged text what a body is told does not stay with its name and its place', () => {
  expect(splitAgencies('Bdo va Phat thanh, Truyen hinh Gia Lai tang thoi lwong', true)).toEqual([
    'Báo và Phát thanh, Truyền hình Gia Lai',
  ])
})

test('nothing in any damaged text makes the splitting fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
      for (const name of splitAgencies(text, true)) expect(name.trim()).toBe(name)
    }),
    { numRuns: 60 },
  )
})
