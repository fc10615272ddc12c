import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect } from 'vitest'
import { onChannel, type Scene } from '../support/conversation.ts'
import { createS3Emulator, type S3Emulator } from '../support/s3/emulator.ts'

let s3: S3Emulator
beforeAll(async () => {
  s3 = await createS3Emulator()
})
afterAll(() => s3.close())
const inS3 = () => s3.settings

const plan = [{ title: 'Báo cáo quý I', occurrences: ['2026-03-20'] }]
const official = { role: 'official', agency: 'Phòng Nội vụ' } as const
const bytes = Buffer.from('nội dung')

/** What is recorded about the task: nothing, or everything. */
const recorded = async ({ database: { client } }: Scene) => ({
  evidence: await client.evidence.count(),
  updates: await client.statusUpdate.count(),
})

onChannel(
  'telegram',
  'a storage that fails is said, and nothing is recorded; the same file again is stored and said once',
  async (scene) => {
    await scene.importPlan(plan)
    const hoa = await scene.person(official)
    s3.failNext(503, 503, 503)
    await hoa.sendFile('bien-ban.pdf', bytes)
    expect((await hoa.next(20_000)).text).toBe(
      'Kho lưu trữ chưa nhận được tệp “bien-ban.pdf” nên chưa ghi gì. Xin gửi lại sau ít phút.',
    )
    expect(await recorded(scene)).toEqual({ evidence: 0, updates: 0 })
    await hoa.sendFile('bien-ban.pdf', bytes)
    expect((await hoa.next(20_000)).text).toContain('đã lưu minh chứng bien-ban.pdf')
    const hash = createHash('sha256').update(bytes).digest('hex')
    expect(s3.objects.get(`evidence/${scene.workspace.id}/${hash}`)?.equals(bytes)).toBe(true)

    // An update that comes twice is one file.
    const event = await scene.database.client.inboundEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(await scene.app.inbox.receive(event.payload as never, scene.now())).toBe(false)
    await scene.app.quiet()
    expect(await recorded(scene)).toEqual({ evidence: 1, updates: 1 })

    const before = s3.answers.length
    await hoa.sendFile('MẬT.pdf', bytes)
    expect((await hoa.next(20_000)).text).toContain('có dấu mật nên hệ thống từ chối nhận')
    await hoa.sendFile('a.exe', bytes)
    expect((await hoa.next(20_000)).text).toContain('là loại tệp chạy được nên không nhận')
    expect(s3.answers).toHaveLength(before)
  },
  inS3,
)

onChannel('web', 'a database that fails after the bytes were stored leaves nothing half done', async (scene) => {
  await scene.importPlan(plan)
  const hoa = await scene.person(official)
  const { client } = scene.database
  await client.$executeRawUnsafe(`ALTER TABLE "Evidence" ADD CONSTRAINT "broken" CHECK (false)`)
  await hoa.sendFile('bien-ban.pdf', bytes)
  await scene.app.quiet()
  expect((await hoa.next(20_000)).text).toContain('Có lỗi ngoài dự kiến')
  expect(await recorded(scene)).toEqual({ evidence: 0, updates: 0 })
  await client.$executeRawUnsafe(`ALTER TABLE "Evidence" DROP CONSTRAINT "broken"`)
  await hoa.sendFile('bien-ban.pdf', bytes)
  expect((await hoa.next(20_000)).text).toContain('đã lưu minh chứng bien-ban.pdf')
  expect(await recorded(scene)).toEqual({ evidence: 1, updates: 1 })
})

onChannel('web', 'two people with the same bytes at once: one gives them, the other is told so', async (scene) => {
  await scene.importPlan(plan)
  const people = [await scene.person(official), await scene.person({ ...official, name: 'Chuyên viên Hai' })]
  await Promise.all(people.map((who) => who.sendFile('bien-ban.pdf', bytes)))
  const said = await Promise.all(people.map(async (who) => (await who.next(20_000)).text))
  expect(said.filter((text) => text.includes('đã lưu minh chứng'))).toHaveLength(1)
  expect(said.filter((text) => text.includes('NV1 đã có tệp này: bien-ban.pdf'))).toHaveLength(1)
  expect(await recorded(scene)).toMatchObject({ evidence: 1 })
})

onChannel('web', 'a link or a number said again is no second evidence, and thirty are enough', async (scene) => {
  await scene.importPlan(plan)
  const hoa = await scene.person(official)
  await hoa.say('nv1 CV số 123/SNV-CCHC ngày 5/6/2025')
  expect((await hoa.next()).text).toContain('đã lưu minh chứng CV số 123/SNV-CCHC ngày 5/6/2025')
  await hoa.say('nv1 CV số 123/SNV-CCHC ngày 5/6/2025')
  expect((await hoa.next()).text).toContain('Đã ghi nhận trước đó')
  const { client } = scene.database
  const row = await client.evidence.findFirstOrThrow({ omit: { id: true } })
  expect(row.kind).toBe('document')
  await client.evidence.createMany({
    data: Array.from({ length: 29 }, (_, index) => ({ ...row, url: `https://haiphong.gov.vn/${index}` })),
  })
  await hoa.say('nv1 https://haiphong.gov.vn/them')
  expect((await hoa.next()).text).toContain('NV1 đã đủ 30 minh chứng nên không nhận thêm')
  await hoa.sendFile('a.pdf', bytes)
  expect((await hoa.next(20_000)).text).toContain('NV1 đã đủ 30 minh chứng nên không nhận thêm')
  await hoa.say('/minhchung 1')
  const list = await hoa.next()
  expect(list.choices).toEqual(['Xem tiếp', 'Rút minh chứng'])
  await hoa.choose(list, 'Xem tiếp')
  expect((await hoa.next()).text).toContain('9. https://haiphong.gov.vn/')
})
