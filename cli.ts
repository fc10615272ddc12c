import { parseArgs } from 'node:util'
import { z } from 'zod'
import { alsoSeen } from './app/also-seen.ts'
import { backupToFile, type RestoreCommand, restoreFromFile } from './app/backup/commands.ts'
import { importAgencyFile, listAgencyLines } from './app/agency-files.ts'
import { importCalendar, showCalendar } from './app/calendar-files.ts'
import { chooseWorkspace, onDatabase, readNamedFile, UsageError } from './app/command-tools.ts'
import { loadEnvFile } from './app/env-file.ts'
import { deliveryReport } from './app/delivery-report.ts'
import { explainAnswer } from './app/explain-answer.ts'
import { addWorkspace, createSignInLink } from './app/first-start.ts'
import { exitCodeOf, importFromFile } from './app/plan-import.ts'
import { planJson, planReport } from './app/plan-report.ts'
import { jobsReport } from './app/jobs-report.ts'
import { adviceForStart } from './app/start-advice.ts'
import { usage } from './app/usage.ts'
import { explain } from './bot/explain.ts'
import { type Config, readConfig } from './config.ts'
import { AppError } from './domain/errors.ts'
import { localDate } from './domain/time.ts'
import { messagesIn } from './locales/index.ts'
import { readPlan } from './plans/read-plan.ts'
import type { Database } from './prisma/database.ts'
import type { Transaction } from './prisma/transaction.ts'

const parsePlan = async (path: string, json: boolean): Promise<void> => {
  const plan = await readPlan(await readNamedFile(path))
  const m = messagesIn('vi')
  console.log(json ? JSON.stringify(planJson(plan, m), null, 2) : planReport(plan, m))
}

/** Prints what comes of it. */
const withDatabase = async (config: Config, work: (database: Database) => Promise<string>): Promise<void> =>
  console.log(await onDatabase(config, work))

const addOne = (config: Config, name: string): Promise<void> =>
  withDatabase(config, ({ client }) =>
    client.$transaction(async (tx) => {
      const now = new Date()
      const added = await addWorkspace(tx, { name, zone: config.zone, locale: config.locale }, now)
      return createSignInLink(tx, added, config.publicUrl, now)
    }),
  )

const signIn = (config: Config): Promise<void> =>
  withDatabase(config, async ({ client }) => {
    const admin = await client.membership.findFirst({
      where: { role: 'admin' },
      orderBy: { id: 'asc' },
      select: { workspaceId: true, personId: true },
    })
    if (admin === null)
      throw new UsageError('Chưa có quản trị viên nào: chạy npm start trước (there is no administrator yet).')
    return createSignInLink(client, admin, config.publicUrl, new Date())
  })

const importAgencies = async (path: string, workspace: string | undefined): Promise<void> => {
  const file = await readNamedFile(path)
  const context = { m: messagesIn('vi'), now: new Date() }
  await withDatabase(readConfig(process.env), ({ client }) =>
    client.$transaction(async (tx) => importAgencyFile(tx, await chooseWorkspace(tx, workspace), file, context)),
  )
}

const listAgencies = (workspace: string | undefined): Promise<void> =>
  withDatabase(readConfig(process.env), ({ client }) =>
    client.$transaction(async (tx) => listAgencyLines(tx, await chooseWorkspace(tx, workspace), messagesIn('vi'))),
  )

const showCalendarOf = (year: string | undefined, workspace: string | undefined): Promise<void> => {
  const asked = z.coerce.number().int().min(2000).max(2100).optional().safeParse(year)
  if (!asked.success) throw new UsageError(`Năm không đúng, ví dụ 2027 (a year is needed): ${year}`)
  const options = { m: messagesIn('vi'), now: new Date(), year: asked.data ?? null }
  return withDatabase(readConfig(process.env), ({ client }) =>
    client.$transaction(async (tx) => showCalendar(tx, await chooseWorkspace(tx, workspace), options)),
  )
}

const importCalendarFile = async (path: string, { workspace, yes }: Options): Promise<void> => {
  const file = await readNamedFile(path)
  const options = { m: messagesIn('vi'), now: new Date(), yes }
  await withDatabase(readConfig(process.env), ({ client }) =>
    client.$transaction(async (tx) => importCalendar(tx, await chooseWorkspace(tx, workspace), file, options)),
  )
}

const reportJobs = (config: Config, json: boolean): Promise<void> =>
  withDatabase(config, ({ client }) =>
    client.$transaction((tx) => jobsReport(tx, { json, now: new Date(), zone: config.zone, m: messagesIn('vi') })),
  )

