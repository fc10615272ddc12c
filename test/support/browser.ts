import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const candidates = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where a Chromium is installed; null when none is, and then tests with pages are skipped. */
export const chromiumPath: string | null =
  candidates.find((path): path is string => path !== undefined && existsSync(path)) ?? null

/** Said in the place of tests that cannot run. */
export const whyNoBrowser = 'no Chromium installed (Debian: apt-get install chromium)'

/** A real browser that talks to nobody but the pages it is sent to. */
export const launchBrowser = (): Promise<Browser> => {
  if (chromiumPath === null) throw new Error(whyNoBrowser)
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 800 }

/** A page, with everything that a well-behaved one has none of. */
export interface WatchedPage {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of scripts, console errors, violations of the content policy. */
  readonly complaints: string[]
}

/** Opens an empty page in a browser profile of its own. */
export const openPage = async (
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<WatchedPage> => {
  const context = await browser.newContext({ viewport: desktop, locale: 'vi-VN', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return { page, context, complaints }
}
