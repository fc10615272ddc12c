import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays, instantAt } from '../domain/time.ts'
import { launchBrowser, openPage, phone } from '../test/support/browser.ts'
import { openStage, type Stage } from './stage.ts'

// node demo/screenshots.ts: the pictures of the web chat in docs/images, of a real conversation with the program.

const root = join(import.meta.dirname, '..')
const official = 'Chuyên viên Sở Nội vụ'

const start = '2026-01-05'

const playDays = async (stage: Stage, from: number, to: number): Promise<void> => {
  for (let day = from; day <= to; day += 1) await stage.moveTo(instantAt(addDays(start, day), '08:05', stage.zone))
}

const converse = async (stage: Stage): Promise<void> => {
  const coordinator = await stage.signInAsAdministrator('Cán bộ tổng hợp')
  const bytes = new Uint8Array(await readFile(join(root, 'examples', 'ke-hoach-mau.xlsx')))
  await coordinator.sendFile('ke-hoach-mau.xlsx', bytes)
  await coordinator.choose(await coordinator.expect(/nhiệm vụ/), 'Xác nhận')
  await coordinator.expect(/Đã giao/)
  await coordinator.say('/moi Sở Nội vụ chuyên viên')
  const { text } = await coordinator.expect(/\/vao\//)
  const person = await stage.joinWeb(official, /\/vao\/(\S+)/.exec(text)?.[1] ?? '')
  await person.expect(/NV\d+/)
  await playDays(stage, 1, 7)
  const reminder = await person.expect(/NV4\b/)
  await person.reply(reminder, 'đang làm được 60%, còn chờ số liệu của các sở')
  await person.expect(/60%/)
  await playDays(stage, 8, 9)
  const next = await person.expect(/NV4\b/)
  await person.reply(next, 'xong rồi ạ, minh chứng: https://example.gov.vn/kh-kiem-tra')
  await person.expect(/hoàn thành/i)
  await person.say('/status')
  await person.expect(/Chưa phản hồi/)
}

const stage = await openStage(start)
const browser = await launchBrowser()
try {
  await converse(stage)
  const extraHTTPHeaders = { Cookie: stage.cookieOf(official) }
  for (const [file, options] of [
    ['web-chat.png', { viewport: { width: 1000, height: 1240 } }],
    ['web-chat-phone.png', { viewport: phone, deviceScaleFactor: 2 }],
    ['web-chat-phone-dark.png', { viewport: phone, deviceScaleFactor: 2, colorScheme: 'dark' }],
  ] as const) {
    const { page } = await openPage(browser, { ...options, extraHTTPHeaders })
    await page.goto(stage.webUrl)
    await page.getByText('Chưa phản hồi').last().waitFor()
    await page.screenshot({ path: join(root, 'docs', 'images', file) })
  }
} finally {
  await browser.close()
  await stage.close()
}
process.exit(0)
