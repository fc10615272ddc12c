import { spawnSync } from 'node:child_process'

// The Prisma command wants to download a native engine that generating does not use. Pointing it at any
// executable file keeps it from asking: this way `npm ci` needs the package registry and nothing else.
const { status } = spawnSync('prisma', ['generate', '--no-hints'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
})
process.exitCode = status ?? 1
