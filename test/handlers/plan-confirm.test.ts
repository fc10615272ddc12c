import { describe, expect } from 'vitest'
import { createTestWorkspace, parsedPlan, parsedTask, within } from '../support/builders.ts'
import { onChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver, SeenMessage } from '../support/person-driver.ts'
import { planFile } from '../support/plan-file.ts'
import { joinOnWeb } from '../support/web-driver.ts'

const confirmPlan = async (coordinator: ChatDriver, bytes = planFile()): Promise<readonly SeenMessage[]> => {
  await coordinator.sendFile('ke-hoach.txt', bytes)
  const found = await coordinator.next(20_000)
  await coordinator.choose(found, 'Xác nhận')
  return [found, await coordinator.next(20_000)]
}

const audit = (scene: Scene, subject: string) =>
  scene.database.client.auditEvent.findMany({ where: { subject }, select: { action: true, after: true } })

/** What somebody is told, at least one message: a busy machine may take its time. */
const everythingFor = async (person: ChatDriver): Promise<readonly SeenMessage[]> => [
  await person.next(20_000),
  ...(await person.quiet()),
]

describe.each(['telegram', 'web'] as const)('confirming a plan on %s', (channel) => {
  onChannel(channel, 'assigns everything and tells each person once what is theirs', async (scene) => {
    const { coordinator } = scene
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const an = await scene.person({ role: 'head', agency: 'Phòng Tư pháp', name: 'Chuyên viên Hai' })
    await an.say(`/start ${await scene.invite('official', 'Phòng Nội vụ')}`)
    await an.quiet()
    const leader = await scene.person({ role: 'leader' })
    const [, done] = await confirmPlan(coordinator)
    expect(done?.text).toBe(
      [
        '✅ Đã giao 12/KH-UBND: 5 nhiệm vụ, 8 phân công.',
        'Đã báo cho 2 người.',
        '❓ Chưa giao được vì chưa rõ là đơn vị nào: Đài Truyền thanh phường. Gõ /tenla để cho biết.',
        '⚠️ 1 đơn vị có việc mà chưa ai tham gia.',
      ].join('\n'),
    )
    expect(done?.choices).toEqual(['Chưa ai tham gia (1)'])
    const toHoa = await everythingFor(hoa)
    expect(toHoa).toHaveLength(1)
    const [title, ...tasks] = toHoa[0]!.text.split('\n')
    expect(title).toBe('📌 Phòng Nội vụ được giao 3 việc theo 12/KH-UBND:')
    expect(tasks[0]).toMatch(/^• NV1 Rà soát thủ tục hành chính .*hạn 20\/03\/2026/)
    expect(tasks[1]).toMatch(/^• NV2 Báo cáo cải cách hành chính định kỳ .*hạn 31\/03\/2026/)
    expect(tasks[2]).toMatch(/^• NV2 Báo cáo cải cách hành chính định kỳ .*hạn 30\/06\/2026/)
    expect(tasks[3]).toBe('Gõ /viec để xem và tiếp nhận.')
    expect(toHoa[0]!.choices).toEqual(['NV1', 'NV2 (kỳ 1)', 'NV2 (kỳ 2)'])
    const toAn = await everythingFor(an)
    expect(toAn).toHaveLength(1)
    expect(toAn[0]?.text).toMatch(/^📌 Phòng Nội vụ; Phòng Tư pháp được giao 6 việc/)
    expect(await leader.quiet()).toEqual([])
  })

  onChannel(channel, 'twice changes nothing and says so, and so does the same file again', async (scene) => {
    const { coordinator } = scene
    const [found] = await confirmPlan(coordinator)
    await coordinator.choose(found!, 'Xác nhận')
    expect((await coordinator.next()).text).toBe(
      'Bản này đã được xác nhận, đã bỏ hoặc để quá lâu nên không có gì thay đổi. Gõ /kehoach để xem các kế hoạch.',
    )
    await coordinator.sendFile('ten-khac.txt', planFile())
    expect((await coordinator.next(20_000)).text).toBe(
      'Tệp này đã được nhập trước đây: 12/KH-UBND, 5 nhiệm vụ. Không có gì thay đổi.',
    )
    await coordinator.say('/kehoach')
    expect((await coordinator.next()).text).toBe(
      'Các kế hoạch đang theo dõi\n• 12/KH-UBND Cải cách hành chính năm 2026: 5 nhiệm vụ',
    )
    expect(await scene.database.client.assignment.count()).toBe(8)
    expect(await scene.database.client.planDraft.count()).toBe(0)
    expect((await audit(scene, 'plan')).map(({ action }) => action)).toEqual(['import'])
  })
})

