import { createHash, createVerify } from 'node:crypto'
import type { Reaction, SeenRequest } from '@arus/calls/testing'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { RequiredError } from '../errors/required-error.js'
import { ValidationError } from '../errors/validation-error.js'
import { failureOf } from '../testing/failure-of.js'
import { APPLY_OTT, CANCEL, PROFILE, QUERY, REFUND, WIDGET_PAYMENT } from '../testing/sample-requests.js'
import { KEYS, serveDana } from '../testing/serve-dana.js'

const BUSY: Reaction = { status: 500, body: { responseCode: '5005501', responseMessage: 'Internal Server Error' } }
const FOUND: Reaction = { body: { responseCode: '2005500', responseMessage: 'Successful', latestTransactionStatus: '00' } }

/** Tries wait half a second and more; a Retry-After of none and the least jitter leave a few milliseconds. */
async function serveInARow(reactions: Reaction[], options = {}) {
  const served = await serveDana((_request, before) => reactions[before] ?? reactions.at(-1)!, options)
  Object.assign(served.dana.widgetApi['settings' as never], { random: () => 0 })
  return served
}

/** Time stands still but for these steps, which a test takes once the request has got where the test wants it to be. */
function holdTime(): { passMs: (milliseconds: number) => void } {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  // One more for what is put off until whoever heeds the deadline has had its turn.
  return { passMs: (milliseconds) => setImmediate(() => void vi.advanceTimersByTimeAsync(milliseconds + 1)) }
}

function isSignedBy(request: SeenRequest, text: string): boolean {
  return createVerify('sha256').update(text).verify(KEYS.publicKey, String(request.headers['x-signature']), 'base64')
}

describe('a call', () => {
  it('sends the bytes that it signed, and resolves to a plain object without what the protocol does not know', async () => {
    const reply = { responseCode: '2005700', responseMessage: 'Successful', originalPartnerReferenceNo: 'order-1', more: 1 }
    const { dana, requests } = await serveDana(() => ({ body: reply }))
    const found = await dana.widgetApi.cancelOrder({ ...CANCEL, reason: 'Kopi “Tubruk” é' })
    const [request] = requests
    const hash = createHash('sha256').update(request!.body).digest('hex')
    expect(isSignedBy(request!, `POST:/v1.0/debit/cancel.htm:${hash}:${request!.headers['x-timestamp']}`)).toBe(true)
    const { more, ...known } = reply
    expect(found).toStrictEqual(known)
  })

  it('tells Jakarta time, by the clock that it is given', async () => {
    const { dana, requests } = await serveDana(() => FOUND, { clock: () => Date.parse('2026-01-15T20:04:05Z') })
    await dana.widgetApi.queryPayment(QUERY)
    expect(requests[0]!.headers['x-timestamp']).toBe('2026-01-16T03:04:05+07:00')
  })

  it('names the user in headers and body, and a longitude of three digits passes', async () => {
    const { dana, requests } = await serveDana(() => ({ body: { responseCode: '2004900', userResources: [] } }))
    await dana.widgetApi.applyOTT(APPLY_OTT)
    expect(requests[0]!.headers).toMatchObject({
      'authorization-customer': 'Bearer token-of-the-user',
      'x-device-id': 'web-1',
      'x-longitude': '106.8456'
    })
    expect(JSON.parse(requests[0]!.body)).toEqual(APPLY_OTT)
  })

  it('of the Open API signs what stands in the envelope, with the token in the head and nowhere else', async () => {
    const { dana, requests } = await serveDana(() => ({ body: { response: { body: {} } } }), { clientSecret: 'sesame' })
    await dana.widgetApi.queryUserProfile(PROFILE)
    const { request, signature } = JSON.parse(requests[0]!.body)
    expect(createVerify('sha256').update(JSON.stringify(request)).verify(KEYS.publicKey, signature, 'base64')).toBe(true)
    expect(Object.keys(request.head).slice(0, 4)).toEqual(['version', 'function', 'clientId', 'clientSecret'])
    expect(request.head).toMatchObject({ accessToken: 'token-of-the-user', reserve: '{}' })
    expect(request.body).toEqual({ userResources: ['BALANCE'] })
  })

  it('puts the headers of the call over the signed ones', async () => {
    const { dana, requests } = await serveDana(() => FOUND)
    await dana.widgetApi.queryPayment(QUERY, undefined, { headers: { 'channel-id': '95221', 'X-TRACE': 't' } })
    expect(requests[0]!.headers).toMatchObject({ 'channel-id': '95221', 'x-trace': 't' })
  })
})

