import { describe, expect, test } from 'vitest'
import { understand } from '../../domain/reply/understand.ts'
import { table, today } from './reply-table.ts'

const link = 'https://haiphong.gov.vn/van-ban/1'

table('is an acknowledgement', 'acknowledge', [
  ...['Vâng, em sẽ hoàn thành trước hạn', 'ok em sẽ hoàn thành'],
  ...[
    'đã nhận',
    'da nhan',
    'rõ',
    'rõ ạ',
    'rõ rồi anh',
    'ok em nhận việc',
    'đã tiếp nhận',
    'em nhận nhiệm vụ ạ',
    'đã xem',
  ],
  ...['vâng em đã rõ', 'em sẽ làm ạ', 'nhận được rồi', 'đã nắm', 'received', 'got it', 'will do'],
  ['đã nhận, sẽ hoàn thành đúng hạn', { state: 'acknowledged' }],
  ['nv3 đã nhận', { task: 3 }],
])

table('is an obstacle', 'obstacle', [
  ['obstacle: no budget yet', { note: 'no budget yet' }],
  ['đang vướng', { note: '' }],
  ...['khó quá'],
  ['vướng quá, chưa có kinh phí', { note: 'vướng quá, chưa có kinh phí' }],
  ['vướng: chưa có hướng dẫn của Bộ', { note: 'chưa có hướng dẫn của Bộ' }],
  ['nv5 vuong mac: thieu nguoi', { task: 5, note: 'thieu nguoi' }],
  ['được 60%, vướng kinh phí', { percent: 60 }],
  ...[
    'khó khăn về nhân sự',
    'thiếu cán bộ',
    'không làm được vì chưa có văn bản',
    'chưa được bố trí kinh phí',
    'bị kẹt ở khâu thẩm định',
  ],
  ...[
    'không thể hoàn thành',
    'chưa xong vì thiếu người',
    'lỗi hệ thống không nộp được',
    'không kịp',
    'we are blocked',
    'ko có kinh phí',
  ],
])

table('asks for more time', 'extension', [
  ...['xin lùi 1 tuần', 'xin thêm 1 tuần', 'need more time until 30/4'],
  ['xin gia hạn đến 15/12 vì chờ văn bản của Bộ', { date: '2026-12-15', note: 'chờ văn bản của Bộ' }],
  ['xin gia han den 15/1', { date: '2027-01-15' }],
  ['cho em xin thêm 5 ngày ạ', { date: '2026-03-07' }],
  ['đề nghị lùi thời hạn đến hết tháng 4', { date: '2026-04-30' }],
  ['xin hoãn đến ngày 20 tháng 3 do chưa có hướng dẫn', { date: '2026-03-20', note: 'chưa có hướng dẫn' }],
  ...['nv12 xin gia hạn', 'đơn vị xin thêm thời gian để hoàn thành', 'please extend to 20/3/2026'],
])

table('is returned', 'return', [
  ...['nhờ chuyển cho phòng Tư pháp', 'cái này của phòng Tư pháp mà', 'em xin trả lại việc này'],
  'việc này của phòng Kinh tế, không phải của phòng em',
  ...[
    'không phải việc của đơn vị em',
    'không thuộc thẩm quyền của phòng',
    'giao nhầm đơn vị rồi ạ',
    'việc này của Sở Tài chính',
  ],
  ...['nhầm phòng rồi', 'đề nghị chuyển Sở Nội vụ', 'not ours'],
])

table('is evidence', 'evidence', [
  [link, { links: [link] }],
  ['CV số 123/SNV-CCHC ngày 5/6', { documents: ['CV số 123/SNV-CCHC ngày 5/6'] }],
  ['nv12 www.example.gov.vn/a?b=1', { task: 12, links: ['www.example.gov.vn/a?b=1'] }],
  [`gửi anh minh chứng ${link}`, { links: [link] }],
  ['đã ban hành QĐ 45/QĐ-UBND', { documents: ['QĐ 45/QĐ-UBND'] }],
])

table('is a question', 'question', [
  ...['cho em hỏi việc này nộp cho ai', 'mẫu báo cáo ở đâu ạ', 'hạn đến bao giờ'],
  ...[
    'ai làm việc này vậy?',
    'hạn khi nào?',
    'khi nào hết hạn vậy',
    'xong chưa?',
    'đã hoàn thành chưa ạ',
    'sản phẩm là gì?',
  ],
  ...['nộp ở đâu', 'nv12?', 'nv12', 'bao giờ xong', 'is it done', 'when is it due?', 'ai phụ trách'],
])

table('is small talk', 'small_talk', [
  ...[
    'cảm ơn',
    'cám ơn anh nhiều ạ',
    'cam on',
    '👍',
    '🙏',
    'chào bạn',
    'xin chào',
    'vâng ạ',
    'ok',
    'thanks',
    'dạ vâng',
  ],
])

table('is not understood', 'unknown', [
  ...['abc xyz', 'qwerty', '...', '= =', 'zzz'].map((sentence) => [sentence, { confidence: 0 }] as const),
])

describe('said of one task', () => {
  test.each(['ok', 'vâng ạ', '👍', 'dạ', 'ok anh'])('%s acknowledges it', (sentence) => {
    expect(understand(sentence, { today, aboutTask: true }).intent).toBe('acknowledge')
    expect(understand(sentence, { today }).intent).toBe('small_talk')
  })
})

describe('said of nobody knows what', () => {
  test.each(['ok', 'vâng ạ', 'dạ', 'ok anh'])('%s is taken for an answer to a reminder, 👍 is not', (sentence) => {
    expect(understand(sentence, { today, aboutTask: 'perhaps' }).intent).toBe('acknowledge')
    expect(understand('👍', { today, aboutTask: 'perhaps' }).intent).toBe('small_talk')
  })
})

test('where something else was asked for, likeness alone makes no answer', () => {
  const said = 'máy chủ của Sở chập chờn cả tuần'
  expect(understand(said, { today }).intent).toBe('obstacle')
  expect(understand(said, { today, byRulesAlone: true }).intent).toBe('unknown')
})

test('several tasks at once are named, and none is taken', () => {
  expect(understand('nv12 xong, nv13 chưa', { today })).toMatchObject({ task: null, tasks: [12, 13] })
})

test('the same words composed and decomposed mean the same', () => {
  for (const sentence of ['chưa xong', 'đã hoàn thành', 'vướng: chưa có kinh phí']) {
    expect(understand(sentence.normalize('NFD'), { today })).toEqual(understand(sentence, { today }))
  }
})
