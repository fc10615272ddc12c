import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stripMarks } from '../../domain/fold.ts'
import type { Target } from '../../domain/plan-draft-targets.ts'
import { type DraftReading, readDraftWords } from '../../domain/plan-draft-words.ts'

const shortTarget = (target: Target): string => {
  if (target.kind === 'line') return `dòng ${target.line}`
  return target.kind === 'code' ? target.code : String(target.number)
}

/** What was understood, short enough for a table. */
const short = (reading: DraftReading): string =>
  'commands' in reading
    ? reading.commands
        .map((command) => {
          const named = 'targets' in command ? command.targets.map(shortTarget).join(',') : ''
          const rest = Object.entries(command).flatMap(([key, value]) =>
            key === 'kind' || key === 'targets' ? [] : [String(value)],
          )
          return [command.kind === 'field' ? '' : command.kind, named, ...rest].filter((part) => part !== '').join(' ')
        })
        .join(' | ')
    : `? ${reading.notUnderstood}${reading.about === '' ? '' : ` (${reading.about})`}`

const phrases: readonly (readonly [string, string])[] = [
  // Deadlines.
  ['12 hạn 30/9', '12 due set 30/9'],
  ['12 hạn 30/9/2026', '12 due set 30/9/2026'],
  ['12 hạn quý IV', '12 due set quý IV'],
  ['12 hạn: 30/9', '12 due set 30/9'],
  ['12 hạn:30/9', '12 due set 30/9'],
  ['12 hạn = 30/9', '12 due set 30/9'],
  ['12: hạn 30/9', '12 due set 30/9'],
  ['12. hạn 30/9', '12 due set 30/9'],
  ['12) hạn 30/9', '12 due set 30/9'],
  ['#12 hạn 30/9', '12 due set 30/9'],
  ['12 thời hạn 30/9', '12 due set 30/9'],
  ['12 thời hạn hoàn thành trước ngày 21/3', '12 due set trước ngày 21/3'],
  ['12 thời gian hoàn thành tháng 10/2026', '12 due set tháng 10/2026'],
  ['12 sửa hạn 30/9', '12 due set 30/9'],
  ['12 sửa hạn thành 30/9', '12 due set 30/9'],
  ['12 đổi hạn sang 30/9', '12 due set 30/9'],
  ['sửa 12 hạn 30/9', '12 due set 30/9'],
  ['đổi hạn 12 thành 30/9', '12 due set 30/9'],
  ['sửa hạn 12 thành 30/9', '12 due set 30/9'],
  ['hạn 12 30/9', '12 due set 30/9'],
  ['hạn 12: 30/9', '12 due set 30/9'],
  ['hạn của 12 là 30/9', '12 due set 30/9'],
  ['hạn 30/9', 'due set 30/9'],
  ['hạn 30.9', 'due set 30.9'],
  ['hạn 30-9', 'due set 30-9'],
  ['hạn 30 tháng 9', 'due set 30 tháng 9'],
  ['hạn quý IV/2026', 'due set quý IV/2026'],
  ['12 13 hạn 30/9', '12,13 due set 30/9'],
  ['12, 13 hạn 30/9', '12,13 due set 30/9'],
  ['12,13 hạn 30/9', '12,13 due set 30/9'],
  ['12 và 13 hạn 30/9', '12,13 due set 30/9'],
  ['12, 13 và 15 hạn 30/9', '12,13,15 due set 30/9'],
  ['12-15 hạn 30/9', '12,13,14,15 due set 30/9'],
  ['12–14 hạn 30/9', '12,13,14 due set 30/9'],
  ['nhiệm vụ 12 hạn 30/9', '12 due set 30/9'],
  ['việc 12 hạn 30/9', '12 due set 30/9'],
  ['mục 12 hạn 30/9', '12 due set 30/9'],
  ['số 12 hạn 30/9', '12 due set 30/9'],
  ['dòng 57 hạn 30/9', 'dòng 57 due set 30/9'],
  ['1.3.1 hạn 30/9', '1.3.1 due set 30/9'],
  ['4.c.1 hạn 30/9', '4.c.1 due set 30/9'],
  ['PL2-1.1 hạn 30/9', 'PL2-1.1 due set 30/9'],
  ['II.3 hạn 30/9', 'II.3 due set 30/9'],
  ['12 30/9', 'bare 12 30/9'],
  ['12 hạn Quý I: trước 21/3; Quý II: trước 21/6', '12 due set Quý I: trước 21/3; Quý II: trước 21/6'],
  ['12 không hạn', '12 due clear'],
  ['12 không thời hạn', '12 due clear'],
  ['12 không có hạn', '12 due clear'],
  ['12 bỏ hạn', '12 due clear'],
  ['12 xóa hạn', '12 due clear'],
  ['bỏ hạn 12', '12 due clear'],
  ['bỏ hạn 12 13', '12,13 due clear'],
  ['không hạn', 'due clear'],
  ['xin sửa 12 hạn 30/9 nhé', '12 due set 30/9'],
  ['12 hạn 30/9 ạ', '12 due set 30/9'],
  ['- 12 hạn 30/9', '12 due set 30/9'],
  // Who leads, who supports.
  ['12 chủ trì Sở Tài chính', '12 lead set Sở Tài chính'],
  ['12 chủ trì: Sở Tài chính', '12 lead set Sở Tài chính'],
  ['12 chủ trì là Sở Tài chính', '12 lead set Sở Tài chính'],
  ['12 đơn vị chủ trì Sở Tài chính', '12 lead set Sở Tài chính'],
  ['12 chủ trì Thanh tra thành phố', '12 lead set Thanh tra thành phố'],
  ['12 chủ trì thành ủy', '12 lead set thành ủy'],
  ['12 giao Phòng Y tế', '12 lead set Phòng Y tế'],
  ['12 giao cho Phòng Y tế', '12 lead set Phòng Y tế'],
  ['chủ trì 12 Sở Tài chính', '12 lead set Sở Tài chính'],
  ['chủ trì Sở Tài chính', 'lead set Sở Tài chính'],
  ['12 đổi chủ trì sang Sở Tài chính', '12 lead set Sở Tài chính'],
  ['12 chủ trì Sở A; Sở B', '12 lead set Sở A; Sở B'],
  ['12 thêm chủ trì Sở Y tế', '12 lead add Sở Y tế'],
  ['12 bổ sung chủ trì Sở Y tế', '12 lead add Sở Y tế'],
  ['12 bỏ chủ trì', '12 lead clear'],
  ['bỏ chủ trì 12', '12 lead clear'],
  ['12 bỏ chủ trì Sở Y tế', '12 lead clear Sở Y tế'],
  ['12 phối hợp Sở A, Sở B', '12 support set Sở A, Sở B'],
  ['12 phối hợp với Sở A', '12 support set Sở A'],
  ['12 cơ quan phối hợp: Sở A', '12 support set Sở A'],
  ['12 thêm phối hợp Sở A', '12 support add Sở A'],
  ['12 bỏ phối hợp', '12 support clear'],
  ['12 không phối hợp', '12 support clear'],
  // Words.
  ['12 tên Rà soát văn bản', '12 title set Rà soát văn bản'],
  ['12 tên: Rà soát văn bản', '12 title set Rà soát văn bản'],
  ['12 tên thành phố thông minh', '12 title set thành phố thông minh'],
  ['12 tên nhiệm vụ Rà soát; tổng hợp', '12 title set Rà soát; tổng hợp'],
  ['12 nội dung Rà soát', '12 title set Rà soát'],
  ['12 sản phẩm Báo cáo', '12 output set Báo cáo'],
  ['12 sản phẩm Báo cáo; danh sách', '12 output set Báo cáo; danh sách'],
  ['12 kết quả Quyết định', '12 output set Quyết định'],
  ['12 bỏ sản phẩm', '12 output clear'],
  // Rows.
  ['bỏ 15', 'remove 15'],
  ['bỏ 15 16', 'remove 15,16'],
  ['bỏ 15, 16 và 17', 'remove 15,16,17'],
  ['bỏ 15-17', 'remove 15,16,17'],
  ['bỏ 1.3.1', 'remove 1.3.1'],
  ['bỏ nhiệm vụ 15', 'remove 15'],
  ['bỏ dòng 57', 'remove dòng 57'],
  ['xóa 15', 'remove 15'],
  ['xoá việc 15', 'remove 15'],
  ['15 bỏ', 'remove 15'],
  ['15 bỏ đi', 'remove 15'],
  ['bỏ', 'remove'],
  ['gộp 7 8', 'merge 7,8'],
  ['gộp 7 và 8', 'merge 7,8'],
  ['gộp 7 với 8', 'merge 7,8'],
  ['gộp 8 vào 7', 'merge 8,7'],
  ['7 gộp với 8', 'merge 7,8'],
  ['tách 9', 'split 9'],
  ['9 tách', 'split 9'],
  ['đúng 12', 'accept 12'],
  ['12 đúng', 'accept 12'],
  ['giữ nguyên 12', 'accept 12'],
  // The document.
  ['năm 2026', 'year 2026'],
  ['năm kế hoạch 2026', 'year 2026'],
  ['kế hoạch năm 2026', 'year 2026'],
  ['số 15/KH-UBND', 'number 15/KH-UBND'],
  ['số: 15/KH-UBND', 'number 15/KH-UBND'],
  ['số ký hiệu 15/KH-UBND', 'number 15/KH-UBND'],
  ['ban hành 26/2/2026', 'issued-on 2026-02-26'],
  ['ngày ban hành 26/02/2026', 'issued-on 2026-02-26'],
  ['ban hành ngày 26 tháng 2 năm 2026', 'issued-on 2026-02-26'],
  ['ban hành 31/2/2026', '? ban hành 31/2/2026'],
  ['nơi ban hành UBND phường An Biên', 'issuer UBND phường An Biên'],
  ['tên kế hoạch Cải cách hành chính', 'plan-title Cải cách hành chính'],
  ['thay 12/KH-UBND', 'replaces 12/KH-UBND false'],
  ['thay thế kế hoạch số 12/KH-UBND', 'replaces 12/KH-UBND false'],
  ['sửa đổi, bổ sung 12/KH-UBND', 'replaces 12/KH-UBND true'],
  ['kế hoạch mới', 'new-plan'],
  // To see and to decide.
  ['xem 12', 'view 12'],
  ['12', 'view 12'],
  ['12?', 'view 12'],
  ['xem', 'view'],
  ['danh sách', 'list 1'],
  ['xem danh sách', 'list 1'],
  ['danh sách từ 20', 'list 20'],
  ['nghi vấn', 'doubts'],
  ['tóm tắt', 'summary'],
  ['thay đổi', 'changes'],
  ['hoàn tác', 'undo'],
  ['xác nhận', 'confirm'],
  ['bỏ bản này', 'drop'],
  // Several at once.
  ['12 hạn 30/9; bỏ 15', '12 due set 30/9 | remove 15'],
  ['12 hạn 30/9\nbỏ 15\n', '12 due set 30/9 | remove 15'],
  ['bỏ 15, 12 hạn 30/9', 'remove 15 | 12 due set 30/9'],
  ['12 phối hợp Sở A; Sở B; 13 không hạn', '12 support set Sở A; Sở B | 13 due clear'],
  // Not about a draft.
  ['4 chủ chì Phòng Nội vụ', 'bare 4 chủ chì Phòng Nội vụ'],
  ['12 hạn', '? 12 hạn (12)'],
  ['xong', '? xong'],
  ['60%', '? 60%'],
  ['nv12 xong', '? nv12 xong'],
  ['đã nhận', '? đã nhận'],
  ['cảm ơn bot', '? cảm ơn bot'],
  ['12 hạn 30/9\nchào bot', '? chào bot'],
  ['', '?'],
]

