import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../app/app.ts'
import { makeBackup } from '../../app/backup/make-backup.ts'
import { restoreBackup } from '../../app/backup/restore-backup.ts'
import { readConfig } from '../../config.ts'
import { firstReminderAt } from '../../domain/milestones.ts'
import { createInviteCode, hashSecret } from '../../handlers/secrets.ts'
import { createLog } from '../../log.ts'
import { openBackstage } from '../support/backstage.ts'
import { addPlan, createTestWorkspace } from '../support/builders.ts'
import { openTestDatabase } from '../support/database.ts'
import { unhurried } from '../support/stage.ts'

const folder = mkdtempSync(join(tmpdir(), 'dondoc-flood-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (day: string, time = '09:00') => new Date(`2026-03-${day}T${time}:00+07:00`)

/** "nv1 xong", stored as the channel stores what it receives. */
const unhandled = (channel: 'telegram' | 'zalo', chat: string, receivedAt: Date) => ({
  ...{ channel, externalId: 'late-word', chatKey: `${channel}:${chat}`, receivedAt },
  payload: {
    ...{ channel, externalId: 'late-word', sentAt: receivedAt.toISOString() },
    chat: { id: chat, kind: 'private', title: 'Chuyên viên Một' },
    sender: { id: chat, name: 'Chuyên viên Một' },
    body: { kind: 'text', text: 'nv1 xong' },
  },
})

describe.each(['telegram', 'zalo'] as const)('%s', (channel) => {
  test('a backup of a week ago, restored, fires no flood: one digest a person, one notice', {
    timeout: 120_000,
  }, async () => {
    let now = at('02')
    const database = await openTestDatabase()
    const backstage = await openBackstage(channel)
    const workspace = await createTestWorkspace(database)
    const config = readConfig({ DATA_DIR: folder, PORT: '0', SEND_LIMITS: 'false', ...backstage.settings })
    const start = () =>
      startApp({ config, database, now: () => now, log: createLog('error', []), clock: false, progress: unhurried })
    let app: App = await start()
    const sweep = async () => {
      for (let twice = 0; twice < 2; twice += 1) {
        await app.runJobs()
        await app.quiet()
      }
    }
    const joinAs = async (role: 'official' | 'coordinator', name: string) => {
      const code = createInviteCode()
      const agencyId = role === 'official' ? workspace.agency('Phòng Nội vụ') : null
      await app.inTransaction(async ({ storesOf }) => {
        const { invites, people } = storesOf(workspace.id)
        const createdById = await people.create({ name: 'Người lập', locale: 'vi' }, now)
        await invites.create({ codeHash: hashSecret(code), agencyId, role, createdById, expiresAt: at('20') }, now)
      })
      const driver = await backstage.join(app.port, { name, code })
      await driver.quiet()
      return driver
    }
    try {
      const official = await joinAs('official', 'Chuyên viên Một')
      const coordinator = await joinAs('coordinator', 'Cán bộ Tổng hợp')
      const author = await database.client.person.findFirstOrThrow({ where: { name: 'Cán bộ Tổng hợp' } })
      const dates = Array.from({ length: 24 }, (_, index) => `2026-03-${String(3 + (index % 8)).padStart(2, '0')}`)
      await addPlan(
        database,
        workspace,
        dates.map((date) => ({ occurrences: [date] })),
        { createdById: author.id, remindAt: (dueOn) => firstReminderAt(dueOn, now, workspace.zone) },
      )
      // Claimed and put into words, but not sent when the backup is taken.
      const { chatId, personId } = await database.client.chatAccount.findFirstOrThrow({
        where: { person: { name: 'Chuyên viên Một' } },
      })
      await sweep()
      expect(await official.quiet()).toHaveLength(1)
      const late = {
        chatId,
        personId,
        text: { text: 'Tin của tuần trước', entities: [] },
        notBefore: at('02', '09:30'),
      }
      await app.inTransaction(({ outboxOf }) =>
        outboxOf(workspace.id).add(
          Array.from({ length: 7 }, (_, index) => ({ ...late, key: `old:${index}`, kind: 'broadcast' as const })),
        ),
      )
      await database.client.reminder.updateMany({ data: { messageKey: 'reminder:waiting' } })
      await app.inTransaction(({ outboxOf }) =>
        outboxOf(workspace.id).add([{ ...late, key: 'reminder:waiting', kind: 'reminder' }]),
      )
      // Received, and not handled before the backup; afterwards it was.
      const { externalId } = await database.client.chat.findUniqueOrThrow({ where: { id: chatId } })
      await database.client.inboundEvent.create({ data: unhandled(channel, externalId, now) })
      const path = join(folder, `${channel}-${randomUUID()}.tar.gz`)
      await makeBackup({ database, storage: null, path, now })

      for (const day of ['03', '04', '05', '06', '09']) {
        now = at(day)
        await sweep()
      }
      expect((await official.quiet()).length).toBeGreaterThan(8)
      await coordinator.quiet()
      const isDone = { state: 'done', occurrence: { task: { number: 1 } } } as const
      expect(await database.client.assignment.count({ where: isDone })).toBe(1)
      await app.stop()

      const report = await restoreBackup({ database, storage: null, path, replace: true, now })
      expect(report.held).toEqual([
        { workspaceId: workspace.id, kind: 'broadcast', count: 7 },
        { workspaceId: workspace.id, kind: 'reminder', count: 1 },
      ])
      expect(report.unheard).toEqual([{ workspaceId: workspace.id, count: 1 }])
      app = await start()
      await sweep()
      now = at('09', '09:05')
      await sweep()
      const said = await official.quiet()
      expect(said.map(({ text }) => text.split('\n')[0])).toHaveLength(1)
      expect(said[0]!.text).toContain('Quá hạn')
      expect(said[0]!.text).not.toContain('Tin của tuần trước')
      const told = await coordinator.quiet()
      expect(told.map(({ text }) => text)).toEqual([
        [
          '⚠️ Dữ liệu đã được khôi phục từ bản sao lưu lúc 09:00 ngày 02/03/2026. Những gì ghi sau lúc đó không còn; xin kiểm tra và nhập lại.',
          '8 tin đang chờ gửi lúc sao lưu không được gửi: 7 thông báo, 1 nhắc việc.',
          'Nhắc việc được viết lại trong tin nhắc tới, mỗi người một tin.',
          '1 tin mọi người gửi đến chưa kịp xử lý lúc sao lưu không được xử lý; ai còn cần thì gửi lại.',
          'Mọi phiên đăng nhập, mã mời và liên kết đã hủy.',
        ].join('\n'),
        // Its agency has no head: what is late is reported to the coordinator, at once and not once for each week.
        expect.stringMatching(/^Báo cáo ngày 09\/03\/2026\nTin này đến muộn/u),
      ])
      expect(await database.client.reminder.count({ where: { messageKey: null } })).toBe(0)
      expect(await database.client.assignment.count({ where: isDone })).toBe(0)
      const event = await database.client.inboundEvent.findFirstOrThrow({ where: { externalId: 'late-word' } })
      expect(event).toMatchObject({ failure: 'restored', handledAt: at('09') })
    } finally {
      await app.stop()
      await backstage.close()
      await database.close()
    }
  })
})
