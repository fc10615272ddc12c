import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diffMigrations } from './migrations.ts'
import { migrationsPath } from './schema-engine.ts'

// npm run db:migrate -- NAME   writes the migration that the schema asks for
// npm run db:drift             fails when schema and migrations differ

const [command, name] = process.argv.slice(2)
const sql = await diffMigrations()

if (command === 'drift') {
  if (sql === '') console.log('Schema and migrations agree.')
  else {
    console.error(`Schema and migrations differ. Run "npm run db:migrate -- NAME". Missing:\n${sql}`)
    process.exitCode = 1
  }
} else if (command !== 'new' || name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Name the migration in small letters, for example: npm run db:migrate -- add_holidays')
  process.exitCode = 1
} else if (sql === '') {
  console.log('Nothing to do: schema and migrations agree.')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrationsPath, `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), sql)
  writeFileSync(join(migrationsPath, 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(`Wrote prisma/migrations/${stamp}_${name}/migration.sql`)
}
