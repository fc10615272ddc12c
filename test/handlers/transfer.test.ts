import { expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'
import { lastAction, pressForged } from './forged-press.ts'

const texts = async (who: ChatDriver): Promise<readonly string[]> => (await who.quiet()).map(({ text }) => text)

/** Every assignment as it stands, by task and agency. */
const standings = async ({ database, workspace }: Scene) =>
  (
    await database.client.assignment.findMany({
      where: { workspaceId: workspace.id },
      include: { agency: true, occurrence: { include: { task: true } }, next: true },
    })
  )
    .map(({ agency, occurrence, state, percent, next }) => [
      ...[`NV${occurrence.task.number}`, agency.name, state, percent, next === null ? '–' : 'nhắc'],
    ])
    .map((row) => row.join(' '))
    .toSorted()

const plan = [
  { title: 'Báo cáo quý I', to: ['Phòng Y tế'], occurrences: ['2026-02-20'] },
  { title: 'Rà soát thủ tục', to: ['Phòng Y tế', 'Phòng Nội vụ'], occurrences: ['2026-03-20'] },
  { title: 'Khám sức khỏe', to: ['Phòng Y tế'], occurrences: ['2026-04-20'] },
]

onEveryChannel('the work of an agency that is merged goes over as a whole, and back again', async (scene) => {
  await scene.importPlan(plan)
  const { coordinator } = scene
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Một' })
  const lan = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Hai' })
  await ask(hoa, 'nv1 40%')
  const old = await ask(hoa, '/nv 1')
  const preview = await ask(coordinator, '/chuyen Phòng Y tế sang Phòng Nội vụ')
  expect(preview.text).toContain(
    'Chuyển việc: Phòng Y tế → Phòng Nội vụ\n3 việc đang mở, 1 quá hạn\n• 01/KH-UBND: 3 việc',
  )
  expect(preview.text).toContain('• 1 việc Phòng Nội vụ đã có: không giao hai lần, phần của Phòng Y tế kết thúc.')
  expect(preview.text).toContain('Sẽ báo 2 người, mỗi người một tin.')
  expect(preview.text).toContain('☐ Người: 1 người của Phòng Y tế sang Phòng Nội vụ, giữ vai trò.')
  expect(preview.text).toContain('1 đơn vị trực thuộc về Phòng Nội vụ.')
  expect(preview.choices).toEqual(['Chuyển', 'Thôi', '☐ Người', '☐ Đóng', '☐ Tên'])
  const people = await choose(coordinator, preview, '☐ Người')
  expect(people.choices).toEqual(['Chuyển', 'Thôi', '☑ Người', '☐ Đóng', '☐ Tên'])
  const done = await choose(coordinator, people, 'Chuyển')
  expect(done.text).toContain('✅ Đã chuyển 2 việc từ Phòng Y tế sang Phòng Nội vụ. Đã báo 2 người.')
  expect(done.text).toContain('Không giao hai lần 1 việc Phòng Nội vụ đã có')
  expect(await standings(scene)).toEqual([
    'NV1 Phòng Nội vụ assigned 40 nhắc',
    'NV1 Phòng Y tế returned 40 –',
    'NV2 Phòng Nội vụ assigned 0 nhắc',
    'NV2 Phòng Y tế returned 0 –',
    'NV3 Phòng Nội vụ assigned 0 nhắc',
    'NV3 Phòng Y tế returned 0 –',
  ])
  await scene.app.quiet()
  const [ofLan] = await texts(lan)
  expect(ofLan).toContain('📥 Phòng Nội vụ nhận 2 việc từ Phòng Y tế, Cán bộ Tổng hợp chuyển.\n1 quá hạn.\n• NV1')
  const ofHoa = await texts(hoa)
  expect(ofHoa).toHaveLength(1)
  expect(ofHoa[0]).toContain('Anh/chị nay thuộc Phòng Nội vụ.')
  // An answer to a message of before is about what carries the work on.
  await (hoa.can.reply ? hoa.reply(old, '50%') : hoa.say('nv1 50%'))
  expect((await hoa.next()).text).toContain('✅ Đã ghi NV1: đang thực hiện, 50%')
  const card = await ask(lan, '/nv 1')
  const history = (await choose(lan, card, 'Lịch sử')).text
  expect(history).toContain('Giao cho Phòng Y tế, hạn 20/02/2026')
  expect(history).toContain('Chuyên viên Một báo 40%')
  expect(history).toMatch(/giao việc cho Phòng Nội vụ\n.*Giao cho Phòng Nội vụ, hạn 20\/02\/2026\n.*50%/u)

  const back = await choose(coordinator, done, 'Chuyển trở lại')
  expect(back.text).toContain('Chuyển việc: Phòng Nội vụ → Phòng Y tế\n2 việc đang mở đã nhận trước đây, 1 quá hạn')
  expect(back.text).toContain('• 2 việc Phòng Y tế từng có và đã trả lại hoặc hủy: giao lại cho Phòng Y tế.')
  await choose(coordinator, back, 'Chuyển')
  expect(await standings(scene)).toEqual([
    'NV1 Phòng Nội vụ returned 50 –',
    'NV1 Phòng Y tế assigned 50 nhắc',
    'NV2 Phòng Nội vụ assigned 0 nhắc',
    'NV2 Phòng Y tế returned 0 –',
    'NV3 Phòng Nội vụ returned 0 –',
    'NV3 Phòng Y tế assigned 0 nhắc',
  ])
})

onChannel(
  'telegram',
  'what waits and what is asked stays clear: names, plans, groups, nothing to move',
  async (scene) => {
    await scene.importPlan(plan)
    const { coordinator } = scene
    const deserted = await ask(coordinator, '/chuyen')
    expect(deserted.text).toContain('Chuyển việc từ đơn vị nào, hoặc của ai?')
    expect(deserted.choices).toEqual(['Phòng Y tế', 'Phòng Nội vụ'])
    expect((await choose(coordinator, deserted, 'Phòng Y tế')).text).toContain(
      'Chuyển việc của Phòng Y tế sang đơn vị nào?',
    )
    expect((await ask(coordinator, 'PNV')).text).toContain('Chuyển việc: Phòng Y tế → Phòng Nội vụ')
    const unclear = await ask(coordinator, '/chuyen Phòng Y tế sang Phòng Nội vu huyện')
    expect(unclear.choices).toContain('Phòng Nội vụ')
    expect((await choose(coordinator, unclear, 'Phòng Nội vụ')).text).toContain('Phòng Y tế → Phòng Nội vụ')
    expect((await ask(coordinator, '/chuyen Phòng Y tế sang các phòng chuyên môn')).text).toContain(
      'là một nhóm đơn vị',
    )
    expect((await ask(coordinator, 'Trạm Y tế')).text).toContain('Phòng Y tế → Trạm Y tế')
    expect((await ask(coordinator, '/chuyen Phòng Y tế sang phong y te')).text).toContain('Hai tên này là một đơn vị')
    expect((await ask(coordinator, '/chuyen Phòng Y tế sang Phòng Nội vụ 229/KH-UBND')).text).toContain(
      'Phòng Y tế không có việc nào đang mở của kế hoạch “229/KH-UBND”. Chưa có gì thay đổi.',
    )
    const one = await ask(coordinator, '/chuyen Phòng Y tế sang Phòng Nội vụ kế hoạch 01')
    expect(one.text).toContain('3 việc đang mở của 01/KH-UBND, 1 quá hạn')
    expect(one.choices).toEqual(['Chuyển', 'Thôi'])
    const none = await ask(coordinator, '/chuyen Trạm Y tế sang Phòng Nội vụ')
    expect(none.text).toContain('Trạm Y tế không có việc nào đang mở để chuyển.')
    expect(none.choices).toEqual(['☐ Người', '☐ Đóng', '☐ Tên'])
    expect((await ask(coordinator, '/chuyen Sao Hỏa sang Phòng Nội vụ')).text).toContain(
      'Không tìm thấy đơn vị “Sao Hỏa”',
    )
  },
)

onChannel(
  'telegram',
  'what changed since it was seen is shown again; pressed twice it is moved once',
  async (scene) => {
    await scene.importPlan(plan)
    const { coordinator, database } = scene
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Một' })
    await ask(coordinator, '/chuyen Phòng Y tế sang Phòng Nội vụ')
    const seen = await lastAction(scene, 'mv-ok:')
    await ask(hoa, 'nv3 xong')
    const changed = await pressForged(scene, 'Cán bộ Tổng hợp', seen)
    expect(changed).toContain('⚠️ Từ lúc anh/chị xem, việc đã khác nên chưa chuyển gì. Xin xem lại:')
    expect(changed).toContain('2 việc đang mở')
    expect(await database.client.assignment.count({ where: { state: 'returned' } })).toBe(0)
    const preview = await ask(coordinator, '/chuyen Phòng Y tế sang Phòng Nội vụ')
    await choose(coordinator, preview, 'Chuyển')
    const twice = await pressForged(scene, 'Cán bộ Tổng hợp', await lastAction(scene, 'mv-ok:'))
    expect(twice).toContain('Phòng Y tế không có việc nào đang mở để chuyển.')
    expect(await database.client.assignment.count({ where: { state: 'returned' } })).toBe(2)
    expect(await database.client.auditEvent.count({ where: { action: 'transfer' } })).toBe(1)
    const told = (await hoa.quiet()).filter(({ text }) => text.includes('📤'))
    expect(told.map(({ text }) => text)).toEqual([
      '📤 2 việc của Phòng Y tế nay do Phòng Nội vụ làm: NV1, NV2. Anh/chị không cần làm tiếp những việc này.',
    ])
  },
)

onChannel(
  'web',
  'a merged agency is closed, its name and what it supports mean the other, and it can be reopened',
  async (scene) => {
    await scene.importPlan([
      { title: 'Khám sức khỏe', to: ['Phòng Y tế'] },
      { title: 'Báo cáo', support: ['Phòng Y tế'] },
    ])
    const { coordinator, database } = scene
    const lan = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Hai' })
    const tam = await scene.person({ role: 'official', agency: 'Phòng Tư pháp', name: 'Chuyên viên Tám' })
    const preview = await ask(coordinator, '/chuyen Phòng Y tế sang Phòng Tư pháp')
    const named = await choose(coordinator, preview, '☐ Tên')
    expect(named.choices.slice(2)).toEqual(['☐ Người', '☑ Đóng', '☑ Tên'])
    const done = await choose(coordinator, named, 'Chuyển')
    expect(done.text).toContain(
      'Phòng Y tế đã đóng, không nhận việc mới.\n“Phòng Y tế” trong kế hoạch sau này là Phòng Tư pháp.',
    )
    const [closed] = await database.client.agency.findMany({ where: { name: 'Phòng Y tế' } })
    expect(closed?.validTo).toEqual(new Date('2026-03-01'))
    const below = await database.client.agency.findFirstOrThrow({
      where: { name: 'Trạm Y tế' },
      include: { parent: true },
    })
    expect(below.parent?.name).toBe('Phòng Tư pháp')
    expect((await ask(coordinator, '/donvi phòng y tế')).text).toContain('Phòng Tư pháp\n')
    expect((await ask(coordinator, '/moi Phòng Y tế')).text).toContain('Phòng Tư pháp')
    await lan.quiet()
    await tam.quiet()
    expect((await ask(tam, '/viec phối hợp')).text).toContain('NV2 Báo cáo')

    const refused = await choose(coordinator, done, 'Chuyển trở lại')
    expect(refused.text).toContain('Phòng Y tế đã đóng (đến hết 01/03/2026) nên không nhận việc mới.')
    expect((await choose(coordinator, refused, 'Mở lại Phòng Y tế')).text).toContain('Phòng Y tế lại nhận việc.')
    await choose(coordinator, await ask(coordinator, '/chuyen Phòng Tư pháp sang Phòng Y tế'), 'Chuyển')
    expect(await standings(scene)).toContain('NV1 Phòng Y tế assigned 0 nhắc')
  },
)

onChannel(
  'telegram',
  'where nobody is left the coordinator moves the work with the button under the news',
  async (scene) => {
    await scene.importPlan(plan)
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Một' })
    await choose(hoa, await ask(hoa, '/roi'), 'Rời')
    const news = await scene.coordinator.next()
    expect(news.choices).toEqual(['Mời người: Phòng Y tế', 'Chuyển việc sang đơn vị khác'])
    const asked = await choose(scene.coordinator, news, 'Chuyển việc sang đơn vị khác')
    expect(asked.text).toContain('Chuyển việc của Phòng Y tế sang đơn vị nào?')
    const preview = await ask(scene.coordinator, 'Phòng Tư pháp')
    expect(preview.text).toContain('Chưa có ai ở hai đơn vị để báo.')
    expect((await choose(scene.coordinator, preview, 'Chuyển')).text).toContain('Đã chuyển 3 việc')
    await choose(scene.coordinator, await ask(scene.coordinator, '/chuyen Phòng Tư pháp sang Phòng Y tế'), 'Thôi')
    expect(await standings(scene)).toContain('NV1 Phòng Tư pháp assigned 0 nhắc')
  },
)
