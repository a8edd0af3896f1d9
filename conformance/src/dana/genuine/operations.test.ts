import { Dana } from '@arus/dana'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { captureCalls } from '../world/capture-call.js'
import { fixWorld, releaseWorld } from '../world/fixed-world.js'
import { privatePem } from '../world/recorded-keys.js'
import { VALID_REQUESTS } from '../world/valid-requests.js'
import { describeError } from './compare-runtimes.js'
import { GenuineDana } from './genuine-dana-node.js'

const options = {
  partnerId: 'partner-1',
  privateKey: privatePem('merchant'),
  origin: 'https://merchant.example.id',
  debugMode: 'true'
}

beforeEach(() => fixWorld({ env: { X_PARTNER_ID: 'partner-1' } }))
afterEach(releaseWorld)

describe('an operation', () => {
  const OPERATIONS = ['widgetPayment', 'cancelOrder', 'applyOTT', 'balanceInquiry', 'refundOrder', 'accountUnbinding'] as const

  async function callBoth(
    operation: (typeof OPERATIONS)[number],
    override: unknown,
    answer: () => Response
  ): Promise<[unknown, unknown]> {
    const ours = captureCalls(answer)
    const theirs = captureCalls(answer)
    vi.stubGlobal('fetch', theirs.fetch)
    const results: unknown[] = []
    for (const [client, { calls }] of [
      [new Dana({ ...options, fetch: ours.fetch, maxRetries: 0 }), ours],
      [new GenuineDana({ ...options }), theirs]
    ] as const) {
      const api = client.widgetApi as unknown as Record<string, (request: unknown, override: unknown) => Promise<unknown>>
      const result = await api[operation]!(VALID_REQUESTS[operation], override).then(
        (value) => ({ value }),
        (error) => ({ error: describeError(error) })
      )
      results.push({ calls, result })
    }
    return results as [unknown, unknown]
  }

  it('makes the same of any JSON answer', async () => {
    const answers = fc.record({
      status: fc.constantFrom(200, 202, 299, 400, 401, 404, 409, 429, 500, 504),
      statusText: fc.constantFrom('', 'Text')
    })
    const body = fc.dictionary(
      fc.constantFrom('responseCode', 'responseMessage', 'error', 'message', 'webRedirectUrl', 'additionalInfo', 'refundTime'),
      fc.string()
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...OPERATIONS), answers, body, async (operation, init, body) => {
        // dana-node dies of an answer without this list.
        const [ours, theirs] = await callBoth(operation, undefined, () => Response.json({ userResources: [], ...body }, init))
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 200 }
    )
  })

  it('takes the same overrides', async () => {
    const overrides = [
      { headers: { only: 'this' } },
      { body: 'text' },
      async ({
        init,
        context
      }: {
        init: { headers: object; body: object }
        context: { path: string; headers: object; body: object }
      }) => ({
        headers: { ...init.headers, seen: JSON.stringify([context, init]) },
        body: { ...init.body, more: true }
      })
    ]
    for (const override of overrides) {
      const [ours, theirs] = await callBoth('cancelOrder', override, () => Response.json({}))
      expect(ours).toEqual(theirs)
    }
  })
})
