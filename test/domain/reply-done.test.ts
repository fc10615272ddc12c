import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stripMarks } from '../../domain/fold.ts'
import { understand } from '../../domain/reply/understand.ts'

const today = '2026-03-02'

/** What is learnt is no proof: the same cases each time, so that a new leak is that of a change. */
const seed = Number(process.env['REPLY_SEED'] ?? 2026)

const negators = [
  ...['chưa', 'vẫn chưa', 'không', 'ko', 'k', 'chẳng', 'đâu', 'đâu có', 'sắp', 'gần', 'gần như', 'hầu như', 'suýt'],
  ...['sẽ', 'mai', 'ngày mai', 'tuần sau', 'tháng tới', 'cuối tháng', 'dự kiến', 'cố gắng', 'phấn đấu', 'hứa', 'đang'],
  ...[
    'nếu có kinh phí thì',
    'nếu Sở góp ý, thì',
    'khi ký',
    'đang chờ Sở Tài chính',
    'cơ bản',
    'một phần',
    'chắc',
    'có lẽ',
  ],
  ...['hình như', 'phải', 'cần', 'khó', 'tưởng', 'bao giờ', 'khi nào', 'not', 'not yet', 'almost', 'will be', 'if'],
]
const donePhrases = [
  ...[
    'xong',
    'xong rồi',
    'đã xong',
    'đã xong ạ',
    'xong xuôi',
    'hoàn thành',
    'đã hoàn thành',
    'hoàn thành 100%',
    'hoàn tất',
  ],
  ...[
    'đã làm xong',
    'đã thực hiện xong rồi',
    'xong hết rồi',
    'xog',
    'xg rồi',
    'đã ht',
    'ok xong nhé',
    'done',
    'finished',
    '100% xong',
  ],
]
/** Said right after it: only so much of it is done. */
const pieces = ['mỗi bước 1', 'bước đầu', 'một nửa', 'khâu rà soát', 'bản nháp', 'được 2 xã', '3/5 mục']
/** What is left to do, or when it will be. */
const remainders = [
  ...['80%', 'trừ mục 3', 'chỉ còn mục 3', 'còn mục 3', 'còn chờ ký', 'còn thiếu phụ lục', 'thì em báo', 'một phần'],
  ...['nếu được duyệt', 'khi có kinh phí', 'vào tuần sau', 'ngày mai', 'cuối tháng', 'thứ 6 này', 'ngày 20/3', '20/3'],
  ...['thế nào được', 'sao được', 'chưa', 'chưa em', 'hả', 'phải không', 'theo anh Tư'],
  ...['tạm thời', 'về cơ bản', 'chắc thế', 'hình như vậy', 'đang chờ duyệt', 'đừng tick vội'],
]
const fillers = [
  '',
  ' ',
  ' em ',
  ' việc này ',
  ' anh ạ ',
  ' nv12 ',
  ' bên em ',
  ' hôm nay ',
  ' được ',
  ' làm ',
  ' thực hiện ',
]
const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  stripMarks,
  (text) => text.normalize('NFD'),
  (text) => text.toUpperCase(),
]

const intentOf = (text: string) => understand(text, { today }).intent

describe('"done" is never understood', () => {
  test('with anything before it that denies, delays or conditions it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...negators),
        fc.constantFrom(...fillers),
        fc.constantFrom(...donePhrases),
        fc.constantFrom('', ' ạ', ' nhé', ' rồi', '.', ', cảm ơn', ' https://a.gov.vn/1'),
        fc.constantFrom(...spellings),
        (negator, filler, done, end, spell) => {
          expect(intentOf(spell(`${negator} ${filler}${done}${end}`))).not.toBe('done')
        },
      ),
      { numRuns: 6000, seed },
    )
  })

  test('with anything after it that leaves something undone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'em ', 'dạ bên em ', 'việc này ', 'nv12 '),
        fc.constantFrom(...donePhrases),
        fc.oneof(
          fc.constantFrom(...pieces).map((piece) => ` ${piece}`),
          fc
            .tuple(fc.constantFrom(' ', ' rồi ', ', ', ' nhé, ', ' ạ. '), fc.constantFrom(...remainders))
            .map(([between, rest]) => `${between}${rest}`),
        ),
        fc.constantFrom(...spellings),
        (start, done, rest, spell) => {
          expect(intentOf(spell(`${start}${done}${rest}`))).not.toBe('done')
        },
      ),
      { numRuns: 4000, seed },
    )
  })

  test('with a denial in which keys were slipped or stayed keys', () => {
    const slips = [
      ...['chuaw', 'chuwa', 'chuaww', 'khoong', 'khogn', 'khoongg', 'khobg', 'ddang', 'sawps'],
      ...['sawsp', 'gaanf', 'gaafn', 'seex', 'sexx', 'ddaau', 'neeus', 'nneu', 'chawcs', 'suyts'],
    ]
    for (const slip of slips)
      for (const done of donePhrases) {
        for (const said of [`${slip} ${done}`, `em ${slip} ${done} ạ`])
          expect([said, intentOf(said)]).not.toContain('done')
      }
  })

  test('said laughing, in quotation marks or passed on', () => {
    for (const done of donePhrases) {
      for (const said of [
        `${done} 🤣`,
        `${done} 🙄🙄`,
        `“${done}”`,
        `"${done}" ạ`,
        `Fwd: ${done}`,
        `> ${done}`,
        `${done} =))`,
      ]) {
        expect([said, intentOf(said)]).not.toContain('done')
      }
    }
  })

  test('from a share alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 500 }), fc.constantFrom('', 'được ', 'đạt '), (percent, before) => {
        const understood = understand(`${before}${percent}%`, { today })
        expect(understood).toMatchObject({ intent: 'progress', percent })
        expect(understood.confidence).toBe(percent === 100 ? 0.5 : 1)
      }),
    )
  })

  test('from a done phrase with a question mark', () => {
    for (const done of donePhrases) expect(intentOf(`${done}?`)).not.toBe('done')
  })
})

test('"done" itself is understood in every spelling', () => {
  for (const done of donePhrases) {
    for (const spell of spellings) expect([spell(done), intentOf(spell(done))]).toEqual([spell(done), 'done'])
  }
})

test('anything at all is understood somehow, the same every time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const understood = understand(text, { today })
      expect(understood).toEqual(understand(text, { today }))
      expect(understood.intent).not.toBe('done')
    }),
  )
})

test('a very long text takes no long time', () => {
  const long = `${'chưa nếu xong 80% '.repeat(3000)}https://a.vn/${'x'.repeat(2000)}`
  const started = performance.now()
  expect(intentOf(long)).not.toBe('done')
  expect(performance.now() - started).toBeLessThan(2000)
})
