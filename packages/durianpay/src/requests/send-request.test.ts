import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { inspect } from 'node:util'
import { type Reaction, type SeenRequest, startTestServer } from '@arus/calls/testing'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  AbortedError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  ForbiddenError,
  InvalidRequestError,
  NotFoundError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnreadableAnswerError
} from '../errors.js'
import { rejectionOf } from '../testing/rejection-of.js'
import type { Call } from './call.js'
import { readOptions } from './read-options.js'
import { sendRequest } from './send-request.js'
import type { Transport } from './transport.js'

const read = (body: unknown) => (body as { data?: string }).data
const KEYED: Call<string> = { method: 'POST', path: '/things', body: { n: 1 }, requestKey: 'key-1', read }
const KEYLESS: Call<string> = { method: 'POST', path: '/things', body: { n: 1 }, read }
const GET: Call<string> = { method: 'GET', path: '/things/1', read }
const DELETE: Call<string> = { method: 'DELETE', path: '/things/1', read }
const OK: Reaction = { body: { data: 'done' } }

/** A server, and a transport to it whose back-off is always the shortest. */
async function serve(react: (request: SeenRequest, before: number) => Reaction | Promise<Reaction>) {
  const server = await startTestServer(react)
  onTestFinished(server.stop)
  const options = { apiKey: 'dp_test_s3cret', baseUrl: server.baseUrl, timeoutMs: 10_000, maxRetries: 3 }
  const transport: Transport = { ...readOptions(options), random: () => 0 }
  return { ...server, transport }
}

/** Reacts with the first of these, then the second, then always with the last. */
const inTurn =
  (...reactions: Reaction[]) =>
  (_request: SeenRequest, before: number): Reaction =>
    reactions[Math.min(before, reactions.length - 1)]!

describe('a request', () => {
  it('carries the key as user name, who sends it, what it is and the request key', async () => {
    const { transport, requests } = await serve(() => OK)
    expect(await sendRequest(transport, { ...KEYED, query: { a: true, b: undefined, c: 'x y' } })).toBe('done')
    const { headers, method, path, query, body } = requests[0]!
    expect({ method, path, query: query.toString(), body }).toEqual({
      method: 'POST',
      path: '/v1/things',
      query: 'a=true&c=x+y',
      body: '{"n":1}'
    })
    expect(headers.authorization).toBe(`Basic ${Buffer.from('dp_test_s3cret:').toString('base64')}`)
    expect(headers['content-type']).toBe('application/json')
    expect(headers['x-idempotency-key']).toBe('key-1')
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(headers['user-agent']).toBe(`arus-durianpay/${version}`)
  })

  it('has no body and no content type where the call has none', async () => {
    const { transport, requests } = await serve(() => OK)
    await sendRequest(transport, { method: 'POST', path: '/things/1/resend', read })
    expect(requests[0]!.body).toBe('')
    expect(requests[0]!.headers).not.toHaveProperty('content-type')
    expect(requests[0]!.headers).not.toHaveProperty('x-idempotency-key')
  })

  it('is refused by name when its body is not JSON', async () => {
    const { transport, requests } = await serve(() => OK)
    const error = await rejectionOf(sendRequest(transport, { ...KEYED, body: { amount: 1n } }))
    expect(error).toMatchObject({ kind: 'invalid_argument', argument: 'body', outcome: 'not_sent' })
    expect(requests).toHaveLength(0)
  })
})

