import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { firstReminderAt } from '../../domain/milestones.ts'
import { readPlan } from '../../plans/read-plan.ts'
import type { Database } from '../../prisma/database.ts'
import { addPerson, addPlan, createTestWorkspace, type TestPerson, type TestTask } from '../support/builders.ts'
import {
  createProgramDatabase,
  type ProgramDatabase,
  skipReason,
  startProgram,
  testServer,
} from '../support/process.ts'
import { freePort } from '../support/stage.ts'
import { createTelegramEmulator, type TelegramEmulator } from '../support/telegram/emulator.ts'
import { countOpen } from './crash-phases.ts'

// The program dies on a Monday and is started again ten days later, on a Thursday: what a plan of an office made due
// meanwhile is said once to each of its people, and the weekly summary of the Friday in between once.

const hanoi = (day: string, time: string) => new Date(`2026-03-${day}T${time}+07:00`)
const zone = 'Asia/Ho_Chi_Minh'
const planFile = 'ke-hoach-mau.docx'
const agencies = ['Phòng Nội vụ', 'Phòng Tư pháp', 'Phòng Y tế', 'Văn phòng'] as const
const firstId = 800

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** The sample plan of the documentation as it is read, each task led by one or two of these agencies. */
const readTasks = async (): Promise<readonly TestTask[]> => {
  const bytes = readFileSync(join(import.meta.dirname, '..', '..', 'examples', planFile))
  const { tasks } = await readPlan({ name: planFile, bytes: new Uint8Array(bytes) })
  const nth = (at: number) => agencies[at % agencies.length] ?? ''
  return tasks.map((task, at) => ({ ...task, to: at % 5 === 0 ? [nth(at), nth(at + 1)] : [nth(at)] }))
}

/** An official and a head in each agency, the leader and the admin. Returns who gets the weekly summary: heads and leader. */
const furnish = async (database: Database, now: Date, telegram: TelegramEmulator) => {
  const directory = { agencies: agencies.map((name) => ({ name, kind: 'phong', aliases: [] })), groups: [] }
  const workspace = await createTestWorkspace(database, { directory })
  let id = firstId
  const join = (options: Parameters<typeof addPerson>[2]) => {
    id += 1
    telegram.user(id, `Người ${id}`).start()
    return addPerson(database, workspace, { ...options, externalId: String(id), name: `Người ${id}` })
  }
  const heads: TestPerson[] = []
  for (const agency of agencies) {
    await join({ agency })
    heads.push(await join({ agency, role: 'head' }))
  }
  const leader = await join({ role: 'leader' })
  await join({ role: 'admin' })
  await addPlan(database, workspace, await readTasks(), {
    createdById: (await join({ role: 'coordinator' })).id,
    remindAt: (dueOn) => (dueOn === null ? null : firstReminderAt(dueOn, now, zone)),
  })
  const leading = [leader, ...heads].map((person) => person.id)
  await database.client.person.updateMany({
    where: { id: { in: leading } },
    data: { summaryDueAt: hanoi('13', '16:00:00') },
  })
  return leading
}

const dayMs = 24 * 60 * 60 * 1000

/** To whom late work is reported after a time of silence: only the highest it has come to. */
const levelOf = (dueOn: Date | null, at: Date): 'coordinator' | 'leader' | null => {
  const daysLate = dueOn === null ? 0 : Math.floor((at.getTime() - dueOn.getTime()) / dayMs)
  if (daysLate >= 14) return 'leader'
  return daysLate >= 7 ? 'coordinator' : null
}

/** Whom something waits for at a moment: the people of agencies with an open assignment whose moment has come, and who hears of late work. */
const listExpected = async ({ client }: Database, at: Date): Promise<readonly string[]> => {
  const due = await client.assignment.findMany({
    where: { next: { remindAt: { lte: at } } },
    select: { dueOn: true, agency: { select: { memberships: { select: { personId: true } } } } },
  })
  const levels = due.flatMap(({ dueOn }) => levelOf(dueOn, at) ?? [])
  const above = await client.membership.findMany({ where: { role: { in: levels } } })
  const own = due.flatMap(({ agency }) => agency.memberships)
  return [...new Set([...own, ...above].map(({ personId }) => personId))].toSorted()
}