describe('what is typed about a draft', () => {
  test.each(phrases)('%j is %s', (typed, meaning) => {
    expect(short(readDraftWords(typed)).trim()).toBe(meaning)
  })

  test('means the same without diacritics', () => {
    // "ạ" without its dot is a letter like any other.
    for (const [typed, meaning] of phrases.filter(([words]) => !words.endsWith('ạ'))) {
      const reading = readDraftWords(stripMarks(typed))
      expect(stripMarks(short(reading).trim())).toBe(stripMarks(meaning))
    }
  })

  test('means the same in capitals and with decomposed letters', () => {
    for (const [typed, meaning] of phrases) {
      expect(
        short(readDraftWords(typed.normalize('NFD')))
          .trim()
          .normalize('NFC'),
      ).toBe(meaning)
      expect(stripMarks(short(readDraftWords(typed.toUpperCase())).trim())).toBe(stripMarks(meaning))
    }
  })
})

describe('whatever is typed', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 })

  test('is read without failing, and what was not understood is quoted', () => {
    const piece = fc.oneof(
      fc.constantFrom(...phrases.map(([typed]) => typed)),
      fc.string(),
      fc.constantFrom('12', ';', '\n', 'hạn'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const typed = pieces.join(' ')
        const reading = readDraftWords(typed)
        if ('commands' in reading) expect(reading.commands.length).toBeGreaterThan(0)
        else if (typed.trim() !== '') expect(typed).toContain(reading.notUnderstood)
      }),
    )
  })

  test('numbers are the tasks that are named, in their order', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(' ', ', ', ' và ', ','), (rows, glue) => {
        const targets = rows.map((number) => ({ kind: 'number', number }))
        expect(readDraftWords(`bỏ ${rows.join(glue)}`)).toEqual({ commands: [{ kind: 'remove', targets }] })
        expect(readDraftWords(`${rows.join(glue)} không hạn`)).toEqual({
          commands: [{ kind: 'field', targets, field: 'due', mode: 'clear', text: '' }],
        })
      }),
    )
  })

  test('several lines mean what each of them means', () => {
    const known = phrases.map(([typed]) => typed).filter((typed) => 'commands' in readDraftWords(typed))
    const commandsOf = (typed: string) => {
      const reading = readDraftWords(typed)
      return 'commands' in reading ? reading.commands : []
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 4 }), (typed) => {
        expect(commandsOf(typed.join('\n'))).toEqual(typed.flatMap(commandsOf))
      }),
    )
  })
})
