/** Which folder may import which: the table "Folders" of the architecture, as rules. */
const product = ['bot', 'handlers', 'jobs', 'domain', 'plans', 'reports', 'prisma', 'storage', 'locales', 'web']
const may = {
  bot: ['handlers', 'domain', 'locales'],
  handlers: ['domain', 'locales'],
  jobs: ['domain', 'locales', 'reports'],
  domain: [],
  plans: ['domain'],
  reports: ['domain', 'locales'],
  prisma: ['domain'],
  storage: ['domain'],
  locales: [],
  web: ['handlers', 'domain', 'locales', 'reports'],
}

const folderRules = product.map((folder) => ({
  name: `${folder}-imports-only-${may[folder].join('-') || 'itself'}`,
  severity: 'error',
  comment: 'See "Folders" in README.md',
  from: { path: `^${folder}/` },
  to: {
    path: `^(${[...product, 'test', 'demo', 'bench', 'gates'].join('|')})/|^(main|cli|config)\\.ts$`,
    pathNot: `^(${[folder, ...may[folder]].join('|')})/`,
  },
}))

/** A package that only one place knows. */
const only = (name, pattern, places) => ({
  name: `only-there-${name}`,
  severity: 'error',
  from: { pathNot: `^(${places.join('|')}|test/|bench/|demo/)` },
  to: { path: `node_modules/${pattern}` },
})

module.exports = {
  forbidden: [
    ...folderRules,
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { pathNot: '^(test|bench|demo|training|node_modules)/' },
      to: { path: '^(test|bench|demo|training)/' },
    },
    {
      name: 'domain-knows-only-zod-and-dayjs',
      severity: 'error',
      from: { path: '^domain/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|dayjs)/' },
    },
    {
      name: 'domain-does-no-io',
      severity: 'error',
      from: { path: '^domain/' },
      to: { dependencyTypes: ['core'] },
    },
    only('grammy', 'grammy/', ['bot/telegram/']),
    only('axios', 'axios/', ['bot/zalo/']),
    only('node-cron', 'node-cron/', ['jobs/clock\\.ts']),
    only('pg-boss', 'pg-boss/', ['jobs/queue\\.ts']),
    only('prisma', '(@prisma|pglite-prisma-adapter)/', ['prisma/', 'prisma\\.config\\.ts']),
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/generated|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
