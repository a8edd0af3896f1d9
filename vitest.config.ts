import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    // Tests of one package see the sources of the others, never a stale build.
    alias: [
      { find: /^@arus\/(calls|snap-bi|durianpay|server|dana|sandbox)$/, replacement: source('packages/$1/src/index.ts') },
      { find: /^@arus\/server\/operator$/, replacement: source('packages/server/src/operator.ts') },
      { find: /^@arus\/dana\/widget\/v1\/models$/, replacement: source('packages/dana/src/widget/v1/models.ts') },
      { find: /^@arus\/dana\/(widget\/v1|webhook\/v1|runtime|env)$/, replacement: source('packages/dana/src/$1/index.ts') },
      { find: /^@arus\/(calls|server|sandbox)\/testing$/, replacement: source('packages/$1/src/testing/index.ts') }
    ]
  },
  test: {
    include: [
      '{packages,tools,conformance,bench,examples,consumers,chaos,simulation}/**/*.test.ts',
      'packages/*/src/**/*.test.ts'
    ],
    exclude: ['**/node_modules/**', '**/dist/**', 'consumers/runtimes.test.ts'],
    globalSetup: ['packages/server/src/testing/start-test-database.ts'],
    // Most of the time goes to waiting for processes and databases, so two at once even on one core.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000
  }
})