/** Whether nothing is open after a minute over which a program lived: a slow one is killed before it looks at anything. */
const isDone = async (open: Database, minute: Date): Promise<boolean> => {
  const sweep = await open.client.jobState.findUnique({ where: { job: 'reminder-sweep' } })
  return sweep !== null && sweep.startedAt >= minute && (await countOpen(open)) === 0
}

const begin = async (name: ProgramDatabase['name']) => {
  const telegram = await createTelegramEmulator()
  closing.push(() => telegram.close())
  const database = await createProgramDatabase(name)
  closing.push(() => database.drop())
  const leading = await database.look((open) => furnish(open, hanoi('09', '08:59:00'), telegram))
  const settings = {
    ...{ ...database.settings, LOG_LEVEL: 'error' },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
  }
  /** Lives over a full minute, until it has nothing more to say; before the downtime it is killed. */
  const liveOver = async (minute: Date): Promise<void> => {
    const clock = { heldAt: new Date(minute.getTime() - 500) }
    const program = startProgram(settings, await freePort(), { clock, shortLived: true })
    closing.push(() => program.kill())
    await program.listening()
    await sleep(1500)
    await telegram.quiet(2_500, 120_000)
    if (minute < hanoi('19', '00:00:00')) await program.kill()
    else await program.terminate()
    expect(program.complaints()).toBe('')
  }
  return { database, leading, liveOver }
}

describe.each(['PGlite', 'PostgreSQL'] as const)('ten days of downtime on %s', (name) => {
  const skipped = name === 'PostgreSQL' && testServer === undefined
  const title = 'are made up for by one digest a person, marked late, and one summary'

  test.skipIf(skipped)(skipped ? `${title} (${skipReason})` : title, { timeout: 600_000 }, async () => {
    const { database, leading, liveOver } = await begin(name)
    const liveUntilDone = async (day: string): Promise<Date> => {
      let minute = hanoi(day, '09:00:00')
      for (; ; minute = new Date(minute.getTime() + 60_000)) {
        await liveOver(minute)
        if (await database.look((open) => isDone(open, minute))) return minute
      }
    }
    await liveUntilDone('09')
    const { said, expected } = await database.look(async (open) => ({
      said: await open.client.outboundMessage.count({ where: { kind: 'reminder' } }),
      expected: await listExpected(open, hanoi('19', '09:00:00')),
    }))
    expect(expected.length).toBeGreaterThanOrEqual(4)
    const before = await database.look(({ client }) => client.outboundMessage.findMany({ select: { id: true } }))
    const knownIds = before.map(({ id }) => id)

    const done = await liveUntilDone('19')
    // Whatever somebody could take to be due again.
    await liveOver(new Date(done.getTime() + 60_000))

    await database.look(async ({ client }) => {
      const rows = await client.outboundMessage.findMany({
        where: { id: { notIn: knownIds } },
      })
      const of = (kind: string) => rows.filter((row) => row.kind === kind)
      const textOf = (row: { readonly content: unknown }) => (row.content as { readonly text: string }).text
      expect(
        of('reminder')
          .map(({ personId }) => personId)
          .toSorted(),
      ).toEqual(expected)
      for (const row of of('reminder')) {
        expect(row.state).toBe('sent')
        expect(textOf(row)).toMatch(/Tin này đến muộn: lẽ ra đã được gửi từ ngày \d\d\/03\/2026\./u)
      }
      expect(
        of('summary')
          .map(({ personId }) => personId)
          .toSorted(),
      ).toEqual(leading.toSorted())
      expect(of('notice').map(textOf)).toEqual([expect.stringContaining('09/03/2026')])
      process.stdout.write(`${name}: ${said} reminders before, ${rows.length} messages after\n`)
      expect(rows.filter(({ kind }) => !['reminder', 'summary', 'notice'].includes(kind))).toEqual([])
      expect(await client.reminder.count({ where: { messageKey: null } })).toBe(0)
    })
  })
})
