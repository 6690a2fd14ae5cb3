import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{base,engines,rooms,flows,testing,tools}/**/*.test.ts',
      'apps/{server,simulator,cli}/**/*.test.ts',
      'apps/web/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
    globalSetup: ['testing/postgres.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // How long is too long depends on the machine: only what hangs is cut off.
    testTimeout: 120_000,
    hookTimeout: 600_000,
  },
})
