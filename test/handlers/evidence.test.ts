import { expect } from 'vitest'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver, SeenMessage } from '../support/person-driver.ts'

const one = [{ title: 'Báo cáo quý I', occurrences: ['2026-03-20'] }]
const two = [...one, { title: 'Rà soát thủ tục', occurrences: ['2026-03-10'] }]
const official = { role: 'official', agency: 'Phòng Nội vụ' } as const

const rows = (scene: Scene) => scene.database.client.evidence.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })
const later = (scene: Scene, minutes: number) => scene.setNow(new Date(scene.now().getTime() + minutes * 60_000))

/** On Zalo a file cannot be sent but a photo can; elsewhere a file with a name. */
const send = async (who: ChatDriver, content: string, caption?: string): Promise<SeenMessage> => {
  await who.sendFile(who.channel === 'zalo' ? 'anh.jpg' : 'bien-ban.pdf', Buffer.from(content), caption)
  return who.next(20_000)
}

onEveryChannel(
  'a file of the only open task is its evidence, the same again is not, another is a version',
  async (scene) => {
    await scene.importPlan(one)
    const hoa = await scene.person(official)
    const isPhoto = scene.channel === 'zalo'
    const name = (number: number) => (isPhoto ? `anh-${number}.jpg` : 'bien-ban.pdf')
    const first = await send(hoa, 'bản một')
    expect(first.text.split('\n')[0]).toBe(`✅ Đã ghi NV1: đã lưu minh chứng ${name(1)} (1 KB)`)
    expect((await send(hoa, 'bản một')).text).toBe(
      `NV1 đã có tệp này: ${name(1)}, Chuyên viên Một gửi 09:00 02/03/2026. Không lưu thêm.`,
    )
    later(scene, 1)
    const second = await send(hoa, 'bản hai', 'xong')
    const version = isPhoto ? '' : ', bản 2'
    expect(second.text.split('\n')[0]).toBe(`✅ Đã ghi NV1: hoàn thành, minh chứng ${name(2)} (1 KB${version})`)
    expect((await rows(scene)).map(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256 ?? ''))).toEqual([true, true])
    expect(await rows(scene)).toMatchObject([
      { kind: isPhoto ? 'photo' : 'file', url: name(1), version: 1, size: 11 },
      { url: name(2), version: isPhoto ? 1 : 2 },
    ])

    await hoa.say('/minhchung 1')
    const list = await hoa.next()
    const [old, young] = await rows(scene)
    const at = (id: string) => `http://localhost:0/tai-lieu/${id}`
    expect(list.text.split('\n').slice(0, 8)).toEqual([
      'Minh chứng của NV1 (2)',
      'Báo cáo quý I · Phòng Nội vụ',
      `1. ${name(2)}, bản ${isPhoto ? 1 : 2}, 1 KB`,
      'Chuyên viên Một, 09:01 02/03/2026',
      at(young!.id),
      `2. ${name(1)}, bản 1, 1 KB`,
      'Chuyên viên Một, 09:00 02/03/2026',
      at(old!.id),
    ])

    await hoa.choose(list, 'Rút minh chứng')
    await hoa.choose(await hoa.next(), `2. ${name(1)}`)
    await hoa.choose(await hoa.next(), 'Rút')
    expect((await hoa.next()).text).toBe(`↩️ Đã rút minh chứng ${name(1)} của NV1. Bản ghi vẫn được giữ là đã rút.`)
    await hoa.say('/minhchung 1')
    expect((await hoa.next()).text).toContain(`Đã rút: ${name(1)} (02/03/2026)`)
    await hoa.say('/nv 1')
    expect((await hoa.next()).choices).toContain('Minh chứng (1)')
  },
)

