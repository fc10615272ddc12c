import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stripMarks } from '../../domain/fold.ts'
import { findLike, likeness, likeText, looksScanned } from '../../domain/likeness.ts'

test.each([
  'hoan thanh trwéc ngay 8/7/2022',
  'giao S& Noi vu thuc hién',
  'Co quan phéi hop: Céc phong chuyén mén',
  'S6: 14/KH-UBND, ngay 01 thang 8 ndm 2025',
  'cham diém chi s6 cua thanh phd',
  'Chu tri, phdi hop véi cac so, nganh',
  'xir ly kip thoi cac van d& phat sinh',
])('%j was scanned', (text) => {
  expect(looksScanned(text)).toBe(true)
})

test.each([
  'Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành hoàn thành trước ngày 08/7/2022',
  'So Noi vu chu tri, phoi hop voi cac so, ban, nganh hoan thanh truoc ngay 08/7/2022',
  'UBND TP giao P.VHXH đăng tin trên Facebook, Zalo và website https://example.gov.vn',
  'Chỉ số PAR Index, SIPAS, PAPI',
  'Kế hoạch số 12/KH-UBND ngày 03/02/2026',
  '',
  '12/2026 – 100%',
])('%j was not', (text) => {
  expect(looksScanned(text)).toBe(false)
})

/** What stands in scans, and what was printed. */
const damaged: readonly [seen: string, printed: string][] = [
  ['trwéc ngay', 'trước ngày'],
  ['trudc ngay', 'trước ngày'],
  ['trude ngay', 'trước ngày'],
  ['S& Noi vu', 'Sở Nội vụ'],
  ['Sé Noi vu', 'Sở Nội vụ'],
  ['S6 NGi vu', 'Sở Nội vụ'],
  ['So Noi vu', 'Sở Nội vụ'],
  ["S¢' Y t€", 'Sở Y tế'],
  ['Sé K¢ hoach va Pau tw', 'Sở Kế hoạch và Đầu tư'],
  ['hoan thanh trong thang', 'hoàn thành trong tháng'],
  ['hoan thanh\ntrong thdng', 'hoàn thành trong tháng'],
  ['Co quan phéi hop', 'Cơ quan phối hợp'],
  ['Co quan chu tri', 'Cơ quan chủ trì'],
  ['Co quan chi tri', 'Cơ quan chủ trì'],
  ['Phoi hgp véi', 'Phối hợp với'],
  ['phdi hop', 'phối hợp'],
  ['phbi hop', 'phối hợp'],
  ['chdm nhét', 'chậm nhất'],
  ['cham nhit', 'chậm nhất'],
  ['thudng xuyén', 'thường xuyên'],
  ['Thuong xuyén', 'thường xuyên'],
  ['Uy ban nhan dén cic quéin', 'Ủy ban nhân dân các quận'],
  ['Uy ban nhan din', 'Ủy ban nhân dân'],
  ['ny ban nhan dan', 'Ủy ban nhân dân'],
  ['Tha truwéng cac s&, ban, nganh', 'Thủ trưởng các sở, ban, ngành'],
  ['Vin phong', 'Văn phòng'],
  ['K& hoach', 'Kế hoạch'],
  ['Phan cong trach nhiém', 'Phân công trách nhiệm'],
  ['Ngi dung va muc ti€u', 'Nội dung và mục tiêu'],
  ['T6 CHirC THUC HIEN', 'Tổ chức thực hiện'],
  ['Noi nhin', 'Nơi nhận'],
  ['nim', 'năm'],
  ['ndm', 'năm'],
  ['quy', 'quý'],
  ['xong trw6c', 'xong trước'],
  ['trướcngày', 'trước ngày'],
  ['ph ối hợp', 'phối hợp'],
]

test.each(damaged)('in a scan %j is %j', (seen, printed) => {
  expect(likeness(seen, printed, true)).toBeGreaterThanOrEqual(0.8)
})

/** Alike, but other words: in a whole text and without diacritics. */
const others: readonly [one: string, other: string][] = [
  ['trước', 'thước'],
  ['Sở', 'Số'],
  ['chủ trì', 'chủ tịch'],
  ['chu tri', 'chủ tịch'],
  ['Chủ tịch', 'chủ trì'],
  ['tháng', 'thắng'],
  ['năm', 'nằm'],
  ['quý', 'quỹ'],
  ['hạn', 'hàn'],
  ['ngày', 'ngay'],
  ['xong', 'trong'],
  ['Sở Tư pháp', 'Sở Tài chính'],
  ['Phòng Nội vụ', 'Phòng Tư pháp'],
  ['hoàn thành', 'hành chính'],
]

