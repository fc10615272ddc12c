import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launchBrowser, openPage, whyNoBrowser, type WatchedPage } from '../../support/browser.ts'
import { openWebScene, type WebScene } from './scene.ts'

const title = `in Chromium${chromiumPath === null ? ` (${whyNoBrowser})` : ''}`

describe.skipIf(chromiumPath === null)(title, { timeout: 60_000 }, () => {
  let scene: WebScene
  let browser: Browser
  let watched: WatchedPage
  let page: Page

  beforeAll(async () => {
    scene = await openWebScene()
    browser = await launchBrowser()
  }, 60_000)
  afterEach(async () => {
    await watched.context.close()
    expect(watched.complaints).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await scene.close()
  })

  /** Opens the chat as somebody who is signed in. */
  const enter = async (): Promise<void> => {
    watched = await openPage(browser)
    page = watched.page
    const value = (await scene.signIn()).slice('dondoc='.length)
    await watched.context.addCookies([{ name: 'dondoc', value, url: scene.url }])
    await page.goto(scene.url)
  }
  const messages = () => page.locator('.message')
  const waitFor = (count: number) =>
    messages()
      .nth(count - 1)
      .waitFor()

  test('what was said earlier is fetched when asked for, once, and what is being read stays where it is', async () => {
    await enter()
    for (let index = 1; index <= 130; index += 1) await scene.botSays(`tin số ${index}`)
    await page.reload()
    await waitFor(100)
    expect(await page.locator('.message .text').first().textContent()).toBe('tin số 31')
    const read = page.getByText('tin số 31', { exact: true })
    await page.evaluate(`document.querySelector('#log').scrollTop = 0`)
    const before = await read.boundingBox()
    await page.getByRole('button', { name: 'Xem tin cũ hơn' }).click()
    await waitFor(130)
    expect(await page.locator('.message .text').first().textContent()).toBe('tin số 1')
    expect(await page.locator('.day').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Xem tin cũ hơn' }).count()).toBe(0)
    expect(Math.abs(((await read.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(60)
    await scene.botSays('tin mới')
    await page.getByText('tin mới', { exact: true }).waitFor()
    expect(await messages().count()).toBe(131)
  })
})
