import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliveryReport } from '../../../app/delivery-report.ts'
import { messagesIn } from '../../../locales/index.ts'
import { addPerson } from '../../support/builders.ts'
import { openStage, type Stage } from '../../support/stage.ts'
import { joinOnWeb, type WebDriver } from '../../support/web-driver.ts'

let stage: Stage
let coordinator: WebDriver
let official: WebDriver
let url: string
const moment = new Date()

beforeAll(async () => {
  stage = await openStage({})
  url = `http://127.0.0.1:${stage.app.port}`
  coordinator = await joinOnWeb(url, { name: 'Cán bộ Tổng hợp', code: await stage.invite('coordinator') })
  await coordinator.quiet()
  official = await joinOnWeb(url, { name: 'Chuyên viên Một', code: await stage.invite('official', 'Phòng Y tế') })
  await official.quiet()
  const { client } = stage.database
  const gone = await addPerson(stage.database, stage.workspace, { name: 'Chuyên viên <b>Hai</b>' })
  await client.chat.update({ where: { id: gone.chatId }, data: { blockedAt: moment, blockedReason: 'gone' } })
  const rows = (count: number, state: 'sent' | 'failed' | 'unknown' | 'pending', failure: string | null) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ workspaceId: stage.workspace.id, chatId: gone.chatId, personId: gone.id, channel: 'telegram' as const },
      ...{
        key: `${state} ${failure ?? ''} ${index}`,
        kind: 'reminder',
        content: { text: 'nội dung riêng' },
        state,
        failure,
      },
      ...{ createdAt: moment, notBefore: new Date(moment.getTime() + 3_600_000) },
      settledAt: state === 'pending' ? null : moment,
    }))
  await client.outboundMessage.createMany({
    data: [
      ...rows(120, 'sent', null),
      ...rows(3, 'failed', 'telegram-403-deactivated'),
      ...rows(2, 'unknown', 'ETIMEDOUT'),
      ...rows(1, 'pending', 'quota'),
      ...rows(4, 'failed', 'withdrawn'),
    ],
  })
})
afterAll(async () => {
  coordinator.close()
  official.close()
  await stage.close()
})

const open = async (path: string, who: WebDriver | null = coordinator) => {
  const response = await fetch(`${url}${path}`, { headers: who === null ? {} : { cookie: who.cookie() ?? '' } })
  return { status: response.status, headers: response.headers, page: await response.text() }
}
/** The number in the list at the top that opens messages of a state. */
const numberOf = (page: string, state: string): string =>
  new RegExp(`href="/gui-tin\\?tin=${state}"[^>]*><b>([\\d.]+)</b>`).exec(page)?.[1] ?? ''

describe('the page of what became of messages', () => {
  test('counts as /guitin does, and every number is a link to its list', async () => {
    const { page, headers } = await open('/gui-tin')
    expect(['failed', 'unknown', 'held', 'waiting'].map((state) => numberOf(page, state))).toEqual(['3', '2', '1', '0'])
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    await coordinator.say('/guitin')
    const { text } = await coordinator.next()
    expect(text).toContain('❓ Không rõ đã tới hay chưa: 2\n⚠️ Không gửi được: 3\n')
    // The answer itself is sent after it was counted.
    expect(Number(/✅ Đã gửi: (\d+)/.exec(text)?.[1])).toBe(Number(numberOf(page, 'sent')))
  })

  test('lists messages without their words, a page at a time', async () => {
    const { page } = await open('/gui-tin?tin=sent&kenh=telegram')
    expect(page).toContain('1–50 trong 120')
    expect(page.match(/nhắc việc/g)).toHaveLength(50)
    expect(page).not.toContain('nội dung riêng')
    expect(page).toContain('Chuyên viên &lt;b&gt;Hai&lt;/b&gt;, Phòng Nội vụ')
    const next = /href="(\/gui-tin\?[^"]*tu=51)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await open(next)).page).toContain('51–100 trong 120')
    expect((await open('/gui-tin?tin=sent&kenh=telegram&tu=99999')).page).toContain('101–120 trong 120')
  })

  test('says why something failed, and who cannot be reached', async () => {
    expect((await open('/gui-tin?tin=failed')).page).toContain('không gửi được: tài khoản không còn')
    const { page } = await open('/gui-tin?nguoi=1')
    expect(page).toMatch(
      /Hai&lt;\/b&gt;, Phòng Nội vụ<\/b>: Telegram, tài khoản không còn, .*; không còn kênh nào khác/,
    )
  })

  test('what is not understood is as good as not asked', async () => {
    const { status, page } = await open('/gui-tin?tin=x&kenh=fax&ngay=2026-02-31&tu=-5')
    expect(status).toBe(200)
    expect(page).not.toContain('id="list"')
  })

  test('is for those who look after it, and an attempt is put on record', async () => {
    const { status, page } = await open('/gui-tin', official)
    expect(status).toBe(403)
    expect(page).toContain('không thuộc quyền của anh/chị')
    expect(await stage.database.client.auditEvent.findFirstOrThrow({ where: { action: 'refused' } })).toMatchObject({
      after: { code: 'not-allowed', attempt: '/guitin' },
    })
    expect((await open('/gui-tin', null)).status).toBe(401)
  })
})

test('dondoc delivery prints the same figures, as lines and for machines', async () => {
  const report = (json: boolean) =>
    stage.database.client.$transaction((tx) =>
      deliveryReport(tx, stage.workspace, { json, now: new Date(), m: messagesIn('vi') }),
    )
  const lines = await report(false)
  expect(lines).toContain('UBND phường An Biên\nGửi tin, 7 ngày qua')
  expect(lines).toContain('❓ Không rõ đã tới hay chưa: 2\n⚠️ Không gửi được: 3\nNgười không liên lạc được: 1\n')
  expect(lines).toContain('Telegram: đã gửi 120, chờ hạn mức 1, không rõ 2, không gửi được 3')
  expect(JSON.parse(await report(true))).toMatchObject({
    workspace: 'UBND phường An Biên',
    counts: { held: 1, unknown: 2, failed: 3, moved: 0 },
    unreachable: 1,
    quota: null,
  })
})
