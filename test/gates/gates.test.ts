import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../support/project-copy.ts'

// Each gate is broken once on purpose, in a copy of the project: a gate that stays silent is worse than none.

let copy: ProjectCopy
beforeAll(() => {
  copy = copyProject()
})
afterAll(() => copy.close())

/** Adds a file, runs the gate, takes the file away again. */
const withFile = (path: string, text: string, script: string) => {
  copy.write(path, text)
  try {
    return copy.run(script)
  } finally {
    copy.remove(path)
  }
}

/** Changes a file, runs the gate, changes it back. */
const withChange = (path: string, from: string, to: string, script: string) => {
  copy.replace(path, from, to)
  try {
    return copy.run(script)
  } finally {
    copy.replace(path, to, from)
  }
}

describe('the format gate', { timeout: 120_000 }, () => {
  test('passes what is there and stops a file that is written differently', () => {
    expect(copy.run('check:format')).toMatchObject({ passed: true })
    const { passed, said } = withFile('domain/gate.ts', 'export const   a = {b:1};\n', 'check:format')
    expect(passed).toBe(false)
    expect(said).toContain('domain/gate.ts')
  })
})

describe('the gate of types', { timeout: 240_000 }, () => {
  test('passes what is there', () => {
    expect(copy.run('check:types').said.trim()).toBe('')
  })

  test('stops a wrong type, an index that may be missing, and a language without a key', () => {
    copy.write('domain/gate-type.ts', "export const wrong: number = 'x'\n")
    copy.write('domain/gate-index.ts', 'export const first = (list: readonly string[]): string => list[0]\n')
    copy.replace('locales/en/common.ts', 'choiceHint:', 'choiceHintGone:')
    const { passed, said } = copy.run('check:types')
    copy.remove('domain/gate-type.ts')
    copy.remove('domain/gate-index.ts')
    copy.replace('locales/en/common.ts', 'choiceHintGone:', 'choiceHint:')
    expect(passed).toBe(false)
    expect(said).toMatch(/domain\/gate-type\.ts\(1,14\): error TS2322/)
    expect(said).toMatch(/domain\/gate-index\.ts\(1,\d+\): error TS2322/)
    expect(said).toMatch(/error TS\d+: .*choiceHint/)
  })
})

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

describe('the lint gate', { timeout: 240_000 }, () => {
  const broken: Readonly<Record<string, readonly [rule: string, text: string]>> = {
    'handlers/gate-await.ts': [
      '@typescript-eslint/no-floating-promises',
      'export const forget = (say: () => Promise<void>): void => {\n  say()\n}\n',
    ],
    'handlers/gate-long.ts': ['max-lines', `${lines(201, (index) => `export const a${index} = ${index}`)}\n`],
    'handlers/gate-complex.ts': [
      'complexity',
      `export const f = (n: number): number => {\n${lines(8, (i) => `  if (n === ${i}) return ${i + 1}`)}\n  return 0\n}\n`,
    ],
    'handlers/gate-console.ts': ['no-console', "console.log('xin chào')\n"],
    'handlers/gate-any.ts': ['@typescript-eslint/no-explicit-any', 'export const a = (b: any): unknown => b\n'],
    'handlers/gate-disable.ts': [
      'Unused eslint-disable directive',
      '// eslint-disable-next-line no-console\nexport const a = 1\n',
    ],
    'domain/gate-date.ts': ['no-restricted-syntax', 'export const today = (): Date => new Date()\n'],
    'domain/gate-now.ts': ['no-restricted-properties', 'export const now = (): number => Date.now()\n'],
    'domain/gate-dayjs.ts': [
      'no-restricted-syntax',
      "import dayjs from 'dayjs'\n\nexport const now = (): unknown => dayjs()\n",
    ],
  }
  const allowed: Readonly<Record<string, string>> = {
    'handlers/gate-fits.ts': `${lines(200, (index) => `export const a${index} = ${index}`)}\n`,
    'handlers/gate-simple.ts': `export const f = (n: number): number => {\n${lines(7, (i) => `  if (n === ${i}) return ${i + 1}`)}\n  return 0\n}\n`,
    'domain/gate-given.ts': 'export const dayOf = (at: string): Date => new Date(at)\n',
  }

  test('stops each of these for its own reason, and what is just allowed passes', () => {
    for (const [path, [, text]] of Object.entries(broken)) copy.write(path, text)
    for (const [path, text] of Object.entries(allowed)) copy.write(path, text)
    const { passed, said } = copy.run('check:lint', [...Object.keys(broken), ...Object.keys(allowed)])
    for (const path of [...Object.keys(broken), ...Object.keys(allowed)]) copy.remove(path)
    expect(passed).toBe(false)
    // One block a file: its path, then what is wrong in it.
    const blocks = said.split(/\n(?=\/)/)
    for (const [path, [rule]] of Object.entries(broken)) {
      expect([path, blocks.find((block) => block.includes(path))]).toEqual([path, expect.stringContaining(rule)])
    }
    for (const path of Object.keys(allowed)) expect(said).not.toContain(path)
  })
})

