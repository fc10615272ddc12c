import { expect } from 'vitest'
import { ask } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

const plan = [{ title: 'Báo cáo quý I', occurrences: ['2026-03-20'] }]

const strict = (scene: Scene) => scene.database.client.plan.updateMany({ data: { workflow: 'chat' } })

const standing = (scene: Scene) =>
  scene.stores(async ({ assignments }) => {
    const [first] = await assignments.findByNumber(1)
    return { state: first!.state, percent: first!.percent, doneOn: first!.doneOn }
  })

const lastUpdate = (scene: Scene) =>
  scene.database.client.statusUpdate.findFirstOrThrow({ orderBy: { id: 'desc' }, include: { assignment: true } })

onEveryChannel('what is handed in waits for the head, who returns it once and then approves it', async (scene) => {
  await scene.importPlan(plan)
  await strict(scene)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  const head = await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Thủ trưởng' })
  await hoa.say('nv1 40%')
  await hoa.next()
  await hoa.say('nv1 xong, minh chứng https://haiphong.gov.vn/1')
  expect((await hoa.next()).text).toContain('chờ duyệt, minh chứng https://haiphong.gov.vn/1\nĐã báo 1 người duyệt.')
  const asked = await head.next()
  expect(asked.text).toContain('📝 Chờ duyệt: NV1 Báo cáo quý I\nPhòng Nội vụ, hạn 20/03/2026 (còn 18 ngày)')
  expect(asked.text).toContain('Chuyên viên Một nộp ngày 02/03/2026')
  expect(asked.text).toContain('• https://haiphong.gov.vn/1')
  expect(asked.choices).toEqual(['Duyệt', 'Trả lại', 'Mở việc'])

  await head.choose(asked, 'Trả lại')
  expect((await head.next()).text).toContain('Trả lại NV1 vì lý do gì?')
  await head.say('thiếu phụ lục 2')
  expect((await head.next()).text).toContain('Đã trả lại NV1: “thiếu phụ lục 2”')
  const returned = await hoa.next()
  expect(returned.text).toContain('Thủ trưởng trả lại: “thiếu phụ lục 2”')
  expect(returned.choices).toContain('Xong')
  expect(await standing(scene)).toEqual({ state: 'in_progress', percent: 40, doneOn: null })

  await hoa.choose(returned, 'Xong')
  await hoa.next()
  const again = await head.next()
  // The first message is about what was returned: it cannot approve what was handed in since.
  if (scene.channel !== 'zalo') {
    await head.choose(asked, 'Duyệt')
    expect((await head.next()).text).toContain('đã được nộp lại sau bản này')
    await head.next()
  }
  await head.reply(again, 'nv1 duyệt nhé')
  expect((await head.next()).text).toBe('✅ Đã duyệt NV1: hoàn thành. Đã báo người nộp.')
  expect((await hoa.next()).text).toContain('Người duyệt: Thủ trưởng.')
  expect(await standing(scene)).toEqual({ state: 'done', percent: 100, doneOn: '2026-03-02' })
  expect(await lastUpdate(scene)).toMatchObject({ kind: 'approve', stateBefore: 'submitted', stateAfter: 'done' })
  expect(await scene.coordinator.quiet()).toEqual([])
})

onChannel('telegram', 'what is said of handed-in work takes it back, and says so', async (scene) => {
  await scene.importPlan(plan)
  await strict(scene)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Thủ trưởng' })
  expect((await ask(hoa, 'nv1 xong, minh chứng https://haiphong.gov.vn/1')).text).toContain('chờ duyệt')
  const taken = await ask(hoa, 'nv1 mới được 60%')
  expect(taken.text).toContain('Đã ghi NV1: đang thực hiện, 60%, không còn chờ duyệt')
  expect(await standing(scene)).toMatchObject({ state: 'in_progress', percent: 60 })
  const again = await ask(hoa, 'nv1 xong')
  expect(again.text).toContain('chờ duyệt')
})

onChannel('telegram', 'nobody decides on their own, whatever roles they have', async (scene) => {
  await scene.importPlan(plan)
  await strict(scene)
  const head = await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Thủ trưởng' })
  await ask(head, `/start ${await scene.invite('coordinator')}`)
  await head.quiet()
  await head.say('nv1 xong')
  expect((await head.next()).text).toContain('Đã báo 1 người duyệt.')
  await head.say('nv1 duyệt')
  expect((await head.next()).text).toContain('do chính anh/chị nộp nên cần người khác duyệt')
  const { id } = await lastUpdate(scene)
  expect(await pressForged(scene, 'Thủ trưởng', `apv:${id}`)).toContain('do chính anh/chị nộp')
  expect(await pressForged(scene, 'Thủ trưởng', `rej:${id}`)).toContain('do chính anh/chị nộp')
  await head.say('/duyet')
  expect((await head.next()).text).toBe('✅ Không còn gì chờ quyết định.')
  expect(await standing(scene)).toMatchObject({ state: 'submitted' })
  const asked = await scene.coordinator.next()
  await scene.coordinator.choose(asked, 'Duyệt')
  expect((await scene.coordinator.next()).text).toContain('Đã duyệt NV1 (Phòng Nội vụ)')
  // Twice is once.
  expect(await pressForged(scene, 'Cán bộ Tổng hợp', `apv:${id}`)).toContain('đã được duyệt trước đó')
})

