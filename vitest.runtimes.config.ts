import { defineConfig } from 'vitest/config'

// The packed DANA client on every runtime that it is for. Apart from the other tests, as the runtimes are fetched from npm.
export default defineConfig({
  test: {
    include: ['consumers/runtimes.test.ts'],
    testTimeout: 60_000
  }
})
