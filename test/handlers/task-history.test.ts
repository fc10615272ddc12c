import { describe, expect, test } from 'vitest'
import { waitingFor } from '../../domain/waiting-for.ts'
import { messagesIn } from '../../locales/index.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'
import { pressForged } from './forged-press.ts'

const plan = [{ title: 'Báo cáo quý I', occurrences: ['2026-03-20'] }]

const say = async (who: ChatDriver, words: string) => {
  await who.say(words)
  return who.next()
}

const later = (scene: Scene, minutes: number) => scene.setNow(new Date(scene.now().getTime() + minutes * 60_000))

onEveryChannel('the history of a task is told as a story, the newest last, page by page', async (scene) => {
  await scene.importPlan(plan)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  later(scene, 15)
  await say(hoa, 'nv1 đã nhận')
  for (const words of ['nv1 40%, còn chờ góp ý', 'nv1 vướng: thiếu người', 'nv1 50%, hết vướng rồi', 'nv1 60%']) {
    later(scene, 1)
    await say(hoa, words)
  }
  await hoa.choose(await say(hoa, 'nv1 61%'), 'Hoàn tác')
  await hoa.next()
  for (const words of ['nv1 70%', 'nv1 https://haiphong.gov.vn/1', 'nv1 xong']) await say(hoa, words)
  await hoa.choose(await say(hoa, '/nv 1'), 'Lịch sử')
  const newest = await hoa.next()
  expect(newest.text).toContain(
    [
      'Lịch sử NV1, Phòng Nội vụ',
      '02/03 09:19 Chuyên viên Một gửi minh chứng https://haiphong.gov.vn/1',
      '02/03 09:19 Chuyên viên Một báo hoàn thành',
      'Từ 9 đến 10 trong 10 lần.',
    ].join('\n'),
  )
  expect(newest.choices).toEqual(['Cũ hơn', 'Mở việc'])
  await hoa.choose(newest, 'Cũ hơn')
  const older = await hoa.next()
  expect(older.text).toContain(
    [
      '05/01 09:00 Giao cho Phòng Nội vụ, hạn 20/03/2026',
      '02/03 09:15 Chuyên viên Một đã tiếp nhận',
      '02/03 09:16 Chuyên viên Một báo 40%, ghi chú “còn chờ góp ý”',
      '02/03 09:17 Chuyên viên Một báo vướng mắc “thiếu người”',
      '02/03 09:18 Chuyên viên Một báo 50%, đã hết vướng mắc',
    ].join('\n'),
  )
  expect(older.text).toContain('Chuyên viên Một báo 61% (đã hoàn tác)\n')
  expect(older.choices).toEqual(['Mới hơn', 'Mở việc'])
  expect(older.id === newest.id).toBe(scene.channel !== 'zalo')
  await hoa.choose(older, 'Mở việc')
  expect((await hoa.next()).text).toContain('NV1 Báo cáo quý I')
})

onChannel('web', 'what was asked and decided is in the story, and who is waited for is on the card', async (scene) => {
  await scene.importPlan([...plan, { title: 'Việc của phòng khác', to: ['Phòng Tư pháp'] }])
  await scene.database.client.plan.updateMany({ data: { workflow: 'chat' } })
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  expect((await say(hoa, '/nv 1')).text).toContain('Đang chờ: Phòng Nội vụ tiếp nhận')
  await say(hoa, 'nv1 xin gia hạn đến 15/4 vì chờ văn bản của Bộ')
  expect((await say(hoa, '/nv 1')).text).toContain('Đang chờ: cán bộ tổng hợp quyết định gia hạn đến 15/04/2026')
  await scene.coordinator.quiet()
  await scene.coordinator.choose(await say(scene.coordinator, '/nv 1'), 'Đồng ý')
  await scene.coordinator.quiet()
  await hoa.quiet()
  expect((await say(hoa, '/nv 1')).text).toContain('hạn gốc 20/03/2026')
  await say(hoa, 'nv1 xong')
  await hoa.quiet()
  const card = await say(hoa, '/nv 1')
  expect(card.text).toContain('Đang chờ: cán bộ tổng hợp duyệt kết quả')
  await hoa.choose(card, 'Lịch sử')
  const { text } = await hoa.next()
  expect(text).toContain('Chuyên viên Một xin gia hạn đến 15/04/2026, lý do “chờ văn bản của Bộ”')
  expect(text).toContain('Cán bộ Tổng hợp đồng ý gia hạn: từ 20/03/2026 đến 15/04/2026')
  expect(text).toContain('Chuyên viên Một nộp kết quả, chờ duyệt')

  const [mine] = await scene.stores(({ assignments }) => assignments.findByNumber(1))
  const [other] = await scene.stores(({ assignments }) => assignments.findByNumber(2))
  const press = (action: string) => pressForged(scene, 'Chuyên viên Một', action)
  expect(await press(`his:${other!.id}`)).toContain('không thuộc quyền')
  for (const action of ['his:x', `his:${crypto.randomUUID()}`, `his:${mine!.id}:-1`, `his:${mine!.id}:x`]) {
    expect(await press(action)).toContain('không còn dùng được')
  }
  expect(await press(`his:${mine!.id}:8000`)).toContain('nộp kết quả, chờ duyệt')
})