onChannel(
  'telegram',
  'only who may decides, and the head of an agency above is told where there is none',
  async (scene) => {
    await scene.importPlan([{ title: 'Khám sức khỏe', occurrences: ['2026-03-20'], to: ['Trạm Y tế'] }])
    await strict(scene)
    const lan = await scene.person({ role: 'official', agency: 'Trạm Y tế' })
    await scene.person({ role: 'head', agency: 'Phòng Tư pháp', name: 'Thủ trưởng khác' })
    const above = await scene.person({ role: 'head', agency: 'Phòng Y tế', name: 'Thủ trưởng trên' })
    await lan.say('nv1 xong')
    await lan.next()
    const { id, assignmentId } = await lastUpdate(scene)
    expect(await pressForged(scene, 'Chuyên viên Một', `apv:${id}`)).toContain('không thuộc quyền')
    expect(await pressForged(scene, 'Thủ trưởng khác', `rej:${id}`)).toContain('không thuộc quyền')
    expect(await pressForged(scene, 'Thủ trưởng khác', `apv:${crypto.randomUUID()}`)).toContain('không còn dùng được')
    expect(await scene.coordinator.quiet()).toEqual([])
    await lan.say('/nv 1')
    expect((await lan.next()).text).toContain('Đang chờ: thủ trưởng Phòng Y tế duyệt kết quả')
    const asked = await above.next()
    await above.reply(asked, 'ok')
    const back = await above.next()
    expect(back.text).toContain('duyệt hay trả lại NV1')
    await above.choose(back, 'Duyệt')
    await above.next()
    expect((await lan.next()).text).toContain('Đã được duyệt, hoàn thành')

    expect(await pressForged(scene, 'Chuyên viên Một', `reo:${assignmentId}`)).toContain('không thuộc quyền')
    await above.say('nv1 mở lại')
    expect((await above.next()).text).toContain('Mở lại NV1 (Trạm Y tế) vì lý do gì?')
    await above.say('số liệu chưa đúng')
    expect((await above.next()).text).toContain('Đã mở lại NV1')
    expect((await lan.next()).text).toContain('🔓 Mở lại: NV1 Khám sức khỏe')
    expect(await standing(scene)).toEqual({ state: 'in_progress', percent: 0, doneOn: null })
    expect(await lastUpdate(scene)).toMatchObject({
      kind: 'reopen',
      note: 'số liệu chưa đúng',
      stateAfter: 'in_progress',
    })
    expect(await scene.database.client.nextReminder.count()).toBe(1)
  },
)

onChannel(
  'zalo',
  'the coordinator chooses how a plan is worked on; evidence that it requires comes first',
  async (scene) => {
    await scene.importPlan([...plan, { title: 'Việc đã xong', occurrences: ['2026-03-20'] }])
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    await hoa.say('nv2 xong')
    await hoa.next()
    const { coordinator } = scene
    await coordinator.say('/kehoach')
    await coordinator.choose(await coordinator.next(), 'Cách duyệt, minh chứng')
    const shown = await coordinator.next()
    expect(shown.text).toContain('Cách duyệt: gọn, báo xong là hoàn thành.\nMinh chứng: không bắt buộc.')
    await coordinator.choose(shown, 'Chuyển sang chặt')
    const strictNow = await coordinator.next()
    expect(strictNow.text).toContain('Cách duyệt: chặt')
    await coordinator.choose(strictNow, 'Bắt buộc minh chứng')
    expect((await coordinator.next()).text).toContain('Minh chứng: bắt buộc')
    const changes = await scene.database.client.auditEvent.findMany({ where: { action: 'plan.settings' } })
    expect(changes.map(({ after }) => after)).toEqual([
      { workflow: 'chat', requiresEvidence: false },
      { workflow: 'chat', requiresEvidence: true },
    ])
    const second = await scene.stores(({ assignments }) => assignments.findByNumber(2))
    expect(second[0]).toMatchObject({ state: 'done' })

    await hoa.say('nv1 xong')
    expect((await hoa.next()).text).toContain('bắt buộc minh chứng nên chưa ghi là xong')
    expect(await standing(scene)).toMatchObject({ state: 'assigned', percent: 0 })
    await hoa.say('CV số 123/SNV-CCHC')
    const kept = await hoa.next()
    expect(kept.text).toContain('Đã có minh chứng, xong rồi thì bấm Xong.')
    await hoa.choose(kept, 'Xong')
    expect((await hoa.next()).text).toContain('Đã ghi NV1: chờ duyệt')
    expect(await standing(scene)).toMatchObject({ state: 'submitted', percent: 100 })

    await coordinator.next()
    await coordinator.say('/duyet')
    const item = await coordinator.next()
    expect(item.text).toContain('Chờ quyết định: 1/1\n📝 Chờ duyệt: NV1')
    expect(item.choices).toEqual(['Duyệt', 'Trả lại', 'Bỏ qua', 'Mở việc'])
    await coordinator.choose(item, 'Bỏ qua')
    expect((await coordinator.next()).text).toContain('còn 1 mục chờ quyết định')
  },
)
