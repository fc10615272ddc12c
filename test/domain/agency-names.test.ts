import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitAgencies } from '../../domain/agency-lists.ts'
import { agencyKey, spellAgency } from '../../domain/agency-names.ts'

test.each([
  ['Các Sở, ban, ngành; UBND cấp huyện, UBND cấp xã', ['Các Sở, ban, ngành', 'UBND cấp huyện', 'UBND cấp xã']],
  ['Sở, ban, ngành, UBND cấp huyện, UBND cấp xã', ['Các Sở, ban, ngành', 'UBND cấp huyện', 'UBND cấp xã']],
  ['Sở Tư pháp, UBND cấp huyện, cấp xã', ['Sở Tư pháp', 'UBND cấp huyện', 'UBND cấp xã']],
  ['Sở Nội vụ: UBND cấp huyện, cấp xã', ['Sở Nội vụ', 'UBND cấp huyện', 'UBND cấp xã']],
  ['- Sở Nội vụ; - Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['- Sở Nội vụ - Sở Lao động - Thương binh và Xã hội', ['Sở Nội vụ', 'Sở Lao động - Thương binh và Xã hội']],
  ['Sở Nội vụ\nSở Tài chính.', ['Sở Nội vụ', 'Sở Tài chính']],
  ['Sở Kế hoạch và Đầu tư và Sở Tài chính', ['Sở Kế hoạch và Đầu tư', 'Sở Tài chính']],
  ['Sở Văn hóa, Thể thao và Du lịch, Sở Y tế', ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Y tế']],
  ['Sở Nội vụ, Tài chính, Văn hóa và Thể thao', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Văn hóa và Thể thao']],
  ['Các Sở: Nội vụ, Thông tin và Truyền thông', ['Sở Nội vụ', 'Sở Thông tin và Truyền thông']],
  ['Các Sở Nội vụ, Tài chính và Tư pháp', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Tư pháp']],
  [
    'Văn phòng UBND thành phố; các cơ quan, đơn vị có liên quan',
    ['Văn phòng UBND thành phố', 'Các cơ quan, đơn vị có liên quan'],
  ],
  ['Các cơ quan, đơn vị, địa phương', ['Các cơ quan, đơn vị, địa phương']],
  ['UBND các quận, huyện, các xã', ['UBND các quận, huyện', 'Các xã']],
  ['Đài PT-TH Hải Phòng; Báo Hải Phòng', ['Đài Phát thanh và Truyền hình Hải Phòng', 'Báo Hải Phòng']],
  ['Văn phòng UBND thành phố đôn đốc, kiểm soát chất lượng', ['Văn phòng UBND thành phố']],
  ['UBND cấp huyện; UBND cấp xã trên địa bàn thành phố', ['UBND cấp huyện', 'UBND cấp xã']],
  ['Sở Y tế; các đơn vị trực thuộc Sở', ['Sở Y tế', 'Các đơn vị trực thuộc Sở Y tế']],
  ['thôn/tổ dân phố và các tổ chức đoàn thể ở cơ sở', ['Thôn, tổ dân phố', 'Các tổ chức đoàn thể ở cơ sở']],
  ['Ban Thanh tra nhân dân hoặc Ban Giám sát cộng đồng', ['Ban Thanh tra nhân dân', 'Ban Giám sát cộng đồng']],
  ['Sở Nội vụ (Phòng CCHC, Thanh tra Sở); Sở Y tế', ['Sở Nội vụ', 'Sở Y tế']],
  [
    'Bưu điện thành phố, VNPT Hải Phòng, Viễn thông Hải Phòng',
    ['Bưu điện thành phố', 'VNPT Hải Phòng', 'Viễn thông Hải Phòng'],
  ],
  ['Văn phòng Đoàn đại biểu Quốc hội và HĐND thành phố', ['Văn phòng Đoàn đại biểu Quốc hội và HĐND thành phố']],
  ['Sở Nội vụ; sở nội vụ; SNV', ['Sở Nội vụ']],
  [
    'Chánh Văn phòng Ủy ban nhân dân thành phố, Giám đốc Sở Nội vụ, Giám đốc các sở, ban, ngành thành phố, Chủ tịch Ủy ban nhân dân các quận, huyện và Thủ trưởng các cơ quan, đơn vị có liên quan',
    [
      'Văn phòng UBND thành phố',
      'Sở Nội vụ',
      'Các Sở, ban, ngành',
      'UBND các quận, huyện',
      'Các cơ quan, đơn vị có liên quan',
    ],
  ],
  ['Trưởng phòng Nội vụ; công chức Tư pháp - Hộ tịch', ['Phòng Nội vụ', 'Công chức Tư pháp - Hộ tịch']],
  ['Trưởng Công an phường; Chỉ huy trưởng BCH Quân sự phường', ['Công an phường', 'Ban Chỉ huy Quân sự phường']],
  ['Hiệu trưởng các trường học trên địa bàn', ['Các trường học trên địa bàn']],
  ['Các phòng chuyên môn, UBND các phường', ['Các phòng chuyên môn', 'UBND các phường']],
  ['Trung tâm Văn hóa, Thể thao phường', ['Trung tâm Văn hóa, Thể thao phường']],
  ['Trung tâm Văn hóa, Thông tin và Thể thao huyện', ['Trung tâm Văn hóa, Thông tin và Thể thao huyện']],
  ['Báo và Phát thanh, Truyền hình tỉnh', ['Báo và Phát thanh, Truyền hình tỉnh']],
  ['Trung tâm Dịch vụ tổng hợp xã', ['Trung tâm Dịch vụ tổng hợp xã']],
  ['Văn phòng\nUBND thành phố', ['Văn phòng UBND thành phố']],
  ['Sở Nông nghiệp\nvà Môi trường\nSở Xây dựng', ['Sở Nông nghiệp và Môi trường', 'Sở Xây dựng']],
  ['Sở Lao động -\nThương binh và Xã hội', ['Sở Lao động - Thương binh và Xã hội']],
  ['Phòng Văn hóa\n- Xã hội', ['Phòng Văn hóa - Xã hội']],
  ['Đài Phát thanh và Truyền hình\nHải Phòng', ['Đài Phát thanh và Truyền hình Hải Phòng']],
  [
    'Phòng Kinh tế, Hạ tầng và Đô thị; Phòng Văn hóa - Xã hội; Văn phòng HĐND và UBND',
    ['Phòng Kinh tế, Hạ tầng và Đô thị', 'Phòng Văn hóa - Xã hội', 'Văn phòng HĐND và UBND'],
  ],
  [
    'Phòng VH-XH, Phòng KT-HT&ĐT, VP HĐND&UBND, Trung tâm PVHCC phường',
    [
      'Phòng Văn hóa - Xã hội',
      'Phòng Kinh tế, Hạ tầng và Đô thị',
      'Văn phòng HĐND và UBND',
      'Trung tâm Phục vụ hành chính công phường',
    ],
  ],
  ['Trưởng các phòng: Kinh tế, Văn hóa - Xã hội', ['Phòng Kinh tế', 'Phòng Văn hóa - Xã hội']],
  ['Các Sở: Nội vụ, Y tế, Văn hóa, Thể thao và Du lịch', ['Sở Nội vụ', 'Sở Y tế', 'Sở Văn hóa, Thể thao và Du lịch']],
  ['Cơ quan chủ trì: Sở Nội vụ', ['Sở Nội vụ']],
  ['Kế hoạch của các sở, ban, ngành, UBND cấp huyện, cấp xã', ['Các Sở, ban, ngành', 'UBND cấp huyện', 'UBND cấp xã']],
  ['Các sở ngành, quận huyện', ['Các Sở, ngành', 'UBND các quận, huyện']],
  ['Trạm Y tế phường, các trường Tiểu học, THCS, Mầm non', ['Trạm Y tế phường', 'Các trường Tiểu học, THCS, Mầm non']],
  ['Trung tâm Văn hóa, Thông tin và Thể thao', ['Trung tâm Văn hóa, Thông tin và Thể thao']],
  ['Công chức Văn phòng - Thống kê', ['Công chức Văn phòng - Thống kê']],
  [
    'CA phường, P. VH-XH; TTPVHCC phường',
    ['Công an phường', 'Phòng Văn hóa - Xã hội', 'Trung tâm Phục vụ hành chính công phường'],
  ],
  ['Đoàn TNCS Hồ Chí Minh phường', ['Đoàn Thanh niên Cộng sản Hồ Chí Minh phường']],
  ['Phòng Kinh tế, Hạ tầng và Đô thị. Hoàn thành trước ngày 31/7/2026', ['Phòng Kinh tế, Hạ tầng và Đô thị']],
  ['MTTQ Việt Nam xã và các đoàn thể', ['Mặt trận Tổ quốc Việt Nam xã', 'Các đoàn thể']],
  ['Trung tâm Thông tin, Xúc tiến du lịch; Sở Y tế', ['Trung tâm Thông tin, Xúc tiến du lịch', 'Sở Y tế']],
  ['Ban Quản lý dự án đầu tư xây dựng', ['Ban Quản lý dự án đầu tư xây dựng']],
  ['SỞ NỘI VỤ; VĂN PHÒNG UBND TỈNH', ['Sở Nội vụ', 'Văn phòng UBND tỉnh']],
  ['', []],
  [' - ; . ', []],
])('the cell %j names %j', (cell, names) => {
  expect(splitAgencies(cell)).toEqual(names)
})

test.each([
  ['SNV', 'Sở Nội vụ'],
  ['STTTT', 'Sở Thông tin và Truyền thông'],
  ['Sở TT&TT', 'Sở Thông tin và Truyền thông'],
  ['Sở LĐTB&XH', 'Sở Lao động - Thương binh và Xã hội'],
  ['Sở NN&PTNT', 'Sở Nông nghiệp và Phát triển nông thôn'],
  ['Sở TP', 'Sở Tư pháp'],
  ['Sở Công thương', 'Sở Công Thương'],
  ['so noi vu thanh pho', 'Sở Nội vụ'],
  ['VP UBND TP', 'Văn phòng UBND thành phố'],
  ['Văn phòng Ủy ban nhân dân thành phố thành phố', 'Văn phòng UBND thành phố'],
  ['Uỷ ban nhân dân các quận, huyện', 'UBND các quận, huyện'],
  ['các sở, ban, ngành thành phố', 'Các Sở, ban, ngành'],
  ['BHXH thành phố', 'Bảo hiểm xã hội thành phố'],
])('%j is spelled %j', (typed, spelled) => {
  expect(spellAgency(typed)).toBe(spelled)
  expect(agencyKey(typed)).toBe(agencyKey(spelled))
})

test.each([
  ['Sở Nội vụ', 'Sở Ngoại vụ'],
  ['UBND cấp huyện', 'UBND cấp xã'],
  ['UBND thành phố', 'Văn phòng UBND thành phố'],
  ['Sở Tài chính', 'Sở Tư pháp'],
  ['Báo Hải Phòng', 'Bảo hiểm xã hội Hải Phòng'],
])('%j and %j stay different', (one, other) => {
  expect(agencyKey(one)).not.toBe(agencyKey(other))
})

const names = [
  'Sở Nội vụ',
  'Sở Kế hoạch và Đầu tư',
  'Sở Lao động - Thương binh và Xã hội',
  'Sở Văn hóa và Thể thao',
  'Các Sở, ban, ngành',
  'UBND các quận, huyện',
  'UBND cấp xã',
  'Văn phòng UBND thành phố',
  'Công an thành phố',
  'Thanh tra thành phố',
  'Đài Phát thanh và Truyền hình Hải Phòng',
  'Các cơ quan, đơn vị có liên quan',
]

test('known names come back whole from any list of them', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(names, { minLength: 1 }),
      fc.constantFrom('; ', ', ', '\n', ';\n- ', ' ; '),
      fc.constantFrom('', '.', ';', ','),
      (chosen, separator, end) => {
        expect(splitAgencies(chosen.join(separator) + end)).toEqual(chosen)
      },
    ),
  )
})

test('the key of a key is the key, whatever the text', () => {
  const words = fc.constantFrom(
    'Sở',
    'các',
    'UBND',
    'TP',
    'và',
    'PT',
    'TH',
    'nội',
    'vụ',
    'NV',
    'VP',
    'CA',
    'MTTQ',
    'huyện',
    '&',
  )
  const texts = fc.oneof(
    fc.array(words).map((list) => list.join(' ')),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(agencyKey(agencyKey(text))).toBe(agencyKey(text))
    }),
  )
})

test('nothing in any text makes the splitting fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      for (const name of splitAgencies(text)) expect(name.trim()).toBe(name)
    }),
  )
})
