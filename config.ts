import { join } from 'node:path'
import { z } from 'zod'

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''))

/** Every setting, with its default. `.env.example` explains them to people. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('localhost'),
  PUBLIC_URL: address.optional(),
  DATABASE_URL: optional,
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(100).default(10),
  DATA_DIR: z.string().min(1).default('./data'),
  WORKSPACE_NAME: z.string().min(1).default('UBND thành phố Hải Phòng'),
  TIME_ZONE: z
    .string()
    .refine(
      (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'Asia/Ho_Chi_Minh',
      'not a time zone',
    )
    .default('Asia/Ho_Chi_Minh'),
  LOCALE: z.enum(['vi', 'en']).default('vi'),
  TELEGRAM_BOT_TOKEN: optional,
  TELEGRAM_API_ROOT: address.default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{8,256}$/, 'must be 8 to 256 letters, digits, _ or -')
    .optional(),
  ZALO_BOT_TOKEN: optional,
  ZALO_API_ROOT: address.default('https://bot-api.zaloplatforms.com'),
  ZALO_WEBHOOK_SECRET: z.string().min(8).max(256).optional(),
  ZALO_MONTHLY_QUOTA: z.coerce.number().int().min(0).max(1_000_000_000).default(3000),
  S3_ENDPOINT: address.optional(),
  S3_BUCKET: optional,
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  SEND_LIMITS: flag.default(true),
  METRICS_TOKEN: z.string().min(16).max(256).optional(),
  CLOCK_ALARM_MINUTES: z.coerce.number().int().min(2).max(1440).default(10),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** How a bot token is used on one channel. A webhook secret means webhooks, none means polling. */
interface BotConfig {
  readonly token: string
  readonly apiRoot: string
  readonly webhookSecret: string | null
}

type FileStorageConfig =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3'
      readonly endpoint: string
      readonly bucket: string
      readonly region: string
      readonly accessKeyId: string
      readonly secretAccessKey: string
    }

export interface Config {
  readonly host: string
  readonly port: number
  /** Where people reach the web page; no slash at the end. */
  readonly publicUrl: string
  readonly database:
    | { readonly kind: 'pglite'; readonly folder: string }
    | { readonly kind: 'postgres'; readonly url: string; readonly connections: number }
  readonly dataDir: string
  /** Where files are kept: in a folder, or in a bucket of a storage that speaks S3. */
  readonly storage: FileStorageConfig
  readonly workspaceName: string
  readonly zone: string
  readonly locale: 'vi' | 'en'
  readonly telegram: BotConfig | null
  readonly zalo: BotConfig | null
  /** Messages a month that the Zalo bot may send; 0 for as many as it likes. */
  readonly zaloMonthlyQuota: number
  readonly sendLimits: boolean
  /** What /metrics is read with; null where only this machine itself may read it. */
  readonly metricsToken: string | null
  /** A clock that was not seen for so many minutes had stopped. */
  readonly clockAlarmMinutes: number
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL']
  /** Values that must never be seen in a log or an error. */
  readonly secrets: readonly string[]
}

/** The settings are wrong; the message names each with what is expected, never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads the settings from environment variables. Throws ConfigError. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
  }
  const s = parsed.data
  return {
    host: s.HOST,
    port: s.PORT,
    publicUrl: s.PUBLIC_URL ?? `http://localhost:${s.PORT}`,
    database:
      s.DATABASE_URL === undefined
        ? { kind: 'pglite', folder: s.DATA_DIR }
        : { kind: 'postgres', url: s.DATABASE_URL, connections: s.DATABASE_CONNECTIONS },
    dataDir: s.DATA_DIR,
    storage: storage(s),
    workspaceName: s.WORKSPACE_NAME,
    zone: s.TIME_ZONE,
    locale: s.LOCALE,
    telegram: bot(s.TELEGRAM_BOT_TOKEN, s.TELEGRAM_API_ROOT, s.TELEGRAM_WEBHOOK_SECRET),
    zalo: bot(s.ZALO_BOT_TOKEN, s.ZALO_API_ROOT, s.ZALO_WEBHOOK_SECRET),
    zaloMonthlyQuota: s.ZALO_MONTHLY_QUOTA,
    sendLimits: s.SEND_LIMITS,
    metricsToken: s.METRICS_TOKEN ?? null,
    clockAlarmMinutes: s.CLOCK_ALARM_MINUTES,
    logLevel: s.LOG_LEVEL,
    secrets: [
      s.TELEGRAM_BOT_TOKEN,
      s.ZALO_BOT_TOKEN,
      s.TELEGRAM_WEBHOOK_SECRET,
      s.ZALO_WEBHOOK_SECRET,
      s.DATABASE_URL,
      s.S3_SECRET_ACCESS_KEY,
      s.METRICS_TOKEN,
      ...passwordsOf(s.DATABASE_URL),
    ]
      .filter((secret) => secret !== undefined)
      .filter((secret) => secret !== ''),
  }
}

const bot = (token: string | undefined, apiRoot: string, webhookSecret: string | undefined): BotConfig | null =>
  token === undefined ? null : { token, apiRoot, webhookSecret: webhookSecret ?? null }

/** A bucket where an address of a storage is given, with everything it takes; else a folder beside the database. */
const storage = (s: z.infer<typeof environment>): FileStorageConfig => {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = s
  if (endpoint === undefined) return { kind: 'folder', folder: join(s.DATA_DIR, 'files') }
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = s
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    const given = Object.entries({
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
    })
    const missing = given
      .filter(([, value]) => value === undefined)
      .map(([name]) => `${name}: missing, S3_ENDPOINT needs it`)
    throw new ConfigError(missing.join('\n'))
  }
  return { kind: 's3', endpoint, bucket, region, accessKeyId, secretAccessKey }
}

/** The password of an address, as it is written there and as it is meant. */
const passwordsOf = (url: string | undefined): readonly string[] => {
  if (url === undefined || !URL.canParse(url)) return []
  const { password } = new URL(url)
  try {
    return [password, decodeURIComponent(password)]
  } catch {
    return [password]
  }
}
