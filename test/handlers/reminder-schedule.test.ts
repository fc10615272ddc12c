import { expect } from 'vitest'
import { askText } from '../support/asking.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import { pressForged } from './forged-press.ts'

/** The wake-ups of jobs travel through the queue. */
const jobMs = 20_000

onEveryChannel('/lichnhac says when a task will remind whom, and what was said', async (scene) => {
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-09'], to: ['Phòng Y tế'] }])
  await scene.sweep()
  const reminder = await an.next(jobMs)
  const { text } = await (async () => {
    await an.choose(reminder, 'Vì sao?')
    const why = await an.next()
    await an.choose(why, 'Lịch nhắc')
    return an.next()
  })()
  expect(text).toContain(
    [
      'Lịch nhắc NV1 Báo cáo quý I',
      'Phòng Y tế, hạn 09/03/2026',
      '',
      'Sắp nhắc, nếu việc chưa xong',
      '• 07:30 06/03/2026: trước hạn 3 ngày',
      '• 07:30 09/03/2026: đúng ngày hạn',
      '• 07:30 10/03/2026: quá hạn 1 ngày',
      '• 07:30 13/03/2026: quá hạn 4 ngày',
      '• 07:30 16/03/2026: quá hạn 7 ngày',
      '… và 7 lần nữa, lần cuối 07:30 06/04/2026.',
      'Nhắc: Chuyên viên Hai.',
      // Nobody is head there: it goes to the next level.
      'Quá hạn thì báo cáo: cán bộ tổng hợp lúc 07:30 10/03/2026.',
      'Nếu không có cập nhật thì tự đôn đốc lúc 07:30 20/04/2026.',
      '',
      'Đã nhắc',
      '• 02/03/2026, trước hạn 7 ngày: Chuyên viên Hai\n',
    ].join('\n'),
  )
  expect(await askText(an, '/lichnhac nv1')).toBe(text)
  await an.say('nv1 xong')
  await an.next()
  expect(await askText(an, '/reminders 1')).toContain('Sắp nhắc: không nhắc nữa vì việc đã hoàn thành.')
})

onChannel('web', '/lichnhac names who hears of it late, who stands in, and that nobody is there', async (scene) => {
  const { client } = scene.database
  await scene.importPlan([{ title: 'Rà soát', occurrences: ['2026-03-31'], to: ['Phòng Y tế'] }])
  const nobody = await askText(scene.coordinator, '/lichnhac 1')
  expect(nobody).toContain(
    '⚠️ Phòng Y tế chưa có người tham gia, hoặc không ai nhận được tin. Nhắc thay: Cán bộ Tổng hợp.',
  )
  expect(nobody).not.toContain('Chưa nhắc được ai')
  expect(nobody).toContain('Có người tham gia mà không có cập nhật thì tự đôn đốc lúc 07:30')
  expect(nobody).not.toContain('Khi quá hạn nhắc thêm')
  expect(nobody).toContain('Chưa nhắc ai lần nào.')

  const official = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await scene.person({ role: 'head', agency: 'Phòng Y tế', name: 'Thủ trưởng Hai' })
  const { id: doer } = await client.person.findFirstOrThrow({ where: { name: 'Chuyên viên Hai' } })
  const { id: head } = await client.person.findFirstOrThrow({ where: { name: 'Thủ trưởng Hai' } })
  await client.assignment.updateMany({ data: { assigneeId: doer } })
  const named = await askText(official, '/lichnhac 1')
  expect(named).toContain('Nhắc: Chuyên viên Hai.')
  expect(named).toContain('Khi quá hạn nhắc thêm: Thủ trưởng Hai.')

  await scene.stores(({ delegations }) =>
    delegations.create(
      { fromPersonId: doer, toPersonId: head, firstDay: '2026-03-20', lastDay: '2026-03-25' },
      scene.now(),
    ),
  )
  expect(await askText(official, '/lichnhac 1')).toContain(
    'Nhắc: Chuyên viên Hai; Thủ trưởng Hai (làm thay Chuyên viên Hai).',
  )
})

onChannel('web', '/lichnhac asks which agency is meant, and shows nobody what is not theirs', async (scene) => {
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Ba' })
  await scene.importPlan([
    { title: 'Tập huấn', occurrences: ['2026-03-31'], to: ['Phòng Y tế', 'Phòng Nội vụ'] },
    { title: 'Không thời hạn', occurrences: [], to: ['Phòng Y tế'] },
  ])
  await scene.coordinator.say('/lichnhac 1')
  const which = await scene.coordinator.next()
  expect(which.text).toContain('Nhiều đơn vị làm NV1. Xem lịch nhắc của đơn vị nào?')
  await scene.coordinator.choose(which, 'Phòng Nội vụ')
  expect((await scene.coordinator.next()).text).toContain('Phòng Nội vụ, hạn 31/03/2026')

  expect(await askText(an, '/lichnhac 1')).toContain('Phòng Y tế, hạn 31/03/2026')
  const undated = await askText(an, '/lichnhac 2')
  expect(undated).toContain(
    '• 07:30 01/04/2026: hỏi tình hình định kỳ\n• 07:30 04/05/2026: hỏi tình hình định kỳ (dời từ 01/05/2026)',
  )
  expect(undated).toContain('Việc không thời hạn: hỏi tình hình mỗi tháng một lần, vào ngày làm việc đầu tháng.')
  expect(await askText(an, '/lichnhac')).toContain('/lichnhac 12')
  expect(await askText(an, '/lichnhac bảy')).toContain('bảy')
  const { id } = await scene.database.client.assignment.findFirstOrThrow({
    where: { agencyId: scene.workspace.agency('Phòng Y tế') },
  })
  expect(await pressForged(scene, 'Chuyên viên Ba', `sch:${id}`)).toContain('không thuộc quyền')
  expect(await pressForged(scene, 'Cán bộ Tổng hợp', 'sch-of:1:9')).toContain('không còn dùng được')
})