describe('the gate of boundaries', { timeout: 240_000 }, () => {
  test('passes what is there, and has seen all of it', () => {
    const { passed, said } = copy.run('check:boundaries')
    expect(passed).toBe(true)
    const [, modules = '0', dependencies = '0'] = /\((\d+) modules, (\d+) dependencies cruised\)/.exec(said) ?? []
    // A tool that cannot read the language of the files finds a handful, no dependencies, and no fault.
    expect(Number(modules)).toBeGreaterThan(200)
    expect(Number(dependencies)).toBeGreaterThan(500)
  })

  test.each([
    [
      'handlers that know SQL',
      'handlers/gate.ts',
      "import { createOutbox } from '../prisma/outbox.ts'",
      'handlers-imports-only',
    ],
    [
      'types of SQL in handlers',
      'handlers/gate.ts',
      "import type { Transaction } from '../prisma/transaction.ts'",
      'handlers-imports-only',
    ],
    ['channels that know jobs', 'bot/gate.ts', "import { startQueue } from '../jobs/queue.ts'", 'bot-imports-only'],
    [
      'jobs that know channels',
      'jobs/gate.ts',
      "import { createCourier } from '../bot/courier.ts'",
      'jobs-imports-only',
    ],
    [
      'plans that know words',
      'plans/gate.ts',
      "import { messagesIn } from '../locales/index.ts'",
      'plans-imports-only',
    ],
    ['a domain that reads files', 'domain/gate.ts', "import { readFileSync } from 'node:fs'", 'domain-does-no-io'],
    ['a domain with packages', 'domain/gate.ts', "import { Hono } from 'hono'", 'domain-knows-only-zod-and-dayjs'],
    ['axios outside of Zalo', 'bot/gate.ts', "import axios from 'axios'", 'only-there-axios'],
    ['grammY outside of Telegram', 'handlers/gate.ts', "import { Api } from 'grammy'", 'only-there-grammy'],
    ['Prisma outside of prisma/', 'app/gate.ts', "import { PrismaPg } from '@prisma/adapter-pg'", 'only-there-prisma'],
    [
      'a product that imports tests',
      'config.ts',
      "import { keepLog } from './test/support/log.ts'",
      'product-never-imports-tests',
    ],
    ['a file that is not there', 'domain/gate.ts', "import { nothing } from './nothing.ts'", 'no-unresolvable'],
  ])('stops %s', (_what, path, statement, rule) => {
    if (path === 'config.ts') copy.append(path, `\n${statement}\n`)
    else copy.write(path, `${statement}\n`)
    const { passed, said } = copy.run('check:boundaries')
    if (path === 'config.ts') copy.replace(path, `\n${statement}\n`, '')
    else copy.remove(path)
    expect(passed).toBe(false)
    expect(said).toContain(`error ${rule}`)
    expect(said).toContain(path)
  })

  test('stops two files that import each other', () => {
    copy.write('domain/gate-a.ts', "import { b } from './gate-b.ts'\n\nexport const a = (): unknown => b\n")
    const { passed, said } = withFile(
      'domain/gate-b.ts',
      "import { a } from './gate-a.ts'\n\nexport const b = (): unknown => a\n",
      'check:boundaries',
    )
    copy.remove('domain/gate-a.ts')
    expect(passed).toBe(false)
    expect(said).toContain('error no-circular')
  })
})

describe('the gate of what is unused', { timeout: 120_000 }, () => {
  test('passes what is there', () => {
    expect(copy.run('check:unused')).toMatchObject({ passed: true })
  })

  test.each([
    [
      'an export',
      'domain/fold.ts',
      'export const fold',
      'export const gateUnused = 1\nexport const fold',
      'gateUnused',
    ],
    ['a package', 'package.json', '"axios":', '"gate-unused": "1.0.0",\n    "axios":', 'gate-unused'],
  ])('stops %s that nobody uses', (_what, path, from, to, name) => {
    const { passed, said } = withChange(path, from, to, 'check:unused')
    expect(passed).toBe(false)
    expect(said).toContain(name)
  })

  test('stops a file that nobody uses', () => {
    const { passed, said } = withFile('domain/gate-file.ts', 'export const a = 1\n', 'check:unused')
    expect(passed).toBe(false)
    expect(said).toContain('domain/gate-file.ts')
  })
})

describe('the gate of the data model', { timeout: 120_000 }, () => {
  test('passes what is there and stops a field without a migration', () => {
    expect(copy.run('check:drift').said).toContain('Schema and migrations agree.')
    const { passed, said } = withChange(
      'prisma/schema.prisma',
      'model Workspace {',
      'model Workspace {\n  motto String?',
      'check:drift',
    )
    expect(passed).toBe(false)
    expect(said).toContain('ADD COLUMN     "motto" TEXT')
  })
})
