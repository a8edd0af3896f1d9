import { generateKeyPairSync, sign } from 'node:crypto'
import { Dana } from '@arus/dana'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CapturedCall, captureCalls } from '../world/capture-call.js'
import { fixWorld, releaseWorld } from '../world/fixed-world.js'
import { anyValue } from './arbitrary-value.js'
import { GenuineDana } from './genuine-dana-node.js'
import { REQUEST_SCHEMAS } from './read-specification.js'

const RUNS = { numRuns: 150 }
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
// The debug header goes by another rule in 1.5.11, unless it is said.
const options = {
  partnerId: '2025010112345678901234',
  privateKey,
  origin: 'https://merchant.example.id',
  clientSecret: 'secret',
  debugMode: 'true'
}

const SAME = [
  'accountUnbinding',
  'applyOTT',
  'balanceInquiry',
  'cancelOrder',
  'queryPayment',
  'refundOrder',
  'widgetPayment'
] as const
type OperationName = (typeof SAME)[number] | 'applyToken' | 'queryUserProfile'

const anyRequest = (operation: OperationName) =>
  anyValue(REQUEST_SCHEMAS[operation]!, { valid: true, keys: 'typescript', nulls: true })

/** Sends a request by both, and tells what each handed to `fetch`. */
async function sendByBoth(
  operation: OperationName,
  request: unknown,
  env: string
): Promise<{ ours: CapturedCall; genuine: CapturedCall }> {
  const answer = () => Response.json({ responseCode: '2000000', userResources: [] })
  const ours = captureCalls(answer)
  const genuine = captureCalls(answer)
  vi.stubGlobal('fetch', genuine.fetch)
  const { widgetApi } = new Dana({ ...options, env, fetch: ours.fetch })
  const call: (request: never) => Promise<unknown> = widgetApi[operation]
  await call.call(widgetApi, request as never)
  await new GenuineDana({ ...options, env }).widgetApi[operation]!(request)
  expect([ours.calls.length, genuine.calls.length]).toEqual([1, 1])
  return { ours: ours.calls[0]!, genuine: genuine.calls[0]! }
}

beforeAll(() => fixWorld())
afterAll(releaseWorld)

describe('any valid request, sent by dana-node 1.5.11 and by Arus', () => {
  it('is made in Jakarta time, at one moment, with the same ids', () => {
    expect(new Date().getTimezoneOffset()).toBe(-420)
  })

  it.each(SAME)('%s: the same method, URL, headers in their order, bytes and signature', async (operation) => {
    const env = fc.constantFrom('sandbox', 'production')
    await fc.assert(
      fc.asyncProperty(anyRequest(operation), env, async (request, env) => {
        const { ours, genuine } = await sendByBoth(operation, request, env)
        expect(ours).toEqual(withoutDebugHeader(genuine, env))
      }),
      RUNS
    )
  })

  it('applyToken: the same, save for X-PARTNER-ID, which 2.1.10 adds', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest('applyToken'), async (request) => {
        const { ours, genuine } = await sendByBoth('applyToken', request, 'sandbox')
        expect(ours.headers.map(([name]) => name)).toEqual([
          'Content-Type',
          'X-TIMESTAMP',
          'X-CLIENT-KEY',
          'X-PARTNER-ID',
          'X-SIGNATURE'
        ])
        const headers = ours.headers.filter(([name]) => name !== 'X-PARTNER-ID')
        expect({ ...ours, headers }).toEqual(genuine)
        expect(ours.headers).toContainEqual(['X-PARTNER-ID', options.partnerId])
      }),
      RUNS
    )
  })

  it('queryUserProfile: the same, save that reserve is a text and the access token stands in the head', async () => {
    await fc.assert(
      fc.asyncProperty(anyProfileRequest(), async (request) => {
        const { ours, genuine } = await sendByBoth('queryUserProfile', request, 'sandbox')
        expect(ours).toEqual({ ...genuine, body: asIn2110(genuine.body) })
      }),
      RUNS
    )
  })
})

/** 1.5.11 sends the debug header to production as well, when it is asked for. */
function withoutDebugHeader(call: CapturedCall, env: string): CapturedCall {
  if (env === 'sandbox') return call
  return { ...call, headers: call.headers.filter(([name]) => name !== 'X-Debug-Mode') }
}

/** 1.5.11 sends whatever the object holds, which 2.1.10 does not: so here it holds what it may. */
function anyProfileRequest(): fc.Arbitrary<unknown> {
  const request = anyRequest('queryUserProfile') as fc.Arbitrary<Record<string, unknown>>
  return request.map(({ unknownField: _, ...known }) => known)
}

function asIn2110(body: string): string {
  const { request } = JSON.parse(body)
  const { accessToken, ...rest } = request.body
  const changed = { head: { ...request.head, reserve: '{}', accessToken }, body: rest }
  const signature = sign('sha256', Buffer.from(JSON.stringify(changed)), privateKey).toString('base64')
  return JSON.stringify({ request: changed, signature })
}
