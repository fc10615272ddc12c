import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { chromiumPath, launchBrowser, openPage, phone } from '../../support/browser.ts'
import { onChannel, type Scene } from '../../support/conversation.ts'
import type { ChatDriver } from '../../support/person-driver.ts'

const newLink = async (scene: Scene, who: ChatDriver): Promise<string> => {
  await who.sendFile('bien-ban.pdf', Buffer.from('x'))
  const path = /\/nop\/[\w-]{43}/.exec((await who.next(20_000)).text)?.[0] ?? ''
  return `http://127.0.0.1:${scene.app.port}${path}`
}

describe.skipIf(chromiumPath === null)('the page for uploads, on a phone in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  onChannel('zalo', 'takes files with a script and without, and nothing of it keeps people out', async (scene) => {
    await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-20'] }])
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    for (const javaScriptEnabled of [true, false]) {
      const link = await newLink(scene, hoa)
      const { page, context, complaints } = await openPage(browser, { viewport: phone, javaScriptEnabled })
      await page.goto(link)
      if (javaScriptEnabled) {
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate<{ violations: { id: string }[] }>('axe.run(document)')
        expect(violations.map(({ id }) => id)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
      }
      const send = async (name: string) => {
        await page.setInputFiles('#file', { name, mimeType: '', buffer: Buffer.from(`${javaScriptEnabled}`) })
        await page.getByRole('button', { name: 'Nộp' }).click()
      }
      // What is refused can be followed by something better, on the same page.
      await send('a.exe')
      await page.getByRole('alert').getByText('loại tệp chạy được').waitFor()
      await send('bien-ban.pdf')
      await page.getByRole('heading', { name: 'Đã nhận' }).waitFor()
      await page.getByText('đã lưu minh chứng bien-ban.pdf').waitFor()
      expect((await hoa.next()).text).toContain('✅ Đã ghi NV1: đã lưu minh chứng bien-ban.pdf')
      // The browser itself complains of the refusal, and of nothing else.
      expect(complaints.filter((words) => !words.includes('status of 400'))).toEqual([])
      await context.close()
    }
  })
})
