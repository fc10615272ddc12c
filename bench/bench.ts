import { cpus, totalmem } from 'node:os'
import { type BenchDatabase, embedded, onServer } from './databases.ts'
import { measureDelivery } from './delivery.ts'
import { measureImport } from './importing.ts'
import { measureReading } from './reading.ts'
import { measureScan } from './scan.ts'
import { measureSweeping } from './sweeping.ts'
import { measureProcess } from './process.ts'
import { measureNoise, printTable, type Row } from './table.ts'
import { measureWork } from './work.ts'

// npm run bench: how fast and how large, on both databases. PostgreSQL is the server that BENCH_DATABASE_URL names.

const server = process.env['BENCH_DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/postgres'

const measure = async (open: () => Promise<BenchDatabase>): Promise<readonly Row[]> => {
  const forWork = await open()
  const work = await measureWork(forWork).finally(() => forWork.drop())
  const forSweeping = await open()
  const sweeping = await measureSweeping(forSweeping).finally(() => forSweeping.drop())
  const forImport = await open()
  const imports = await measureImport(forImport).finally(() => forImport.drop())
  const forDelivery = await open()
  const delivery = await measureDelivery(forDelivery).finally(() => forDelivery.drop())
  const forProcess = await open()
  return [
    ...work,
    ...sweeping,
    ...imports,
    ...delivery,
    ...(await measureProcess(forProcess).finally(() => forProcess.drop())),
  ]
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`,
)
console.log(`noise of the machine (spread of a fixed computation): ${measureNoise()} before`)
const rows = [...(await measureReading()), ...(await measureScan()), ...(await measure(embedded))]
try {
  rows.push(...(await measure(() => onServer(server))))
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) throw error
  console.log('PostgreSQL does not answer: set BENCH_DATABASE_URL to measure it too.')
}
console.log(`noise of the machine: ${measureNoise()} after`)
printTable(rows)
