import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { compileExamples } from '../../../tools/src/examples/compile-examples.js'
import * as durianpay from './index.js'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** What the examples in docstrings take for granted. */
const GIVEN = `
import type { DisbursementDetails, DisbursementItemInput, Durianpay } from '@arus/durianpay'
declare global {
  const client: Durianpay
  const id: string
  const items: DisbursementItemInput[]
  const rawBody: Uint8Array
  const request: import('node:http').IncomingMessage
  const apiKey: string
  const endpointSecret: string
  const keyFromYourSecretStore: string
  function storePayout(payout: { key: string }): Promise<void>
  function askAgainLater(id: string): Promise<void>
  function book(disbursement: DisbursementDetails): Promise<void>
}
`

/** The client's README, and those that show the client or the server in passing. */
const READMES = ['README.md', '../../README.md', '../server/README.md']

it('the examples of the READMEs and of the docstrings compile', async () => {
  const { examples, faults } = await compileExamples({
    packageFolder: path('..'),
    readmes: READMES,
    entries: {
      '@arus/durianpay': path('index.ts'),
      '@arus/server': path('../../server/dist/index.d.ts'),
      '@arus/dana': path('../../dana/src/index.ts'),
      '@arus/snap-bi': path('../../snap-bi/src/index.ts'),
      '@arus/calls': path('../../calls/src/index.ts')
    },
    inReach: { '@arus/durianpay': durianpay },
    given: GIVEN
  })
  expect(examples.filter(({ from }) => from === 'README.md').length).toBeGreaterThan(4)
  for (const readme of READMES) expect(examples.map(({ from }) => from)).toContain(readme)
  expect(examples.length).toBeGreaterThan(15)
  expect(faults).toBe('')
})
