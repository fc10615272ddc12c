import { expect } from 'vitest'
import { askText } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'

const link = 'https://haiphong.gov.vn/van-ban/1'
const twoTasks = [
  { title: 'Báo cáo quý I', occurrences: ['2026-03-06'] },
  { title: 'Rà soát thủ tục', occurrences: ['2026-05-30'] },
]

const standing = (scene: Scene, number: number) =>
  scene.stores(async ({ assignments }) => {
    const [first] = await assignments.findByNumber(number)
    const { state, percent, obstacle, doneOn } = first!
    const evidence = await assignments.listEvidence(first!.id)
    return { state, percent, obstacle, doneOn, evidence: evidence.map(({ url }) => url) }
  })

onEveryChannel('the number of a task in the words is enough, from receiving it to the evidence', async (scene) => {
  await scene.importPlan(twoTasks)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  expect(await askText(hoa, 'nv1 đã nhận')).toMatch(/^✅ Đã ghi NV1: đã tiếp nhận\./u)
  expect(await askText(hoa, 'nv1 xong 80%, còn chờ Sở Tài chính góp ý')).toMatch(
    /^✅ Đã ghi NV1: đang thực hiện, 80%, ghi chú “còn chờ Sở Tài chính góp ý”\./u,
  )
  expect(await askText(hoa, 'NV 1 vướng: chưa có kinh phí')).toMatch(
    /^✅ Đã ghi NV1: vướng mắc “chưa có kinh phí”, đang thực hiện, 80%\./u,
  )
  expect(await standing(scene, 1)).toMatchObject({ state: 'in_progress', percent: 80, obstacle: 'chưa có kinh phí' })
  expect(await askText(hoa, `#1 xong rồi, minh chứng: ${link}`)).toMatch(
    new RegExp(`^✅ Đã ghi NV1: hoàn thành, minh chứng ${link}`, 'u'),
  )
  const finished = { state: 'done', percent: 100, obstacle: null, doneOn: '2026-03-02', evidence: [link] }
  expect(await standing(scene, 1)).toEqual(finished)
  expect(await askText(hoa, 'nv1 xong')).toBe('Đã ghi nhận trước đó: NV1 hoàn thành. Không ghi thêm.')
  expect(await askText(hoa, 'nv1 70%')).toBe('NV1 đã kết thúc nên không ghi thêm được. Chưa có gì thay đổi.')
  expect(await standing(scene, 1)).toEqual(finished)
})

onEveryChannel('a single open task needs no number; evidence may follow "xong" by itself', async (scene) => {
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-06'] }])
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  expect(await askText(hoa, 'đang làm ạ')).toMatch(/^✅ Đã ghi NV1: đang thực hiện\./u)
  expect(await askText(hoa, 'xong rồi ạ')).toMatch(
    /^✅ Đã ghi NV1: hoàn thành\.\nGửi liên kết hoặc số văn bản minh chứng \(nếu có\)\./u,
  )
  expect(await askText(hoa, link)).toMatch(new RegExp(`^✅ Đã ghi NV1: đã lưu minh chứng ${link}`, 'u'))
  expect(await standing(scene, 1)).toMatchObject({ state: 'done', evidence: [link] })
  expect(await askText(hoa, 'cảm ơn')).toBe('Vâng, cảm ơn anh/chị.')
  expect(await askText(hoa, 'xong rồi')).toContain('Đơn vị không còn việc nào đang mở')
})

onEveryChannel('several open tasks are asked about, and nothing is guessed', async (scene) => {
  await scene.importPlan(twoTasks)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  expect(await askText(hoa, 'xong rồi')).toContain('Anh/chị nói về nhiệm vụ nào? Hãy thêm số, ví dụ nv1 xong')
  expect(await askText(hoa, 'nv99 xong')).toContain('Không thấy nhiệm vụ “NV99”')
  expect(await askText(hoa, 'nv1 150%')).toContain('Tỷ lệ 150% không hợp lệ')
  expect(await askText(hoa, 'qwerty asdf')).toContain('Chưa hiểu ý anh/chị nên chưa ghi nhận gì')
  for (const number of [1, 2]) {
    expect(await standing(scene, number)).toMatchObject({ state: 'assigned', percent: 0, obstacle: null })
  }
})

