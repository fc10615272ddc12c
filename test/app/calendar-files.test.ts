import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { importCalendar, showCalendar } from '../../app/calendar-files.ts'
import { messagesIn } from '../../locales/index.ts'
import { builtAt, createTestWorkspace, type TestWorkspace } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const options = { m: messagesIn('vi'), now: builtAt }
const file = {
  name: 'lich-2027.csv',
  bytes: readFileSync(new URL('../../examples/lich-lam-viec-mau.csv', import.meta.url)),
}

const database = await useTestDatabase()
let workspace: TestWorkspace

beforeAll(async () => {
  workspace = await createTestWorkspace(database)
})

const importIt = (yes: boolean) =>
  database.client.$transaction((tx) => importCalendar(tx, workspace, file, { ...options, yes }))
const show = (year: number | null) =>
  database.client.$transaction((tx) => showCalendar(tx, workspace, { ...options, year }))

test('a calendar file says what it would change, and changes it with --yes, once', async () => {
  expect(await importIt(false)).toContain('Chưa ghi gì. Chạy lại với --yes để ghi.')
  expect(await database.client.calendarDay.count()).toBe(0)
  expect(await importIt(true)).toContain('✅ Đã ghi lịch làm việc: 8 ngày nghỉ, 2 ngày làm việc.')
  expect(await show(2027)).toContain('• thứ Sáu 05/02 – thứ Năm 11/02 Tết Nguyên đán (cơ quan đặt)')
  expect(await importIt(true)).toContain('Lịch đã đúng như vậy nên không có gì để ghi.')
  const events = await database.client.auditEvent.findMany({ where: { action: 'calendar.change' } })
  expect(events).toMatchObject([{ personId: null, workspaceId: workspace.id }])
})

test('the year is this year unless another is asked for', async () => {
  expect(await show(null)).toContain('Lịch làm việc năm 2026 của UBND phường An Biên')
})

test('another file is no calendar', async () => {
  const other = { name: 'a.csv', bytes: new TextEncoder().encode('a,b\n1,2\n') }
  const attempt = database.client.$transaction((tx) => importCalendar(tx, workspace, other, { ...options, yes: true }))
  await expect(attempt).rejects.toMatchObject({ code: 'file-not-a-calendar' })
})
