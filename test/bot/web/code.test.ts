import qrcode from 'qrcode-generator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launchBrowser, openPage, phone, whyNoBrowser } from '../../support/browser.ts'
import { openWebScene, type WebScene } from './scene.ts'

let scene: WebScene
beforeAll(async () => {
  scene = await openWebScene()
})
afterAll(() => scene.close())

test('the page of a code is the same for everybody: nothing in it or in what is asked for is a code', async () => {
  const page = await fetch(`${scene.url}/ma`)
  expect(page.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
  expect(page.headers.get('Cache-Control')).toBe('no-store')
  const words = await page.text()
  expect(words).toContain('data-before="https://t.me/dondoc_bot?start="')
  expect(words).not.toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/u)
  expect((await fetch(`${scene.url}/assets/qrcode.mjs`)).headers.get('Content-Type')).toContain('text/javascript')
})

/** The dark squares of the picture of an address, as the page draws them. */
const squaresOf = (address: string): string => {
  const qr = qrcode(0, 'M')
  qr.addData(address)
  qr.make()
  const places = Array.from({ length: qr.getModuleCount() }, (_, index) => index)
  return places
    .flatMap((row) =>
      places.filter((column) => qr.isDark(row, column)).map((column) => `M${column + 4} ${row + 4}h1v1h-1z`),
    )
    .join('')
}

describe.skipIf(chromiumPath === null)(`in Chromium${chromiumPath === null ? ` (${whyNoBrowser})` : ''}`, () => {
  test('draws the code that stands after #, and only there', { timeout: 60_000 }, async () => {
    const browser = await launchBrowser()
    const { context, page, complaints } = await openPage(browser, { viewport: phone })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    try {
      await page.goto(`${scene.url}/ma#K7M2-9QXD`)
      await page.locator('figure path').nth(1).waitFor({ state: 'attached' })
      const paths = `[...document.querySelectorAll('figure path')].map((path) => path.getAttribute('d'))`
      const drawn = await page.evaluate<readonly string[]>(paths)
      const addresses = ['https://t.me/dondoc_bot?start=K7M2-9QXD', 'https://dondoc.example/vao/K7M2-9QXD']
      expect(drawn).toEqual(addresses.map(squaresOf))
      expect(await page.locator('figure a').allTextContents()).toEqual(addresses)
      expect(await page.locator('[data-code]').allTextContents()).toEqual(['K7M2-9QXD', '/start K7M2-9QXD'])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await page.goto(`${scene.url}/ma#noi:K7M2-9QXD`)
      await page.getByRole('link', { name: 'https://dondoc.example/vao/K7M2-9QXD?noi=1' }).waitFor()
      await page.goto(`${scene.url}/ma#javascript:alert(1)`)
      await page.getByRole('alert').waitFor()
      expect(await page.locator('#card').isHidden()).toBe(true)
      expect(
        asked.filter((url) => new URL(url).pathname.includes('K7M2') || new URL(url).search.includes('K7M2')),
      ).toEqual([])
      expect(complaints).toEqual([])
    } finally {
      await context.close()
      await browser.close()
    }
  })
})
