import { expect } from 'vitest'
import { askText } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'

const standing = (scene: Scene, ...numbers: readonly number[]) =>
  scene.stores(async ({ assignments }) => {
    const found = await Promise.all(numbers.map((number) => assignments.findByNumber(number)))
    return found.map(([first]) => `${first?.state} ${first?.percent}`)
  })

const minutesLater = (scene: Scene, count: number): void => {
  scene.setNow(new Date(scene.now().getTime() + count * 60_000))
}

const fiveTasks = [1, 2, 3, 4, 5].map((number) => ({
  title: `Nhiệm vụ ${number}`,
  occurrences: [`2026-03-${number + 10}`],
}))

onEveryChannel('several tasks in one message are recorded one by one, and each can be taken back', async (scene) => {
  await scene.importPlan(fiveTasks)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  await askText(hoa, 'nv4 xong')
  minutesLater(scene, 1)
  await hoa.say('1 xong, 2 được 60%, nv3 chắc xong rồi, nv4 70%, nv99 xong, nv5 xin gia hạn')
  const reply = await hoa.next()
  expect(reply.text.split('\n').filter((line) => /^(?:✅|❓|⛔)/u.test(line))).toEqual([
    '✅ Đã ghi NV1: hoàn thành.',
    '✅ Đã ghi NV2: đang thực hiện, 60%.',
    '❓ NV3: chưa rõ ý nên chưa ghi gì.',
    expect.stringMatching(/^⛔ NV4 đã kết thúc nên không ghi thêm được/u),
    expect.stringMatching(/^⛔ Không thấy nhiệm vụ “NV99”/u),
    '❓ NV5: xin gia hạn hoặc trả lại việc thì gửi riêng một tin; chưa ghi gì.',
  ])
  expect(reply.choices).toEqual(['Hoàn tác NV1', 'Hoàn tác NV2', 'Trả lời NV3', 'Trả lời NV5'])
  expect(await standing(scene, 1, 2, 3, 4, 5)).toEqual([
    'done 100',
    'in_progress 60',
    'assigned 0',
    'done 100',
    'assigned 0',
  ])
  await hoa.choose(reply, 'Hoàn tác NV1')
  expect((await hoa.next()).text).toBe('↩️ Đã hoàn tác. NV1 trở lại: mới giao.')
  expect(await standing(scene, 1, 2)).toEqual(['assigned 0', 'in_progress 60'])
  expect(await askText(hoa, 'nv2 xong nv3 gần xong')).toContain(
    '✅ Đã ghi NV2: hoàn thành.\n✅ Đã ghi NV3: đang thực hiện, ghi chú “gần xong”.',
  )
})

onChannel('telegram', '"hoàn tác" takes back what one message told, and only that', async (scene) => {
  await scene.importPlan(fiveTasks)
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  expect(await askText(hoa, 'hoàn tác')).toBe('Anh/chị chưa có cập nhật nào để hoàn tác.')
  await askText(hoa, 'nv1 30%')
  minutesLater(scene, 1)
  await askText(hoa, 'nv2 và nv3 xong')
  await hoa.say('hoàn tác nhé')
  expect((await hoa.next()).text.split('\n').sort()).toEqual([
    '↩️ Đã hoàn tác. NV2 trở lại: mới giao.',
    '↩️ Đã hoàn tác. NV3 trở lại: mới giao.',
  ])
  expect(await standing(scene, 1, 2, 3)).toEqual(['in_progress 30', 'assigned 0', 'assigned 0'])
  expect(await askText(hoa, 'bấm nhầm rồi')).toBe('↩️ Đã hoàn tác. NV1 trở lại: mới giao.')
  expect(await askText(hoa, 'undo')).toBe('Anh/chị chưa có cập nhật nào để hoàn tác.')
  // Each kind of answer; the words are no obstacle, however the bot waits for one.
  for (const words of ['nv1 đã nhận', 'nv1 vướng: chưa có kinh phí', 'nv1 https://haiphong.gov.vn/1', 'nv1 xong']) {
    minutesLater(scene, 1)
    await askText(hoa, words)
    await hoa.choose(await (async () => (await hoa.say('nv2'), hoa.next()))(), 'Vướng mắc')
    await hoa.next()
    expect(await askText(hoa, 'hoàn tác nv1')).toBe('↩️ Đã hoàn tác. NV1 trở lại: mới giao.')
  }
  const evidence = await scene.stores(async ({ assignments }) => {
    const [first] = await assignments.findByNumber(1)
    return assignments.listEvidence(first!.id)
  })
  expect(evidence).toEqual([])
})

onChannel(
  'telegram',
  'too late, not one’s own, or overtaken by something newer: nothing is taken back',
  async (scene) => {
    await scene.importPlan(fiveTasks)
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    const binh = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Hai' })
    await askText(hoa, 'nv1 30%, nv2 40%')
    minutesLater(scene, 1)
    expect(await askText(binh, 'hoàn tác')).toBe('Anh/chị chưa có cập nhật nào để hoàn tác.')
    await askText(binh, 'nv1 50%')
    const said = await askText(hoa, 'hoàn tác')
    expect(said).toContain('↩️ Đã hoàn tác. NV2 trở lại: mới giao.')
    expect(said).toContain('⛔ Đã quá thời gian hoàn tác (10 phút) hoặc đã có cập nhật mới hơn')
    expect(await standing(scene, 1, 2)).toEqual(['in_progress 50', 'assigned 0'])
    minutesLater(scene, 11)
    expect(await askText(binh, 'hoàn tác')).toContain('Đã quá thời gian hoàn tác')
  },
)

onChannel('telegram', 'a bare number counts only as one’s own open task; ten at once are too many', async (scene) => {
  await scene.importPlan([
    ...fiveTasks,
    { title: 'Việc của đơn vị khác', occurrences: ['2026-03-09'], to: ['Phòng Tư pháp'] },
  ])
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
  expect(await askText(hoa, '6 xong, 7 xong')).toContain('Anh/chị nói về nhiệm vụ nào?')
  expect(await askText(hoa, 'nv6 xong, nv1 xong')).toMatch(
    /^⛔ Không thấy nhiệm vụ “NV6”[^\n]*\n✅ Đã ghi NV1: hoàn thành\.$/u,
  )
  expect(await askText(hoa, 'cả 3 việc xong rồi')).toContain('Anh/chị nói về nhiệm vụ nào?')
  const many = Array.from({ length: 10 }, (_, index) => `nv${index + 1} xong`).join(', ')
  expect(await askText(hoa, many)).toBe('Tin này nhắc đến 10 việc nên chưa ghi gì. Xin gửi mỗi tin nhiều nhất 9 việc.')
  expect(await standing(scene, 1, 2, 6)).toEqual(['done 100', 'assigned 0', 'assigned 0'])
})
