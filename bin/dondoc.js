#!/usr/bin/env node
// `npx dondoc …`: runs cli.ts with the project's own Node, whatever Node the machine has.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const node = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node')
const { status } = spawnSync(node, [join(root, 'cli.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
