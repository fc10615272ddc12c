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
  test('stops a wrong type, an index that may be missing, and a language without a key, and nothing else', () => {
    copy.write('domain/gate-type.ts', "export const wrong: number = 'x'\n")
    copy.write('domain/gate-index.ts', 'export const first = (list: readonly string[]): string => list[0]\n')
    copy.replace('locales/en/common.ts', 'choiceHint:', 'choiceHintGone:')
    const { passed, said } = copy.run('check:types', ['domain', 'locales'])
    copy.remove('domain/gate-type.ts')
    copy.remove('domain/gate-index.ts')
    copy.replace('locales/en/common.ts', 'choiceHintGone:', 'choiceHint:')
    expect(passed).toBe(false)
    const errors = said.split('\n').filter((line) => line.includes('): error TS'))
    const found = (error: RegExp) => errors.filter((line) => error.test(line))
    expect(found(/^domain\/gate-type\.ts\(1,14\): error TS2322/)).toHaveLength(1)
    expect(found(/^domain\/gate-index\.ts\(1,\d+\): error TS2322/)).toHaveLength(1)
    expect(found(/choiceHint/).length).toBeGreaterThan(0)
    expect(errors).toEqual(found(/^domain\/gate-(?:type|index)\.ts|choiceHint/))
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
    'prisma/gate-delete.ts': [
      'no-restricted-syntax',
      'export const sql = (id: string): string => `DELETE FROM "Task" ${id}`\n',
    ],
    'prisma/gate-delete-many.ts': [
      'no-restricted-syntax',
      "import type { Transaction } from './transaction.ts'\n\nexport const empty = (tx: Transaction): unknown => tx.assignment.deleteMany()\n",
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
  /** By file: what is wrong with it, and the rule that says so. */
  const broken: Readonly<Record<string, readonly [rule: string, text: string]>> = {
    'handlers/gate-sql.ts': ['handlers-imports-only', "import { createOutbox } from '../prisma/outbox.ts'"],
    'handlers/gate-sql-type.ts': [
      'handlers-imports-only',
      "import type { Transaction } from '../prisma/transaction.ts'",
    ],
    'bot/gate-jobs.ts': ['bot-imports-only', "import { startQueue } from '../jobs/queue.ts'"],
    'jobs/gate-channels.ts': ['jobs-imports-only', "import { createCourier } from '../bot/courier.ts'"],
    'plans/gate-words.ts': ['plans-imports-only', "import { messagesIn } from '../locales/index.ts'"],
    'domain/gate-files.ts': ['domain-does-no-io', "import { readFileSync } from 'node:fs'"],
    'domain/gate-packages.ts': ['domain-knows-only-zod-and-dayjs', "import { Hono } from 'hono'"],
    'bot/gate-axios.ts': ['only-there-axios', "import axios from 'axios'"],
    'handlers/gate-grammy.ts': ['only-there-grammy', "import { Api } from 'grammy'"],
    'app/gate-prisma.ts': ['only-there-prisma', "import { PrismaPg } from '@prisma/adapter-pg'"],
    'app/gate-tests.ts': ['product-never-imports-tests', "import { keepLog } from '../test/support/log.ts'"],
    'domain/gate-nothing.ts': ['no-unresolvable', "import { nothing } from './nothing.ts'"],
    'domain/gate-a.ts': ['no-circular', "import { b } from './gate-b.ts'\n\nexport const a = (): unknown => b"],
    'domain/gate-b.ts': ['no-circular', "import { a } from './gate-a.ts'\n\nexport const b = (): unknown => a"],
  }

  test('stops each of these for its own reason, nothing else, and has seen all that is there', () => {
    for (const [path, [, text]] of Object.entries(broken)) copy.write(path, `${text}\n`)
    const { passed, said } = copy.run('check:boundaries')
    for (const path of Object.keys(broken)) copy.remove(path)
    expect(passed).toBe(false)
    // One block a fault: its rule, then where it is.
    const faults = said.split(/\n(?= *error )/).filter((block) => /^ *error /.test(block))
    for (const [path, [rule]] of Object.entries(broken)) {
      expect([path, faults.find((fault) => fault.includes(` ${rule}`) && fault.includes(path))]).toEqual([
        path,
        expect.any(String),
      ])
    }
    expect(faults.filter((fault) => !Object.keys(broken).some((path) => fault.includes(path)))).toEqual([])
    const [, modules = '0', dependencies = '0'] = /(\d+) modules, (\d+) dependencies/.exec(said) ?? []
    // A tool that cannot read the language of the files finds a handful, no dependencies, and no fault.
    expect(Number(modules)).toBeGreaterThan(200)
    expect(Number(dependencies)).toBeGreaterThan(500)
  })
})

describe('the gate of what is unused', { timeout: 120_000 }, () => {
  test('stops an export, a package and a file that nobody uses, and nothing else', () => {
    copy.replace('domain/fold.ts', 'export const fold', 'export const gateUnused = 1\nexport const fold')
    copy.replace('package.json', '"axios":', '"gate-unused": "1.0.0",\n    "axios":')
    const { passed, said } = withFile('domain/gate-file.ts', 'export const a = 1\n', 'check:unused')
    copy.replace('package.json', '"gate-unused": "1.0.0",\n    "axios":', '"axios":')
    copy.replace('domain/fold.ts', 'export const gateUnused = 1\nexport const fold', 'export const fold')
    expect(passed).toBe(false)
    for (const name of ['gateUnused', 'gate-unused', 'domain/gate-file.ts']) expect(said).toContain(name)
    const headings = said.split('\n').filter((line) => line.startsWith('Unused'))
    expect(headings).toEqual(['Unused files (1)', 'Unused dependencies (1)', 'Unused exports (1)'])
  })
})

describe('the gate of the data model', { timeout: 120_000 }, () => {
  test('stops a field without a migration, and nothing else', () => {
    const { passed, said } = withChange(
      'prisma/schema.prisma',
      'model Workspace {',
      'model Workspace {\n  motto String?',
      'check:drift',
    )
    expect(passed).toBe(false)
    expect(said.match(/^(?:ALTER|CREATE|DROP) .*$/gm)).toEqual(['ALTER TABLE "Workspace" ADD COLUMN     "motto" TEXT;'])
  })
})
