import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Incoming } from '../../../domain/incoming.ts'
import { describeInChromium } from './chat-in-chromium.ts'

const hostile = '<b>&_*[<script>'

const textsOf = (incoming: readonly Incoming[]) => incoming.map(({ body }) => (body.kind === 'text' ? body.text : ''))

describeInChromium('the chat', ({ open, enter }) => {
  test('somebody signs in by the link, writes in Vietnamese and gets a live answer; a reload keeps all', async () => {
    const { box, messages, page, scene, waitFor } = await open()
    scene.onReceive = () => scene.botSays('✅ Đã ghi NV12: 80%')
    await page.goto(`${scene.url}/vao/${await scene.signInToken()}`)
    await page.getByRole('button', { name: 'Mở trò chuyện' }).click()
    await box.pressSequentially('nv12 xong 80%, còn chờ Sở Tài chính góp ý')
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
    expect(await messages.count()).toBe(2)
    expect(await page.locator('.own .text').textContent()).toBe('nv12 xong 80%, còn chờ Sở Tài chính góp ý')
  })

  test('Enter that ends the composition of a word sends nothing; Shift+Enter begins a line', async () => {
    const { box, messages, page, scene } = await enter()
    await box.fill('đã nhậ')
    await page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))`,
    )
    expect(await messages.count()).toBe(0)
    await box.fill('dòng một')
    await page.keyboard.press('Shift+Enter')
    await box.pressSequentially('dòng hai')
    await page.keyboard.press('Enter')
    await expect.poll(() => textsOf(scene.received)).toEqual(['dòng một\ndòng hai'])
  })

  test('a pressed button is ticked, cannot be pressed twice at once, and the answer takes its message’s place', async () => {
    const { messages, page, scene, waitFor } = await enter()
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
    expect(await messages.count()).toBe(1)
    expect(await page.locator('.bot .text').textContent()).toBe('NV12: đã tiếp nhận')
  })

  test('a reply quotes its message, and the quotation leads back to it', async () => {
    const { box, messages, page, scene, waitFor } = await enter()
    await scene.botSays('Nhắc việc: NV12 còn 5 ngày')
    const row = String(await scene.lastRow())
    await waitFor(1)
    await messages.first().hover()
    await page.getByRole('button', { name: 'Trả lời', exact: true }).click()
    await box.pressSequentially('xong rồi ạ')
    await page.keyboard.press('Enter')
    await expect.poll(() => scene.received.map(({ replyTo }) => replyTo)).toEqual([row])
    const quote = page.locator('.own .quote')
    expect(await quote.textContent()).toBe('Nhắc việc: NV12 còn 5 ngày')
    await quote.click()
    expect(await page.evaluate('document.activeElement.id')).toBe(`m-${row}`)
  })

  test('a file is uploaded; one that is too large or empty is refused before it leaves', async () => {
    const { page, scene } = await enter()
    const folder = mkdtempSync(join(tmpdir(), 'dondoc-page-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
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
    const { box, complaints, page, scene, waitFor } = await enter()
    await scene.botSays('trước')
    await waitFor(1)
    await scene.restart(async () => {
      await box.fill('gửi khi mất mạng')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').getByText('Chưa gửi được.').waitFor()
    })
    await scene.botSays('trong lúc mất mạng')
    await page.getByRole('button', { name: 'Gửi lại' }).click()
    await expect.poll(() => textsOf(scene.received)).toEqual(['gửi khi mất mạng'])
    await page.getByText('trong lúc mất mạng').waitFor({ timeout: 15_000 })
    expect(await page.locator('.message .text').allTextContents()).toHaveLength(3)
    // The browser itself reports the requests that failed; the page must not report anything.
    complaints.splice(0, complaints.length, ...complaints.filter((line) => !line.startsWith('Failed to load resource')))
  })

  test('reading far up, a new message does not move the page but is announced by a button', async () => {
    const { messages, page, scene, waitFor } = await enter({ viewport: { width: 800, height: 500 } })
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
    const last = await messages.last().boundingBox()
    expect(last?.y).toBeGreaterThan(0)
    expect((last?.y ?? 500) + (last?.height ?? 0)).toBeLessThan(500)
  })

  test('quick commands and commands in the bot’s words are sent by pressing them', async () => {
    const { page, scene } = await enter()
    await scene.botSays('Gõ /status để xem.')
    await page.getByRole('navigation', { name: 'Lệnh nhanh' }).getByRole('button', { name: '/viec' }).click()
    await page.locator('.bot').getByRole('button', { name: '/status' }).click()
    await expect.poll(() => textsOf(scene.received)).toEqual(['/viec', '/status'])
  })
})