describe('what is wrong with a request', () => {
  it('is said before anything is sent: limits by bare names, what is missing by its path', async () => {
    const { dana, requests } = await serveDana(() => FOUND)
    const request = { ...APPLY_OTT, additionalInfo: { deviceId: 'x'.repeat(401), latitude: '106.1', accessToken: null } }
    const error = await dana.widgetApi.applyOTT(request as never).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ValidationError)
    expect(error).toMatchObject({ outcome: 'not_sent', kind: 'invalid_request' })
    expect((error as ValidationError).validationErrorContexts).toEqual([
      { field: 'deviceId', message: 'must be at most 400 characters long' },
      { field: 'latitude', message: 'must match required pattern' },
      { field: 'additionalInfo.accessToken', message: 'is mandatory' }
    ])
    expect(requests).toEqual([])
  })

  it('is not looked for with checkRequired off, and then an empty request is sent as dana-node sends it', async () => {
    const { dana, requests } = await serveDana(() => FOUND, { checkRequired: false })
    await dana.widgetApi.widgetPayment({} as never)
    await dana.widgetApi.balanceInquiry({} as never)
    expect(requests.map(({ body }) => body)).toEqual(['{}', '{}'])
    expect(requests[1]!.headers).not.toHaveProperty('authorization-customer')
  })

  it('is a named error when the request itself is missing', async () => {
    const { dana } = await serveDana(() => FOUND)
    const error = await dana.widgetApi.cancelOrder(undefined as never).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(RequiredError)
    expect(error).toMatchObject({ field: 'cancelOrderRequest', outcome: 'not_sent' })
  })
})

describe('validUpTo', () => {
  const tooFar = { ...WIDGET_PAYMENT, validUpTo: '2026-01-15T11:00:00+07:00' }
  const clock = () => Date.parse('2026-01-15T10:00:00+07:00')

  it('may be at most 30 minutes ahead in the sandbox', async () => {
    const { dana } = await serveDana(() => FOUND, { clock })
    await expect(dana.widgetApi.widgetPayment(tooFar)).rejects.toThrow('more than 30 minutes in the future')
  })

  it('may be later when the environment says production, in any letter case', async () => {
    process.env.DANA_ENV = 'Production'
    try {
      const { dana, requests } = await serveDana(() => FOUND, { clock, env: 'sandbox' })
      await dana.widgetApi.widgetPayment(tooFar)
      expect(requests).toHaveLength(1)
    } finally {
      delete process.env.DANA_ENV
    }
  })
})

