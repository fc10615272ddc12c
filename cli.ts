import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { loadEnvFile } from './app/env-file.ts'
import { addWorkspace, createSignInLink } from './app/first-start.ts'
import { adviceForStart } from './app/start-advice.ts'
import { explain } from './bot/explain.ts'
import { type Config, readConfig } from './config.ts'
import { AppError } from './domain/errors.ts'
import type { ParsedPlan } from './domain/plan-document.ts'
import { messagesIn } from './locales/index.ts'
import { readPlan } from './plans/read-plan.ts'
import { type Database, openDatabase } from './prisma/database.ts'
import { applyMigrations } from './prisma/migrations.ts'

const usage = `dondoc plan parse FILE [--json]   what is found in a plan file
dondoc workspace add NAME         a further workspace, with its administrator's sign-in link
dondoc signin                     a new one-time sign-in link for the administrator

The commands that need the database want the program stopped when it uses the embedded one.`

/** What was typed is no command of ours, or something it names is not there. */
class UsageError extends Error {}

const parsePlan = async (path: string, json: boolean): Promise<void> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`Không đọc được tệp ${path} (the file cannot be read)`, { cause: error })
  })
  const plan = await readPlan({ name: basename(path), bytes })
  if (json) console.log(JSON.stringify(plan, null, 2))
  else printPlan(plan)
}

const printPlan = ({ document, tasks, warnings }: ParsedPlan): void => {
  console.log(`${document.kind} ${document.number} – ${document.issuer} – ${document.issuedOn ?? '?'}`)
  console.log(`${document.title}\n`)
  console.table(
    tasks.map((task) => ({
      code: task.code,
      title: task.title.length > 60 ? `${task.title.slice(0, 59)}…` : task.title,
      lead: task.lead.join('; '),
      due: task.occurrences.join(' '),
      line: task.line,
    })),
  )
  for (const { line, code, detail } of [...warnings, ...tasks.flatMap((task) => task.warnings)]) {
    console.log(`${line}: ${code} ${detail}`)
  }
}

const withDatabase = async (config: Config, run: (database: Database) => Promise<string>): Promise<void> => {
  const database = await openDatabase(config.database)
  try {
    await applyMigrations(database)
    console.log(await run(database))
  } finally {
    await database.close()
  }
}

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

const run = async (): Promise<void> => {
  loadEnvFile()
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  const [command, ...rest] = positionals
  const [first, ...words] = rest
  if (command === 'plan' && first === 'parse' && words[0] !== undefined) return parsePlan(words[0], values.json)
  if (command === 'workspace' && first === 'add' && words.length > 0)
    return addOne(readConfig(process.env), words.join(' '))
  if (command === 'signin') return signIn(readConfig(process.env))
  throw new UsageError(usage)
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
