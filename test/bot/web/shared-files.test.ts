import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { chromiumPath, launchBrowser, openPage, phone } from '../../support/browser.ts'
import { onChannel } from '../../support/conversation.ts'

const complaintsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<{ violations: { id: string }[] }>('axe.run(document)')
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
  return violations.map(({ id }) => id)
}

describe.skipIf(chromiumPath === null)('files of announcements, on a phone in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  onChannel('zalo', 'are brought by one page and taken from another, without anything in the way', async (scene) => {
    const { coordinator } = scene
    const an = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Ba' })
    const { page, context, complaints } = await openPage(browser, { viewport: phone })
    const at = (path = '') => page.goto(`http://127.0.0.1:${scene.app.port}${path}`)

    await coordinator.say('/thongbao')
    await coordinator.next()
    await coordinator.sendFile('mau.docx', Buffer.from('x'))
    await at(/\/nop\/[\w-]{43}/.exec((await coordinator.next()).text)?.[0])
    await page.getByRole('heading', { name: 'Kèm tệp vào thông báo' }).waitFor()
    expect(await complaintsOf(page)).toEqual([])
    const name = 'Biểu mẫu báo cáo công tác cải cách hành chính quý I năm 2026 của các phòng, ban, ngành.docx'
    await page.setInputFiles('#file', { name, mimeType: '', buffer: Buffer.from('nội dung') })
    await page.getByRole('button', { name: 'Nộp' }).click()
    await page.getByText(`✅ Đã nhận ${name} cho thông báo.`).waitFor()

    await coordinator.next()
    await coordinator.say('Nộp báo cáo')
    await coordinator.choose(await coordinator.next(), 'Tất cả')
    await coordinator.choose(await coordinator.next(), 'Gửi')
    await at(/\/tep\/[\w-]{43}/.exec((await an.next()).text)?.[0])
    await page.getByRole('heading', { name: 'Tệp của thông báo' }).waitFor()
    expect(await complaintsOf(page)).toEqual([])
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: `Tải về: ${name}` }).click()
    expect((await download).suggestedFilename()).toBe(name)
    expect(complaints).toEqual([])
    await context.close()
  })
})
