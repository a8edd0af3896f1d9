import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    // Tests of one package see the sources of the others, never a stale build.
    alias: {
      '@arus/durianpay': source('packages/durianpay/src/index.ts'),
      '@arus/server/testing': source('packages/server/src/testing/index.ts'),
      '@arus/server': source('packages/server/src/index.ts')
    }
  },
  test: {
    include: ['{packages,tools,conformance,bench,examples,consumers}/**/*.test.ts', 'packages/*/src/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['packages/server/src/testing/start-test-database.ts'],
    // Most of the time goes to waiting for processes and databases, so two at once even on one core.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000
  }
})
