import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createServerDatabase, dropServerDatabase } from '../support/server-database.ts'
import { type Program, skipReason, startProgram, testServer } from '../support/process.ts'
import { freePort } from '../support/stage.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-start-'))
  closing.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const start = async (settings: Readonly<Record<string, string>>, port?: number): Promise<Program> => {
  const program = startProgram(settings, port ?? (await freePort()))
  closing.push(() => program.kill())
  return program
}

/** What it says when it refuses to start. */
const refusal = async (program: Program): Promise<string> => {
  expect(await program.ended).toEqual({ code: 1, signal: null })
  expect(program.stdout()).toBe('')
  // One sentence for people, no trace of the program's inside.
  expect(program.stderr()).not.toMatch(/^\s+at /m)
  return program.stderr()
}

const linkIn = (text: string): string | undefined => /one-time sign-in link\): (\S+)/.exec(text)?.[1]

const databases = [
  { name: 'a folder', open: () => Promise.resolve<Record<string, string>>({}) },
  {
    name: `PostgreSQL${testServer === undefined ? ` (${skipReason})` : ''}`,
    open: async () => {
      const { name, url } = await createServerDatabase(testServer ?? '')
      closing.push(() => dropServerDatabase(testServer ?? '', name))
      return { DATABASE_URL: url }
    },
  },
]

describe.each(databases)('on $name', { timeout: 120_000 }, ({ name, open }) => {
  test.skipIf(name.includes(skipReason))('the first start prints a sign-in link, and everything is kept', async () => {
    const settings = { DATA_DIR: newFolder(), ...(await open()) }
    const first = await start(settings)
    await first.listening()
    const link = linkIn(first.stdout())
    expect(link).toMatch(new RegExp(`^http://localhost:${first.port}/vao/\\S{20,}$`))
    expect((await fetch(`http://localhost:${first.port}/`)).status).toBe(200)
    expect((await fetch(link!)).status).toBe(200)
    expect(first.stderr()).toBe('')
    expect(await first.terminate()).toMatchObject({ code: 0, signal: null })

    // Opening the page alone used nothing up: the link is still good after a restart, and a new one is printed.
    const second = await start(settings)
    await second.listening()
    expect(linkIn(second.stdout())).not.toBe(link)
    const old = new URL(link!)
    const opened = await fetch(`http://localhost:${second.port}${old.pathname}`, {
      method: 'POST',
      headers: { origin: `http://localhost:${second.port}` },
      redirect: 'manual',
    })
    expect([302, 303]).toContain(opened.status)
    expect(await second.terminate()).toMatchObject({ code: 0, signal: null })

    // Somebody came in: from now on no link is printed, a log may be read by others.
    const third = await start(settings)
    await third.listening()
    expect(linkIn(third.stdout())).toBeUndefined()
  })
})

describe('it does not start, and says in one sentence why and what to do', { timeout: 60_000 }, () => {
  test('when another process has the folder', async () => {
    const folder = newFolder()
    const first = await start({ DATA_DIR: folder })
    await first.listening()
    const second = await start({ DATA_DIR: folder })
    expect(await refusal(second)).toContain(`Thư mục dữ liệu ${folder} đang được một tiến trình Đôn Đốc khác dùng`)
    // The first one is not disturbed, and its death frees the folder at once.
    expect((await fetch(`http://localhost:${first.port}/`)).status).toBe(200)
    await first.kill()
    const third = await start({ DATA_DIR: folder })
    await third.listening()
  })

  test('when the port is in use', async () => {
    const first = await start({ DATA_DIR: newFolder() })
    await first.listening()
    const second = await start({ DATA_DIR: newFolder() }, first.port)
    expect(await refusal(second)).toContain(`Cổng ${first.port} đang được chương trình khác dùng`)
  })

  test('when the data folder cannot be written', async () => {
    const file = join(newFolder(), 'tep')
    writeFileSync(file, '')
    const program = await start({ DATA_DIR: join(file, 'data') })
    expect(await refusal(program)).toContain(`Không ghi được vào thư mục dữ liệu ${join(file, 'data')}`)
  })

  test.each([
    ['nobody listens', 'postgresql://dondoc:mat-khau-123@127.0.0.1:1/dondoc', '127.0.0.1:1/dondoc'],
    ['there is no such host', 'postgresql://dondoc:mat-khau-123@khong-co.invalid/dondoc', 'khong-co.invalid/dondoc'],
    ['it is no address', 'mat-khau-123', 'DATABASE_URL'],
  ])('when PostgreSQL cannot be reached because %s', async (_why, url, shown) => {
    const program = await start({ DATA_DIR: newFolder(), DATABASE_URL: url })
    const said = await refusal(program)
    expect(said).toContain(`Không kết nối được PostgreSQL tại ${shown}`)
    expect(said).not.toContain('mat-khau')
  })

  test('when settings are wrong: each is named, none is shown', async () => {
    const program = await start({
      ...{ DATA_DIR: newFolder(), TIME_ZONE: 'Sao Hỏa', LOG_LEVEL: 'to', SEND_LIMITS: 'có' },
      ...{ TELEGRAM_WEBHOOK_SECRET: 'bí mật', PUBLIC_URL: 'ftp://x', DATABASE_CONNECTIONS: '0' },
    })
    const said = await refusal(program)
    for (const name of ['TIME_ZONE', 'LOG_LEVEL', 'SEND_LIMITS', 'TELEGRAM_WEBHOOK_SECRET', 'PUBLIC_URL']) {
      expect(said).toContain(`${name}: `)
    }
    expect(said).toContain('DATABASE_CONNECTIONS: ')
    for (const value of ['Sao Hỏa', 'bí mật', 'ftp://x']) expect(said).not.toContain(value)
  })
})
