import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launchBrowser, openPage, phone, type WatchedPage, whyNoBrowser } from '../../support/browser.ts'
import { planFile } from '../../support/plan-file.ts'
import { openStage, type Stage } from '../../support/stage.ts'
import { joinOnWeb, type WebDriver } from '../../support/web-driver.ts'
import { describeInChromium } from './chat-in-chromium.ts'
import { findFaintWords } from './faint-words.ts'

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[]
}

/** What axe finds wrong with the page as it stands, a line each. */
const findings = async (page: Page): Promise<string[]> => {
  // Whatever still moves has other colours than it will have.
  await page.waitForTimeout(400)
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<{ violations: readonly Finding[] }>('axe.run(document)')
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${impact ?? ''} ${id} ${target.join(' ')} ${failureSummary}`),
  )
}

const title = `what keeps nobody out, in Chromium${chromiumPath === null ? ` (${whyNoBrowser})` : ''}`

describe.skipIf(chromiumPath === null)(title, { timeout: 90_000 }, () => {
  let stage: Stage
  let browser: Browser
  let watched: WatchedPage
  let url: string
  let who: WebDriver

  beforeAll(async () => {
    stage = await openStage({})
    browser = await launchBrowser()
    url = `http://127.0.0.1:${stage.app.port}`
    who = await joinOnWeb(url, { name: 'Cán bộ Tổng hợp', code: await stage.invite('coordinator') })
    await who.quiet()
    await who.sendFile('ke-hoach.txt', planFile())
    await who.next(20_000)
  }, 60_000)
  afterEach(async () => {
    await watched.context.close()
    expect(watched.complaints).toEqual([])
  })
  afterAll(async () => {
    who.close()
    await browser.close()
    await stage.close()
  })

  const open = async (address: string, options: Parameters<typeof openPage>[1], signedIn: boolean): Promise<Page> => {
    watched = await openPage(browser, options)
    const [name = '', ...value] = (who.cookie() ?? '').split('=')
    if (signedIn) await watched.context.addCookies([{ name, value: value.join('='), url }])
    await watched.page.goto(address)
    return watched.page
  }

  const looks = [
    ['on a desk', {}],
    ['on a phone', { viewport: phone, hasTouch: true, isMobile: true }],
    ['in the dark', { colorScheme: 'dark' }],
    ['by whoever wants strong contrasts and no movement', { forcedColors: 'active', reducedMotion: 'reduce' }],
  ] as const

  test.each(looks)('the door: %s', async (_look, options) => {
    const page = await open(url, options, false)
    expect(await findings(page)).toEqual([])
  })

  test.each(looks)('the chat, with answers, buttons and a file: %s', async (_look, options) => {
    const page = await open(url, options, true)
    const box = page.getByRole('textbox', { name: 'Soạn tin nhắn' })
    await box.fill('/viec')
    await page.keyboard.press('Enter')
    await page.locator('.bot').nth(1).waitFor()
    expect(await page.locator('.file').count()).toBe(1)
    expect(await findings(page)).toEqual([])
  })

  test.each(looks)('the table of a draft: %s', async (_look, options) => {
    const { id } = await stage.database.client.planDraft.findFirstOrThrow()
    const page = await open(`${url}/ke-hoach/nhap/${id}`, options, true)
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
    expect(await findings(page)).toEqual([])
  })

  test.each(looks)('what became of messages: %s', async (_look, options) => {
    const page = await open(`${url}/gui-tin?tin=sent`, options, true)
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(1)
    expect(await findings(page)).toEqual([])
  })

  test('a field without a name would be found', async () => {
    const page = await open(url, {}, false)
    await page.evaluate(`document.querySelector('main').append(document.createElement('input'))`)
    expect((await findings(page)).join()).toContain('critical label')
  })
})

describeInChromium('the chat keeps nobody out', ({ enter }) => {
  test('everything is reached by the keyboard, in the order in which it is seen', async () => {
    const { page, scene, waitFor } = await enter()
    await scene.botSays({ words: 'NV12', buttons: [[{ label: 'Đã nhận', action: 'ack' }]] })
    await waitFor(1)
    const names: unknown[] = []
    for (let presses = 0; presses < 11; presses += 1) {
      await page.keyboard.press('Tab')
      names.push(
        await page.evaluate(
          `(() => { const e = document.activeElement; return e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.title || e.textContent.trim() })()`,
        ),
      )
    }
    expect(names).toEqual([
      'Đến ô soạn tin',
      'Đăng xuất',
      'Tin nhắn',
      'Đã nhận',
      'Trả lời',
      '/viec Việc của tôi',
      '/tinhhinh Tình hình',
      '/trogiup Trợ giúp',
      'Gửi tệp (tối đa 50 MB)',
      'Soạn tin nhắn',
      'Gửi',
    ])
    await page.getByRole('button', { name: 'Đã nhận' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => scene.received.length).toBe(1)
  })

  test('a screen reader finds a log that speaks up politely, and a name on every message and button', async () => {
    const { page, scene, waitFor } = await enter()
    await scene.botSays('Nhắc việc')
    await waitFor(1)
    const log = page.getByRole('log', { name: 'Tin nhắn' })
    expect(await log.getAttribute('aria-live')).toBe('polite')
    expect(await log.getByRole('article').first().getAttribute('aria-label')).toMatch(
      /^Đôn Đốc, \d\d\/\d\d\/\d{4} \d\d:\d\d$/,
    )
    const nameless = `[...document.querySelectorAll('button')].filter((b) => b.checkVisibility() && !(b.textContent.trim() || b.title)).length`
    expect(await page.evaluate(nameless)).toBe(0)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Đôn Đốc')
    expect(await page.evaluate('document.documentElement.lang')).toBe('vi')
  })

  test.each([360, phone.width])('at %i px nothing sticks out, whatever the words', async (width) => {
    const { page, scene, waitFor } = await enter({ viewport: { width, height: 700 }, isMobile: true, hasTouch: true })
    const label = 'Xin gia hạn đến hết quý II năm 2026'
    await scene.botSays({
      words: `${'dài'.repeat(200)} https://a.vn/${'x'.repeat(300)}`,
      buttons: [
        [
          { label, action: 'a' },
          { label, action: 'b' },
        ],
      ],
    })
    await waitFor(1)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(
      await page.evaluate(`document.querySelector('#log').scrollWidth - document.querySelector('#log').clientWidth`),
    ).toBe(0)
    const lowest = `Math.min(...[...document.querySelectorAll('.choice, .send, .attach')].map((e) => e.offsetHeight))`
    expect(await page.evaluate(lowest)).toBeGreaterThanOrEqual(44)
  })

  test.each(['light', 'dark'] as const)('in %s colours every word stands out from its ground', async (colorScheme) => {
    const { box, page, scene, waitFor } = await enter({ colorScheme })
    scene.onReceive = () =>
      scene.botSays({ words: 'Xem https://a.vn và /viec', buttons: [[{ label: 'Xong', action: 'x' }]] })
    await box.fill('chào')
    await page.keyboard.press('Enter')
    await waitFor(2)
    const faint = await page.evaluate(`(${findFaintWords})()`)
    expect(faint).toEqual([])
  })
})
