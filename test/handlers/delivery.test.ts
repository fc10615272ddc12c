import { describe, expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'

const official = { role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' } as const

/** Somebody on Telegram whom the bot tries to tell something. */
const tell = async (scene: Scene, name: string, text: string) => {
  const account = await scene.database.client.chatAccount.findFirstOrThrow({ where: { person: { name } } })
  await scene.app.inTransaction(({ outboxOf }) =>
    outboxOf(scene.workspace.id).add([
      {
        chatId: account.chatId,
        personId: account.personId,
        key: text,
        kind: 'assignment',
        text: { text, entities: [] },
      },
    ]),
  )
  await scene.app.quiet()
}

describe('/guitin', () => {
  onEveryChannel('says what was sent, and every number opens its list', async (scene) => {
    await scene.person(official)
    const seen = await ask(scene.coordinator, '/guitin')
    expect(seen.text).toMatch(/^Gửi tin, 7 ngày qua \(24\/02\/2026 – 02\/03\/2026\)\n✅ Đã gửi: \d\n/)
    expect(seen.text).not.toMatch(/Không gửi được|Không rõ|Chờ hạn mức|Người không/)
    expect(seen.text).toMatch(/Xem cả trên trang web: http\S+\/gui-tin/)
    const count = Number(/Đã gửi: (\d)/.exec(seen.text)?.[1])
    expect(seen.choices).toEqual([`Đã gửi (${count})`, 'Theo kênh', 'Theo ngày', 'Cập nhật'])

    const names = { telegram: 'Telegram', zalo: 'Zalo', web: 'trang web' }
    const list = await choose(scene.coordinator, seen, `Đã gửi (${count})`)
    expect(list.text).toContain(`Đã gửi, 7 ngày qua: ${count + 1} tin (1–${count + 1})\n`)
    expect(list.text).toContain(
      `• 09:00 02/03/2026 · Chuyên viên Một, Phòng Nội vụ · ${names[scene.channel]} · trả lời · đã gửi`,
    )
    const back = await choose(scene.coordinator, list, 'Về tình hình')
    const groups = await choose(scene.coordinator, back, 'Theo kênh')
    expect(groups.text).toMatch(new RegExp(`• ${names[scene.channel]}: đã gửi \\d`))
    const days = await choose(scene.coordinator, await choose(scene.coordinator, groups, 'Về tình hình'), 'Theo ngày')
    expect(days.text).toMatch(/• 02\/03\/2026: đã gửi \d/)
  })

  onChannel('web', 'is for those who look after it', async (scene) => {
    const head = await scene.person({ role: 'head', agency: 'Phòng Nội vụ' })
    expect((await ask(head, '/guitin')).text).toContain('không thuộc quyền của anh/chị')
    const admin = await scene.person({ role: 'admin' })
    expect((await ask(admin, '/delivery')).text).toContain('✅ Đã gửi')
  })

  onChannel('telegram', 'shows who blocked the bot until they write again, and what is not known', async (scene) => {
    const telegram = scene.backstage.telegram!
    const one = await scene.person(official)
    const actor = telegram.user(1002, 'Chuyên viên Một')
    // The service refuses; nobody told the bot before.
    telegram.faults.add({ fault: { kind: 'error', status: 403 }, method: 'sendMessage', chat: 1002, times: 1 })
    await tell(scene, 'Chuyên viên Một', 'một')
    telegram.faults.add({ fault: { kind: 'reset', effect: 'done' }, method: 'sendMessage', chat: 1002, times: 1 })
    await tell(scene, 'Chuyên viên Một', 'hai')

    const seen = await ask(scene.coordinator, '/guitin')
    expect(seen.text).toContain('❓ Không rõ đã tới hay chưa: 1\n⚠️ Không gửi được: 1\n')
    expect(seen.text).toContain('Người không liên lạc được: 1')
    const failed = await choose(scene.coordinator, seen, 'Không gửi được (1)')
    expect(failed.text).toContain(
      'Chuyên viên Một, Phòng Nội vụ · Telegram · tin về việc · không gửi được: đã chặn bot',
    )
    const people = await choose(
      scene.coordinator,
      await choose(scene.coordinator, failed, 'Về tình hình'),
      'Không liên lạc được (1)',
    )
    expect(people.text).toBe(
      'Người không liên lạc được: 1 (1–1)\n• Chuyên viên Một, Phòng Nội vụ: Telegram, đã chặn bot từ 09:00 ngày 02/03/2026; không còn kênh nào khác',
    )
    await one.quiet()
    actor.send('/viec')
    await one.next()
    expect((await ask(scene.coordinator, '/guitin')).text).not.toContain('Người không liên lạc được')
  })

  onChannel(
    'zalo',
    'near the end of the quota it says what waits, and it is told once a month at 80 and 95 percent',
    async (scene) => {
      const { client } = scene.database
      const { chatId } = await client.chatAccount.findFirstOrThrow({ where: { channel: 'zalo' } })
      const setQuota = (monthly: number) => client.sendQuota.update({ where: { channel: 'zalo' }, data: { monthly } })
      const moments = { notBefore: scene.now(), createdAt: scene.now(), settledAt: scene.now() }
      // As if a thousand had been sent by another office: the bot is everybody's.
      await client.outboundMessage.createMany({
        data: Array.from({ length: 1000 }, (_, index) => ({
          ...{
            chatId,
            channel: 'zalo' as const,
            key: `used ${index}`,
            kind: 'reply',
            content: {},
            state: 'sent' as const,
          },
          ...moments,
        })),
      })
      await scene.person(official)
      await setQuota(1250)
      for (const [monthly, percent, words] of [
        [1250, '80,', 'Từ đây tổng hợp tuần qua Zalo phải chờ.'],
        [1040, '96,', 'Từ đây chỉ còn trả lời người vừa nhắn'],
      ] as const) {
        await setQuota(monthly)
        await scene.sweep()
        const { text } = await scene.coordinator.next()
        expect(text).toMatch(/^⚠️ Bot Zalo đã gửi 1\.\d+\/1\.\d+ tin của tháng 03\/2026/)
        expect(text).toContain(`(${percent}`)
        expect(text).toContain(words)
        await scene.sweep()
        expect(await scene.coordinator.quiet()).toEqual([])
      }
      await tell(scene, 'Chuyên viên Một', 'tin về việc')
      const seen = await ask(scene.coordinator, '/guitin')
      expect(seen.text).toContain('⏸ Chờ hạn mức Zalo: 1')
      expect(seen.text).toMatch(
        /Bot Zalo tháng 03\/2026: 1\.\d+\/1\.040 tin \(.*%\), riêng cơ quan này \d\. Tổng hợp tuần, thông báo, nhắc việc và tin về việc đang chờ\./,
      )

      scene.setNow(new Date('2026-04-01T02:00:00Z'))
      await scene.sweep()
      expect(await client.outboundMessage.findUniqueOrThrow({ where: { key: 'tin về việc' } })).toMatchObject({
        state: 'sent',
      })
    },
  )
})
