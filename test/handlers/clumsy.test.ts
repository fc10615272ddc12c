import { expect } from 'vitest'
import { onChannel } from '../support/conversation.ts'

// What busy people do while the bot waits for a sentence.

const task = { title: 'Báo cáo quý I', occurrences: ['2026-03-20'] }

onChannel('zalo', 'a number is no reason: nothing is returned until there are words', async (scene) => {
  const official = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await scene.importPlan([task, { title: 'Rà soát văn bản', occurrences: ['2026-03-25'] }])
  await official.say('nv1')
  await official.choose(await official.next(), 'Thêm')
  await official.choose(await official.next(), 'Không phải việc của đơn vị')
  await official.next()
  await official.say('99')
  expect((await official.next()).text).toBe(
    '“99” chưa phải một câu nên chưa ghi gì. Xin viết lý do bằng chữ, hoặc gõ thôi để bỏ.',
  )
  // Another task's answer is no reason either, and is not lost.
  await official.say('nv2 60%')
  expect((await official.next()).text).toContain('Đã ghi NV2: đang thực hiện, 60%.')
  expect(await scene.coordinator.quiet()).toEqual([])
})

onChannel(
  'web',
  'another day instead of the reason is that day, and a day that has passed is said to be',
  async (scene) => {
    const official = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    await scene.importPlan([task])
    await official.say('/giahan 1')
    await official.next()
    await official.say('15/4')
    await official.next()
    await official.say('20/4')
    expect((await official.next()).text).toBe('NV1 xin gia hạn đến 20/04/2026 vì lý do gì? Xin viết một câu.')
    await official.say('chờ văn bản của Bộ')
    await official.next()
    await scene.coordinator.choose(await scene.coordinator.next(), 'Ngày khác')
    await scene.coordinator.next()
    await scene.coordinator.say('1/3')
    expect((await scene.coordinator.next()).text).toContain('Ngày 01/03/2026 đã qua nên chưa ghi gì.')
    expect(await official.quiet()).toEqual([])
  },
)

onChannel(
  'telegram',
  'the language may be changed while the bot waits; who may not decide is told so',
  async (scene) => {
    const head = await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Thủ trưởng Một' })
    const official = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    await scene.importPlan([task])
    await official.say('nv1 xong')
    await official.next()
    await official.say('nv1 mở lại: số liệu sai')
    expect((await official.next()).text).toBe(
      'Việc này không thuộc quyền của anh/chị. Gõ /trogiup để xem những việc làm được.',
    )
    await head.say('nv1 mở lại')
    await head.next()
    await head.say('/ngonngu en')
    await head.next()
    await head.say('the figures are wrong')
    expect((await head.next()).text).toContain('Reopened NV1: in progress')
  },
)

onChannel('zalo', 'whatever was written about an obstacle, a task is one message', async (scene) => {
  const official = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await scene.importPlan([
    { ...task, title: 'Tập huấn nâng cao nghiệp vụ '.repeat(18), requirement: 'Đúng hạn '.repeat(60) },
  ])
  await official.say(`nv1 vướng: ${'thiếu kinh phí '.repeat(250)}`)
  expect((await official.next()).text).toContain('Đã ghi NV1: vướng mắc “thiếu kinh phí')
  await official.say('/nv 1')
  expect((await official.next()).choices).toContain('Vướng mắc')
  expect(await official.quiet()).toEqual([])
})

onChannel(
  'zalo',
  'a number that was not offered is said to be none, and “all” is everything one may see',
  async (scene) => {
    const official = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    await scene.importPlan([task, { title: 'Rà soát văn bản', occurrences: ['2026-03-25'] }])
    await official.say('/viec')
    await official.next()
    await official.say('9')
    expect((await official.next()).text).toBe(
      'Tin trước không có lựa chọn 9. Xin gõ một số từ 1 đến 3, hoặc /viec để xem việc của mình.',
    )
    await official.say('/tinhhinh toàn bộ')
    expect((await official.next()).text).toContain('Tình hình Phòng Nội vụ')
    await scene.coordinator.say('/tinhhinh toàn cơ quan')
    expect((await scene.coordinator.next()).text).toContain('Tình hình UBND phường An Biên')
  },
)