describe('repeating', () => {
  it('sends the same bytes and the same key again after broken connections and 5xx', async () => {
    const { transport, requests } = await serve(inTurn('drop the connection', { status: 500 }, 'break off in the body', OK))
    expect(await sendRequest(transport, KEYED)).toBe('done')
    expect(requests).toHaveLength(4)
    for (const { headers, body } of requests) {
      expect(body).toBe('{"n":1}')
      expect(headers['x-idempotency-key']).toBe('key-1')
    }
  })

  it('repeats a GET and a DELETE, which carry no key', async () => {
    for (const call of [GET, DELETE]) {
      const { transport, requests } = await serve(inTurn('drop the connection', { status: 503 }, OK))
      expect(await sendRequest(transport, call)).toBe('done')
      expect(requests).toHaveLength(3)
    }
  })

  it('sends a POST without a key once, and says that its outcome is unknown', async () => {
    for (const reaction of ['drop the connection', { status: 502, rawBody: '<html>' }, { status: 408 }] as const) {
      const { transport, requests } = await serve(() => reaction)
      expect((await rejectionOf(sendRequest(transport, KEYLESS))).outcome).toBe('unknown')
      expect(requests).toHaveLength(1)
    }
  })

  it('repeats a POST that only reads', async () => {
    const { transport, requests } = await serve(inTurn({ status: 500 }, OK))
    expect(await sendRequest(transport, { ...KEYLESS, isRead: true })).toBe('done')
    expect(requests).toHaveLength(2)
  })

  it('repeats even a POST without a key when the server turned it away unseen', async () => {
    const busy = { status: 503, body: { error_code: 'SERVER_BUSY' }, headers: { 'retry-after': '0' } }
    const { transport, requests } = await serve(inTurn({ status: 429 }, busy, OK))
    expect(await sendRequest(transport, KEYLESS)).toBe('done')
    expect(requests).toHaveLength(3)
  })

  it('waits as long as the server asks before it fetches the answer of a request that is still at work', async () => {
    const busy = { status: 409, body: { error_code: 'REQUEST_ALREADY_SUBMITTED' }, headers: { 'retry-after': '1' } }
    const times: number[] = []
    const { transport } = await serve((_request, before) => {
      times.push(performance.now())
      return before === 0 ? busy : OK
    })
    expect(await sendRequest(transport, KEYED)).toBe('done')
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(990)
  })

  it('ends after maxRetries, with the last failure and the number of tries', async () => {
    const { transport, requests } = await serve(() => ({ status: 500, body: { error: 'error submitting disbursement' } }))
    const error = await rejectionOf(sendRequest(transport, KEYED, { maxRetries: 2 }))
    expect(error).toBeInstanceOf(ServerError)
    expect(error).toMatchObject({ attempts: 3, outcome: 'unknown', requestKey: 'key-1', status: 500 })
    expect(requests).toHaveLength(3)
    await rejectionOf(sendRequest(transport, KEYED, { maxRetries: 0 }))
    expect(requests).toHaveLength(4)
  })

  it('does not follow a redirect, which would carry the key elsewhere', async () => {
    const elsewhere = await serve(() => OK)
    const { transport } = await serve(() => ({ status: 307, headers: { location: elsewhere.baseUrl } }))
    expect(await rejectionOf(sendRequest(transport, KEYED))).toMatchObject({
      kind: 'unreadable_answer',
      outcome: 'unknown',
      status: 307
    })
    expect(elsewhere.requests).toHaveLength(0)
  })
})

describe('the deadline', () => {
  it('is one over all tries', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    onTestFinished(() => void vi.useRealTimers())
    // Each try takes a minute: neither of them as long as the deadline.
    const { transport, requests } = await serve((_request, before) => {
      vi.advanceTimersByTime(60_000)
      return before === 0 ? { status: 500 } : 'never answer'
    })
    const ended = rejectionOf(sendRequest(transport, KEYED, { timeoutMs: 100_000 }))
    // The pause between the two is over when a turn is.
    for (; requests.length < 2; vi.advanceTimersByTime(1)) await nextTurn()
    const error = await ended
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ outcome: 'unknown', attempts: 2 })
    expect(requests).toHaveLength(2)
  })

  it('also ends the reading of a body that never ends', async () => {
    const server = createServer((socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"data":'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const baseUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`
    const error = await rejectionOf(sendRequest(readOptions({ apiKey: 'dp_test_x', baseUrl }), GET, { timeoutMs: 200 }))
    expect(error).toBeInstanceOf(TimeoutError)
  })

  it('gives the last failure at once when the server asks to wait longer than is left', async () => {
    const { transport, requests } = await serve(() => ({ status: 429, headers: { 'retry-after': '3600' } }))
    const error = await rejectionOf(sendRequest(transport, KEYED))
    expect(error).toBeInstanceOf(RateLimitError)
    expect(error).toMatchObject({ outcome: 'refused', retryAfterMs: 3_600_000, attempts: 1 })
    expect(requests).toHaveLength(1)
  })

  it("leaves no listener on the caller's signal", async () => {
    const { transport } = await serve(inTurn({ status: 500 }, OK))
    const { signal } = new AbortController()
    const listeners = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    await sendRequest(transport, KEYED, { signal })
    expect(listeners).toHaveBeenCalledOnce()
    expect(removed.mock.calls[0]!.slice(0, 2)).toEqual(listeners.mock.calls[0]!.slice(0, 2))
  })
})

