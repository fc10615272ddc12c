import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays, instantAt } from '../domain/time.ts'
import { launchBrowser, openPage, phone } from '../test/support/browser.ts'
import type { Actor } from './narrator.ts'
import { openStage, type Stage } from './stage.ts'

// node demo/screenshots.ts: the pictures of the web chat in docs/images, of a real conversation with the program.

const root = join(import.meta.dirname, '..')
const official = 'Chuyên viên Sở Nội vụ'
const administrator = 'Cán bộ tổng hợp'

const start = '2026-01-05'

const playDays = async (stage: Stage, from: number, to: number): Promise<void> => {
  for (let day = from; day <= to; day += 1) await stage.moveTo(instantAt(addDays(start, day), '08:05', stage.zone))
}

/** A plan with a few things to look at, as it stands before anybody has corrected it. */
const doubtfulPlan = [
  'ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG',
  'Số: 18/KH-UBND',
  'Hải Phòng, ngày 26 tháng 02 năm 2026',
  'KẾ HOẠCH',
  'Kiểm tra cải cách hành chính năm 2026',
  'TT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành\tSản phẩm',
  '1\tBan hành kế hoạch kiểm tra\tSở Nội vụ\tVăn phòng UBND thành phố\tTrước ngày 21/3/2026\tKế hoạch',
  '2\tBáo cáo kết quả tự kiểm tra\tCác Sở, ban, ngành\tUBND cấp xã\tQuý II, Quý IV\tBáo cáo',
  '3\tKhảo sát mức độ hài lòng của người dân\t\tSở Nội vụ\tTháng 10/2026\tPhiếu khảo sát',
  '4\tKiểm tra đột xuất kỷ luật, kỷ cương\tThanh tra thành phố\t\t31/02/2026\tKết luận',
  '5\tTuyên truyền kết quả kiểm tra\tBáo và Phát thanh, truyền hình Hải Phòng\t\tThường xuyên\tTin, bài',
].join('\n')

/** Sends a plan and finds its table where the person finds it: behind a link of the bot's answer. */
const draftAddress = async (stage: Stage, coordinator: Actor): Promise<string> => {
  await coordinator.sendFile('ke-hoach-kiem-tra.txt', new TextEncoder().encode(doubtfulPlan))
  await coordinator.expect(/Sửa trên bảng/)
  const page = await fetch(stage.webUrl, { headers: { Cookie: stage.cookieOf(administrator) } })
  return [...(await page.text()).matchAll(/\/ke-hoach\/nhap\/[0-9a-f-]+/g)].at(-1)?.[0] ?? ''
}

const converse = async (stage: Stage, coordinator: Actor): Promise<void> => {
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
  const coordinator = await stage.signInAsAdministrator(administrator)
  await converse(stage, coordinator)
  const table = await draftAddress(stage, coordinator)
  const { page: draft } = await openPage(browser, {
    viewport: { width: 1280, height: 760 },
    extraHTTPHeaders: { Cookie: stage.cookieOf(administrator) },
  })
  await draft.goto(`${stage.webUrl}${table}`)
  await draft.screenshot({ path: join(root, 'docs', 'images', 'bang-ke-hoach.png') })
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