describe('a failed try', () => {
  it('of a query is repeated twice, each with a signature, time and id of its own', async () => {
    const { dana, requests } = await serveInARow([BUSY, BUSY, FOUND])
    expect(await dana.widgetApi.queryPayment(QUERY)).toMatchObject({ latestTransactionStatus: '00' })
    expect(requests).toHaveLength(3)
    expect(new Set(requests.map(({ headers }) => headers['x-external-id'])).size).toBe(3)
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1)
  })

  it('ends the call when no tries are left, and the error counts them', async () => {
    const { dana, requests } = await serveInARow([BUSY], { maxRetries: 1 })
    const error = await failureOf(dana.widgetApi.queryPayment(QUERY))
    expect(error).toMatchObject({ name: 'ResponseError', status: 500, attempts: 2, responseCode: '5005501' })
    expect(error.externalId).toBe(requests[1]!.headers['x-external-id'])
  })

  it.each([
    ['widgetPayment', WIDGET_PAYMENT],
    ['refundOrder', REFUND]
  ] as const)('of %s is repeated when the call asks for it, and only then', async (operation, request) => {
    const { dana, requests } = await serveInARow([{ status: 503, rawBody: 'busy' }, { body: { responseCode: '2005400' } }])
    await failureOf(dana.widgetApi[operation](request as never))
    expect(requests).toHaveLength(1)
    const again = await serveInARow([{ status: 503, rawBody: 'busy' }, { body: { responseCode: '2005400' } }])
    await again.dana.widgetApi[operation](request as never, undefined, { maxRetries: 1 })
    expect(again.requests.map(({ body }) => body)).toEqual([requests[0]!.body, requests[0]!.body])
  })

  it.each(['applyToken', 'applyOTT', 'accountUnbinding', 'cancelOrder'] as const)(
    'of %s is never repeated',
    async (operation) => {
      const { dana, requests } = await serveInARow([BUSY], { checkRequired: false, maxRetries: 5 })
      await failureOf(dana.widgetApi[operation]({} as never))
      expect(requests).toHaveLength(1)
      const asked = dana.widgetApi[operation]({} as never, undefined, { maxRetries: 1 } as never)
      await expect(asked).rejects.toThrow(`maxRetries can't be given for ${operation}`)
      expect(requests).toHaveLength(1)
    }
  )

  it.each([
    ['5005400', 1],
    ['5005401', 2],
    ['4295400', 2],
    ['5045400', 2],
    ['4045418', 1],
    ['4015400', 1]
  ])('with code %s is tried %i times', async (responseCode, tries) => {
    const reaction = { status: Number(responseCode.slice(0, 3)), body: { responseCode } }
    const { dana, requests } = await serveInARow([reaction])
    await failureOf(dana.widgetApi.widgetPayment(WIDGET_PAYMENT, undefined, { maxRetries: 1 }))
    expect(requests).toHaveLength(tries)
  })

  it('waits as long as Retry-After says, and gives up at once when that is past the deadline', async () => {
    const { dana, requests } = await serveInARow([
      { ...BUSY, headers: { 'retry-after': '1' } },
      { ...BUSY, headers: { 'retry-after': '60' } }
    ])
    const waits: number[] = []
    Object.assign(dana.widgetApi['settings' as never], {
      hooks: { retry: (_name: unknown, _failure: unknown, delayMs: number) => waits.push(delayMs) }
    })
    const error = await failureOf(dana.widgetApi.queryPayment(QUERY, undefined, { timeoutMs: 20_000 }))
    expect(requests).toHaveLength(2)
    expect(waits).toEqual([1000])
    expect(error).toMatchObject({ retryAfterMs: 60_000, attempts: 2 })
  })

  it('without a connection is repeated too, and nothing was sent', async () => {
    const { dana, stop } = await serveInARow([FOUND])
    await stop()
    const error = await failureOf(dana.widgetApi.queryPayment(QUERY))
    expect(error).toMatchObject({ name: 'FetchError', kind: 'network', outcome: 'not_sent', attempts: 3 })
  })

  it('leaves its doubt to the refusal that follows', async () => {
    const refusal = { status: 404, body: { responseCode: '4045800', responseMessage: 'Invalid Transaction Status' } }
    const { dana } = await serveInARow(['drop the connection', refusal])
    const error = await failureOf(dana.widgetApi.refundOrder(REFUND, undefined, { maxRetries: 1 }))
    expect(error).toMatchObject({ responseCode: '4045800', kind: 'refused', outcome: 'unknown' })
    const { dana: other } = await serveInARow([refusal])
    expect(await failureOf(other.widgetApi.refundOrder(REFUND))).toMatchObject({ outcome: 'refused' })
  })
})

describe('no answer', () => {
  it('within the deadline is a timeout, and DANA may have acted', async () => {
    const { passMs } = holdTime()
    const { dana } = await serveDana(() => {
      passMs(50)
      return 'never answer'
    })
    const error = await failureOf(dana.widgetApi.widgetPayment(WIDGET_PAYMENT, undefined, { timeoutMs: 50 }))
    expect(error).toMatchObject({ name: 'FetchError', kind: 'timeout', outcome: 'unknown', attempts: 1 })
    expect(error.message).toBe('widgetPayment got no answer within 50 ms')
  })

  it('because the connection broke, in the body too, leaves it unknown', async () => {
    for (const reaction of ['drop the connection', 'break off in the body'] as const) {
      const { dana } = await serveDana(() => reaction)
      const error = await failureOf(dana.widgetApi.refundOrder(REFUND))
      expect(error).toMatchObject({ name: 'FetchError', kind: 'network', outcome: 'unknown' })
    }
  })

  it("because the caller's signal ended the call says so, by either way of giving one", async () => {
    let controller: AbortController
    const { dana } = await serveDana(() => {
      controller.abort(new Error('the user left'))
      return 'never answer'
    })
    for (const call of [
      (signal: AbortSignal) => dana.widgetApi.cancelOrder(CANCEL, undefined, { signal }),
      (signal: AbortSignal) => dana.widgetApi.cancelOrder(CANCEL, { signal })
    ]) {
      controller = new AbortController()
      expect(await failureOf(call(controller.signal))).toMatchObject({
        kind: 'aborted',
        outcome: 'unknown',
        cause: { message: 'the user left' }
      })
      expect(await failureOf(call(controller.signal))).toMatchObject({ kind: 'aborted', outcome: 'not_sent' })
    }
  })
})