describe("the caller's signal", () => {
  it('sends nothing when it has ended already', async () => {
    const { transport, requests } = await serve(() => OK)
    const error = await rejectionOf(sendRequest(transport, KEYED, { signal: AbortSignal.abort('no more') }))
    expect(error).toBeInstanceOf(AbortedError)
    expect(error).toMatchObject({ outcome: 'not_sent', attempts: 0, cause: 'no more' })
    expect(requests).toHaveLength(0)
  })

  it('ends a try that is under way, whose outcome is then unknown', async () => {
    const controller = new AbortController()
    const { transport } = await serve(() => {
      controller.abort()
      return 'never answer'
    })
    const error = await rejectionOf(sendRequest(transport, KEYED, { signal: controller.signal }))
    expect(error).toMatchObject({ kind: 'aborted', outcome: 'unknown', attempts: 1 })
  })

  it('ends the wait between two tries, and keeps what the tries before have left', async () => {
    const controller = new AbortController()
    const { transport, requests } = await serve(() => ({ status: 429, headers: { 'retry-after': '5' } }))
    // Asked for when the answer is read and the wait is about to begin.
    const random = () => {
      setImmediate(() => controller.abort())
      return 0
    }
    const error = await rejectionOf(sendRequest({ ...transport, random }, KEYED, { signal: controller.signal }))
    expect(error).toMatchObject({ kind: 'aborted', outcome: 'refused', attempts: 1 })
    expect(requests).toHaveLength(1)
  })
})

