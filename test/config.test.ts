import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../config.ts'

describe('settings', () => {
  test('may all be missing', () => {
    expect(readConfig({})).toEqual({
      host: 'localhost',
      port: 8080,
      publicUrl: 'http://localhost:8080',
      database: { kind: 'pglite', folder: './data' },
      dataDir: './data',
      storage: { kind: 'folder', folder: 'data/files' },
      workspaceName: 'UBND thành phố Hải Phòng',
      zone: 'Asia/Ho_Chi_Minh',
      locale: 'vi',
      telegram: null,
      zalo: null,
      zaloMonthlyQuota: 3000,
      sendLimits: true,
      logLevel: 'info',
      clockAlarmMinutes: 10,
      metricsToken: null,
      secrets: [],
    })
  })

  test('that are empty count as missing', () => {
    const names = ['PORT', 'PUBLIC_URL', 'DATABASE_URL', 'TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'LOG_LEVEL']
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}))
  })

  test('name the channels, and a webhook secret turns polling into webhooks', () => {
    const { telegram, zalo } = readConfig({
      ...{ TELEGRAM_BOT_TOKEN: ' 1:a ', TELEGRAM_API_ROOT: 'http://127.0.0.1:1/' },
      ...{ ZALO_BOT_TOKEN: '2:b', ZALO_WEBHOOK_SECRET: 'bí mật đủ dài' },
    })
    expect(telegram).toEqual({ token: '1:a', apiRoot: 'http://127.0.0.1:1', webhookSecret: null })
    expect(zalo).toMatchObject({ token: '2:b', webhookSecret: 'bí mật đủ dài' })
  })

  test('with an address choose the server, with as many connections as told', () => {
    const url = 'postgresql://u:p@h/d'
    expect(readConfig({ DATABASE_URL: url }).database).toEqual({ kind: 'postgres', url, connections: 10 })
    expect(readConfig({ DATABASE_URL: url, DATABASE_CONNECTIONS: '4' }).database).toMatchObject({ connections: 4 })
  })

  test.each([
    ['PORT', '70000'],
    ['PORT', 'tám'],
    ['PUBLIC_URL', 'dondoc.vn'],
    ['PUBLIC_URL', 'ftp://dondoc.vn'],
    ['DATABASE_CONNECTIONS', '1'],
    ['TIME_ZONE', 'Asia/Hanoi-Moi'],
    ['LOCALE', 'fr'],
    ['TELEGRAM_API_ROOT', 'api'],
    ['TELEGRAM_WEBHOOK_SECRET', 'ngắn'],
    ['TELEGRAM_WEBHOOK_SECRET', 'có dấu cách và dấu tiếng Việt'],
    ['ZALO_WEBHOOK_SECRET', 'short'],
    ['SEND_LIMITS', 'yes'],
    ['LOG_LEVEL', 'loud'],
  ])('%s cannot be "%s": it is named, and its value is not shown', (name, value) => {
    const read = () => readConfig({ [name]: value })
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(new RegExp(`^${name}: `))
    expect(read).not.toThrow(value)
  })

  test('that are wrong are all named at once', () => {
    expect(() => readConfig({ PORT: 'x', LOCALE: 'x', LOG_LEVEL: 'x' })).toThrow(/PORT: [^]*LOCALE: [^]*LOG_LEVEL: /)
  })

  test('that are secret are known as such, passwords in every form', () => {
    const { secrets } = readConfig({
      ...{ TELEGRAM_BOT_TOKEN: 'token-1', TELEGRAM_WEBHOOK_SECRET: 'webhook-1' },
      ...{ ZALO_BOT_TOKEN: 'token-2', ZALO_WEBHOOK_SECRET: 'webhook-2' },
      DATABASE_URL: 'postgresql://dondoc:m%E1%BA%ADt%20kh%C3%A9u@h/d',
    })
    expect(secrets).toEqual(expect.arrayContaining(['token-1', 'webhook-1', 'token-2', 'webhook-2', 'mật khéu']))
    expect(secrets).toContain('m%E1%BA%ADt%20kh%C3%A9u')
  })

  test('survive a password that is no proper percent code', () => {
    expect(readConfig({ DATABASE_URL: 'postgresql://u:100%zz@h/d' }).secrets).toContain('100%zz')
  })
})

test('.env.example names every setting with its default', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8')
  const entries = [...text.matchAll(/^(# )?([A-Z_]+)=(.*)$/gm)].map(([, off, name = '', value = '']) => ({
    ...{ isOff: off !== undefined, name, value },
  }))
  const on = Object.fromEntries(entries.filter(({ isOff }) => !isOff).map(({ name, value }) => [name, value]))
  expect(readConfig(on)).toEqual(readConfig({}))
  expect(entries.map(({ name }) => name).toSorted()).toEqual(
    [
      ...['PORT', 'HOST', 'PUBLIC_URL', 'DATABASE_URL', 'DATABASE_CONNECTIONS', 'DATA_DIR', 'WORKSPACE_NAME'],
      ...['TIME_ZONE', 'LOCALE', 'TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_API_ROOT'],
      ...['ZALO_BOT_TOKEN', 'ZALO_WEBHOOK_SECRET', 'ZALO_API_ROOT', 'ZALO_MONTHLY_QUOTA', 'SEND_LIMITS', 'LOG_LEVEL'],
      ...['CLOCK_ALARM_MINUTES', 'METRICS_TOKEN'],
    ].toSorted(),
  )
})