onEveryChannel('what may mean "done" is asked back, with the choices', async (scene) => {
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-06'] }])
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await hoa.say('nv1 100%')
  const question = await hoa.next()
  expect(question.text).toContain('Chưa rõ NV1 đã hoàn thành hay chưa nên chưa ghi gì.')
  expect(question.choices).toEqual(['Đã hoàn thành', '100%, chưa xong', 'Đang làm', 'Vướng mắc'])
  expect(await standing(scene, 1)).toMatchObject({ state: 'assigned', percent: 0 })
  await hoa.choose(question, 'Đã hoàn thành')
  expect((await hoa.next()).text).toMatch(/^✅ Đã ghi NV1: hoàn thành\./u)
})

onEveryChannel('the message replied to tells the task, on channels that tell what was answered', async (scene) => {
  await scene.importPlan(twoTasks)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  if (!hoa.can.reply) return
  await hoa.say('/nv 2')
  const card = await hoa.next()
  await hoa.reply(card, '👍')
  expect((await hoa.next()).text).toMatch(/^✅ Đã ghi NV2: đã tiếp nhận\./u)
  await hoa.reply(card, 'được một nửa rồi')
  const recorded = await hoa.next()
  expect(recorded.text).toMatch(/^✅ Đã ghi NV2: đang thực hiện, 50%\./u)
  // What the bot says about a task is about that task as well.
  await hoa.reply(recorded, 'hạn khi nào?')
  expect((await hoa.next()).text).toContain('Hạn: 30/05/2026 (còn 89 ngày)')
  // A reply to one task that names another is no answer to either.
  await hoa.reply(card, 'nv1 xong')
  expect((await hoa.next()).text).toContain('Anh/chị nói về nhiệm vụ nào?')
  expect(await standing(scene, 1)).toMatchObject({ state: 'assigned' })
  await hoa.say('/viec')
  const list = await hoa.next()
  await hoa.reply(list, 'xong')
  expect((await hoa.next()).text).toContain('Tin nhắn này không còn gắn với nhiệm vụ nào')
  await hoa.reply(list, 'nv2 xong')
  expect((await hoa.next()).text).toMatch(/^✅ Đã ghi NV2: hoàn thành\./u)
})

onEveryChannel('buttons record, and a second tap records nothing', async (scene) => {
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-06'] }])
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  const open = async () => {
    await hoa.say('/nv 1')
    return hoa.next()
  }
  const card = await open()
  expect(card.choices.slice(0, 4)).toEqual(['Đã nhận', 'Đang làm', 'Xong', 'Vướng mắc'])
  await hoa.choose(card, 'Đã nhận')
  expect((await hoa.next()).text).toMatch(/^✅ Đã ghi NV1: đã tiếp nhận\./u)
  if (scene.channel !== 'zalo') {
    await hoa.choose(card, 'Đã nhận')
    expect((await hoa.next()).text).toBe('Đã ghi nhận trước đó: NV1 đã tiếp nhận. Không ghi thêm.')
  }

  await hoa.choose(await open(), 'Đang làm')
  const share = await hoa.next()
  expect(share.text).toContain('NV1 làm được bao nhiêu phần trăm?')
  expect(share.choices).toEqual(['25%', '50%', '75%', '90%', 'Chưa tính được'])
  await hoa.choose(share, '75%')
  expect((await hoa.next()).text).toMatch(/^✅ Đã ghi NV1: đang thực hiện, 75%\./u)

  await hoa.choose(await open(), 'Đang làm')
  await hoa.next()
  expect(await askText(hoa, '150')).toContain('Tỷ lệ 150% không hợp lệ')
  // A small number is a share where choices have buttons; where they are numbered it would be one of them.
  if (scene.channel !== 'zalo') {
    expect(await askText(hoa, '3')).toMatch(/^✅ Đã ghi NV1: đang thực hiện, 3%\./u)
    await hoa.choose(await open(), 'Đang làm')
    await hoa.next()
  }
  expect(await askText(hoa, '85')).toMatch(/^✅ Đã ghi NV1: đang thực hiện, 85%\./u)

  await hoa.choose(await open(), 'Vướng mắc')
  expect((await hoa.next()).text).toContain('NV1 đang vướng điều gì?')
  expect(await askText(hoa, 'chờ Sở Tài chính trả lời')).toMatch(
    /^✅ Đã ghi NV1: vướng mắc “chờ Sở Tài chính trả lời”/u,
  )
  expect(await askText(hoa, 'hết vướng rồi')).toMatch(/^✅ Đã ghi NV1: đang thực hiện, 85%, đã hết vướng mắc/u)

  await hoa.choose(await open(), 'Vướng mắc')
  await hoa.next()
  expect(await askText(hoa, 'thôi')).toBe('Vâng, không ghi thêm gì.')

  await hoa.choose(await open(), 'Xong')
  expect((await hoa.next()).text).toMatch(/^✅ Đã ghi NV1: hoàn thành\./u)
  expect(await askText(hoa, 'CV số 123/SNV-CCHC ngày 5/3')).toContain('đã lưu minh chứng CV số 123/SNV-CCHC ngày 5/3')
  expect((await open()).choices).not.toContain('Xong')
})

