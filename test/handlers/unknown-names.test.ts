import { describe, expect } from 'vitest'
import { ask } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import { planFile } from '../support/plan-file.ts'
import { parsedPlan, parsedTask } from '../support/builders.ts'

/** A confirmed plan in which these names lead a task each; nobody was told of anything. */
const planOf = (scene: Scene, leads: readonly string[]): Promise<void> =>
  scene.stores(async ({ people, plans, unknownNames }) => {
    const parsed = parsedPlan(
      leads.map((lead, index) =>
        parsedTask({ title: `Việc ${index + 1}`, lead: [lead], line: 10 + index, occurrences: ['2026-06-30'] }),
      ),
      '12/KH-UBND',
    )
    const createdById = await people.create({ name: 'Người nhập', locale: 'vi' }, scene.now())
    const tasks = parsed.tasks.map((task) => ({ parsed: task, assignedTo: [] }))
    const plan = { parsed, contentHash: 'x', createdById, planYear: 2026, tasks, remindAt: () => null }
    const { planId } = await plans.create(plan, scene.now())
    await unknownNames.notePlan(planId, leads, scene.now())
  })

describe('/tenla', () => {
  onEveryChannel('goes through the names, learns each, and hands out what waited', async (scene) => {
    const { coordinator } = scene
    const official = await scene.person({ role: 'official', agency: 'Phòng Tư pháp', name: 'Chuyên viên Hai' })
    await planOf(scene, ['Phòng Tưu pháp', 'Phòng Tưu pháp', 'Đội Trật tự đô thị'])

    const first = await ask(coordinator, '/tenla')
    expect(first.text.split('\n').slice(0, 3)).toEqual([
      '❓ Tên lạ 1/2: “Phòng Tưu pháp”',
      '12/KH-UBND: 2 nhiệm vụ chờ giao (NV1, NV2; dòng 10, 11).',
      'Là đơn vị nào? Chọn bên dưới hoặc gõ tên đơn vị.',
    ])
    expect(first.choices[0]).toBe('Phòng Tư pháp')
    expect(first.choices.slice(-2)).toEqual(['Tạo đơn vị mới', 'Để sau'])
    await coordinator.choose(first, 'Phòng Tư pháp')
    expect((await coordinator.next()).text).toBe(
      [
        '✅ “Phòng Tưu pháp” là Phòng Tư pháp. Từ nay tên này được nhận ra.',
        'Đã giao thêm 2 phân công theo 12/KH-UBND; đã báo cho 1 người.',
      ].join('\n'),
    )
    const told = await official.next(20_000)
    expect(told.text).toContain('📌 Phòng Tư pháp được giao 2 việc theo 12/KH-UBND:')
    expect(told.text).toContain('NV1 Việc 1')

    const second = await coordinator.next()
    expect(second.text).toContain('❓ Tên lạ 1/1: “Đội Trật tự đô thị”')
    await coordinator.choose(second, 'Tạo đơn vị mới')
    expect((await coordinator.next()).text).toBe(
      [
        '✅ Đã thêm Đội Trật tự đô thị vào danh mục, loại: Khác.',
        'Đã giao thêm 1 phân công theo 12/KH-UBND; chưa báo được cho ai.',
        'Chưa có ai tham gia: Đội Trật tự đô thị. Gõ /moi để mời.',
      ].join('\n'),
    )
    expect((await coordinator.next()).text).toBe('Không có tên đơn vị nào chờ làm rõ.')
    expect(await scene.database.client.assignment.count()).toBe(3)
    const [alias] = await scene.database.client.agencyAlias.findMany({ where: { name: 'Phòng Tưu pháp' } })
    expect(alias?.addedById).not.toBeNull()
    const events = await scene.database.client.auditEvent.findMany({ where: { subject: 'agency-name' } })
    expect(events.map(({ action }) => action)).toEqual(['explain', 'explain'])
  })

  onEveryChannel('takes a typed name, puts a name off, and says what is not known', async (scene) => {
    const { coordinator } = scene
    await planOf(scene, ['Bộ phận CCHC', 'Tổ Một cửa'])
    const first = await ask(coordinator, '/tenla')
    await coordinator.choose(first, 'Để sau')
    const second = await coordinator.next()
    expect(second.text).toContain('Tên lạ 2/2: “Tổ Một cửa”')
    expect((await ask(coordinator, 'Sở Vũ trụ')).text).toContain('Danh mục không có đơn vị “Sở Vũ trụ”')
    expect((await ask(coordinator, 'phong noi vu')).text).toContain('“Tổ Một cửa” là Phòng Nội vụ.')
    expect((await coordinator.next()).text).toBe('Không còn tên nào khác chờ làm rõ.')
    expect((await ask(coordinator, '/tenla')).text).toContain('Tên lạ 1/1: “Bộ phận CCHC”')
    expect((await ask(coordinator, 'các phòng, ban')).text).toContain('Đã giao thêm 3 phân công')
    expect((await coordinator.next()).text).toBe('Không có tên đơn vị nào chờ làm rõ.')
    const groups = await scene.stores(({ agencies }) => agencies.listGroups())
    expect(groups[0]?.aliases).toContain('Bộ phận CCHC')
  })

  onChannel(
    'telegram',
    'a name of a plan that waits for its confirmation is known when it is confirmed',
    async (scene) => {
      const { coordinator } = scene
      await coordinator.sendFile('ke-hoach.txt', planFile(['1\tTuyên truyền\tPhòng Nội vu cụ\t\tQuý II/2026\tTin']))
      await coordinator.next(20_000)
      const asked = await ask(coordinator, '/tenla')
      expect(asked.text).toContain('Bản đang chờ xác nhận: dòng 10.')
      await coordinator.choose(asked, 'Phòng Nội vụ')
      expect((await coordinator.next()).text).toContain('là Phòng Nội vụ. Từ nay tên này được nhận ra.')
      expect((await coordinator.next()).text).toBe('Không có tên đơn vị nào chờ làm rõ.')
    },
  )

  onChannel('web', 'a button pressed twice, or of a name that is gone, changes nothing', async (scene) => {
    const { coordinator } = scene
    await planOf(scene, ['Tổ Một cửa'])
    const asked = await ask(coordinator, '/tenla')
    await coordinator.choose(asked, 'Tạo đơn vị mới')
    await coordinator.next()
    await coordinator.next()
    await coordinator.choose(asked, 'Tạo đơn vị mới')
    expect((await coordinator.next()).text).toContain('Tên này đã được làm rõ')
    expect(await scene.database.client.assignment.count()).toBe(1)
  })
})
