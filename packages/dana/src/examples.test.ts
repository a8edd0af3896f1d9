import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { compileExamples } from '../../../tools/src/examples/compile-examples.js'
import * as dana from './index.js'
import * as webhook from './webhook/v1/index.js'
import * as widget from './widget/v1/index.js'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** What the examples in docstrings take for granted. */
const GIVEN = `
import type { Dana } from '@arus/dana'
import type { FinishNotifyRequest, ReplayStore } from '@arus/dana/webhook/v1'
import type { RefundOrderRequest, WidgetApi } from '@arus/dana/widget/v1'
import type { IncomingMessage, ServerResponse, createServer as create } from 'node:http'
declare global {
  const dana: Dana
  const widgetApi: WidgetApi
  const partnerId: string
  const privateKey: string
  const testPrivateKey: string
  const publicKey: string
  const accessToken: string
  const authCode: string
  const state: string
  const refund: RefundOrderRequest
  const session: { danaState: string }
  const request: Request
  const headers: Record<string, string>
  const rawBody: string
  const res: ServerResponse
  const replayStore: ReplayStore
  const createServer: typeof create
  function book(notification: FinishNotifyRequest): Promise<void>
  function markRefused(code: string | undefined): Promise<void>
  function askAgainLater(): Promise<void>
}
`

it('the examples of the README and of the docstrings compile', async () => {
  const { examples, faults } = await compileExamples({
    packageFolder: path('..'),
    readmes: ['README.md'],
    entries: {
      '@arus/dana': path('index.ts'),
      '@arus/dana/widget/v1': path('widget/v1/index.ts'),
      '@arus/dana/widget/v1/models': path('widget/v1/models.ts'),
      '@arus/dana/webhook/v1': path('webhook/v1/index.ts'),
      '@arus/dana/runtime': path('runtime/index.ts'),
      '@arus/snap-bi': path('../../snap-bi/src/index.ts'),
      '@arus/calls': path('../../calls/src/index.ts')
    },
    inReach: { '@arus/dana': dana, '@arus/dana/widget/v1': widget, '@arus/dana/webhook/v1': webhook },
    given: GIVEN
  })
  expect(examples.filter(({ from }) => from === 'README.md').length).toBeGreaterThan(3)
  expect(examples.length).toBeGreaterThan(25)
  expect(faults).toBe('')
})