onEveryChannel('a file of nobody knows which task waits for it, whatever is asked in between', async (scene) => {
  await scene.importPlan(two)
  const hoa = await scene.person(official)
  const asked = await send(hoa, 'một')
  const name = scene.channel === 'zalo' ? 'anh.jpg' : 'bien-ban.pdf'
  expect(asked.text.split('\n')[0]).toBe(
    `Đã giữ 1 tệp (${name}). Tệp này là minh chứng của việc nào? Chọn, hoặc gõ số của việc, ví dụ nv12.`,
  )
  expect(asked.choices).toEqual(['NV2 Rà soát thủ tục', 'NV1 Báo cáo quý I', 'Bỏ tệp'])
  expect(await rows(scene)).toEqual([])
  await hoa.say('/nv 1')
  await hoa.next()
  const both = await send(hoa, 'hai')
  expect(both.text).toContain('Đã giữ 2 tệp')
  await hoa.choose(both, 'NV1 Báo cáo quý I')
  expect((await hoa.next()).text).toContain('✅ Đã ghi NV1: đã lưu minh chứng')
  expect(await rows(scene)).toHaveLength(2)
  // The next one goes to the same task; an old button has nothing left to give.
  expect((await send(hoa, 'ba')).text).toContain('✅ Đã ghi NV1')
  if (scene.channel !== 'zalo') {
    await hoa.choose(asked, 'NV2 Rà soát thủ tục')
    expect((await hoa.next()).text).toContain('Không còn tệp nào đang chờ')
  }
  expect(await rows(scene)).toHaveLength(3)
})

onChannel('web', 'words about the file say which task it proves, or that it is to be dropped', async (scene) => {
  await scene.importPlan(two)
  const hoa = await scene.person(official)
  await send(hoa, 'một')
  await hoa.say('nv2 xong')
  expect((await hoa.next()).text).toBe('✅ Đã ghi NV2: hoàn thành, minh chứng bien-ban.pdf (1 KB)')
  later(scene, 20)
  await hoa.say('nv1 40%')
  await hoa.next()
  // NV2 is done: NV1 is the only one that is open.
  expect((await send(hoa, 'hai', 'Biên bản họp')).text).toBe('✅ Đã ghi NV1: đã lưu minh chứng bien-ban.pdf (1 KB)')
  expect((await send(hoa, 'ba', 'nv2')).text).toContain('✅ Đã ghi NV2: đã lưu minh chứng bien-ban.pdf (1 KB, bản 2)')
  expect((await send(hoa, 'bốn', 'nv99')).text).toContain('Không thấy nhiệm vụ “NV99”')
  expect(await rows(scene)).toHaveLength(3)
})

onChannel(
  'telegram',
  'a file as a reply is evidence of that task, also from a coordinator, whose other files are plans',
  async (scene) => {
    await scene.importPlan(two)
    const { coordinator } = scene
    const hoa = await scene.person(official)
    await hoa.say('/nv 2')
    const card = await hoa.next()
    const actor = scene.backstage.telegram!.user(1002, 'Chuyên viên Một')
    actor.sendDocument('bb.pdf', Buffer.from('x'), '', { replyTo: Number(card.id) })
    expect((await hoa.next(20_000)).text).toBe('✅ Đã ghi NV2: đã lưu minh chứng bb.pdf (1 KB)')
    await coordinator.say('/nv 1')
    const shown = await coordinator.next()
    const chief = scene.backstage.telegram!.user(1001, 'Cán bộ Tổng hợp')
    chief.sendDocument('ke-hoach.txt', Buffer.from('không phải kế hoạch'), '', { replyTo: Number(shown.id) })
    expect((await coordinator.next(20_000)).text).toContain('đã lưu minh chứng ke-hoach.txt')
    later(scene, 20)
    await coordinator.sendFile('khac.txt', Buffer.from('cũng không phải kế hoạch'))
    expect((await coordinator.next(20_000)).text).toContain('Không tìm thấy nhiệm vụ nào trong tệp “khac.txt”')
    await coordinator.say('nv1 xong')
    await coordinator.next()
    await coordinator.sendFile('khac.txt', Buffer.from('cũng không phải kế hoạch'))
    expect((await coordinator.next(20_000)).text).toContain('đã lưu minh chứng khac.txt')
    expect((await rows(scene)).map(({ url }) => url)).toEqual(['bb.pdf', 'ke-hoach.txt', 'khac.txt'])
  },
)
