import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Incoming } from '../../../domain/incoming.ts'
import { chromiumPath, launchBrowser, openPage, phone, whyNoBrowser, type WatchedPage } from '../../support/browser.ts'
import { openWebScene, type WebScene } from './scene.ts'

const hostile = '<b>&_*[<script>'

const title = `in Chromium${chromiumPath === null ? ` (${whyNoBrowser})` : ''}`

describe.skipIf(chromiumPath === null)(title, { timeout: 60_000 }, () => {
  let scene: WebScene
  let browser: Browser
  let watched: WatchedPage
  let page: Page
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-page-'))

  beforeAll(async () => {
    scene = await openWebScene()
    browser = await launchBrowser()
  }, 60_000)
  beforeEach(() => scene.reset())
  afterEach(async () => {
    await watched.context.close()
    expect(watched.complaints).toEqual([])
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await browser.close()
    await scene.close()
  })

  /** Opens the chat as somebody who is signed in. */
  const enter = async (options: Parameters<typeof openPage>[1] = {}): Promise<void> => {
    watched = await openPage(browser, options)
    page = watched.page
    const value = (await scene.signIn()).slice('dondoc='.length)
    await watched.context.addCookies([{ name: 'dondoc', value, url: scene.url }])
    await page.goto(scene.url)
  }
  const box = () => page.getByRole('textbox', { name: 'Soạn tin nhắn' })
  const messages = () => page.locator('.message')
  const textsOf = (incoming: readonly Incoming[]) => incoming.map(({ body }) => (body.kind === 'text' ? body.text : ''))
  const waitFor = (count: number) =>
    messages()
      .nth(count - 1)
      .waitFor()

  test('somebody signs in by the link, writes in Vietnamese and gets a live answer; a reload keeps all', async () => {
    scene.onReceive = () => scene.botSays('✅ Đã ghi NV12: 80%')
    watched = await openPage(browser)
    page = watched.page
    await page.goto(`${scene.url}/vao/${await scene.signInToken()}`)
    await page.getByRole('button', { name: 'Mở trò chuyện' }).click()
    await box().pressSequentially('nv12 xong 80%, còn chờ Sở Tài chính góp ý')
    await page.keyboard.press('Enter')
    await waitFor(2)
    expect(await page.locator('.message .text').allTextContents()).toEqual([
      'nv12 xong 80%, còn chờ Sở Tài chính góp ý',
      '✅ Đã ghi NV12: 80%',
    ])
    expect(textsOf(scene.received)).toEqual(['nv12 xong 80%, còn chờ Sở Tài chính góp ý'])
    expect(await page.evaluate('document.activeElement.id')).toBe('text')
    await page.reload()
    await waitFor(2)
    expect(await messages().count()).toBe(2)
    expect(await page.locator('.own .text').textContent()).toBe('nv12 xong 80%, còn chờ Sở Tài chính góp ý')
  })

  test('Enter that ends the composition of a word sends nothing; Shift+Enter begins a line', async () => {
    await enter()
    await box().fill('đã nhậ')
    await page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))`,
    )
    expect(await messages().count()).toBe(0)
    await box().fill('dòng một')
    await page.keyboard.press('Shift+Enter')
    await box().pressSequentially('dòng hai')
    await page.keyboard.press('Enter')
    await expect.poll(() => textsOf(scene.received)).toEqual(['dòng một\ndòng hai'])
  })

  test('a pressed button is ticked, cannot be pressed twice at once, and the answer takes its message’s place', async () => {
    await enter()
    const buttons = [
      [
        { label: 'Đã nhận', action: 'ack:12' },
        { label: 'Xong', action: 'done:12' },
      ],
    ]
    await scene.botSays({ words: `NV12 ${hostile}`, buttons })
    const row = String(await scene.lastRow())
    await waitFor(1)
    expect(await page.locator('.bot .text').textContent()).toBe(`NV12 ${hostile}`)
    await page.getByRole('button', { name: 'Đã nhận' }).dblclick()
    const taken = page.getByRole('button', { name: 'Đã nhận (đã chọn)' })
    await taken.waitFor()
    expect(await taken.getAttribute('aria-disabled')).toBe('true')
    expect(scene.received.map(({ body }) => body)).toEqual([{ kind: 'button', action: 'ack:12', messageId: row }])

    await scene.botSays({ words: 'NV12: đã tiếp nhận', edits: row, buttons: [[{ label: 'Hoàn tác', action: 'undo' }]] })
    await page.getByRole('button', { name: 'Hoàn tác' }).waitFor()
    expect(await messages().count()).toBe(1)
    expect(await page.locator('.bot .text').textContent()).toBe('NV12: đã tiếp nhận')
  })

  test('a reply quotes its message, and the quotation leads back to it', async () => {
    await enter()
    await scene.botSays('Nhắc việc: NV12 còn 5 ngày')
    const row = String(await scene.lastRow())
    await waitFor(1)
    await messages().first().hover()
    await page.getByRole('button', { name: 'Trả lời', exact: true }).click()
    await box().pressSequentially('xong rồi ạ')
    await page.keyboard.press('Enter')
    await expect.poll(() => scene.received.map(({ replyTo }) => replyTo)).toEqual([row])
    const quote = page.locator('.own .quote')
    expect(await quote.textContent()).toBe('Nhắc việc: NV12 còn 5 ngày')
    await quote.click()
    expect(await page.evaluate('document.activeElement.id')).toBe(`m-${row}`)
  })

  test('a file is uploaded; one that is too large or empty is refused before it leaves', async () => {
    await enter()
    const choose = async (name: string, size: number) => {
      const path = join(folder, name)
      writeFileSync(path, '')
      truncateSync(path, size)
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Gửi tệp' }).click()
      await (await chooser).setFiles(path)
    }
    await choose('Báo cáo <quý I>.docx', 2_000_000)
    await page.locator('.file .size').waitFor()
    expect(await page.locator('.file').innerText()).toMatch(/Báo cáo <quý I>\.docx\s+1,9 MB/)
    await choose('rỗng.txt', 0)
    await page.getByText('Tệp trống (0 byte).').waitFor()
    await choose('to.zip', 50 * 1024 * 1024 + 1)
    await page.getByText('Tệp lớn hơn 50 MB nên không nhận được.').waitFor()
    expect(scene.received.map(({ body }) => body.kind)).toEqual(['file'])
  })

  test('what could not be sent says so and is sent once by pressing again; what was said meanwhile is there', async () => {
    await enter()
    await scene.botSays('trước')
    await waitFor(1)
    await scene.restart(async () => {
      await box().fill('gửi khi mất mạng')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').getByText('Chưa gửi được.').waitFor()
    })
    await scene.botSays('trong lúc mất mạng')
    await page.getByRole('button', { name: 'Gửi lại' }).click()
    await expect.poll(() => textsOf(scene.received)).toEqual(['gửi khi mất mạng'])
    await page.getByText('trong lúc mất mạng').waitFor({ timeout: 15_000 })
    expect(await page.locator('.message .text').allTextContents()).toHaveLength(3)
    // The browser itself reports the requests that failed; the page must not report anything.
    watched.complaints.splice(
      0,
      watched.complaints.length,
      ...watched.complaints.filter((line) => !line.startsWith('Failed to load resource')),
    )
  })

  test('reading far up, a new message does not move the page but is announced by a button', async () => {
    await enter({ viewport: { width: 800, height: 500 } })
    for (let index = 0; index < 12; index += 1) await scene.botSays(`tin ${index}\n`.repeat(3))
    await waitFor(12)
    await page.evaluate(`document.querySelector('#log').scrollTop = 0`)
    await page.waitForTimeout(100)
    await scene.botSays('tin mới nhất')
    const jump = page.getByRole('button', { name: '1 tin mới' })
    await jump.waitFor()
    expect(await page.evaluate(`document.querySelector('#log').scrollTop`)).toBe(0)
    await jump.click()
    await jump.waitFor({ state: 'hidden' })
    const last = await messages().last().boundingBox()
    expect(last?.y).toBeGreaterThan(0)
    expect((last?.y ?? 500) + (last?.height ?? 0)).toBeLessThan(500)
  })

  test('quick commands and commands in the bot’s words are sent by pressing them', async () => {
    await enter()
    await scene.botSays('Gõ /status để xem.')
    await page.getByRole('navigation', { name: 'Lệnh nhanh' }).getByRole('button', { name: '/viec' }).click()
    await page.locator('.bot').getByRole('button', { name: '/status' }).click()
    await expect.poll(() => textsOf(scene.received)).toEqual(['/viec', '/status'])
  })

  test('everything is reached by the keyboard, in the order in which it is seen', async () => {
    await enter()
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
    await enter()
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
    await enter({ viewport: { width, height: 700 }, isMobile: true, hasTouch: true })
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
    await enter({ colorScheme })
    scene.onReceive = () =>
      scene.botSays({ words: 'Xem https://a.vn và /viec', buttons: [[{ label: 'Xong', action: 'x' }]] })
    await box().fill('chào')
    await page.keyboard.press('Enter')
    await waitFor(2)
    const faint = await page.evaluate(`(${findFaintWords})()`)
    expect(faint).toEqual([])
  })
})

/** Words whose contrast to what is behind them is under 4.5 : 1 (WCAG AA); runs in the page. */
const findFaintWords = `() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number)
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const groundOf = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = parse(getComputedStyle(e).backgroundColor)
      if (color.length === 3 || color[3] === 1) return color
    }
    return [255, 255, 255]
  }
  return [...document.querySelectorAll('body *')]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) && e.checkVisibility())
    .map((e) => {
      const [a, b] = [luminance(parse(getComputedStyle(e).color)), luminance(groundOf(e))]
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.className + ': ' + e.textContent.trim().slice(0, 30)]
    })
    .filter(([ratio]) => ratio < 4.5)
}`