test.each(others)('%j is not %j', (one, other) => {
  expect(likeness(one, other)).toBeLessThan(0.8)
  expect(findLike(`Về ${one} của thành phố Hải Phòng.`, other)).toBeNull()
})

test.each([
  ['Sở Nội vụ', 'Sở Y tế'],
  ['trong', 'trước'],
  ['chu tri', 'chủ tịch'],
  ['Chu tich', 'chủ trì'],
  ['phong trao', 'phối hợp'],
  ['hanh chinh', 'hoàn thành'],
])('even in a scan %j is not %j', (one, other) => {
  expect(likeness(one, other, true)).toBeLessThan(0.8)
})

test.each([
  ['Giao S& Noi vu chi tri', 'Sở Nội vụ', 'S& Noi vu'],
  ['ban hanh: hoan thanh\n  trwéc ngay 8/7/2022.', 'trước ngày', 'trwéc ngay'],
  ['d) hoàn thành trong tháng 8', 'hoàn thành trong tháng', 'hoàn thành trong tháng'],
  ['ngay 6 thang7 ndm 2022', 'tháng', 'thang'],
  ['- Co quan phéi hop: Cac phong', 'Cơ quan phối hợp', 'Co quan phéi hop'],
  ['Hoà Bình là Hòa Bình', 'Hòa Bình', 'Hoà Bình'],
  ['viec thuc hien cua so nganh', 'sở ngành', 'so nganh'],
])('in %j, %j is %j', (text, phrase, words) => {
  const found = findLike(text, phrase)
  expect(text.slice(found?.start, found?.end)).toBe(words)
})

test('of several places the likest is found, and of equals the first', () => {
  const text = 'Thủ trưởng các sở; Sở Nội vụ; Sở Nội vụ'
  expect(findLike(text, 'Sở Nội vụ')).toEqual({ start: 19, end: 28, likeness: 1 })
})

test('who knows that the document was scanned says so', () => {
  expect(findLike('3. Sé Noi vu', 'Sở Nội vụ')).toBeNull()
  expect(findLike(likeText('3. Sé Noi vu', true), 'Sở Nội vụ')).toMatchObject({ start: 3, end: 12 })
})

test('composed and decomposed spellings are the same, and so are both places for a tone', () => {
  expect(likeness('Uỷ ban hoà giải'.normalize('NFD'), 'Ủy ban hòa giải')).toBe(1)
})

const phrase = fc.constantFrom('trước ngày', 'Cơ quan chủ trì', 'Ủy ban nhân dân', 'hoàn thành trong tháng')

test('what a text says is found where it stands, with its marks or without', () => {
  const words = fc.array(fc.constantFrom('và', 'các', 'của', 'lớp', 'một', '12/5', '–', 'PAPI'), { maxLength: 6 })
  fc.assert(
    fc.property(words, phrase, words, fc.boolean(), (before, sought, after, stripped) => {
      const whole = [...before, sought, ...after].join(' ')
      const text = stripped ? stripMarks(whole) : whole
      const found = findLike(text, sought)
      expect(found?.start).toBe([...before, ''].join(' ').length)
      expect(stripMarks(text.slice(found?.start, found?.end))).toBe(stripMarks(sought))
    }),
  )
})

test('whatever the texts, likeness is between 0 and 1 and offsets lie in the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.oneof(phrase, fc.string({ unit: 'grapheme' })),
      (text, sought) => {
        const value = likeness(text, sought)
        expect(value >= 0 && value <= 1).toBe(true)
        const found = findLike(text, sought)
        if (found !== null) expect(0 <= found.start && found.start < found.end && found.end <= text.length).toBe(true)
      },
    ),
  )
})

const plans = new URL('../../../shared/plans/', import.meta.url)

test.skipIf(!existsSync(plans))('scanned plans look scanned and whole ones do not (needs ../shared/plans)', () => {
  const scanned = (name: string): boolean => looksScanned(readFileSync(new URL(name, plans), 'utf8'))
  expect(scanned('4306-UBND-KSTTHC-2022.txt')).toBe(true)
  expect(scanned('14-KH-UBND-Tran-Lieu-2025.txt')).toBe(true)
  expect(scanned('160-BC-UBND-Tran-Hung-Dao-2025.txt')).toBe(true)
  expect(scanned('229-KH-UBND-2023.txt')).toBe(false)
  expect(scanned('3818-QD-UBND-2021.txt')).toBe(false)
})
