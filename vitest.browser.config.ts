import { defineConfig } from 'vitest/config'

/** A real server, a real browser: one file at a time, because each starts a whole installation. */
export default defineConfig({
  test: {
    include: ['apps/**/*.browser.test.ts'],
    exclude: ['**/node_modules/**'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
