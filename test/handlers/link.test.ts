import { expect } from 'vitest'
import { ask } from '../support/asking.ts'
import { createTestWorkspace, addPerson } from '../support/builders.ts'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import type { SeenMessage } from '../support/person-driver.ts'
import { joinOnWeb, strangerOnWeb } from '../support/web-driver.ts'

const codeIn = ({ text }: SeenMessage): string => /^[2-9A-Z]{4}-[2-9A-Z]{4}$/mu.exec(text)?.[0] ?? 'none'
const urlOf = (scene: Scene): string => `http://127.0.0.1:${scene.app.port}`
const peopleIn = (scene: Scene) => scene.database.client.person.count({ where: { name: 'Chuyên viên Một' } })
const nobody = 'Tài khoản này đã thuộc về một người trong hệ thống nên không nối thêm được.'

onEveryChannel(
  'a code brings the same person in from the browser, once, and where they were is told',
  async (scene) => {
    const own = { telegram: 'Telegram', zalo: 'Zalo', web: 'trang web' }[scene.channel]
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const given = await ask(hoa, '/liênkết')
    expect(given.text).toContain('Mã nối kênh của Chuyên viên Một:')
    expect(given.text).toContain('Dùng một lần, trong 30 phút.')
    const code = codeIn(given)
    expect(given.text).toContain(`/vao/${code}?noi=1`)
    const browser = strangerOnWeb(urlOf(scene), 'Tên khác')
    await browser.say(`/start ${code.toLowerCase()}`)
    const channels = scene.channel === 'web' ? 'trang web' : `${own}, trang web`
    const linked = `✅ Đã nối trang web vào tài khoản của Chuyên viên Một, UBND phường An Biên. Từ nay dùng được ở: ${channels}.`
    // In the browser both messages come into the one chat that this person has there.
    const inBrowser = [await browser.next(), ...(await browser.quiet())].map(({ text }) => text)
    expect(inBrowser.join('\n')).toContain(linked)
    expect((await hoa.next()).text).toBe(
      'Tài khoản của anh/chị vừa được nối thêm trang web. Nếu không phải anh/chị nối, xin báo ngay cán bộ tổng hợp.',
    )
    expect((await ask(browser, '/toi')).text).toContain('• chuyên viên đầu mối, Phòng Nội vụ')
    expect(await peopleIn(scene)).toBe(1)
    const again = strangerOnWeb(urlOf(scene), 'Tên khác')
    expect((await ask(again, `/start ${code}`)).text).toContain('Mã mời này đã được dùng')
    for (const page of [browser, again]) page.close()
  },
)

onChannel(
  'telegram',
  'a second account of one messenger joins too; what belongs to somebody never does',
  async (scene) => {
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const other = await scene.person({ role: 'head', agency: 'Phòng Tư pháp', name: 'Chuyên viên Hai' })
    const first = codeIn(await ask(hoa, '/lienket'))
    const second = codeIn(await ask(hoa, '/link'))
    expect((await ask(hoa, `/start ${second}`)).text).toContain('Kênh này đã nối với tài khoản của anh/chị rồi.')
    expect((await ask(other, `/start ${second}`)).text).toBe(nobody)
    const phone = await scene.stranger('Máy thứ hai')
    expect((await ask(phone, `/start ${first}`)).text).toContain('Mã mời này đã hết hạn')
    expect((await ask(phone, second)).text).toContain('✅ Đã nối Telegram vào tài khoản của Chuyên viên Một')
    expect((await ask(phone, '/viec')).text).toContain('Phòng Nội vụ')
    expect(await peopleIn(scene)).toBe(1)
    expect((await hoa.next()).text).toContain('vừa được nối thêm Telegram')
    const late = codeIn(await ask(hoa, '/lienket'))
    scene.setNow(new Date(scene.now().getTime() + 30 * 60_000))
    expect((await ask(await scene.stranger(), late)).text).toContain('Mã mời này đã hết hạn')
    const events = await scene.database.client.auditEvent.findMany({ where: { action: { startsWith: 'link' } } })
    expect(events.map(({ action }) => action)).toEqual(['link-code', 'link-code', 'link-channel', 'link-code'])
    // Neither the record nor the table of codes holds what was given out.
    expect(JSON.stringify([events, await scene.database.client.linkCode.findMany()], bigints)).not.toContain(second)
  },
)

const bigints = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)

onChannel(
  'web',
  'a code of another workspace is refused to somebody who is in one; wrong codes are counted',
  async (scene) => {
    const elsewhere = await createTestWorkspace(scene.database, { name: 'UBND phường Gia Viên' })
    const there = await addPerson(scene.database, elsewhere, { name: 'Chuyên viên Chín', channel: 'zalo' })
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const code = codeIn(await ask(hoa, '/lienket'))
    const { personId } = await scene.database.client.linkCode.findFirstOrThrow()
    await scene.database.client.linkCode.updateMany({
      where: { personId },
      data: { workspaceId: elsewhere.id, personId: there.id },
    })
    expect((await ask(hoa, `/start ${code}`)).text).toBe(nobody)
    const guesser = strangerOnWeb(urlOf(scene), 'Người đoán')
    for (let tries = 0; tries < 5; tries += 1)
      expect((await ask(guesser, '/start KKKK-2222')).text).toContain('không đúng')
    expect((await ask(guesser, `/start ${code}`)).text).toContain('Đã nhập sai mã nhiều lần')
    await expect(joinOnWeb(urlOf(scene), { name: 'Người đoán', code })).rejects.toThrow('nhiều lần')
  },
)
