import { describe, expect, test } from 'vitest'
import { understand } from '../../domain/reply/understand.ts'
import type { Intent, Understanding } from '../../domain/reply/understanding.ts'

const today = '2026-03-02'
type Expected = Partial<Understanding>

const table = (name: string, intent: Intent, rows: readonly (string | readonly [string, Expected])[]) =>
  describe(name, () => {
    test.each(rows.map((row) => (typeof row === 'string' ? ([row, {}] as const) : row)))('%s', (sentence, expected) => {
      expect(understand(sentence, { today })).toMatchObject({ intent, confidence: 1, ...expected })
    })
  })

const link = 'https://haiphong.gov.vn/van-ban/1'

table('is done', 'done', [
  ...[
    'đã xong',
    'xong',
    'Xong.',
    'xong rồi',
    'xong rồi ạ',
    'dạ xong rồi ạ',
    'hoàn thành 100%',
    '100% xong',
    'XONG RỒI',
  ],
  ...['da hoan thanh', 'ok xong nhé', 'xong r', 'xog rùi', 'xonggg rồiiii', 'đã ht', 'ht rồi ạ', 'xong xuôi', 'hthanh'],
  ...['em xong rồi ạ', 'bên em đã hoàn thành', 'phòng em làm xong rồi', 'đơn vị đã thực hiện xong', 'tôi đã xong'],
  ...[
    'toi da hoan thanh',
    'báo cáo anh chị, việc này đã hoàn thành',
    'đã hoàn thành đúng hạn',
    'da hoan thanh dung han ạ',
  ],
  ...['xong hôm qua', 'vừa xong', 'mới xong sáng nay', 'đã làm xong tuần trước', 'xong hết rồi nhé anh'],
  ...[
    'đã hoàn tất',
    'đã hoàn thành toàn bộ nội dung được giao',
    'xong rồi, không vướng gì',
    'xong rồi chị ơi',
    'xong 👍',
  ],
  ...[
    'đã nhận và làm xong',
    'xong ạ, cảm ơn anh chị',
    'đã hoàn thành nhiệm vụ',
    'hòan thành rồi',
    'đã xong, hoàn thành 100%',
  ],
  ...['đã xong ngày 1/3', 'đã giải quyết xong', 'nó xong rồi', 'done', 'already done', 'It is done', 'completed'],
  ['nv12 xong', { task: 12, state: 'done', percent: 100 }],
  ['NV 12: đã hoàn thành', { task: 12 }],
  ['#12 xong rồi', { task: 12 }],
  ['nhiệm vụ số 12 đã xong', { task: 12 }],
  ['nhiệm vụ số mười hai đã xong', { task: 12 }],
  ['229-1.3.1 xong rồi', { task: '229-1.3.1' }],
  [`xong rồi, minh chứng: ${link}`, { links: [link], note: '' }],
  [`Đã hoàn thành. Link: ${link}.`, { links: [link] }],
  [`nv7 xong ${link} ${link}?page=2`, { task: 7, links: [link, `${link}?page=2`] }],
  ['đã xong, kèm theo công văn số 123/SNV-CCHC ngày 1/3', { documents: ['công văn số 123/SNV-CCHC ngày 1/3'] }],
  ['xong rồi, tại báo cáo số 45/BC-UBND', { documents: ['báo cáo số 45/BC-UBND'] }],
])

