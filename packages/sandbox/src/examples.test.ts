import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { compileExamples } from '../../../tools/src/examples/compile-examples.js'
import * as sandbox from './index.js'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** What the examples in docstrings take for granted. Those of parts inside use other parts, which the package doesn't export. */
const GIVEN = `
import type { Signer } from '@arus/snap-bi'
import type { User } from 'inside/state/user'
import type { Order } from 'inside/state/order'
declare global {
  const Dana: typeof import('@arus/dana').Dana
  const fastify: typeof import('fastify').fastify
  const randomBytes: typeof import('node:crypto').randomBytes
  const createEngine: typeof import('inside/state/create-engine').createEngine
  const createFaults: typeof import('inside/faults/create-faults').createFaults
  const DEFAULT_SEED: typeof import('inside/seeds/default-seed').DEFAULT_SEED
  const engine: import('inside/state/engine').Engine
  const requestLog: import('inside/request-log/create-request-log').RequestLog
  const settings: import('@arus/sandbox').SandboxSettings
  const signer: Signer
  const sandboxKey: Signer
  const user: User
  const order: Order
  const items: string[]
}
`

it('the examples of the README and of the docstrings compile', async () => {
  const { examples, faults } = await compileExamples({
    packageFolder: path('..'),
    readmes: ['README.md'],
    entries: {
      '@arus/sandbox': path('index.ts'),
      '@arus/dana': path('../../dana/src/index.ts'),
      '@arus/snap-bi': path('../../snap-bi/src/index.ts'),
      '@arus/calls': path('../../calls/src/index.ts'),
      'inside/faults/create-faults': path('faults/create-faults.ts'),
      'inside/request-log/create-request-log': path('request-log/create-request-log.ts'),
      'inside/seeds/default-seed': path('seeds/default-seed.ts'),
      'inside/state/create-engine': path('state/create-engine.ts'),
      'inside/state/engine': path('state/engine.ts'),
      'inside/state/order': path('state/order.ts'),
      'inside/state/user': path('state/user.ts'),
      fastify: path('../../../node_modules/fastify/fastify.d.ts'),
      yaml: path('../../../node_modules/yaml/dist/index.d.ts')
    },
    inReach: { '@arus/sandbox': sandbox },
    given: GIVEN
  })
  expect(examples.filter(({ from }) => from === 'README.md').length).toBeGreaterThan(1)
  expect(examples.length).toBeGreaterThan(10)
  expect(faults).toBe('')
})
