import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const root = join(import.meta.dirname, '..', '..')

/** A copy of the project's own files, to be broken. */
export interface ProjectCopy {
  write(path: string, text: string): void
  append(path: string, text: string): void
  replace(path: string, from: string, to: string): void
  remove(path: string): void
  /** Runs a script of package.json: `check:lint` and `check:types` on these files or folders alone where they are given. */
  run(script: string, only?: readonly string[]): { readonly passed: boolean; readonly said: string }
  close(): void
}

const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) })

/** What git knows, and the generated client; the packages are the project's own. */
export const copyProject = (): ProjectCopy => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-gates-'))
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  for (const file of files.filter((name) => name !== '')) {
    // A file may be on its way out of the tree while the list still has it.
    cpSync(join(root, file), join(folder, file), { force: true })
  }
  cpSync(join(root, 'prisma', 'generated'), join(folder, 'prisma', 'generated'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const at = (path: string) => join(folder, path)
  const read = (path: string) => readFileSync(at(path), 'utf8')
  /** What stands for these in place of everything; the compiler is told in a file. */
  const narrow = (script: string, only: readonly string[]): string => {
    if (script !== 'check:types') return only.join(' ')
    writeFileSync(at('tsconfig.only.json'), JSON.stringify({ extends: './tsconfig.json', include: only }))
    return 'tsconfig.only.json'
  }
  return {
    write: (path, text) => {
      mkdirSync(dirname(at(path)), { recursive: true })
      writeFileSync(at(path), text)
    },
    append: (path, text) => appendFileSync(at(path), text),
    replace: (path, from, to) => {
      const before = read(path)
      if (!before.includes(from)) throw new Error(`${path} has no "${from}"`)
      writeFileSync(at(path), before.replace(from, to))
    },
    remove: (path) => rmSync(at(path)),
    run: (script, only) => {
      const command = packageSchema.parse(JSON.parse(read('package.json'))).scripts[script]
      if (command === undefined) throw new Error(`there is no script ${script}`)
      const narrowed = only === undefined ? command : command.replace(/ \.$/, ` ${narrow(script, only)}`)
      const path = `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`
      const env = { ...process.env, PATH: path, NO_COLOR: '1', FORCE_COLOR: undefined }
      const { status, stdout, stderr } = spawnSync('bash', ['-c', narrowed], { cwd: folder, env, encoding: 'utf8' })
      return { passed: status === 0, said: `${stdout}\n${stderr}` }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