describe('what a failure says', () => {
  it('gives each status its class', async () => {
    const classes = {
      400: InvalidRequestError,
      401: AuthenticationError,
      403: ForbiddenError,
      404: NotFoundError,
      409: ConflictError,
      413: InvalidRequestError,
      418: InvalidRequestError,
      422: InvalidRequestError,
      429: RateLimitError,
      500: ServerError,
      504: ServerError,
      408: ServerError
    }
    const { transport } = await serve(({ body }) => ({ status: JSON.parse(body).status }))
    for (const [status, expected] of Object.entries(classes)) {
      const error = await rejectionOf(sendRequest(transport, { ...KEYED, body: { status: Number(status) } }, { maxRetries: 0 }))
      expect(error).toBeInstanceOf(expected)
      expect(error).toMatchObject({ status: Number(status) })
    }
  })

  it('keeps the code, the request id, the faulty fields and the body as it came', async () => {
    const body = {
      error: 'required fields missing',
      error_code: 'DPAY_INVALID_REQUEST',
      message: 'required fields missing',
      request_id: 'dp_Rt5nW2xYzQ8061',
      errors: [{ field: 'items[3].amount', message: 'must be a positive amount' }]
    }
    const { transport } = await serve(() => ({ status: 400, body }))
    const error = await rejectionOf(sendRequest(transport, KEYED))
    expect(error).toMatchObject({
      outcome: 'refused',
      status: 400,
      errorCode: 'DPAY_INVALID_REQUEST',
      requestId: 'dp_Rt5nW2xYzQ8061',
      fieldErrors: [{ field: 'items[3].amount', message: 'must be a positive amount' }],
      rawBody: JSON.stringify(body),
      message: 'POST /things: required fields missing (DPAY_INVALID_REQUEST)'
    })
  })

  it('does without any of them', async () => {
    for (const rawBody of ['', '<html>Bad gateway</html>', 'null', '[]', '{"errors":7,"error":{}}', '{"errors":[null,{}]}']) {
      const { transport } = await serve(() => ({ status: 403, rawBody }))
      const error = await rejectionOf(sendRequest(transport, KEYED))
      expect(error).toMatchObject({
        status: 403,
        errorCode: undefined,
        requestId: undefined,
        rawBody,
        message: 'POST /things: HTTP 403'
      })
    }
  })

  it('is unknown for a success that cannot be read, and is not repeated', async () => {
    for (const rawBody of ['', '<html>', '{}', '{"data":', 'null']) {
      const { transport, requests } = await serve(() => ({ rawBody }))
      const error = await rejectionOf(
        sendRequest(transport, { ...KEYED, read: (body) => (body as { data?: string } | undefined)?.data })
      )
      expect(error).toBeInstanceOf(UnreadableAnswerError)
      expect(error).toMatchObject({ outcome: 'unknown', status: 200, rawBody })
      expect(requests).toHaveLength(1)
    }
  })

  it('is not_sent when nobody listens, however often it was tried', async () => {
    const { transport, stop } = await serve(() => OK)
    await stop()
    const error = await rejectionOf(sendRequest(transport, KEYLESS))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ outcome: 'not_sent', attempts: 4 })
  })

  it('stays unknown when a refusal follows a try without an answer', async () => {
    const { transport } = await serve(
      inTurn('drop the connection', { status: 403, body: { error_code: 'INSUFFICIENT_BALANCE' } })
    )
    expect(await rejectionOf(sendRequest(transport, KEYED))).toMatchObject({ kind: 'forbidden', outcome: 'unknown', attempts: 2 })
  })

  it('stays unknown for a DELETE that finds nothing after a try without an answer', async () => {
    const { transport } = await serve(inTurn('drop the connection', { status: 404 }))
    expect(await rejectionOf(sendRequest(transport, DELETE))).toMatchObject({ kind: 'not_found', outcome: 'unknown' })
  })

  it('says of a conflict whether a request with this key may be at work', async () => {
    const outcomeOf = async (body: unknown) => {
      const { transport } = await serve(() => ({ status: 409, body }))
      return (await rejectionOf(sendRequest(transport, KEYED))).outcome
    }
    expect(await outcomeOf({ error_code: 'IDEMPOTENCY_KEY_REUSED' })).toBe('refused')
    expect(await outcomeOf({ error_code: 'REQUEST_ALREADY_SUBMITTED' })).toBe('unknown')
    expect(await outcomeOf({ message: 'request already submitted' })).toBe('unknown')
  })

  it('says of a 503 that it did nothing only where the server says so', async () => {
    const outcomeOf = async (body: unknown) => {
      const { transport } = await serve(() => ({ status: 503, body }))
      return (await rejectionOf(sendRequest(transport, KEYED, { maxRetries: 0 }))).outcome
    }
    expect(await outcomeOf({ error_code: 'RAIL_NOT_CONFIGURED' })).toBe('refused')
    expect(await outcomeOf({ error_code: 'SERVER_BUSY' })).toBe('refused')
    expect(await outcomeOf({ error_code: 'DATABASE_QUARANTINED' })).toBe('refused')
    expect(await outcomeOf({ error_code: 'DPAY_INTERNAL_ERROR' })).toBe('unknown')
    expect(await outcomeOf('upstream connect error')).toBe('unknown')
  })

  it('never shows the key', async () => {
    const { transport, stop } = await serve(() => ({ status: 401 }))
    const refused = await rejectionOf(sendRequest(transport, KEYED))
    await stop()
    const unsent = await rejectionOf(sendRequest(transport, KEYED, { maxRetries: 0 }))
    const shown = [refused, unsent].map((error) => inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).join()
    expect(shown).not.toContain('s3cret')
    expect(shown).not.toContain(Buffer.from('dp_test_s3cret:').toString('base64'))
  })
})
