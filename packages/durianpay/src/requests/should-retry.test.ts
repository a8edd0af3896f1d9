import { describe, expect, it } from 'vitest'
import type { Failure } from './failure.js'
import { shouldRetry } from './should-retry.js'

const first = { attempts: 1, maxRetries: 3 }
const keyed = { ...first, isRepeatable: true }
const keyless = { ...first, isRepeatable: false }

function refusal(status: number, errorCode?: string, retryAfterMs?: number): Failure {
  const answer = { status, errorCode, retryAfterMs, requestId: undefined, fieldErrors: [], rawBody: '' }
  return { kind: 'refusal', outcome: 'refused', message: '', answer }
}

describe('what is repeated', () => {
  it('repeats anything whose connection was never opened', () => {
    const failure: Failure = { kind: 'no_answer', outcome: 'not_sent', cause: undefined }
    expect(shouldRetry(failure, keyed)).toBe(true)
    expect(shouldRetry(failure, keyless)).toBe(true)
  })

  it('repeats after a broken connection only what is done once however often it arrives', () => {
    const failure: Failure = { kind: 'no_answer', outcome: 'unknown', cause: undefined }
    expect(shouldRetry(failure, keyed)).toBe(true)
    expect(shouldRetry(failure, keyless)).toBe(false)
  })

  it.each([408, 500, 502, 503, 504])('repeats after %i only what is done once however often it arrives', (status) => {
    expect(shouldRetry(refusal(status), keyed)).toBe(true)
    expect(shouldRetry(refusal(status), keyless)).toBe(false)
  })

  it('repeats anything that was turned away before it was looked at', () => {
    expect(shouldRetry(refusal(429), keyless)).toBe(true)
    expect(shouldRetry(refusal(503, 'SERVER_BUSY'), keyless)).toBe(true)
  })

  it('repeats a conflict only when the server says that the same request is at work and when to come back', () => {
    expect(shouldRetry(refusal(409, 'REQUEST_ALREADY_SUBMITTED', 1000), keyed)).toBe(true)
    expect(shouldRetry(refusal(409, 'REQUEST_ALREADY_SUBMITTED'), keyed)).toBe(false)
    expect(shouldRetry(refusal(409, 'IDEMPOTENCY_KEY_REUSED', 1000), keyed)).toBe(false)
    expect(shouldRetry(refusal(409, undefined, 1000), keyed)).toBe(false)
  })

  it.each([400, 401, 403, 404, 413, 422])('never repeats a %i', (status) => {
    expect(shouldRetry(refusal(status, undefined, 1000), keyed)).toBe(false)
  })

  it('never repeats against a server that has no live rail', () => {
    expect(shouldRetry(refusal(503, 'RAIL_NOT_CONFIGURED'), keyed)).toBe(false)
  })

  it('never repeats against a restored database, which a person must let on first', () => {
    expect(shouldRetry(refusal(503, 'DATABASE_QUARANTINED'), keyed)).toBe(false)
  })

  it('never repeats after the deadline, an abort or an answer that cannot be read', () => {
    expect(shouldRetry({ kind: 'timeout', outcome: 'unknown', cause: undefined }, keyed)).toBe(false)
    expect(shouldRetry({ kind: 'aborted', outcome: 'unknown', cause: undefined }, keyed)).toBe(false)
    const answer = {
      status: 200,
      errorCode: undefined,
      retryAfterMs: undefined,
      requestId: undefined,
      fieldErrors: [],
      rawBody: ''
    }
    expect(shouldRetry({ kind: 'unreadable', outcome: 'unknown', answer }, keyed)).toBe(false)
  })

  it('ends after the allowed number of repeats', () => {
    expect(shouldRetry(refusal(500), { attempts: 3, maxRetries: 3, isRepeatable: true })).toBe(true)
    expect(shouldRetry(refusal(500), { attempts: 4, maxRetries: 3, isRepeatable: true })).toBe(false)
    expect(shouldRetry(refusal(429), { attempts: 1, maxRetries: 0, isRepeatable: true })).toBe(false)
  })
})
