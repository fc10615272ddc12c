import { expect, test } from 'vitest'
import { isMarkedSecret } from '../../plans/secret.ts'

const lines = (...texts: readonly string[]) => texts.map((text, at) => ({ text, line: at + 1 }))
const letterhead = ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ MẪU', 'Số: 15/KH-UBND']
const inLetterhead = (mark: string): boolean => isMarkedSecret(lines(...letterhead, mark, 'KẾ HOẠCH'), [])

test.each([
  'MẬT',
  'TỐI MẬT',
  'TUYỆT MẬT',
  '**TUYỆT MẬT**',
  '[MẬT]',
  '| MẬT |',
  'MẬT - HỎA TỐC',
  'KHẨN / MẬT',
  'TOI MAT',
  'TUYET MAT',
  'Độ mật: Tối mật',
  'ĐỘ MẬT: MẬT',
  'Số: 12/KH-UBND MẬT',
  'Số: 12/KH-UBND (TỐI MẬT)',
  'ỦY BAN NHÂN DÂN\nMẬT',
  'MẬT'.normalize('NFD'),
])('%j in the letterhead marks a document secret', (mark) => {
  expect(inLetterhead(mark)).toBe(true)
})

test.each([
  'Mật độ dân số',
  'Giữ bí mật thông tin cá nhân',
  'CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC',
  'Không phải tài liệu MẬT theo quy định',
  'Độ mật: không',
  'MẶT TRẬN TỔ QUỐC',
  'MAT',
  'BẢO MẬT',
])('%j marks nothing', (words) => {
  expect(inLetterhead(words)).toBe(false)
})

test('the mark of an annex counts as well as that of the first page', () => {
  const body = Array.from({ length: 60 }, () => 'Các đơn vị triển khai thực hiện.')
  expect(isMarkedSecret(lines(...letterhead, ...body, 'PHỤ LỤC', 'MẬT'), [])).toBe(true)
})

test.each([['MẬT'], ['Mật'], ['Trang 1', 'TỐI MẬT'], ['Độ mật: Mật']])('%j in the margins counts', (...margins) => {
  expect(isMarkedSecret(lines(...letterhead), margins)).toBe(true)
})

test.each(['Tài liệu mật của tôi', 'Trang 3', 'DỰ THẢO'])('%j in the margins marks nothing', (margin) => {
  expect(isMarkedSecret(lines(...letterhead), [margin])).toBe(false)
})

const damaged = [
  'UY BAN NHAN DAN THANH PHÓ HAI PHONG',
  'S6: 4306/UBND-KSTTHC',
  'Vê viéc trién khai nhiém vu cai cach hanh chinh',
  'Thwc hién Ké hoach ctia Uy ban nhan dan thanh phô vê cong tac cai cach hanh chinh, yêu cầu cac co quan, don vi',
  'khan truong trién khai cac nhiém vu dwoc giao, bdo dam hoan thanh trwéc ngay 8/7/2022 va b4o cdo két qua vé S& Noi vu.',
]

test.each(['MAT', 'MÂT', 'TOI MÂT', 'TUYÊT MÂT'])('%j alone in the letterhead of a scan counts', (mark) => {
  expect(isMarkedSecret(lines(damaged[0] ?? '', mark, ...damaged.slice(1)), [])).toBe(true)
  expect(isMarkedSecret(lines(...damaged), [])).toBe(false)
})
