import { describe, expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'
import { telegramDriver } from '../support/telegram/driver.ts'
import { nextSummary } from '../support/weekly-summary.ts'
import { zaloDriver } from '../support/zalo/driver.ts'

const friday = new Date('2026-03-06T16:00:00+07:00')
const nextFriday = new Date('2026-03-13T16:00:00+07:00')
/** The wake-ups of jobs travel through the queue. */
const jobMs = 20_000

/** The lines that /status and the summary have in common. */
const figure = /^(Tổng số|✅ Hoàn thành|⚠️ Quá hạn|⏰ Sắp đến hạn|Còn trong hạn|Không thời hạn|Vướng mắc):|^Đúng hạn: /

const askWeek = async (who: ChatDriver, text = '/tuan') => {
  await who.say(text)
  return nextSummary(who, jobMs)
}

const importTasks = async (scene: Scene) => {
  await scene.importPlan([
    { title: 'Quá hạn', occurrences: ['2026-02-20'], to: ['Phòng Tư pháp'] },
    { title: 'Còn lâu', occurrences: ['2026-09-10'], to: ['Phòng Nội vụ', 'Phòng Y tế', 'Trạm Y tế'] },
  ])
  await scene.database.client.nextReminder.deleteMany()
}

describe('/tuan', () => {
  onEveryChannel('is shown now, then every Friday until it is no longer wanted', async (scene) => {
    const { coordinator } = scene
    await importTasks(scene)
    const first = await askWeek(coordinator)
    const counted = (await ask(coordinator, '/status')).text.split('\n').filter((line) => figure.test(line))
    expect(counted).toHaveLength(7)
    expect(first.text.split('\n')).toEqual(expect.arrayContaining(counted))

    const shown = await askWeek(coordinator)
    expect(shown.text).toContain('Tổng hợp tuần 23/02/2026 – 02/03/2026\nUBND phường An Biên\n\nTổng số: 4 việc')
    expect(shown.text).toContain('Nhiều việc quá hạn nhất\n1. Phòng Tư pháp: 1/1 việc')
    expect(shown.choices).toEqual([
      ...['Quá hạn (1)', 'Trong hạn (3)', 'Chưa phản hồi (4)', 'Tất cả (4)', 'Phòng Tư pháp (1)'],
      ...['Chưa ai tham gia (4)', 'Gửi cho tôi mỗi thứ Sáu 16:00'],
    ])
    await coordinator.choose(shown, 'Gửi cho tôi mỗi thứ Sáu 16:00')
    const promised = await coordinator.next()
    expect(promised.text).toContain('16:00 mỗi thứ Sáu, lần tới là 06/03/2026')
    await scene.sweep()
    expect(await coordinator.quiet()).toEqual([])

    scene.setNow(friday)
    await scene.sweep()
    expect((await nextSummary(coordinator, jobMs)).text).toContain('Tổng hợp tuần 27/02/2026 – 06/03/2026')
    await scene.sweep()
    expect(await coordinator.quiet()).toEqual([])

    await coordinator.choose(await askWeek(coordinator, '/week'), 'Thôi gửi')
    expect((await coordinator.next()).text).toContain('Đã thôi gửi tổng hợp tuần cho anh/chị.')
    scene.setNow(nextFriday)
    await scene.sweep()
    expect(await coordinator.quiet()).toEqual([])
  })

  onEveryChannel('shows a head their own agencies, and an official none', async (scene) => {
    await importTasks(scene)
    const head = await scene.person({ role: 'head', agency: 'Phòng Y tế', name: 'Chuyên viên Bốn' })
    const ofHead = await askWeek(head)
    expect(ofHead.text).toContain('Tổng số: 2 việc')
    expect(ofHead.text).not.toMatch(/Phòng Tư pháp|Phòng Nội vụ/)
    expect(ofHead.choices).toEqual([
      'Trong hạn (2)',
      'Chưa phản hồi (2)',
      'Tất cả (2)',
      'Im lặng (1 đơn vị)',
      'Thôi gửi',
    ])
    const official = await scene.person({ role: 'official', agency: 'Phòng Tư pháp', name: 'Chuyên viên Ba' })
    expect((await ask(official, '/tuan')).text).toContain('không thuộc quyền của anh/chị')
  })

  onEveryChannel('comes to a leader by itself, until they say one word', async (scene) => {
    await importTasks(scene)
    const leader = await scene.person({ role: 'leader', name: 'Lãnh đạo Hai' })
    scene.setNow(friday)
    await scene.sweep()
    const summary = await nextSummary(leader, jobMs)
    expect(summary.text).toContain('Bản này tự gửi cho lãnh đạo, thủ trưởng mỗi thứ Sáu lúc 16:00.')
    expect(await scene.coordinator.quiet()).toEqual([])
    expect((await ask(leader, '/tuan tắt')).text).toContain('Đã thôi gửi tổng hợp tuần cho anh/chị.')
    scene.setNow(nextFriday)
    await scene.sweep()
    expect(await leader.quiet()).toEqual([])
    expect((await ask(leader, '/tuan bật')).text).toContain('lần tới là 20/03/2026')
    scene.setNow(new Date('2026-03-20T16:00:00+07:00'))
    await scene.sweep()
    const asked = await nextSummary(leader, jobMs)
    expect(asked.text).toContain('Tổng hợp tuần 06/03/2026 – 20/03/2026')
    expect(asked.text).toContain('Từ 06/03/2026: thêm')
    expect(asked.text).not.toContain('Bản này tự gửi')
  })

  onChannel('telegram', 'comes when the chat wants it, to a head for their own agencies', async (scene) => {
    await importTasks(scene)
    const head = await scene.person({ role: 'head', agency: 'Phòng Y tế', name: 'Chuyên viên Bốn' })
    expect((await ask(head, '/tuan lúc nào cũng được')).text).toContain('Chưa rõ “lúc nào cũng được” là lúc nào')
    const promised = await ask(head, '/tuan thứ Tư 8h30')
    expect(promised.text).toContain('lúc 08:30 mỗi thứ Tư, lần tới là 04/03/2026')
    expect(promised.choices).toEqual(['Thôi gửi'])
    scene.setNow(new Date('2026-03-04T08:29:00+07:00'))
    await scene.sweep()
    expect(await head.quiet()).toEqual([])
    scene.setNow(new Date('2026-03-04T08:30:00+07:00'))
    await scene.sweep()
    expect((await head.next(jobMs)).text).toContain('Tổng số: 2 việc')
    const { summaryDueAt } = await scene.database.client.person.findFirstOrThrow({ where: { summaryDay: 3 } })
    expect(summaryDueAt).toEqual(new Date('2026-03-11T08:30:00+07:00'))
  })

  onChannel('telegram', 'is a picture with its words below', async (scene) => {
    await importTasks(scene)
    const { telegram } = scene.backstage
    const shown = await ask(scene.coordinator, '/tuan')
    const requests = telegram?.requests.of('sendPhoto') ?? []
    expect(shown.text).toContain('Tổng số: 4 việc')
    expect(requests).toHaveLength(1)
  })

  onChannel('web', 'shows its picture on the page, with what it says, to whoever has its address', async (scene) => {
    await importTasks(scene)
    await askWeek(scene.coordinator)
    const row = await scene.database.client.outboundMessage.findFirstOrThrow({ where: { pictureToken: { not: null } } })
    const address = `http://localhost:${scene.app.port}/hinh/${row.pictureToken ?? ''}.png`
    // The first picture of a program may take longer than anybody waits; it is drawn when it is asked for again.
    const fetchPicture = async () => {
      const answer = await fetch(address)
      const bytes = Buffer.from(await answer.arrayBuffer())
      return [answer.headers.get('content-type'), bytes.subarray(1, 4).toString('latin1')]
    }
    await expect.poll(fetchPicture, { timeout: jobMs }).toEqual(['image/png', 'PNG'])
    expect((await fetch(address.replace(/.{4}\.png$/, 'AAAA.png'))).status).toBe(404)
  })

  for (const channel of ['telegram', 'zalo'] as const) {
    onChannel(
      channel,
      `in a group on ${channel} only the totals are told, and only a coordinator decides`,
      async (scene) => {
        await importTasks(scene)
        const { coordinator, head, alone } = await groupOf(scene)
        expect((await ask(head, '/tuan')).text).toBe('📩 Đã trả lời riêng cho anh/chị.')
        expect((await nextSummary(alone, jobMs)).text).toContain('Tổng số: 2 việc')
        const shown = await askWeek(coordinator)
        expect(shown.text).toContain('Tổng số: 4 việc')
        expect(shown.text).not.toContain('Phòng')
        await coordinator.choose(shown, 'Gửi vào đây mỗi thứ Sáu 16:00')
        expect((await coordinator.next()).text).toContain('lần tới là 06/03/2026')
        scene.setNow(friday)
        await scene.sweep()
        const summary = await nextSummary(coordinator, jobMs)
        expect(summary.text).toContain('Tổng số: 4 việc')
        expect(summary.text).not.toContain('Phòng')
        expect(await scene.coordinator.quiet()).toEqual([])
      },
    )

    onChannel(
      channel,
      `in a group on ${channel} agencies are named once a coordinator chose it there, until it is chosen otherwise`,
      async (scene) => {
        await importTasks(scene)
        const { coordinator, head, alone } = await groupOf(scene)
        expect((await ask(head, '/tuan nêu tên')).text).toBe('📩 Đã trả lời riêng cho anh/chị.')
        expect((await alone.next(jobMs)).text).toContain('trong nhóm ấy')
        const chosen = await choose(coordinator, await askWeek(coordinator), 'Nêu tên đơn vị trong nhóm này')
        expect(chosen.text).toContain('kể cả người của đơn vị khác')
        expect((await ask(coordinator, '/tuan bật')).text).toContain('lần tới là 06/03/2026')
        scene.setNow(friday)
        await scene.sweep()
        const summary = await nextSummary(coordinator, jobMs)
        expect(summary.text).toContain('Tổng số: 4 việc')
        expect(summary.text).toContain('Nhiều việc quá hạn nhất\n1. Phòng')
        expect(summary.choices.filter((choice) => choice.startsWith('Phòng'))).toEqual([])
        expect((await ask(coordinator, '/tuan giấu tên')).text).toContain('không nêu tên đơn vị nào')
        expect((await askWeek(coordinator)).text).not.toContain('Phòng')
        const events = await scene.database.client.auditEvent.findMany({ where: { action: 'summary.naming' } })
        expect(events.map(({ after }) => after)).toEqual([{ namesAgencies: true }, { namesAgencies: false }])
      },
    )
  }
})

/** A coordinator and a head who have joined, as they speak in one group, and the head alone. */
const groupOf = async (scene: Scene): Promise<{ coordinator: ChatDriver; head: ChatDriver; alone: ChatDriver }> => {
  const codes = [await scene.invite('coordinator'), await scene.invite('head', 'Phòng Y tế')] as const
  const { telegram, zalo } = scene.backstage
  if (telegram !== null) {
    const people = [telegram.user(501, 'Cán bộ Chín'), telegram.user(502, 'Chuyên viên Bốn')] as const
    for (const at of [0, 1] as const) await join(telegramDriver(people[at]), codes[at])
    const group = telegram.group(-900, 'Ban chỉ đạo', people[0])
    const [coordinator, head] = people.map((one) => telegramDriver(group.member(one))) as [ChatDriver, ChatDriver]
    return { coordinator, head, alone: telegramDriver(people[1]) }
  }
  if (zalo === null) throw new Error('this channel has no groups')
  const people = [zalo.user('z501', 'Cán bộ Chín'), zalo.user('z502', 'Chuyên viên Bốn')] as const
  for (const at of [0, 1] as const) await join(zaloDriver(people[at]), codes[at])
  const group = zalo.group('g900', 'Ban chỉ đạo')
  const [coordinator, head] = people.map((one) => zaloDriver(group.member(one))) as [ChatDriver, ChatDriver]
  return { coordinator, head, alone: zaloDriver(people[1]) }
}

const join = async (who: ChatDriver, code: string) => {
  await who.say(`/start ${code}`)
  await who.next(jobMs)
  await who.quiet()
}
