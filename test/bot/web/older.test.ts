import { expect, test } from 'vitest'
import { describeInChromium } from './chat-in-chromium.ts'

describeInChromium('a long chat', ({ enter }) => {
  test('what was said earlier is fetched when asked for, once, and what is being read stays where it is', async () => {
    const { messages, page, scene, waitFor } = await enter()
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
    expect(await messages.count()).toBe(131)
  })
})
