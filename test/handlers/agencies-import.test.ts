import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { toXlsx } from '../../examples/office-files.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'
import { parsedPlan, parsedTask } from '../support/builders.ts'

const sheet = (...rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
  toXlsx([
    {
      name: 'Danh mục',
      blocks: [
        { kind: 'lines', lines: ['DANH MỤC ĐƠN VỊ'] },
        { kind: 'table', widths: [30, 20, 30, 30], rows: rows.map((row) => row.map((text) => ({ text }))) },
      ],
    },
  ])

const header = ['Tên', 'Loại', 'Tên gọi khác', 'Trực thuộc']

const send = async (who: ChatDriver, bytes: Uint8Array, name = 'don-vi.xlsx'): Promise<string> => {
  await who.sendFile(name, bytes)
  return (await who.next(20_000)).text
}

describe('a directory sent as a file', () => {
  onEveryChannel('is taken in at once, and the same again changes nothing', async (scene) => {
    const { coordinator } = scene
    const bytes = await sheet(
      header,
      ['Đội Trật tự đô thị', 'Khác', 'Đội TTĐT; Tổ Trật tự', 'UBND phường An Biên'],
      ['Phòng Nội vụ', 'Phòng chuyên môn', 'Bộ phận Nội vụ', ''],
      ['Phòng Tư pháp', 'Phòng chuyên môn', '', ''],
      ['Phòng Mới', 'Phòng ban lạ', '', ''],
    )
    if (!coordinator.can.sendFile) {
      expect(await send(coordinator, bytes)).toContain('Ở đây không nhận được tệp')
      return
    }
    expect(await send(coordinator, bytes)).toBe(
      [
        '✅ Đã nhập danh mục từ “don-vi.xlsx”: thêm 1, sửa 1, giữ nguyên 1 đơn vị. Không xóa đơn vị nào.',
        'Thêm: Đội Trật tự đô thị.',
        'Sửa: Phòng Nội vụ.',
        '',
        '⚠️ 1 dòng chưa nhập được, sửa rồi gửi lại tệp:',
        '• dòng 6: chưa hiểu loại (“Phòng ban lạ”)',
      ].join('\n'),
    )
    expect(await send(coordinator, bytes, 'lan-hai.xlsx')).toContain('không làm thay đổi danh mục: 3 đơn vị')
    const list = await scene.stores(({ agencies }) => agencies.list())
    const added = list.find(({ name }) => name === 'Đội Trật tự đô thị')
    expect(added).toMatchObject({ parentId: scene.workspace.agency('UBND phường An Biên'), kind: 'khac' })
    expect(added?.aliases).toEqual(['Tổ Trật tự', 'Đội TTĐT'])
    const events = await scene.database.client.auditEvent.findMany({ where: { subject: 'agencies' } })
    expect(events).toHaveLength(1)
  })

  onChannel('web', 'hands out what waited for a name that it explains', async (scene) => {
    const { coordinator } = scene
    await scene.stores(async ({ people, plans, unknownNames }) => {
      const parsed = parsedPlan([parsedTask({ lead: ['Tổ Trật tự'] })], '12/KH-UBND')
      const createdById = await people.create({ name: 'Người nhập', locale: 'vi' }, scene.now())
      const tasks = parsed.tasks.map((task) => ({ parsed: task, assignedTo: [] }))
      const plan = { parsed, contentHash: 'x', createdById, planYear: 2026, tasks, remindAt: () => null }
      await unknownNames.notePlan((await plans.create(plan, scene.now())).planId, ['Tổ Trật tự'], scene.now())
    })
    const bytes = await sheet(header, ['Đội Trật tự đô thị', '', 'Tổ Trật tự', ''])
    expect(await send(coordinator, bytes)).toContain('thêm 1')
    expect((await coordinator.next()).text).toBe(
      [
        'Đã nhận ra thêm theo danh mục hiện nay',
        '• “Tổ Trật tự” là Đội Trật tự đô thị',
        'Đã giao thêm 1 phân công theo 12/KH-UBND; chưa báo được cho ai.',
        'Chưa có ai tham gia: Đội Trật tự đô thị. Gõ /moi để mời.',
      ].join('\n'),
    )
  })

  onChannel('telegram', 'may come from an administrator, and not from an official', async (scene) => {
    const example = readFileSync(new URL('../../examples/danh-muc-don-vi-mau.xlsx', import.meta.url))
    const official = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    await official.sendFile('don-vi.xlsx', example)
    // What was said at joining may still be on its way.
    let refusal = await official.next(20_000)
    while (refusal.text.includes('hiện chưa có việc nào')) refusal = await official.next(20_000)
    expect(refusal.text).toContain('Tệp này là minh chứng của việc nào?')
    const admin = await scene.person({ role: 'admin', name: 'Quản trị Một' })
    expect(await send(admin, example)).toContain('✅ Đã nhập danh mục từ “don-vi.xlsx”: thêm 8')
  })
})
