import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launchBrowser, openPage, phone, type WatchedPage, whyNoBrowser } from '../../support/browser.ts'
import { planFile } from '../../support/plan-file.ts'
import { openStage, type Stage } from '../../support/stage.ts'
import { joinOnWeb, type WebDriver } from '../../support/web-driver.ts'

let plans = 20

/** The usual plan under a number of its own: what one test confirms is nothing that another one knows. */
const newPlan = (): Uint8Array => {
  plans += 1
  return Buffer.from(Buffer.from(planFile()).toString().replace('12/KH-UBND', `${plans}/KH-UBND`))
}

/** Somebody who was shown a plan, with the address of its table. */
const readAPlan = async (stage: Stage): Promise<{ readonly who: WebDriver; readonly address: string }> => {
  const url = `http://127.0.0.1:${stage.app.port}`
  const who = await joinOnWeb(url, { name: 'Cán bộ Tổng hợp', code: await stage.invite('coordinator') })
  await who.quiet()
  await who.sendFile('ke-hoach.txt', newPlan())
  await who.next(20_000)
  const { id } = await stage.database.client.planDraft.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  return { who, address: `${url}/ke-hoach/nhap/${id}` }
}

const ask = (address: string, who: WebDriver, body?: object): Promise<Response> =>
  fetch(address, {
    headers: { Cookie: who.cookie() ?? '', Origin: new URL(address).origin, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })

const answerOf = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>

describe('the table of a draft', { timeout: 60_000 }, () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({})
  }, 60_000)
  afterAll(() => stage.close())

  test('shows every task with its cells and what is doubtful about it', async () => {
    const { who, address } = await readAPlan(stage)
    const page = await (await ask(address, who)).text()
    expect(page.match(/<tr id="row-/g)).toHaveLength(5)
    expect(page).toContain('Khảo sát mức độ hài lòng')
    expect(page).toContain('không rõ đơn vị chủ trì, chưa giao cho ai')
    expect(page).toContain('ngày không có thật (“31/02/2026”)')
    who.close()
  })

  test('a cell is corrected as if it had been typed in the chat, and taken back', async () => {
    const { who, address } = await readAPlan(stage)
    const corrected = await ask(`${address}/sua`, who, { kind: 'cell', rows: [4], field: 'lead', text: 'phong noi vu' })
    expect(corrected.status).toBe(200)
    const answer = await answerOf(corrected)
    expect(answer['said']).toContain('Phòng Nội vụ')
    expect(String(answer['rows'])).not.toContain('class="doubtful"')
    expect(await (await ask(address, who)).text()).toContain('>Phòng Nội vụ</textarea>')
    expect(await answerOf(await ask(`${address}/sua`, who, { kind: 'undo' }))).toMatchObject({ reload: true })
    expect((await (await ask(address, who)).text()).match(/class="doubtful"/g)).toHaveLength(3)
    who.close()
  })

  test.each([
    [{ kind: 'cell', rows: [5], field: 'due', text: 'sớm nhất có thể' }, 200],
    [{ kind: 'cell', rows: [99], field: 'title', text: 'Việc' }, 200],
    [{ kind: 'heading', field: 'year', text: 'năm nay' }, 400],
    [{ kind: 'heading', field: 'issued-on', text: '31/02/2026' }, 400],
    [{ kind: 'cell', rows: [], field: 'title', text: 'Việc' }, 400],
    [{ kind: 'everything' }, 400],
  ])('refuses %j with words, and changes nothing', async (body, status) => {
    const { who, address } = await readAPlan(stage)
    const before = await (await ask(address, who)).text()
    const answer = await ask(`${address}/sua`, who, body)
    expect(answer.status).toBe(status)
    const { changed, said, error } = await answerOf(answer)
    expect(changed ?? false).toBe(false)
    expect(String(said ?? error)).not.toBe('')
    expect(await (await ask(address, who)).text()).toBe(before)
    who.close()
  })

  test('is nobody else’s: not another coordinator’s, not an official’s, not a stranger’s', async () => {
    const { who, address } = await readAPlan(stage)
    const url = new URL(address).origin
    for (const code of [await stage.invite('coordinator'), await stage.invite('official', 'Phòng Nội vụ')]) {
      const other = await joinOnWeb(url, { name: 'Chuyên viên Một', code })
      expect((await ask(address, other)).status).toBe(404)
      expect((await ask(`${address}/sua`, other, { kind: 'remove', rows: [1] })).status).toBe(410)
      other.close()
    }
    expect((await fetch(address)).status).toBe(401)
    expect((await (await ask(address, who)).text()).match(/<tr id="row-/g)).toHaveLength(5)
    who.close()
  })
})

const title = `in Chromium${chromiumPath === null ? ` (${whyNoBrowser})` : ''}`

describe.skipIf(chromiumPath === null)(title, { timeout: 60_000 }, () => {
  let stage: Stage
  let browser: Browser
  let watched: WatchedPage
  beforeAll(async () => {
    stage = await openStage({})
    browser = await launchBrowser()
  }, 60_000)
  afterEach(async () => {
    await watched.context.close()
    expect(watched.complaints).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await stage.close()
  })

  /** Opens the table in a browser as whoever was shown the plan. */
  const open = async (options: Parameters<typeof openPage>[1] = {}): Promise<Page> => {
    const { who, address } = await readAPlan(stage)
    watched = await openPage(browser, options)
    const [name = '', ...value] = (who.cookie() ?? '').split('=')
    await watched.context.addCookies([{ name, value: value.join('='), url: new URL(address).origin }])
    await watched.page.goto(address)
    who.close()
    return watched.page
  }

  test('somebody corrects cells, merges, removes, takes back and goes on to the chat to confirm', async () => {
    const page = await open()
    const lead = page.getByRole('textbox', { name: 'Chủ trì, việc 4' })
    await lead.fill('Phòng Nội vụ')
    await lead.press('Enter')
    await page.getByText('4 · chủ trì').waitFor()
    await page.getByRole('textbox', { name: 'Hạn, việc 5' }).fill('31/12/2026')
    await page.getByRole('textbox', { name: 'Nhiệm vụ, việc 5' }).focus()
    await page.locator('#row-5:not(.doubtful)').waitFor()
    await page.getByRole('checkbox', { name: 'Chọn việc 1', exact: true }).check()
    await page.getByRole('checkbox', { name: 'Chọn việc 2', exact: true }).check()
    await page.getByRole('button', { name: 'Gộp các việc đã chọn' }).click()
    await page.locator('#row-2').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Bỏ việc 3' }).click()
    await page.locator('#row-3').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.locator('#row-3').waitFor()
    await page.getByRole('button', { name: 'Xem lại và xác nhận' }).click()
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).last().click()
    await page.getByText('4 nhiệm vụ').last().waitFor()
    await expect.poll(() => stage.database.client.plan.count(), { timeout: 15_000 }).toBe(1)
  })

  test('what cannot be understood stays in its cell, marked, with a sentence', async () => {
    const page = await open()
    const due = page.getByRole('textbox', { name: 'Hạn, việc 1' })
    await due.fill('hôm nào rảnh')
    await due.press('Enter')
    await page.locator('#said.problem').waitFor()
    expect(await due.inputValue()).toBe('hôm nào rảnh')
    expect(await due.getAttribute('aria-invalid')).toBe('true')
  })

  test('on a phone nothing is wider than the screen', async () => {
    const page = await open({ viewport: phone })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width)
  })
})
