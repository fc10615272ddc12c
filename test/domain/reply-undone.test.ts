import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stripMarks } from '../../domain/fold.ts'
import { saidDone } from '../../training/said-done.ts'
import { understand } from '../../domain/reply/understand.ts'
import { today } from './reply-table.ts'

/** What is learnt is no proof: the same cases each time, so that a new leak is that of a change. */
const seed = Number(process.env['REPLY_SEED'] ?? 2026)

const intentOf = (text: string) => understand(text, { today }).intent

const readLines = (file: string): readonly string[] =>
  readFileSync(new URL(`../../training/undone/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)

const undone = [...readLines('early.txt'), ...readLines('traps.txt'), ...readLines('taken-back.txt')]

describe('holds the word and is not done', () => {
  test.each(undone)('%s', (sentence) => {
    for (const said of [sentence, `em ${sentence} ạ`, `Dạ, ${sentence} nhé chị`, `${sentence}. Cảm ơn anh.`]) {
      expect([said, intentOf(said)]).not.toContain('done')
      // Without its diacritics "xong rồi à" is "xong rồi ạ", and "nhà" may be "nhé"; "anh a" is "anh ạ".
      if (!/ à$|^nhà| [AB] /u.test(sentence))
        expect([stripMarks(said), intentOf(stripMarks(said))]).not.toContain('done')
    }
  })
})

/** Done, with more around the word than politeness. */
const accounts = [
  'đã hoàn thành báo cáo và gửi về Sở',
  'đã làm xong hồ sơ, gửi văn thư rồi',
  'xong việc rà soát rồi, đã gửi phòng Nội vụ',
  'đã tổ chức xong hội nghị tập huấn',
  'đã niêm yết xong thủ tục hành chính',
  'phòng em hoàn thành kế hoạch rồi, đã ký ban hành',
  'việc này đã hoàn thành từ tuần trước, có quyết định kèm theo',
]

test('what is said of it plainly is done', () => {
  for (const account of accounts) expect([account, intentOf(account)]).toEqual([account, 'done'])
})

const hedges = [
  ...['chắc', 'hình như', 'có lẽ', 'nghe nói', 'tưởng', 'giá mà', 'nếu', 'sắp', 'sẽ', 'chưa', 'không', 'chờ', 'đang'],
  ...[
    'ước gì',
    'lẽ ra',
    'đáng lẽ',
    'mong',
    'phải',
    'cần',
    'mai',
    'tuần sau',
    'dự kiến',
    'cố gắng',
    'bao giờ',
    'ai bảo',
  ],
  ...['đợt trước', 'một phần', 'gần', 'sao lại ghi là', 'đừng ghi', 'quên chưa', 'khi nào'],
]
const afterthoughts = [
  ...[
    'nhưng chưa ký',
    'nhưng bị trả lại',
    'còn mục 3',
    'trừ hai thôn',
    'thì em báo',
    'nếu kịp',
    'chưa nhỉ',
    'à?',
    'hả',
  ],
  ...['hình như thế', 'chắc vậy', 'về cơ bản', 'một nửa', 'được 70%', 'phần đầu', 'đang chờ duyệt'],
  ...['mà sếp bắt sửa', 'giờ làm tiếp phần hai', 'còn thiếu con dấu', 'vẫn phải bổ sung', 'đâu', 'thế nào được', '🤣'],
]
const spell = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.normalize('NFD'),
)

test('whatever plain account is hedged before or after is not done', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...accounts),
      fc.constantFrom(...hedges),
      fc.constantFrom(...afterthoughts),
      fc.constantFrom(' ', ', ', ' ạ, '),
      fc.boolean(),
      spell,
      (account, hedge, afterthought, joint, before, as) => {
        const said = as(before ? `${hedge} ${account}` : `${account}${joint}${afterthought}`)
        expect([said, intentOf(said)]).not.toContain('done')
      },
    ),
    { numRuns: 3000, seed },
  )
})

const everyDone = new RegExp(saidDone, 'giu')
/** What is done in the sentences of the training, cut where the word begins and where it ends. */
const learnt = readFileSync(new URL('../../training/sentences/done.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((sentence) => sentence !== '' && !/phần trăm|phan tram/u.test(sentence) && intentOf(sentence) === 'done')
  .flatMap((sentence) => {
    const [found, ...others] = [...sentence.matchAll(everyDone)]
    // "Sua chua xong" is "sửa chữa xong" as well as "sửa chưa xong".
    if (found === undefined || others.length > 0 || !/(?<! (?:sửa|sua)) $/iu.test(` ${sentence.slice(0, found.index)}`))
      return []
    const end = found.index + found[0].length
    return [{ before: sentence.slice(0, found.index), said: found[0], after: sentence.slice(end) }]
  })
const denials = [
  ...['chưa', 'không', 'chẳng', 'sắp', 'gần', 'sẽ', 'mai', 'nếu', 'chắc', 'hình như', 'tưởng', 'đang', 'mong'],
  ...[
    'phải',
    'cần',
    'suýt',
    'hầu như',
    'cơ bản',
    'dự kiến',
    'hứa',
    'nghe nói',
    'bao giờ',
    'ước gì',
    'lẽ ra',
    'vẫn chưa',
  ],
]
const leftovers = ['đâu', 'được 2 xã', 'phần đầu', 'bước 1', 'sao được', 'về cơ bản', 'nếu kịp', 'vào tuần sau']

test('nothing that is done in what was learnt is done with a denial in front, or something left over', () => {
  expect(learnt.length).toBeGreaterThan(200)
  fc.assert(
    fc.property(
      fc.constantFrom(...learnt),
      fc.constantFrom(...denials),
      fc.constantFrom(...leftovers),
      fc.boolean(),
      fc.boolean(),
      ({ before, said, after }, denial, leftover, isDenied, isBare) => {
        const written = isDenied ? `${before}${denial} ${said}${after}` : `${before}${said} ${leftover}${after}`
        const sentence = isBare ? stripMarks(written) : written
        expect([sentence, intentOf(sentence)]).not.toContain('done')
      },
    ),
    { numRuns: 3000, seed },
  )
})
