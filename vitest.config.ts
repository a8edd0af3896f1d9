import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What takes longest, longest first: begun late, one of them would run on when all others are done. */
const LONG_FILES = [
  'simulation/src/simulation.test.ts',
  'conformance/src/upgrade/upgrade.test.ts',
  'packages/cli/src/demo/run-demo.test.ts',
  // Waits as long as DANA's own scripts do, while the others work.
  'packages/sandbox/src/browser/dana-scripts.test.ts',
  'conformance/src/system/system.test.ts',
  'packages/sandbox/src/browser/accessibility.test.ts',
  'conformance/src/dana/genuine/requests.test.ts',
  'packages/server/src/database/embedded-postgres.test.ts',
  'consumers/dana.test.ts',
  'conformance/src/rotation/rotation.test.ts',
  'conformance/src/sandbox/response-codes.test.ts',
  'packages/server/src/workers/any-sequence.test.ts',
  'conformance/src/sandbox/killed-sandbox.test.ts',
  'packages/server/src/database/embedded-postgres/prepare-programs.test.ts',
  'packages/cli/src/commands/pay.test.ts',
  'consumers/durianpay.test.ts'
]

/** A fresh clone has no times of earlier runs, and would begin the largest files first. */
class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = LONG_FILES.findIndex((path) => moduleId.endsWith(path))
      return index === -1 ? LONG_FILES.length : index
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}

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
    // A process takes one file after the other: loading the code anew for each took a third of the time. What a test changes
    // about the process it puts back itself.
    isolate: false,
    // Much of the time goes to waiting for processes and databases, and the first waits for the simulation's programs all the
    // while, so four at once even on two cores.
    maxWorkers: 4,
    sequence: { sequencer: LongFilesFirst },
    // No test takes a twentieth of this: it ends what hangs, also on a machine that is slow or busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } }
  }
})
