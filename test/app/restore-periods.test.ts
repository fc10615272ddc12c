import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { askEntered, freezeEntered } from '../../handlers/period-entered.ts'
import { openFigures } from '../../handlers/period-figures.ts'
import { openPeriod } from '../../handlers/period-page.ts'
import type { Handler, Request } from '../../handlers/request.ts'
import { messagesIn } from '../../locales/index.ts'
import { makeBackup } from '../../app/backup/make-backup.ts'
import { restoreBackup } from '../../app/backup/restore-backup.ts'
import { cutoffAtOf } from '../../domain/periods/period-change.ts'
import { standingOf } from '../../domain/periods/period.ts'
import { templateOf } from '../../domain/periods/template.ts'
import { hanoi, type JobStage, monday, openJobStage } from '../jobs/job-stage.ts'
import { addPerson, type TestPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'dondoc-periods-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const database = await useTestDatabase()
let stage: JobStage
let coordinator: TestPerson
let other: TestPerson
beforeEach(async () => {
  stage = await openJobStage(database)
  coordinator = await addPerson(database, stage.workspace, { name: 'Cán bộ Tổng hợp', role: 'coordinator' })
  other = await addPerson(database, stage.workspace, { name: 'Cán bộ Thứ hai', role: 'coordinator' })
  await stage.addTasks([{ title: 'Báo cáo tháng Hai', occurrences: ['2026-03-12'] }])
  await database.client.nextReminder.deleteMany()
  const periods = templateOf(2026).map((period) => ({
    ...{ ...period, cutoffAt: cutoffAtOf(period, stage.workspace.zone), armedFrom: monday, nextRemindAt: null },
  }))
  await within(database, stage.workspace.id, (stores) => stores.periods.add(periods, monday))
})

const finish = async (now: Date) => {
  const { id } = await database.client.assignment.findFirstOrThrow({ where: { workspaceId: stage.workspace.id } })
  await within(database, stage.workspace.id, async ({ assignments, people }) => {
    const assignment = (await assignments.find(id))!
    const personId = await people.create({ name: 'Chuyên viên Một', locale: 'vi' }, now)
    const change = { state: 'done', percent: 100, obstacle: null, remindAt: null, doneOn: '2026-03-10' } as const
    await assignments.record({ assignment, personId, kind: 'done', note: '', links: [], change }, now)
  })
}

const sweepAt = async (now: Date) => {
  stage.setNow(now)
  await stage.runTwice()
}

const backUpAt = async (now: Date) => {
  const path = join(folder, `${randomUUID()}.tar.gz`)
  await makeBackup({ database, storage: null, path, now })
  return path
}

const restoreAt = (path: string, now: Date) => restoreBackup({ database, storage: null, path, replace: true, now })

/** What the coordinator reads after a press, in the language that is wanted. */
const press = (
  handler: Handler<'agencies' | 'audit' | 'calendar' | 'frozen' | 'periods'>,
  now: Date,
  locale: 'vi' | 'en' = 'vi',
) =>
  within(database, stage.workspace.id, async (stores) => {
    const request = {
      ...{ now, today: now.toISOString().slice(0, 10), workspace: stage.workspace, about: null, m: messagesIn(locale) },
      person: { id: coordinator.id, name: '', locale, memberships: [{ role: 'coordinator', agencyId: null }] },
      chat: {
        id: coordinator.chatId,
        channel: 'telegram',
        kind: 'private',
        workspaceId: stage.workspace.id,
        title: '',
      },
    } as unknown as Request
    const [reply] = await handler(request, '2026q1', stores)
    const choices = (reply!.buttons ?? []).flat().map(({ action }) => action)
    return { text: reply!.text.text, choices }
  })

const frozen = () => database.client.frozenFigures.findMany({ where: { workspaceId: stage.workspace.id } })
const quarter = () =>
  within(database, stage.workspace.id, async ({ periods }) => (await periods.lock({ year: 2026, kind: 'q1' }))!)
const notices = async () => (await stage.said()).filter(({ key }) => key.startsWith('restored:'))

describe('a cut-off in the time that a restore lost', () => {
  test('is not frozen by itself, and the coordinator hears which period waits', async () => {
    const path = await backUpAt(hanoi('2026-03-09', '12:00'))
    await finish(hanoi('2026-03-10', '09:00'))
    await sweepAt(hanoi('2026-03-14', '16:30'))
    expect(await frozen()).toHaveLength(1)

    await restoreAt(path, hanoi('2026-03-16', '09:00'))
    await sweepAt(hanoi('2026-03-16', '09:05'))
    await sweepAt(hanoi('2026-03-20', '09:00'))
    expect(await frozen()).toEqual([])
    const period = await quarter()
    expect(standingOf(period)).toBe('lost')
    expect(period.lost).toEqual({ from: hanoi('2026-03-09', '12:00'), until: hanoi('2026-03-16', '09:00') })
    const [notice, ...more] = await notices()
    expect(more).toHaveLength(1)
    expect(notice!.text).toContain(
      '⚠️ Chưa chốt số liệu kỳ Quý I năm 2026 vì giờ chốt rơi vào khoảng đã mất. Nhập lại đủ rồi mở kỳ, bấm “Đã nhập lại đủ”.',
    )
    expect(notice!.choices).toEqual(['prd:2026q1'])
  })

  test('is still waited for after the next restore, and a second of the same backup', async () => {
    const first = await backUpAt(hanoi('2026-03-09', '12:00'))
    await restoreAt(first, hanoi('2026-03-16', '09:00'))
    const second = await backUpAt(hanoi('2026-03-17', '09:00'))
    await restoreAt(second, hanoi('2026-03-18', '09:00'))
    await sweepAt(hanoi('2026-03-18', '09:05'))
    expect((await quarter()).lost?.until).toEqual(hanoi('2026-03-16', '09:00'))
    await restoreAt(first, hanoi('2026-03-19', '09:00'))
    await sweepAt(hanoi('2026-03-19', '09:05'))
    expect((await quarter()).lost?.until).toEqual(hanoi('2026-03-19', '09:00'))
    expect(await frozen()).toEqual([])
  })
})

test('once everything is entered again it is frozen on one word, and says so wherever it is shown', async () => {
  const path = await backUpAt(hanoi('2026-03-09', '12:00'))
  await restoreAt(path, hanoi('2026-03-16', '09:00'))
  const page = await press(openPeriod, hanoi('2026-03-16', '10:00'))
  expect(page.text).toContain(
    '⚠️ Chưa chốt: dữ liệu ghi từ 12:00 09/03/2026 đến 09:00 16/03/2026 đã mất khi khôi phục. Nhập lại đủ rồi bấm “Đã nhập lại đủ”.',
  )
  expect(page.choices).toContain('prd-in:2026q1')
  await finish(hanoi('2026-03-17', '09:00'))
  const asked = await press(askEntered, hanoi('2026-03-17', '15:00'))
  expect(asked.text).toContain('Chốt số liệu kỳ Quý I năm 2026 theo dữ liệu lúc này? Chốt rồi không sửa được.')
  expect(asked.choices).toEqual(['prd-frz:2026q1', 'prd:2026q1'])
  expect(await frozen()).toEqual([])

  const label =
    '⚠️ Chốt muộn: số liệu của 15:05 ngày 17/03/2026, không phải của 16:30 ngày 14/03/2026, vì dữ liệu ghi từ 12:00 ngày 09/03/2026 đến 09:00 ngày 16/03/2026 đã mất khi khôi phục và được nhập lại.'
  const figures = await press(freezeEntered, hanoi('2026-03-17', '15:05'))
  expect(figures.text).toContain(label)
  expect(figures.text).toContain('✅ Hoàn thành: 1')
  // A second press, and one more by whoever else had the button, shows the same.
  expect(await press(freezeEntered, hanoi('2026-03-17', '15:06'))).toEqual(figures)
  expect(await press(askEntered, hanoi('2026-03-17', '15:06'))).toEqual(figures)
  expect(await frozen()).toMatchObject([{ asOf: hanoi('2026-03-17', '15:05'), lateBecause: 'restored' }])
  expect((await press(openFigures, hanoi('2026-03-17', '15:07'), 'en')).text).toContain(
    'because what was recorded from 12:00 on 09/03/2026 to 09:00 on 16/03/2026 was lost in a restore and entered again.',
  )
  const parts: typeof openFigures = (request, key, stores) => openFigures(request, `${key}:a:0`, stores)
  expect((await press(parts, hanoi('2026-03-17', '15:07'))).text).toContain(label)
  expect((await press(openPeriod, hanoi('2026-03-17', '15:07'))).text).toContain(
    '✅ Đã chốt số liệu lúc 15:05 thứ Ba 17/03/2026, sau khi khôi phục và nhập lại (giờ chốt đã đặt: 16:30 14/03/2026)',
  )

  await sweepAt(hanoi('2026-03-18', '08:00'))
  const close = (await stage.said()).filter(({ key }) => key.includes(':close'))
  expect(close.map(({ personId }) => personId)).toEqual([other.id])
  expect(close[0]!.text).toContain(`✅ Đã chốt số liệu kỳ Quý I năm 2026.\n${label}`)
})

test('a cut-off before the backup or after the restore is frozen as ever', async () => {
  // The program stood still at the cut-off: the backup has everything that led to it.
  const path = await backUpAt(hanoi('2026-03-15', '12:00'))
  await restoreAt(path, hanoi('2026-03-16', '09:00'))
  expect((await notices())[0]!.text).not.toContain('Chưa chốt')
  await sweepAt(hanoi('2026-03-16', '09:05'))
  await sweepAt(hanoi('2026-06-14', '16:30'))
  expect((await frozen()).map(({ asOf, lateBecause }) => [asOf, lateBecause])).toEqual([
    [hanoi('2026-03-14', '16:30'), null],
    [hanoi('2026-06-14', '16:30'), null],
  ])
})