table('is progress, whatever it says of the end', 'progress', [
  ...[
    'chưa xong',
    'chua xong',
    'chưa xong ạ',
    'ko xong',
    'k xong',
    'chx xong',
    'ch xong',
    'chưa hoàn thành',
    'chưa làm xong',
  ],
  ...[
    'chưa làm được',
    'vẫn chưa xong',
    'chưa đâu',
    'đâu đã xong',
    'sắp xong',
    'sap xong',
    'gần xong',
    'gần như xong rồi',
  ],
  ...[
    'gan xong roi',
    'mai xong',
    'ngày mai xong',
    'mốt xong',
    'tuần sau xong',
    'cuối tháng xong',
    'sẽ xong',
    'se hoan thanh',
  ],
  ...[
    'nếu có kinh phí thì xong',
    'neu duyet thi xong',
    'nếu Sở góp ý, xong ngay',
    'khi Sở ký là xong',
    'còn ít nữa là xong',
  ],
  ...[
    'đang hoàn thành',
    'dự kiến hoàn thành 15/3',
    'cố gắng hoàn thành sớm',
    'xong dự thảo rồi',
    'đã hoàn thành một phần',
  ],
  ...[
    'cơ bản hoàn thành',
    'hoàn thành trước ngày 15/3',
    'xong vào tuần sau',
    'chưa xong phải không em',
    'phải tuần sau mới xong',
  ],
  ...['đang làm', 'dang thuc hien', 'đang triển khai ạ', 'đang chờ Sở góp ý', 'em đang soạn', 'tiếp tục thực hiện'],
  ...['not done yet', 'almost done', 'will be done tomorrow', 'working on it', 'in progress', "it isn't done"],
  ['đang làm', { state: 'in_progress', percent: null, note: '' }],
  ['nv12 xong 80%, còn chờ Sở Tài chính góp ý', { task: 12, percent: 80, note: 'còn chờ Sở Tài chính góp ý' }],
  ['mới được một nửa', { percent: 50, note: '' }],
  ['moi duoc mot nua', { percent: 50 }],
  ['được nửa rồi', { percent: 50 }],
  ['hơn nửa rồi ạ', { percent: 50 }],
  ['60%', { percent: 60, note: '' }],
  ['60 %', { percent: 60 }],
  ['nv 12 60%', { task: 12, percent: 60 }],
  ['nv12-60%', { task: 12, percent: 60 }],
  ['62,5%', { percent: 62 }],
  ['99,9% rồi', { percent: 99 }],
  ['khoảng 70-80%', { percent: 70 }],
  ['tám mươi phần trăm', { percent: 80 }],
  ['bảy lăm phần trăm rồi', { percent: 75 }],
  ['được chín chục phần trăm', { percent: 90 }],
  ['hai phần ba', { percent: 66 }],
  ['đã làm được 2/3', { percent: 66 }],
  ['8/10 nội dung', { percent: 80 }],
  ['xong được 3/4 khối lượng', { percent: 75 }],
  ['chưa xong, mới 80%', { percent: 80 }],
  ['từ 50% lên 80%', { percent: 80 }],
  ['còn 20% nữa', { percent: 80 }],
  ['chưa được 50%', { percent: null }],
  ['150%', { percent: 150 }],
  ['-5%', { percent: -5 }],
  ['chưa làm', { state: 'acknowledged', percent: null }],
  ['chưa bắt đầu ạ', { state: 'acknowledged' }],
  ['chưa ạ', { state: 'acknowledged' }],
  ['hết vướng rồi', { unblocked: true, state: 'in_progress' }],
  ['không vướng gì, đang làm', { unblocked: true }],
  [`đang làm, dự thảo ở ${link}`, { links: [link] }],
])

table('is asked back, for it may mean "done"', 'progress', [
  ...(
    [
      ...[
        '100%',
        'được 100% rồi',
        'rồi ạ',
        'làm rồi',
        'đã gửi báo cáo',
        'nộp rồi nhé',
        'song rồi ạ',
        '✅',
        'đã ban hành',
      ],
      ...['xong rồi nhưng chưa có minh chứng', 'xong rồi, còn chờ ký', 'Sở Tài chính đã hoàn thành góp ý', 'xong nhé?'],
      ...[
        'chắc xong rồi',
        'hình như xong rồi',
        'chiều nay xong',
        'hoàn thành báo cáo',
        'đã họp xong với các phòng',
        'sáp xong',
      ],
      ...[
        'đã xong, tỷ lệ đạt 95%',
        'xong 5/6',
        'đã xong rồi, mai gửi anh',
        'coi như xong',
        'không, xong rồi',
        'xong rồi à',
      ],
      ...['chỉ xong thế thôi', 'đã hoàn thành trừ nội dung 3', '80', 'done by others', 'xong rồi phải không?'],
    ] as const
  ).map((sentence) => [sentence, { confidence: 0.5 }] as const),
])

table('is an acknowledgement', 'acknowledge', [
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
  ['xin gia hạn đến 15/12 vì chờ văn bản của Bộ', { date: '2026-12-15', note: 'chờ văn bản của Bộ' }],
  ['xin gia han den 15/1', { date: '2027-01-15' }],
  ['cho em xin thêm 5 ngày ạ', { date: null }],
  ['đề nghị lùi thời hạn đến hết tháng 4', { date: '2026-04-30' }],
  ['xin hoãn đến ngày 20 tháng 3 do chưa có hướng dẫn', { date: '2026-03-20', note: 'chưa có hướng dẫn' }],
  ...['nv12 xin gia hạn', 'đơn vị xin thêm thời gian để hoàn thành', 'please extend to 20/3/2026'],
])

table('is returned', 'return', [
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
  ...['trưa nay trời đẹp', 'abc xyz', 'Kính gửi Sở Nội vụ', 'chưa nhận', 'đã xông'].map(
    (sentence) => [sentence, { confidence: 0 }] as const,
  ),
])

describe('said of one task', () => {
  test.each(['ok', 'vâng ạ', '👍', 'dạ', 'ok anh'])('%s acknowledges it', (sentence) => {
    expect(understand(sentence, { today, aboutTask: true }).intent).toBe('acknowledge')
    expect(understand(sentence, { today }).intent).toBe('small_talk')
  })
})

test('several tasks at once are named, and none is taken', () => {
  expect(understand('nv12 xong, nv13 chưa', { today })).toMatchObject({ task: null, tasks: [12, 13] })
})

test('the same words composed and decomposed mean the same', () => {
  for (const sentence of ['chưa xong', 'đã hoàn thành', 'vướng: chưa có kinh phí']) {
    expect(understand(sentence.normalize('NFD'), { today })).toEqual(understand(sentence, { today }))
  }
})
