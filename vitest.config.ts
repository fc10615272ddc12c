import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/properties.ts'],
    pool: 'forks',
    // Conversations mostly wait for one another: three at once keep two cores busy.
    maxWorkers: 3,
    // A machine that is shared may take four times as long as when it is quiet; what hangs is seen all the same.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // Real processes, browsers and databases on a machine that others use too: a second look before it is a failure.
    retry: process.env['CI'] === undefined ? 0 : 1,
  },
})
