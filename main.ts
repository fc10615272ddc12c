import { startApp } from './app/app.ts'
import { loadEnvFile } from './app/env-file.ts'
import { prepareFirstStart } from './app/first-start.ts'
import { adviceForStart } from './app/start-advice.ts'
import { readConfig } from './config.ts'
import { createLog } from './log.ts'
import { openDatabase } from './prisma/database.ts'
import { applyMigrations } from './prisma/migrations.ts'

/** Whoever stops the program waits no longer than this. */
const stopWithinMs = 9_500

const main = async (): Promise<void> => {
  loadEnvFile()
  const config = readConfig(process.env)
  const log = createLog(config.logLevel, config.secrets)
  process.on('uncaughtException', (error) => {
    // Said by the log, which takes secrets out; whoever runs the program starts it again.
    log.fatal({ err: error }, 'the program failed')
    process.exit(1)
  })
  const now = () => new Date()
  const database = await openDatabase(config.database)
  await applyMigrations(database)
  const workspace = { name: config.workspaceName, zone: config.zone, locale: config.locale }
  const signIn = await prepareFirstStart(database, workspace, config.publicUrl, now())
  const app = await startApp({ config, database, now, log })

  // In one piece: who waits for the address finds the link with it.
  const link = signIn === null ? [] : [`Liên kết đăng nhập quản trị, dùng một lần (one-time sign-in link): ${signIn}`]
  console.log([`Đôn Đốc: ${config.publicUrl}`, ...link].join('\n'))

  let stopping = false
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    log.info({ signal }, 'stopping')
    await app.stop()
    await database.close()
    process.exit(0)
  }
  process.on('SIGTERM', (signal) => void stop(signal))
  process.on('SIGINT', (signal) => void stop(signal))
}

try {
  await main()
} catch (error) {
  const advice = adviceForStart(error)
  if (advice === null) throw error
  console.error(advice)
  process.exit(1)
}
