import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { startApp } from '../../app/app.ts'
import { createTransactions } from '../../app/transactions.ts'
import { readConfig } from '../../config.ts'
import { startQueue } from '../../jobs/queue.ts'
import { addPerson, createTestWorkspace } from '../support/builders.ts'
import { onChannel, type Scene } from '../support/conversation.ts'
import { keepLog } from '../support/log.ts'
import { borrowDatabase } from '../support/shared-database.ts'
import { unhurried, until } from '../support/stage.ts'
import { createTelegramEmulator } from '../support/telegram/emulator.ts'

const hanoi = (day: string, time: string) => new Date(`2026-03-${day}T${time}:00+07:00`)

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const fallIll = ({ backstage }: Scene) => {
  const service = backstage.telegram ?? backstage.zalo
  if (service === null) throw new Error('nobody is behind this channel')
  return service.faults.add({ fault: { kind: 'error', status: 502 }, method: 'sendMessage' })
}

describe.each(['telegram', 'zalo'] as const)('%s is down over the closing time', (channel) => {
  onChannel(
    channel,
    'nobody hears of work in the evening; in the morning of what is still to be done',
    async (scene) => {
      const who = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
      scene.setNow(hanoi('02', '16:58'))
      await scene.importPlan([
        { title: 'Nộp báo cáo quý', occurrences: ['2026-03-05'] },
        { title: 'Tập huấn', occurrences: ['2026-03-05'] },
      ])
      const outage = fallIll(scene)
      await scene.sweep()
      await scene.sweep()
      expect(outage.struck).toBeGreaterThan(0)
      await who.say('nv2 xong')
      const spokenOf = () => scene.database.client.assignment.count({ where: { state: { not: 'assigned' } } })
      await until('it is heard', async () => (await spokenOf()) === 1)
      await scene.app.quiet()

      outage.remove()
      scene.setNow(hanoi('02', '22:00'))
      await scene.sweep()
      await scene.sweep()
      const answers = (await who.quiet()).map(({ text }) => text)
      expect(answers).toEqual([expect.stringContaining('NV2')])
      expect(answers.join()).not.toContain('Nộp báo cáo quý')

      scene.setNow(hanoi('03', '07:30'))
      await scene.sweep()
      await scene.sweep()
      const digests = (await who.quiet()).map(({ text }) => text)
      expect(digests).toEqual([expect.stringContaining('Nộp báo cáo quý')])
      expect(digests.join()).not.toContain('Tập huấn')
    },
  )
})

test('a program that is started in the evening takes digests back before it sends, whatever had woken it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-evening-'))
  closing.push(() => rmSync(folder, { recursive: true, force: true }))
  const telegram = await createTelegramEmulator({ limits: false })
  closing.push(() => telegram.close())
  const database = await borrowDatabase()
  closing.push(() => database.close())
  const workspace = await createTestWorkspace(database)
  telegram.user(11, 'An').start()
  const { chatId, id: personId } = await addPerson(database, workspace, { externalId: '11' })
  const { log } = keepLog()

  const queue = await startQueue(database.connection, log)
  const before = createTransactions(database, queue, () => hanoi('02', '16:58'))
  const text = { text: 'Nhắc việc', entities: [] }
  const messages = ['reminder', 'notice'] as const
  for (const kind of messages) {
    await before(({ outboxOf }) => outboxOf(workspace.id).add([{ chatId, personId, kind, key: `${kind}:1`, text }]))
  }
  await queue.stop()

  const settings = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url }
  const config = readConfig({ DATA_DIR: folder, PORT: '0', SEND_LIMITS: 'false', ...settings })
  const now = () => hanoi('02', '22:00')
  const app = await startApp({ config, database, now, log, clock: false, progress: unhurried })
  closing.push(() => app.stop())
  await app.quiet()
  const rows = await database.client.outboundMessage.findMany({ where: { chatId }, orderBy: { id: 'asc' } })
  expect(rows).toMatchObject([
    { kind: 'reminder', state: 'failed', failure: 'overtaken' },
    { kind: 'notice', state: 'sent' },
  ])
  expect(telegram.requests.of('sendMessage').filter(({ chat }) => chat === '11')).toHaveLength(1)
})