onChannel('web', 'the earliest open due date is meant, and named', async (scene) => {
  await scene.importPlan([{ title: 'Báo cáo định kỳ', occurrences: ['2026-03-20', '2026-06-20', '2026-09-20'] }])
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  expect(await askText(hoa, 'xong rồi')).toMatch(/^✅ Đã ghi NV1 \(kỳ 1\/3, hạn 20\/03\/2026\): hoàn thành\./u)
  expect(await askText(hoa, 'nv1 30%')).toMatch(/^✅ Đã ghi NV1 \(kỳ 2\/3, hạn 20\/06\/2026\): đang thực hiện, 30%\./u)
})

onChannel('web', 'a head answers for the agencies below, a coordinator for any, a leader for none', async (scene) => {
  await scene.importPlan([
    { title: 'Việc của trạm', occurrences: ['2026-03-20'], to: ['Trạm Y tế'] },
    { title: 'Việc chung', occurrences: ['2026-03-20'], to: ['Phòng Tư pháp', 'Trạm Y tế'] },
  ])
  const head = await scene.person({ role: 'head', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  expect(await askText(head, 'nv1 40%')).toMatch(/^✅ Đã ghi NV1 \(Trạm Y tế\): đang thực hiện, 40%\./u)
  await scene.coordinator.say('nv2 xong')
  const [which, agencies] = [await scene.coordinator.next(), await scene.coordinator.next()]
  expect(which.text).toBe('Nhiệm vụ này giao cho nhiều đơn vị nên chưa ghi gì. Chọn đơn vị:')
  expect(agencies.choices).toEqual(['Phòng Tư pháp', 'Trạm Y tế'])
  const leader = await scene.person({ role: 'leader', name: 'Lãnh đạo Một' })
  expect(await askText(leader, 'nv1 xong')).toContain('Việc này không thuộc quyền của anh/chị')
  expect(await askText(leader, 'nv1 hạn khi nào?')).toContain('Hạn: 20/03/2026')
  const other = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Mười' })
  expect(await askText(other, 'nv1 xong')).toContain('Không thấy nhiệm vụ “NV1” trong phạm vi')
  expect(await standing(scene, 1)).toMatchObject({ state: 'in_progress', percent: 40 })
})

onChannel('web', 'links that come with a doubtful answer are kept', async (scene) => {
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-06'] }])
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await hoa.say(`được 100% rồi ${link}`)
  expect((await hoa.next()).text).toContain(`đã lưu minh chứng ${link}`)
  expect((await hoa.next()).text).toContain('Chưa rõ NV1 đã hoàn thành hay chưa')
  expect(await standing(scene, 1)).toMatchObject({ state: 'acknowledged', evidence: [link] })
})