onChannel('telegram', 'two coordinators who confirm the same file make one plan of it', async (scene) => {
  const second = await scene.person({ role: 'coordinator', name: 'Văn thư Một' })
  await scene.coordinator.sendFile('a.txt', planFile())
  const firstFound = await scene.coordinator.next(20_000)
  await second.sendFile('b.txt', planFile())
  const secondFound = await second.next(20_000)
  await Promise.all([scene.coordinator.choose(firstFound, 'Xác nhận'), second.choose(secondFound, 'Xác nhận')])
  const answers = [(await scene.coordinator.next(20_000)).text, (await second.next(20_000)).text]
  expect(answers.filter((words) => words.startsWith('✅ Đã giao'))).toHaveLength(1)
  expect(answers.filter((words) => words.startsWith('Tệp này đã được nhập'))).toHaveLength(1)
  expect(await scene.database.client.plan.count()).toBe(1)
})

onChannel('web', 'an answer to the message about a single task is about that task', async (scene) => {
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Y tế' })
  await confirmPlan(scene.coordinator, planFile(['1\tPhun khử khuẩn\tPhòng Y tế\t\tQuý II/2026\tBáo cáo']))
  const [told, ...more] = await everythingFor(hoa)
  expect(told?.text).toMatch(/^📌 Phòng Y tế được giao 1 việc theo 12\/KH-UBND:\n\nNV1 Phun khử khuẩn\n/)
  expect(told?.choices).toEqual(['Đã nhận', 'Đang làm', 'Xong', 'Vướng mắc'])
  expect(more).toEqual([])
  const { client } = scene.database
  const { id } = await client.assignment.findFirstOrThrow()
  expect(await client.outboundMessage.findFirst({ where: { kind: 'assignment' } })).toMatchObject({ assignmentId: id })
})

onChannel('web', 'a forged button finds no draft of another workspace, and none by a broken id', async (scene) => {
  const other = await createTestWorkspace(scene.database, { name: 'UBND phường Gia Viên' })
  const draftId = await within(scene.database, other.id, async ({ people, plans }) => {
    const personId = await people.create({ name: 'Người khác', locale: 'vi' }, scene.now())
    const parsed = parsedPlan([parsedTask()])
    return plans.saveDraft({ fileName: 'mat.txt', contentHash: 'x', parsed, personId }, scene.now())
  })
  const url = `http://127.0.0.1:${scene.app.port}`
  const press = async (cookie: string, action: string): Promise<void> => {
    const body = JSON.stringify({
      action,
      messageId: '1',
      clientId: Math.random().toString(36).slice(2).padEnd(24, '0'),
    })
    const headers = { Origin: url, Cookie: cookie, 'Content-Type': 'application/json' }
    await fetch(`${url}/chat/actions`, { method: 'POST', headers, body })
  }
  const forger = await joinOnWeb(url, { name: 'Văn thư Một', code: await scene.invite('coordinator') })
  await forger.quiet()
  for (const action of [`plan-ok:${draftId}`, `plan-no:${draftId}`, 'plan-ok:', "plan-no:' OR 1=1"]) {
    await press(forger.cookie() ?? '', action)
    expect((await forger.next()).text).toContain('không có gì thay đổi')
  }
  const official = await joinOnWeb(url, { name: 'Văn thư Ba', code: await scene.invite('official', 'Phòng Y tế') })
  await official.quiet()
  await press(official.cookie() ?? '', `plan-ok:${draftId}`)
  expect((await official.next()).text).toContain('không thuộc quyền của anh/chị')
  expect(await scene.database.client.planDraft.count()).toBe(1)
  expect(await scene.database.client.plan.count()).toBe(0)
  forger.close()
  official.close()
})