/** `dondoc backup` or `dondoc restore`. */
const withBackup = (
  work: (command: RestoreCommand) => Promise<string>,
  path: string,
  { replace, 'without-files': withoutFiles }: Options,
): Promise<void> => {
  const config = readConfig(process.env)
  return withDatabase(config, (database) => work({ config, database, path, withoutFiles, replace, now: new Date() }))
}

const reportDelivery = ({ json, workspace }: Options): Promise<void> =>
  withDatabase(readConfig(process.env), ({ client }) =>
    client.$transaction(async (tx) =>
      deliveryReport(tx, await chooseWorkspace(tx, workspace), { json, now: new Date(), m: messagesIn('vi') }),
    ),
  )

const importPlanFile = async (path: string, { json, yes, workspace }: Options): Promise<void> => {
  const file = await readNamedFile(path)
  const parsed = await readPlan(file)
  await withDatabase(readConfig(process.env), async (database) => {
    const wanted = {
      fileName: file.name,
      bytes: file.bytes,
      parsed,
      yes,
      chooseWorkspace: (tx: Transaction) => chooseWorkspace(tx, workspace),
    }
    const { report, text } = await importFromFile(database, wanted, new Date(), messagesIn('vi'))
    process.exitCode = exitCodeOf(report)
    return json ? JSON.stringify(report, null, 2) : text
  })
}

/** Prints how an answer is understood on a day, today where none is given. */
const explainWords = (text: string, today: string | undefined): Promise<void> => {
  const day = z.iso.date().safeParse(today ?? localDate(new Date(), readConfig(process.env).zone))
  if (!day.success) throw new UsageError(`--today cần một ngày có thật, ví dụ 2026-03-02 (a day that exists): ${today}`)
  console.log(explainAnswer(text, day.data))
  return Promise.resolve()
}

interface Options {
  readonly json: boolean
  readonly yes: boolean
  readonly replace: boolean
  readonly 'without-files': boolean
  readonly workspace?: string | undefined
  readonly today?: string | undefined
}

/** What each command does with the words behind it; null when a word is missing. */
const commands: Readonly<Record<string, (words: readonly string[], options: Options) => Promise<void> | null>> = {
  'plan parse': ([file], { json }) => (file === undefined ? null : parsePlan(file, json)),
  'plan import': ([file], options) => (file === undefined ? null : importPlanFile(file, options)),
  'agencies import': ([file], { workspace }) => (file === undefined ? null : importAgencies(file, workspace)),
  'agencies list': (_words, { workspace }) => listAgencies(workspace),
  'calendar show': ([year], { workspace }) => showCalendarOf(year, workspace),
  'calendar import': ([file], options) => (file === undefined ? null : importCalendarFile(file, options)),
  'workspace add': (words) => (words.length === 0 ? null : addOne(readConfig(process.env), words.join(' '))),
  delivery: (_words, options) => alsoSeen({ page: '/gui-tin', chat: '/guitin' }, reportDelivery(options)),
  backup: ([file], options) => (file === undefined ? null : withBackup(backupToFile, file, options)),
  restore: ([file], options) => (file === undefined ? null : withBackup(restoreFromFile, file, options)),
  jobs: (_words, { json }) =>
    alsoSeen({ page: '/lich-chay', chat: '/lichchay' }, reportJobs(readConfig(process.env), json)),
  explain: (words, { today }) => (words.length === 0 ? null : explainWords(words.join(' '), today)),
  signin: () => signIn(readConfig(process.env)),
}

const run = async (): Promise<void> => {
  loadEnvFile()
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      'without-files': { type: 'boolean', default: false },
      workspace: { type: 'string' },
      today: { type: 'string' },
    },
  })
  const [first = '', second = '', ...words] = positionals
  const work =
    commands[first]?.(positionals.slice(1), values) ?? commands[`${first} ${second}`]?.(words, values) ?? null
  if (work === null) throw new UsageError(usage)
  await work
}

/** The sentence for the person at the terminal; null for what nobody foresaw. */
const adviceFor = (error: unknown): string | null => {
  if (error instanceof UsageError) return error.message
  if (error instanceof AppError) return explain(error, messagesIn('vi')).text
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return usage
  return adviceForStart(error)
}

try {
  await run()
} catch (error) {
  const advice = adviceFor(error)
  if (advice === null) throw error
  console.error(advice)
  process.exitCode = 1
}