describe('what a middleware or a fetch of somebody else does', () => {
  const unreachable = () =>
    Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { syscall: 'connect' }) }))
  const reset = () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { syscall: 'read' }) }))

  it.each([
    ['was answered', () => Promise.resolve(Response.json({}, { status: 500 }))],
    ['may have arrived', reset]
  ])('is not "not sent" when a first request %s and only the second found no connection', async (_what, first) => {
    let count = 0
    const { dana } = await serveDana(() => FOUND, { fetch: () => (count++ === 0 ? first() : unreachable()) })
    const api = dana.widgetApi.withMiddleware({
      post: ({ fetch, url, init }) => fetch(url, init),
      onError: async ({ fetch, url, init }) => (count < 2 ? fetch(url, init) : undefined)
    })
    expect(await failureOf(api.cancelOrder(CANCEL))).toMatchObject({ kind: 'network', outcome: 'unknown' })
    expect(count).toBe(2)
  })

  it('holds no call longer than its deadline, nor past the caller’s signal', async () => {
    const { passMs } = holdTime()
    let whenItHangs: () => void
    const hangs = () => {
      whenItHangs()
      return new Promise<never>(() => {})
    }
    const answersHalf = async () => ({ status: 200, text: hangs }) as unknown as Response
    for (const fetch of [hangs, answersHalf]) {
      const { dana } = await serveDana(() => FOUND, { fetch })
      whenItHangs = () => passMs(20)
      const late = failureOf(dana.widgetApi.cancelOrder(CANCEL, undefined, { timeoutMs: 20 }))
      expect(await late).toMatchObject({ kind: 'timeout', outcome: 'unknown' })
      // As AbortSignal.timeout() does it.
      const controller = new AbortController()
      whenItHangs = () => {
        setImmediate(() => controller.abort(new DOMException('too late', 'TimeoutError')))
        passMs(0)
      }
      const ended = failureOf(dana.widgetApi.cancelOrder(CANCEL, undefined, { signal: controller.signal }))
      expect(await ended).toMatchObject({ kind: 'aborted', outcome: 'unknown', cause: { name: 'TimeoutError' } })
    }
  })

  it('may still answer for a request that the deadline ended', async () => {
    const { passMs } = holdTime()
    const { dana } = await serveDana(() => {
      passMs(20)
      return 'never answer'
    })
    const api = dana.widgetApi.withMiddleware({ onError: async () => Response.json({ responseCode: '2025700' }) })
    expect(await api.cancelOrder(CANCEL, undefined, { timeoutMs: 20 })).toEqual({ responseCode: '2025700' })
  })
})

describe('a redirect', () => {
  it('is not followed: it would send the request, and the user’s token, once more to somewhere else', async () => {
    const { dana, requests } = await serveDana(() => ({ status: 307, headers: { location: '/elsewhere' } }))
    const error = await failureOf(dana.widgetApi.applyOTT(APPLY_OTT))
    expect(error).toMatchObject({ name: 'ResponseError', status: 307, kind: 'unreadable', outcome: 'unknown' })
    expect(requests).toHaveLength(1)
  })

  it('is followed when the call says so', async () => {
    const { dana, requests } = await serveDana(({ path }) =>
      path === '/elsewhere' ? FOUND : { status: 307, headers: { location: '/elsewhere' } }
    )
    await dana.widgetApi.queryPayment(QUERY, { redirect: 'follow' })
    expect(requests).toHaveLength(2)
  })
})

describe('an override', () => {
  it('sees the body as an object and the headers as a record, and what it replaces is sent as given', async () => {
    const { dana, requests } = await serveDana(() => FOUND)
    let seen: unknown
    await dana.widgetApi.cancelOrder(CANCEL, async ({ init, context }) => {
      seen = { body: init.body, headers: Object.getPrototypeOf(init.headers) === Object.prototype, path: context.path }
      return { headers: { 'Content-Type': 'application/json', 'X-MINE': '1' }, body: { mine: true } as never }
    })
    expect(seen).toEqual({ body: CANCEL, headers: true, path: '/v1.0/debit/cancel.htm' })
    expect(requests[0]!.body).toBe('{"mine":true}')
    expect(requests[0]!.headers).not.toHaveProperty('x-signature')
  })

  it('that never ends is held to the deadline, and nothing was sent', async () => {
    const { dana, requests } = await serveDana(() => FOUND)
    const { passMs } = holdTime()
    const hanging = () => {
      passMs(50)
      return new Promise<RequestInit>(() => {})
    }
    const error = await failureOf(dana.widgetApi.cancelOrder(CANCEL, hanging, { timeoutMs: 50 }))
    expect(error).toMatchObject({ kind: 'timeout', outcome: 'not_sent' })
    expect(requests).toEqual([])
  })

  it('that changes the body in place is heeded', async () => {
    const { dana, requests } = await serveDana(() => FOUND)
    await dana.widgetApi.cancelOrder(CANCEL, async ({ init }) => {
      init.body.reason = 'changed'
      return {}
    })
    expect(JSON.parse(requests[0]!.body)).toEqual({ ...CANCEL, reason: 'changed' })
  })
})