type Story = ReturnType<typeof messagesIn>['history']['story']
type Update = Extract<Parameters<Story>[0]['items'][number], { what: 'update' }>['update']
const standing = { state: 'assigned', percent: 0, obstacle: null, dueOn: null } as const

const told = (update: Partial<Update> & Pick<Update, 'kind'>, locale: 'vi' | 'en' = 'vi') => {
  const whole = { note: '', before: standing, after: standing, undone: false, evidence: [], ...update }
  const when = { day: '2025-12-31', time: '09:15', otherYear: true, person: 'Chuyên viên Một' }
  const items = [{ ...when, what: 'update', update: whole }] as const
  const { text } = messagesIn(locale).history.story({ number: 1, agency: 'Phòng Nội vụ', total: 1, from: 1, items })
  return text.split('\n')[1]
}

describe('every kind of update has its sentence', () => {
  test.each<[Update['kind'], Partial<Update>, string]>([
    ['acknowledge', {}, 'đã tiếp nhận'],
    ['progress', { after: { ...standing, state: 'acknowledged' } }, 'báo chưa bắt đầu'],
    ['progress', { after: { ...standing, state: 'in_progress' } }, 'báo đang thực hiện'],
    ['progress', { after: { ...standing, state: 'in_progress', percent: 40 }, note: 'chờ' }, 'báo 40%, ghi chú “chờ”'],
    ['done', { after: { ...standing, state: 'done' } }, 'báo hoàn thành'],
    ['done', { after: { ...standing, state: 'submitted' }, undone: true }, 'nộp kết quả, chờ duyệt (đã hoàn tác)'],
    ['obstacle', { after: { ...standing, obstacle: 'thiếu người', percent: 10 } }, 'báo vướng mắc “thiếu người”, 10%'],
    ['evidence', { evidence: [{ words: 'CV 1/SNV', withdrawn: true }] }, 'gửi minh chứng CV 1/SNV (đã rút)'],
    ['approve', { after: { ...standing, state: 'done' } }, 'duyệt kết quả: hoàn thành'],
    ['reject', { note: 'thiếu phụ lục' }, 'trả lại kết quả, lý do “thiếu phụ lục”'],
    ['reopen', { note: 'số liệu sai' }, 'mở lại việc, lý do “số liệu sai”'],
    ['return', { note: 'của phòng khác' }, 'trả lại việc vì không phải của đơn vị, kèm lời “của phòng khác”'],
    ['reassign', { after: { ...standing, state: 'returned' }, note: 'Phòng Y tế' }, 'giao việc cho Phòng Y tế'],
    ['reassign', { note: 'đúng chức năng' }, 'giao lại việc, kèm lời “đúng chức năng”'],
    [
      'extend',
      { before: { ...standing, dueOn: '2026-03-20' }, after: { ...standing, dueOn: '2026-04-10' } },
      'đồng ý gia hạn: từ 20/03/2026 đến 10/04/2026',
    ],
    ['assignee', { note: 'Chuyên viên Hai' }, 'giao cho Chuyên viên Hai làm'],
    ['assignee', {}, 'giao lại cho cả đơn vị'],
    ['contribute', { note: 'đã gửi số liệu' }, 'đóng góp phần phối hợp: “đã gửi số liệu”'],
  ])('%s', (kind, update, sentence) => {
    expect(told({ kind, ...update })).toBe(`31/12/2025 09:15 Chuyên viên Một ${sentence}`)
    expect(told({ kind, ...update }, 'en')).toMatch(/^31\/12\/2025 09:15 Chuyên viên Một [a-z]/u)
  })
})

describe('who is waited for', () => {
  const nothing = { wantedOn: null, isReturnWaiting: false, nobodyThere: false, asked: null }
  const asked = { agency: 'Phòng Y tế', people: 1, standIns: [] }
  const named = { agencyName: 'Phòng Nội vụ', assigneeName: 'Chuyên viên Hai' }
  test.each([
    [
      { state: 'assigned', ...named, assigneeName: null },
      nothing,
      { kind: 'doing', who: 'Phòng Nội vụ', state: 'assigned', nobodyThere: false },
    ],
    [
      { state: 'in_progress', ...named },
      nothing,
      { kind: 'doing', who: 'Chuyên viên Hai', state: 'in_progress', nobodyThere: false },
    ],
    [
      { state: 'in_progress', ...named },
      { ...nothing, wantedOn: '2026-04-10' },
      { kind: 'time', wantedOn: '2026-04-10' },
    ],
    [
      { state: 'submitted', ...named },
      { ...nothing, asked },
      { kind: 'approval', by: asked },
    ],
    [{ state: 'submitted', ...named }, nothing, null],
    [{ state: 'returned', ...named }, { ...nothing, isReturnWaiting: true }, { kind: 'reassigning' }],
    [{ state: 'returned', ...named }, nothing, null],
    [{ state: 'done', ...named }, nothing, null],
    [{ state: 'cancelled', ...named }, nothing, null],
  ] as const)('of %j with %j is %j', (assignment, besides, whom) => {
    expect(waitingFor(assignment, besides)).toEqual(whom)
  })
})
