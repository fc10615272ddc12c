import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'
import { chromiumPath, launchBrowser, openPage, type WatchedPage, whyNoBrowser } from '../../support/browser.ts'
import { openWebScene, type WebScene } from './scene.ts'

/** The chat as somebody has it before them. */
interface ChatPage extends WatchedPage {
  readonly scene: WebScene
  /** Where messages are written. */
  readonly box: Locator
  readonly messages: Locator
  /** Until there are so many messages. */
  readonly waitFor: (count: number) => Promise<void>
}

type Opening = (options?: Parameters<typeof openPage>[1]) => Promise<ChatPage>

interface Ways {
  /** An empty page, where nobody is signed in. */
  readonly open: Opening
  /** The chat of somebody who is signed in. */
  readonly enter: Opening
}

/** Tests that have a page each, which must have nothing to complain of in the end; skipped where no Chromium is. */
export const describeInChromium = (what: string, tests: (ways: Ways) => void): void => {
  const title = `${what}, in Chromium${chromiumPath === null ? ` (${whyNoBrowser})` : ''}`
  describe.skipIf(chromiumPath === null)(title, { timeout: 90_000 }, () => {
    let scene: WebScene
    let browser: Browser
    let watched: WatchedPage

    beforeAll(async () => {
      scene = await openWebScene()
      browser = await launchBrowser()
    })
    beforeEach(() => scene.reset())
    afterEach(async () => {
      await watched.context.close()
      expect(watched.complaints).toEqual([])
    })
    afterAll(async () => {
      await browser.close()
      await scene.close()
    })

    const open: Opening = async (options) => {
      watched = await openPage(browser, options)
      const messages = watched.page.locator('.message')
      return {
        ...{ ...watched, scene, messages },
        box: watched.page.getByRole('textbox', { name: 'Soạn tin nhắn' }),
        waitFor: (count) => messages.nth(count - 1).waitFor(),
      }
    }
    const enter: Opening = async (options) => {
      const chat = await open(options)
      const value = (await scene.signIn()).slice('dondoc='.length)
      await chat.context.addCookies([{ name: 'dondoc', value, url: scene.url }])
      await chat.page.goto(scene.url)
      return chat
    }
    tests({ open, enter })
  })
}
